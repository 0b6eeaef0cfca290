import { err, ok, type Result } from "@crux/core";
import { checkJson } from "../command/check-words.ts";
import { eventIssue } from "../command/event-shapes.ts";
import { type LogEvent, writeEvent } from "../command/events.ts";
import type { RoomState } from "../command/room-state.ts";
import { applyChecked } from "../gate/apply-update.ts";
import { checkUpdate } from "../gate/check-update.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { type RoomFile, roomFile } from "../protocol/room-file.ts";
import type { NewEntry } from "../store/store.ts";
import { emptyReplica, foldEvent, type Replica } from "./replica.ts";

/**
 * The log of a room from a file (JSON) that anybody may have written: every update passes the gate, every event has
 * its shape, and what they come to stays within the limits of a room. Or why not, by the number of the entry.
 */
export async function importRoom(json: unknown): Promise<Result<readonly NewEntry[], Refusal>> {
  const read = roomFile.safeParse(json);
  if (!read.success) {
    const [issue] = read.error.issues;
    return err(bad(`${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`));
  }
  const { entries } = read.data;
  if (entries.length > limits.fileEntries) return err(refuse("too-many", `${entries.length} entries`));
  const replica = emptyReplica();
  const log: NewEntry[] = [];
  for (const entry of entries) {
    const taken = take(replica, entry, log.length + 1);
    if (!taken.ok) return taken;
    log.push(taken.value);
    if (log.length % entriesPerLook !== 0) continue;
    const refusal = checkWhole(replica.state);
    if (refusal) return err(refusal);
    await new Promise((resolve) => setImmediate(resolve));
  }
  const refusal = checkWhole(replica.state);
  return refusal ? err(refusal) : ok(log);
}

/** After so many entries the limits are looked at and other work gets its turn: the next ones can only add so much. */
const entriesPerLook = 100;

const bad = (detail: string): Refusal => refuse("bad-file", detail);

function take(replica: Replica, entry: RoomFile["entries"][number], seq: number): Result<NewEntry, Refusal> {
  const isFirst = seq === 1;
  const isCreated = entry !== null && "event" in entry && entry.event.kind === "created";
  if (isFirst !== isCreated) return err(bad(`entry ${seq}: a room is made once, and first`));
  replica.seq = seq;
  if (entry === null) return ok(entryFor(0, "server", { kind: "blank" }));
  const { at, by } = entry;
  if ("update" in entry) return takeUpdate(replica, Buffer.from(entry.update, "base64"), { at, by, seq });
  const { event } = entry;
  // Weighed before anything looks inside it; what an event carries lies deeper in it than in a command.
  const issue = checkJson(event, limits.commandSize, limits.commandDepth + 6)?.code ?? eventIssue(event);
  if (issue) return err(bad(`entry ${seq}: ${issue}`));
  // reason: eventIssue has read it
  const said = event as unknown as LogEvent;
  try {
    foldEvent(replica, said, { seq, at, by });
  } catch {
    return err(bad(`entry ${seq}: ${event.kind} does not fit what is before it`));
  }
  return ok(entryFor(at, by, said));
}

function takeUpdate(
  replica: Replica,
  update: Uint8Array,
  { at, by, seq }: { at: number; by: string; seq: number },
): Result<NewEntry, Refusal> {
  // Whoever wrote it: its client ids belong to nobody in the room that is made of it.
  const checked = checkUpdate(replica.doc, update, () => true, limits.document - replica.bytes);
  if (!checked.ok) return err(bad(`entry ${seq}: ${checked.error.code}`));
  try {
    applyChecked(replica.doc, update);
  } catch {
    return err(bad(`entry ${seq}: malformed`));
  }
  replica.bytes += update.length;
  return ok({ at, by, kind: "scenario-update", payload: new Uint8Array(update) });
}

const entryFor = (at: number, by: string, event: LogEvent): NewEntry => ({
  at,
  by,
  kind: "event",
  payload: writeEvent(event),
});

/** Each event stays within the limits by itself; here that all of them together do. */
function checkWhole({ people, debate, session, estimates }: RoomState): Refusal | null {
  const { objections, claims, overlays, reactions, endorsements } = debate;
  const pressed = (things: Readonly<Record<string, object>>): number =>
    Object.values(things).reduce((sum, one) => sum + Object.keys(one).length, 0);
  const counts: readonly (readonly [string, number, number])[] = [
    ["people", Object.keys(people).length, limits.people - 1],
    ["objections", Object.keys(objections).length, limits.objections],
    ["claims", Object.keys(claims).length, limits.claims],
    ["overlays", Object.keys(overlays).length, limits.overlays],
    ["reactions", pressed(reactions), limits.reactions],
    ["endorsements", pressed(endorsements), limits.endorsements],
    ["numbers", Object.keys(estimates.values).length, limits.people],
    ["polls", Object.keys(session.polls).length, limits.polls],
    ["glosses", Object.keys(session.glosses).length, limits.glosses],
    ["checkpoints", session.checkpoints.length, limits.checkpoints],
    ["locked rows", Object.keys(session.locks).length, limits.locks],
    ["hidden things", Object.keys(session.hidden).length, limits.hidden],
    ["characters", debate.weight, limits.debate],
  ];
  const over = counts.find(([, count, most]) => count > most);
  return over ? refuse("too-many", `${over[1]} ${over[0]} in the file`) : null;
}
