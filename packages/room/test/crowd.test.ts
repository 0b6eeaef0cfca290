import { must } from "@crux/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JoinedRoom } from "../src/client/join-room.ts";
import { queueOf } from "../src/command/floor.ts";
import { createMemoryStore } from "../src/store/memory-store.ts";
import { type Crowd, joinCrowd } from "./crowd.ts";
import { makeRoom, until } from "./people.ts";
import { type RoomServer, startServer } from "./room-server.ts";

const count = 40;

describe("a seminar of forty people over the real protocol", () => {
  let server: RoomServer;
  let ann: JoinedRoom;
  let crowd: Crowd;
  beforeEach(async () => {
    server = await startServer(createMemoryStore());
    ann = await makeRoom(server.url);
    crowd = await joinCrowd(server.url, must(ann.getSnapshot().code.value ?? undefined, "a code"), count);
  });
  afterEach(async () => {
    crowd.leave();
    ann.leave();
    expect(server.errors).toEqual([]);
    await server.close();
  });

  it("answers blind, anonymously, and sees everything at the reveal; speaks in a queue that all see alike", async () => {
    ann.send({ kind: "set-anonymous", on: true });
    await crowd.all(({ pseudonym }) => pseudonym !== null);
    const question = "Which program wins if thinking is free?";
    const form = { kind: "choice" as const, options: ["Store", "Derive"] };
    ann.send({ kind: "open-poll", poll: "poll00001", question, form, blind: true });
    await crowd.all(({ session }) => session.polls.poll00001 !== undefined);
    await crowd.act((person, at) => {
      person.send({ kind: "answer-poll", poll: "poll00001", answer: `${at % 2}` });
      person.send({ kind: "pin", g: `${at + 1}/8` });
      person.send({ kind: "lost-me", to: "terms/s1", on: at < 3 });
    });
    const ready = await until(ann, ({ session, estimates }) =>
      [session.polls.poll00001?.count, estimates.count].every((one) => one === count),
    );
    expect(ready.session.polls.poll00001?.answers).toEqual({});
    expect(ready.session.lost.counts).toEqual({ "terms/s1": 3 });
    await crowd.all(
      ({ session, pins, pseudonym }) =>
        Object.keys(pins).join() === pseudonym &&
        Object.keys(session.polls.poll00001?.answers ?? {}).join() === pseudonym,
    );
    ann.send({ kind: "reveal-poll", poll: "poll00001" });
    ann.send({ kind: "reveal-estimates" });
    await crowd.all(
      ({ session, pins, people }) =>
        Object.keys(pins).length === count &&
        Object.keys(session.polls.poll00001?.answers ?? {}).length === count &&
        people.every(({ id }) => pins[id] === undefined),
    );
    await crowd.act((person) => person.send({ kind: "raise-hand", reply: false, about: null }));
    const order = (view: ReturnType<JoinedRoom["getSnapshot"]>): string =>
      queueOf(view.session.floor)
        .map(({ hand, reason }) => `${hand.person} ${reason}`)
        .join();
    const { session } = await until(ann, (view) => queueOf(view.session.floor).length === count);
    const first = must(queueOf(session.floor)[0], "someone wants to speak");
    ann.send({ kind: "recognise", person: first.hand.person, seconds: 60 });
    const after = await until(ann, (view) => view.session.floor.speaker !== null);
    await crowd.all((view) => order(view) === order(after) && view.session.timers.speaker?.total === 60_000);
  });
});
