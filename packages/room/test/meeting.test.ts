import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import * as Y from "yjs";
import { queueOf } from "../src/command/floor.ts";
import { defaultAgenda } from "../src/command/phase.ts";
import { remainingMs } from "../src/command/timer.ts";
import { moveRow, removeRow, setText } from "../src/document/edit.ts";
import { readRows } from "../src/document/rows.ts";
import { eachRawRoom } from "./each-server.ts";
import { updateOf } from "./raw-client.ts";
import type { RawPerson } from "./raw-people.ts";

const raise = (objection: string, replyTo: string | null = null) => ({
  kind: "raise-objection",
  objection,
  doubt: "scope",
  anchor: { kind: "scenario", snapshot: "" },
  rows: [],
  text: "It is about labels.",
  readings: [],
  replyTo,
});

describe("a meeting over the raw wire", () => {
  const { enter } = eachRawRoom();
  const edit = async ({ client, doc }: RawPerson, write: () => void): Promise<string> => {
    const reply = await client.ask("update", { update: updateOf(doc, write) });
    return reply === null ? "no answer" : reply.ok ? "ok" : reply.refusal.code;
  };
  const start = (phase: string | null) => ({ kind: "start-phase", phase });

  it("holds everybody but moderators to the phase that is on, in commands and in edits", async () => {
    const [ann, bob, pat] = [await enter("Ann"), await enter("Bob"), await enter("Pat", "participant")];
    expect(await pat.send(raise("objection0"))).toBe("ok");
    expect(await bob.send(start("estimate"))).toBe("not-allowed");
    expect(await ann.send(start("nothing"))).toBe("no-such-thing");
    expect(await ann.send(start("estimate"))).toBe("ok");
    expect(await pat.sentence(raise("objection1"))).toBe(
      "not in the phase “Estimate”: objections can be raised in the phase “Object”, which a moderator starts",
    );
    expect(await pat.send({ kind: "pin", g: "3" })).toBe("ok");
    const [term] = readRows(bob.doc).terms;
    const rename = (who: RawPerson) => () =>
      setText(who.doc, { kind: "terms", key: must(term, "a term").key }, "label", who.id);
    expect(await edit(bob, rename(bob))).toBe("phase-locked");
    expect(await edit(ann, rename(ann))).toBe("ok");
    expect(await ann.send(raise("objection1"))).toBe("ok");
    expect(await ann.send(start("object"))).toBe("ok");
    expect(await pat.send({ kind: "pin", g: "4" })).toBe("phase-locked");
    expect(await pat.send(raise("objection2"))).toBe("ok");
    const answersOnly = { ...must(defaultAgenda[2], "a phase"), name: "Answer" };
    const may = { debater: [], participant: ["reply"], viewer: [] };
    expect(await bob.send({ kind: "set-agenda", phases: [] })).toBe("not-allowed");
    expect(await ann.send({ kind: "set-agenda", phases: [{ ...answersOnly, may }] })).toBe("ok");
    expect(await pat.send(raise("objection3"))).toBe("phase-locked");
    expect(await pat.send(raise("objection3", "objection2"))).toBe("ok");
    expect(await ann.send(start(null))).toBe("ok");
    expect(await pat.send(raise("objection4"))).toBe("ok");
    expect((await pat.state()).session.past.map(({ name }) => name)).toEqual(["Estimate", "Answer"]);
  });

  it("lets a debater move on when no moderator is there", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    await ann.send(start("estimate"));
    ann.client.close();
    await expect.poll(() => bob.send(start("object"))).toBe("ok");
  });

  it("keeps locked rows as they are for everybody, but lets them be moved", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    const [table, rule] = readRows(bob.doc).terms.map(({ key }) => ({ kind: "terms" as const, key }));
    if (!table || !rule) throw new Error("two terms");
    const lock = (locked: boolean) => ({ kind: "lock-term", row: `terms/${table.key}`, locked });
    expect(await bob.send(lock(true))).toBe("not-allowed");
    expect(await ann.send(lock(true))).toBe("ok");
    expect(await edit(bob, () => setText(bob.doc, rule, "c", "5"))).toBe("ok");
    const tries: ((doc: Y.Doc) => void)[] = [
      (doc) => setText(doc, table, "c", "13"),
      (doc) => setText(doc, table, "gloss", ""),
      (doc) => removeRow(doc, "terms", table.key),
      (doc) => doc.getMap("terms").set(table.key, new Y.Map()),
      (doc) => (doc.getMap("terms").get(table.key) as Y.Map<unknown>).set("id", "other"),
    ];
    for (const write of tries)
      for (const name of ["Ann", "Bob"]) {
        const who = await enter(name);
        expect(await edit(who, () => write(who.doc))).toBe("row-locked");
      }
    const again = await enter("Bob");
    expect(await edit(again, () => moveRow(again.doc, "terms", rule.key, null))).toBe("ok");
    expect(await edit(again, () => moveRow(again.doc, "terms", table.key, null))).toBe("ok");
    expect(await ann.send(lock(false))).toBe("ok");
    expect(await edit(again, () => setText(again.doc, table, "c", "13"))).toBe("ok");
  });

  it("counts time by the server's clock: start, pause, a minute more, extra time for all", async () => {
    const [ann, pat] = [await enter("Ann"), await enter("Pat", "participant")];
    const set = (what: object) => ({ kind: "set-timer", timer: "phase", set: what });
    expect(await pat.send(set({ do: "start", seconds: 60 }))).toBe("not-allowed");
    expect(await ann.send(set({ do: "pause" }))).toBe("no-such-thing");
    expect(await ann.send({ kind: "set-extra-time", percent: 150 })).toBe("ok");
    expect(await ann.send(set({ do: "start", seconds: 60 }))).toBe("ok");
    const left = async (): Promise<number> => {
      const clock = await pat.client.ask("clock", {});
      if (!clock?.ok) throw new Error("no clock");
      const { timers } = (await pat.state()).session;
      return remainingMs(must(timers.phase ?? undefined, "a timer"), clock.value.now) / 1_000;
    };
    expect(await left()).toBeCloseTo(90, -1);
    expect(await ann.send(set({ do: "pause" }))).toBe("ok");
    expect(await ann.send(set({ do: "add", seconds: 60 }))).toBe("ok");
    expect(await left()).toBeCloseTo(150, -1);
    expect(await ann.send({ kind: "set-extra-time", percent: 300 })).toBe("ok");
    expect(await left()).toBeCloseTo(300, -1);
    expect(await ann.send(set({ do: "resume" }))).toBe("ok");
    expect(await ann.send(set({ do: "stop" }))).toBe("ok");
    expect((await pat.state()).session.timers.phase).toBeNull();
  });

  it("keeps a queue whose order and reasons all see, and gives the floor with one command", async () => {
    const [ann, bob, pat, vic] = [
      await enter("Ann"),
      await enter("Bob"),
      await enter("Pat", "participant"),
      await enter("Vic", "viewer"),
    ];
    const hand = (reply = false, about: string | null = null) => ({ kind: "raise-hand", reply, about });
    const recognise = ({ id }: RawPerson) => ({ kind: "recognise", person: id, seconds: null });
    await pat.send(raise("objection1"));
    expect(await pat.send(hand(true, "objection/objection1"))).toBe("ok");
    expect(await vic.send(hand())).toBe("ok");
    expect(await bob.send(recognise(pat))).toBe("not-allowed");
    expect(await ann.send(recognise(pat))).toBe("ok");
    const { session } = await vic.state();
    expect(session.spotlight?.what).toEqual({ kind: "objection", objection: "objection1" });
    expect(session.timers.speaker?.total).toBe(120_000);
    expect(session.floor.speaker?.person).toBe(pat.id);
    expect(await pat.send(hand())).toBe("ok");
    expect(await bob.send(hand(true))).toBe("ok");
    const order = async () =>
      queueOf((await vic.state()).session.floor).map((one) => [one.hand.person, one.reason]);
    expect(await order()).toEqual([
      [bob.id, "reply"],
      [vic.id, "first-time"],
      [pat.id, "again"],
    ]);
    expect(await bob.send({ kind: "yield-floor" })).toBe("not-yours");
    expect(await pat.send({ kind: "yield-floor" })).toBe("ok");
    expect(await ann.send({ kind: "skip-hand", person: vic.id })).toBe("ok");
    expect(await pat.send({ kind: "lower-hand", person: bob.id })).toBe("not-yours");
    expect(await ann.send({ kind: "lower-hand", person: bob.id })).toBe("ok");
    expect(await order()).toEqual([
      [pat.id, "again"],
      [vic.id, "skipped"],
    ]);
    expect(await ann.send(recognise(vic))).toBe("ok");
    expect((await pat.state()).session.spotlight?.what).toEqual({ kind: "person", person: vic.id });
    expect(await ann.send({ kind: "show-on-screen", what: { kind: "estimates" } })).toBe("ok");
  });

  it("tells whose answer an objection moved only once the answer is open, and drops the cause with the next answer", async () => {
    const [ann, pat, vic] = [
      await enter("Ann"),
      await enter("Pat", "participant"),
      await enter("Vic", "viewer"),
    ];
    const poll = "poll00001";
    const answer = (text: string | null, because?: string) =>
      pat.send({ kind: "answer-poll", poll, answer: text, ...(because && { because }) });
    const causes = async (one: typeof ann) => (await one.state()).session.polls[poll]?.because ?? null;
    const form = { kind: "number", unit: "" };
    expect(await ann.send({ kind: "open-poll", poll, question: "How many?", form, blind: true })).toBe("ok");
    expect(await answer("3", "objection01")).toBe("no-such-thing");
    expect(await ann.send(raise("objection01"))).toBe("ok");
    expect(await answer("3", "objection01")).toBe("ok");
    expect([await causes(pat), await causes(vic), await causes(ann)]).toEqual([
      { [pat.id]: "objection01" },
      null,
      null,
    ]);
    expect(await ann.send({ kind: "reveal-poll", poll })).toBe("ok");
    const late = await enter("Zoe");
    for (const one of [ann, vic, late]) expect(await causes(one)).toEqual({ [pat.id]: "objection01" });
    expect(await answer("4")).toBe("ok");
    for (const one of [pat, vic, late]) expect(await causes(one)).toBeNull();
  });

  it("sends answers to a blind poll to nobody else until it is revealed, and keeps what changed since", async () => {
    const [ann, bob, pat, vic] = [
      await enter("Ann"),
      await enter("Bob"),
      await enter("Pat", "participant"),
      await enter("Vic", "viewer"),
    ];
    const poll = (id: string, form: object, blind = true) => ({
      kind: "open-poll",
      poll: id,
      question: "Which is it?",
      form,
      blind,
    });
    const answer = (id: string, text: string | null) => ({ kind: "answer-poll", poll: id, answer: text });
    expect(await pat.send(poll("poll00001", { kind: "words" }))).toBe("not-allowed");
    expect(await ann.send(poll("poll00001", { kind: "words" }))).toBe("ok");
    expect(await ann.send(poll("poll00002", { kind: "choice", options: ["one"] }))).toBe("too-many");
    expect(await ann.send(poll("poll00002", { kind: "choice", options: ["one", "two"] }))).toBe("ok");
    const slider = { kind: "slider", from: "0", to: "1", fromLabel: "never", toLabel: "always" };
    expect(await ann.send(poll("poll00003", { ...slider, to: "0" }))).toBe("bad-answer");
    expect(await ann.send(poll("poll00003", slider, false))).toBe("ok");
    expect(await vic.send(answer("poll00001", "storks"))).toBe("not-allowed");
    expect(await pat.send(answer("poll00002", "2"))).toBe("bad-answer");
    expect(await pat.send(answer("poll00003", "3/2"))).toBe("bad-answer");
    expect(await pat.send(answer("poll00003", "1/3"))).toBe("ok");
    expect(await pat.send(answer("poll00001", "pelicans"))).toBe("ok");
    expect(await bob.send(answer("poll00001", "herons"))).toBe("ok");
    expect(await bob.send(answer("poll00001", "storks"))).toBe("ok");
    await expect
      .poll(() => ann.heard.filter(({ event }) => event.kind === "answers-in"))
      .toEqual([
        { by: "", event: { kind: "answers-in", poll: "poll00001", count: 1 } },
        { by: "", event: { kind: "answers-in", poll: "poll00001", count: 2 } },
      ]);
    const late = await enter("Zoe");
    for (const one of [ann, vic, late, pat]) {
      await one.state();
      for (const frame of one.frames) expect(frame).not.toMatch(/herons|storks/);
    }
    expect((await late.state()).session.polls.poll00001).toMatchObject({ answers: {}, count: 2 });
    expect((await bob.state()).session.polls.poll00001?.answers).toEqual({ [bob.id]: "storks" });
    expect(await ann.send({ kind: "reveal-poll", poll: "poll00001" })).toBe("ok");
    // What goes to all can be read in the frames: the ones above would have shown it.
    await expect.poll(() => ann.frames.some((frame) => frame.includes("storks"))).toBe(true);
    expect(await pat.send(answer("poll00001", "swans"))).toBe("ok");
    expect((await vic.state()).session.polls.poll00001).toMatchObject({
      answers: { [pat.id]: "swans", [bob.id]: "storks" },
      before: { [pat.id]: "pelicans", [bob.id]: "storks" },
    });
    expect(await ann.send({ kind: "close-poll", poll: "poll00001", closed: true })).toBe("ok");
    expect(await pat.send(answer("poll00001", null))).toBe("poll-closed");
    expect(await ann.send({ kind: "blind-poll", poll: "poll00001" })).toBe("ok");
    expect(await pat.send(answer("poll00001", "gulls"))).toBe("ok");
    expect((await vic.state()).session.polls.poll00001).toMatchObject({
      answers: {},
      count: 1,
      before: { [pat.id]: "swans", [bob.id]: "storks" },
    });
  });

  it("notes what moved someone to a new number", async () => {
    const [, pat] = [await enter("Ann"), await enter("Pat", "participant")];
    await pat.send(raise("objection1"));
    const because = { objection: "objection1", words: "Labels can't move it." };
    expect(await pat.send({ kind: "pin", g: "2", because: { ...because, objection: "objection9" } })).toBe(
      "no-such-thing",
    );
    expect(await pat.send({ kind: "pin", g: "2", because: { ...because, words: "a\u202eb" } })).toBe(
      "hidden-characters",
    );
    expect(await pat.send({ kind: "pin", g: "2", because })).toBe("ok");
    expect((await pat.state()).estimates.values[pat.id]).toMatchObject({ g: "2", because });
    expect(await pat.send({ kind: "pin", g: "3" })).toBe("ok");
    expect((await pat.state()).estimates.values[pat.id]).not.toHaveProperty("because");
  });

  it("tells moderators how many are lost, and nobody who", async () => {
    const [ann, bob, pat, vic] = [
      await enter("Ann"),
      await enter("Bob"),
      await enter("Pat", "participant"),
      await enter("Vic", "viewer"),
    ];
    const lost = (on = true) => ({ kind: "lost-me", to: "terms/s1", on });
    for (const one of [bob, pat, vic]) expect(await one.send(lost())).toBe("ok");
    expect(await bob.send(lost(false))).toBe("ok");
    await expect
      .poll(() => ann.heard.at(-1)?.event)
      .toEqual({ kind: "lost-count", to: "terms/s1", count: 2 });
    for (const frame of ann.frames.filter((one) => one.includes("lost-"))) {
      expect(frame).not.toMatch(/lost-me/);
      for (const { id } of [bob, pat, vic]) expect(frame).not.toContain(id);
    }
    expect((await ann.state()).session.lost).toEqual({ by: {}, counts: { "terms/s1": 2 } });
    expect((await pat.state()).session.lost).toEqual({ by: { "terms/s1": [pat.id] }, counts: {} });
    expect((await bob.state()).session.lost).toEqual({ by: {}, counts: {} });
    for (const frame of bob.frames) expect(frame).not.toMatch(/lost-count/);
    expect(await pat.send({ kind: "clear-lost", to: null })).toBe("not-allowed");
    expect(await ann.send({ kind: "clear-lost", to: "terms/s1" })).toBe("ok");
    await expect.poll(() => vic.heard.at(-1)?.event.kind).toBe("clear-lost");
    expect(bob.heard.map(({ event }) => event.kind)).not.toContain("clear-lost");
    expect(await pat.send({ kind: "pin-gloss", to: "terms/s1", text: "How much they share." })).toBe(
      "not-allowed",
    );
    expect(await bob.send({ kind: "pin-gloss", to: "terms/s1", text: "How much they share." })).toBe("ok");
    expect((await vic.state()).session.glosses["terms/s1"]).toMatchObject({ by: bob.id });
  });
});
