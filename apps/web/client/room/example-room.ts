import { type DebateEntry, essayDebate, must, writeObjection } from "@crux/core";
import { createMemoryDevices, type JoinedRoom, joinRoom, type RoomView } from "@crux/room/client";
import { rowsOf } from "../debate/draft.ts";
import { exampleId } from "../debate/example-ids.ts";
import type { ScenarioJson } from "../scenario-json.ts";
import { addressOf, type Entered, makeRoom } from "./enter.ts";

/** Milliseconds after which a contribution that does not arrive is left out, with all after it. */
const PATIENCE = 8_000;

/**
 * Makes a room in which the example debate has been held. Whoever says something in it is someone of their own in the
 * room, whose name says that they are an example; they leave when they are done.
 */
export async function makeExampleRoom(name: string, scenario: ScenarioJson): Promise<Entered> {
  const made = await makeRoom(name, scenario);
  if (!made.ok) return made;
  const code = await addressOf(made.value);
  const people = new Map<string, JoinedRoom>();
  try {
    for (const { objection } of essayDebate()) {
      if (people.has(objection.author)) continue;
      const doors = { server: location.origin, devices: createMemoryDevices() };
      const joined = await joinRoom({ room: { code }, name: objection.author }, doors);
      if (!joined.ok) return made;
      people.set(objection.author, joined.value);
    }
    await holdDebate(people);
  } finally {
    for (const person of people.values()) person.leave();
  }
  return made;
}

/** Says everything in its order: each contribution once the one before it has arrived. */
async function holdDebate(people: ReadonlyMap<string, JoinedRoom>): Promise<void> {
  let before: string | null = null;
  for (const entry of essayDebate()) {
    const by = must(people.get(entry.objection.author), "everybody in the example has joined");
    const arrived = before;
    await until(by, (view) => view.rows.terms.length > 0 && (arrived === null || has(view, arrived)));
    say(by, entry);
    before = exampleId(entry.objection.id);
  }
  const last = before;
  for (const person of people.values())
    await until(person, (view) => view.saving.kind === "saved" && (last === null || has(view, last)));
}

function say(by: JoinedRoom, { objection, replyTo }: DebateEntry): void {
  const { readings } = writeObjection(objection);
  const { rows } = by.getSnapshot();
  const id = exampleId(objection.id);
  by.send({
    kind: "raise-objection",
    objection: id,
    doubt: objection.kind,
    anchor: objection.anchor,
    rows: [...rowsOf(rows, objection.anchor)],
    text: objection.text,
    readings: readings as { label: string; patch: unknown }[],
    replyTo: replyTo === null ? null : exampleId(replyTo),
  });
  if (objection.status === "answered") by.send({ kind: "accept-objection", objection: id, residue: "" });
}

const has = ({ debate }: RoomView, id: string): boolean => debate.objections[id] !== undefined;

/** Waits until a room says so; rejects when it takes too long. */
function until(room: JoinedRoom, holds: (view: RoomView) => boolean): Promise<void> {
  if (holds(room.getSnapshot())) return Promise.resolve();
  return new Promise((done, fail) => {
    const timer = setTimeout(() => finish(() => fail(new Error("the room does not answer"))), PATIENCE);
    const stop = room.subscribe(() => holds(room.getSnapshot()) && finish(done));
    const finish = (then: () => void): void => {
      clearTimeout(timer);
      stop();
      then();
    };
  });
}
