import { must } from "@crux/core";
import { describe, expect, it } from "vitest";
import { overlayRef } from "../src/command/hideable.ts";
import { defaultAgenda } from "../src/command/phase.ts";
import { setText } from "../src/document/edit.ts";
import { readRows } from "../src/document/rows.ts";
import { nowhere } from "../src/protocol/nowhere.ts";
import { eachRawRoom } from "./each-server.ts";
import { patch, raising } from "./raising.ts";
import { admitRaw, connectRaw, updateOf } from "./raw-client.ts";

const raise = (objection: string, text: string, more: object = {}) => raising(objection, { text, ...more });
const slur = /flamingo/i;

describe("moderation over the raw wire", () => {
  const { enter, url, room } = eachRawRoom();
  const hide = (to: string) => ({ kind: "hide", to, reason: "off topic" });

  it("hides every kind of thing that people write: nobody who comes later gets a word of it", async () => {
    const [ann, pat, bob] = [await enter("Ann"), await enter("Pat", "participant"), await enter("Bob")];
    await ann.send({
      kind: "open-poll",
      poll: "poll00001",
      question: "Q?",
      form: { kind: "words" },
      blind: false,
    });
    const overlay = { kind: "publish-overlay", group: "Flamingo row", patch, g: null };
    const said = [
      raise("objection1", "You flamingo.", { readings: [{ label: "flamingo", patch }] }),
      { kind: "decline-objection", objection: "objection1", reason: "flamingo" },
      { kind: "pin-claim", claim: "claim0001", text: "c(flamingo) < c(rule)" },
      { kind: "answer-poll", poll: "poll00001", answer: "flamingo" },
      { kind: "pin", g: "3", because: { objection: null, words: "flamingo" } },
      overlay,
    ];
    for (const one of said) expect(await (one.kind === "decline-objection" ? ann : pat).send(one)).toBe("ok");
    const task = { kind: "set-task", group: "Flamingo row", objection: "objection1" };
    expect(await pat.send(task)).toBe("not-allowed");
    expect(await ann.send(task)).toBe("ok");
    expect(await ann.send({ kind: "reveal-estimates" })).toBe("ok");
    expect(await pat.send({ kind: "rename", name: "Flamingo" })).toBe("ok");
    expect(await bob.send({ kind: "pin-gloss", to: "terms/s1", text: "flamingo" })).toBe("ok");
    const question = { kind: "open-poll", poll: "poll00002", question: "Flamingo?" };
    const options = { kind: "choice", options: ["a flamingo", "none"] };
    expect(await ann.send({ ...question, form: options, blind: true })).toBe("ok");
    expect(JSON.stringify(await bob.state())).toMatch(slur);
    const things = [
      "objection/objection1",
      "claim/claim0001",
      `answer/poll00001/${pat.id}`,
      `because/${pat.id}`,
      `name/${pat.id}`,
      "gloss/terms/s1",
      "poll/poll00002",
      overlayRef("group/Flamingo row"),
    ];
    expect(await bob.send(hide("objection/objection1"))).toBe("not-allowed");
    expect(await ann.send(hide("objection/objection9"))).toBe("no-such-thing");
    expect(await ann.send({ ...hide("objection/objection1"), reason: " " })).toBe("empty-text");
    for (const to of things) expect([to, await ann.send(hide(to))]).toEqual([to, "ok"]);
    const late = await enter("Zoe", "viewer");
    for (const frame of late.frames) expect(frame).not.toMatch(slur);
    const seen = await bob.state();
    // Bob wrote the gloss, and keeps his own words.
    expect(Object.keys(seen.session.hidden).sort()).toEqual([...things].sort());
    expect(JSON.stringify({ ...seen, session: { ...seen.session, glosses: {} } })).not.toMatch(slur);
    expect(seen.debate.objections.objection1).toMatchObject({ author: pat.id, text: "", readings: [] });
    expect(seen.session.notes.filter(({ kind }) => kind === "hide")).toHaveLength(things.length);
    // Nothing can be slipped in behind the stub.
    const behind = [
      { kind: "edit-objection", objection: "objection1", doubt: "scope", text: "flamingo", readings: [] },
      { kind: "answer-poll", poll: "poll00001", answer: "flamingo" },
      { kind: "pin", g: "3", because: { objection: null, words: "flamingo" } },
      { kind: "rename", name: "Flamingo the second" },
      overlay,
    ];
    for (const one of behind) expect([one.kind, await pat.send(one)]).toEqual([one.kind, "is-hidden"]);
    expect(await bob.send({ kind: "pin-gloss", to: "terms/s1", text: "flamingo" })).toBe("is-hidden");
    expect(await bob.send({ kind: "join-group", group: "Flamingo row" })).toBe("is-hidden");
    expect(await ann.send(task)).toBe("is-hidden");
    for (const frame of late.frames) expect(frame).not.toMatch(slur);
    for (const to of things) expect([to, await ann.send({ kind: "unhide", to })]).toEqual([to, "ok"]);
    const shown = await late.state();
    expect(shown.debate).toEqual((await ann.state()).debate);
    expect(shown.session.polls).toEqual((await ann.state()).session.polls);
    expect(shown.people[pat.id]?.name).toBe("Flamingo");
    await expect.poll(() => late.heard.filter(({ event }) => event.kind === "unhide").length).toBe(8);
  });

  it("mutes for a phase or until it is lifted, and keeps a public record", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    const mute = (person: string, until: string) => ({ kind: "mute", person, until, reason: "shouting" });
    expect(await bob.send(mute(ann.id, "phase"))).toBe("not-allowed");
    expect(await ann.send(mute(ann.id, "phase"))).toBe("not-allowed");
    expect(await ann.send(mute(bob.id, "phase"))).toBe("ok");
    expect(await bob.send(raise("objection1", "No."))).toBe("muted");
    expect(await bob.send({ kind: "rename", name: "Shout" })).toBe("muted");
    const term = must(readRows(bob.doc).terms[0], "a term");
    const update = updateOf(bob.doc, () => setText(bob.doc, { kind: "terms", key: term.key }, "c", "13"));
    expect(await bob.client.ask("update", { update })).toMatchObject({ refusal: { code: "muted" } });
    expect(await ann.send({ kind: "start-phase", phase: "object" })).toBe("ok");
    expect(await bob.send(raise("objection1", "No."))).toBe("ok");
    expect(await ann.send(mute(bob.id, "lifted"))).toBe("ok");
    expect(await ann.send({ kind: "start-phase", phase: "crux" })).toBe("ok");
    expect(await bob.send({ kind: "withdraw-objection", objection: "objection1" })).toBe("ok");
    expect(await bob.send({ kind: "pin-claim", claim: "claim0001", text: "g > 0" })).toBe("muted");
    expect(await ann.send({ kind: "unmute", person: bob.id })).toBe("ok");
    expect(
      (await bob.state()).session.notes.map(({ kind, subject, reason }) => [kind, subject, reason]),
    ).toEqual([
      ["mute", bob.id, "shouting"],
      ["mute", bob.id, "shouting"],
      ["unmute", bob.id, ""],
    ]);
  });

  it("sends someone out at once, also from a second window, and lets nobody in as them or past a closed door", async () => {
    const [ann, bob, window2] = [await enter("Ann"), await enter("Bob"), await enter("Bob")];
    const ticket = (await admitRaw(url(), { code: room().code ?? "" }, "Bob")).ticket;
    const newcomer = (await admitRaw(url(), { code: room().code ?? "" }, "New")).ticket;
    const byes: string[] = [];
    for (const { client } of [bob, window2])
      client.socket.on("bye", ({ code }: { code: string }) => byes.push(code));
    expect(await ann.send({ kind: "remove-person", person: bob.id, reason: "threats" })).toBe("ok");
    await expect
      .poll(() => [bob, window2].map(({ client }) => client.socket.connected))
      .toEqual([false, false]);
    expect(byes).toEqual(["removed", "removed"]);
    await expect(enter("Bob")).rejects.toThrow("no-entry");
    const again = await connectRaw(url(), ticket);
    await expect(again.sync()).rejects.toThrow("removed");
    again.close();
    expect(await ann.send({ kind: "close-door", closed: true })).toBe("ok");
    await expect(enter("Zoe")).rejects.toThrow("no-entry");
    const late = await connectRaw(url(), newcomer);
    await expect(late.sync()).rejects.toThrow("no-entry");
    late.close();
    expect(await ann.send({ kind: "readmit-person", person: bob.id })).toBe("ok");
    expect(await (await enter("Bob")).send(raise("objection1", "Back."))).toBe("ok");
  });

  it("never tells who speaks under a pseudonym: in no frame, to no moderator, by no id of a command", async () => {
    const [ann, bob, pat] = [
      await enter("Ann"),
      await enter("Bob", "participant"),
      await enter("Pat", "participant"),
    ];
    await pat.send(raise("objection0", "By name."));
    const open = { ...must(defaultAgenda[2], "a phase"), anonymous: true, id: "quiet" };
    expect(await ann.send({ kind: "set-agenda", phases: [open, ...defaultAgenda] })).toBe("ok");
    expect(await ann.send({ kind: "start-phase", phase: "quiet" })).toBe("ok");
    const since = [ann, bob].map(({ frames }) => frames.length);
    const bySeq = async (command: unknown): Promise<string | undefined> => {
      const reply = await pat.client.ask("command", {
        id: { stream: "pat00000000", n: 1_000_000 + ++n },
        command,
      });
      return reply?.ok ? reply.value.as : reply?.refusal.code;
    };
    let n = 0;
    const as = must(await bySeq(raise("objection1", "A doubt.")), "a pseudonym");
    expect(as).toMatch(/^[0-9a-z]{26}$/);
    expect(as).not.toBe(pat.id);
    await ann.send({
      kind: "open-poll",
      poll: "poll00001",
      question: "Q?",
      form: { kind: "words" },
      blind: true,
    });
    const more = [
      { kind: "react", to: "objection/objection0", reaction: "agree", on: true },
      { kind: "endorse", to: "objection/objection0", on: true },
      { kind: "pin-claim", claim: "claim0001", text: "g > 0" },
      { kind: "publish-overlay", group: null, patch, g: "2" },
      { kind: "answer-poll", poll: "poll00001", answer: "herons" },
    ];
    for (const one of more) expect([one.kind, await bySeq(one)]).toEqual([one.kind, as]);
    pat.client.socket.emit("presence", { ...nowhere, row: "terms/s1", field: "c", editing: true });
    expect((await pat.state()).session.polls.poll00001?.answers).toEqual({ [as]: "herons" });
    await ann.send({ kind: "reveal-poll", poll: "poll00001" });
    expect(await bySeq({ kind: "accept-objection", objection: "objection1", residue: "" })).toBe(as);
    expect((await ann.state()).debate.objections.objection1?.outcome).toMatchObject({
      kind: "answered",
      by: as,
    });
    expect(await bySeq({ kind: "reopen-objection", objection: "objection1" })).toBe(as);
    // By name again, what was said anonymously is still one's own to take back, and nobody sees whose it was.
    await ann.send({ kind: "start-phase", phase: "object" });
    const edited = { doubt: "rebut", text: "A better doubt.", readings: [] };
    expect(await bySeq({ kind: "edit-objection", objection: "objection1", ...edited })).toBe(as);
    expect(await bySeq({ kind: "react", to: "objection/objection0", reaction: "agree", on: true })).toBe(as);
    expect(await bySeq(raise("objection2", "By name, too."))).toBeUndefined();
    expect(await bob.send({ kind: "withdraw-objection", objection: "objection1" })).toBe("not-yours");
    expect(await ann.send({ kind: "mute", person: as, until: "phase", reason: "" })).toBe("ok");
    expect(await bySeq({ kind: "edit-objection", objection: "objection1", ...edited })).toBe("muted");
    const state = await ann.state();
    for (const id of [as, pat.id]) expect(ann.frames.some((frame) => frame.includes(id))).toBe(true);
    expect(state.debate.objections.objection1).toMatchObject({ author: as, text: "A better doubt." });
    expect(state.debate.reactions["objection/objection0"]).toEqual({ [as]: ["agree"] });
    expect(state.session.polls.poll00001?.answers).toEqual({ [as]: "herons" });
    expect(Object.keys(state.session.muted)).toEqual([as]);
    for (const [at, { heard, frames }] of [ann, bob].entries()) {
      for (const { by, event } of heard) {
        const text = JSON.stringify([by, event]);
        expect(text.includes(as) && text.includes(pat.id)).toBe(false);
        expect(event).not.toHaveProperty("id");
        expect(event).not.toHaveProperty("under");
      }
      const anonymous = frames.slice(since[at]);
      for (const frame of anonymous) expect(frame).not.toMatch(/pat00000000|"kind":"pseudonym"/);
      for (const frame of anonymous.filter((one) => one.includes("presence")))
        expect(frame).not.toMatch(/terms\/s1/);
    }
    // Who comes later is told no more.
    const late = await enter("Zoe");
    const text = JSON.stringify({ ...late.synced.state, people: {} });
    expect(text.split(pat.id).length - 1).toBe(2);
  });

  it("mutes one name of a person and leaves the other alone: who falls silent by both would be found out", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    const hand = { kind: "raise-hand", reply: false, about: null };
    const term = must(readRows(bob.doc).terms[0], "a term");
    const edit = async (text: string): Promise<string> => {
      const update = updateOf(bob.doc, () => setText(bob.doc, { kind: "terms", key: term.key }, "c", text));
      const reply = await bob.client.ask("update", { update });
      return reply?.ok ? "ok" : (reply?.refusal.code ?? "no answer");
    };
    expect(await ann.send({ kind: "set-anonymous", on: true })).toBe("ok");
    expect(await bob.send(raise("objection1", "A doubt."))).toBe("ok");
    const { author: as } = must((await ann.state()).debate.objections.objection1, "an objection");
    const mute = (person: string) => ({ kind: "mute", person, until: "lifted", reason: "" });
    expect(await ann.send(mute(as))).toBe("ok");
    expect(await bob.send(raise("objection2", "More."))).toBe("muted");
    expect(await bob.send(hand)).toBe("ok");
    expect(await edit("13")).toBe("ok");
    expect(await ann.send({ kind: "unmute", person: as })).toBe("ok");
    expect(await ann.send(mute(bob.id))).toBe("ok");
    expect(await bob.send(raise("objection2", "More."))).toBe("ok");
    expect(await bob.send(hand)).toBe("muted");
    expect(await edit("14")).toBe("muted");
  });

  it("speaks under pseudonyms for a whole round or poll, whatever comes between", async () => {
    const [ann, pat] = [await enter("Ann"), await enter("Pat", "participant")];
    expect(await pat.send({ kind: "set-anonymous", on: true })).toBe("not-allowed");
    expect(await ann.send({ kind: "set-anonymous", on: true })).toBe("ok");
    const as = must((await pat.client.sync()).synced.pseudonym ?? undefined, "a pseudonym");
    expect(await pat.send({ kind: "pin", g: "3" })).toBe("ok");
    expect(await ann.send({ kind: "set-anonymous", on: false })).toBe("ok");
    expect(await pat.send({ kind: "pin", g: "4" })).toBe("ok");
    expect(await ann.send({ kind: "reveal-estimates" })).toBe("ok");
    const revealed = await ann.state();
    expect(revealed.pins).toEqual({ [as]: "4" });
    expect(await ann.send({ kind: "blind-estimates" })).toBe("ok");
    expect(await pat.send({ kind: "pin", g: "5" })).toBe("ok");
    expect(await ann.send({ kind: "reveal-estimates" })).toBe("ok");
    expect((await ann.state()).pins).toEqual({ [pat.id]: "5" });
  });
});
