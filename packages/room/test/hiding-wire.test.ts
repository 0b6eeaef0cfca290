import { describe, expect, it } from "vitest";
import { overlayRef } from "../src/command/hideable.ts";
import { eachRawRoom } from "./each-server.ts";
import { patch, raising } from "./raising.ts";
import { enterAs, type RawPerson } from "./raw-people.ts";

const words = { kind: "open-poll", question: "Q?", form: { kind: "words" }, blind: false };
const raise = (objection: string, text: string) =>
  raising(objection, { text, readings: [{ label: text, patch }] });
const slur = /flamingo/i;

describe("what hiding leaves on the wire", () => {
  const { enter, url, room } = eachRawRoom();
  /** Sends what has to be taken. */
  const all = async (person: RawPerson, commands: readonly object[]): Promise<void> => {
    for (const one of commands) expect([one, await person.send(one)]).toEqual([one, "ok"]);
  };
  const hide = (to: string) => ({ kind: "hide", to, reason: "off topic" });
  /** Everything that `person` is sent while `what` happens, and what they would be sent if they came now. */
  const sentDuring = async (person: RawPerson, what: () => Promise<void>): Promise<string> => {
    const from = person.frames.length;
    await what();
    const synced = JSON.stringify(await person.state());
    return person.frames.slice(from).join("\n") + synced;
  };

  it.each([
    ["objection", "objection/objection1", raise("objection1", "You flamingo.")],
    ["claim", "claim/claim0001", { kind: "pin-claim", claim: "claim0001", text: "c(flamingo) < c(rule)" }],
    ["answer", "answer", { kind: "answer-poll", poll: "poll00001", answer: "flamingo" }],
    ["reason", "because", { kind: "pin", g: "3", because: { objection: null, words: "flamingo" } }],
    ["name", "name", { kind: "rename", name: "Flamingo" }],
    ["plain words", "gloss/terms/s1", { kind: "pin-gloss", to: "terms/s1", text: "flamingo" }],
    ["poll", "poll/poll00002", { ...words, poll: "poll00002", question: "Flamingo?" }],
    [
      "group's values",
      overlayRef("group/Flamingos"),
      { kind: "publish-overlay", group: "Flamingos", patch, g: null },
    ],
  ])(
    "takes a hidden %s off every frame that follows, for a person and for the big screen",
    async (kind, to, said) => {
      const [ann, pat, bob] = [await enter("Ann"), await enter("Pat"), await enter("Bob")];
      const screen = await enter("Projector", "screen");
      await all(ann, [{ ...words, poll: "poll00001" }]);
      await all(kind === "poll" ? ann : pat, [said]);
      if (kind === "reason") await all(ann, [{ kind: "reveal-estimates" }]);
      for (const one of [bob, screen]) expect(JSON.stringify(await one.state())).toMatch(slur);
      const ref = {
        answer: `answer/poll00001/${pat.id}`,
        because: `because/${pat.id}`,
        name: `name/${pat.id}`,
      };
      const address = Object.hasOwn(ref, to) ? ref[to as keyof typeof ref] : to;
      const behind = async (): Promise<void> => {
        await all(ann, [hide(address)]);
        // Whatever goes on afterwards brings none of it back: what is revealed again, taken away, or read from the past.
        await all(ann, [{ kind: "reveal-estimates" }, { kind: "reveal-poll", poll: "poll00001" }]);
        if (kind === "group's values") await all(pat, [{ kind: "withdraw-overlay", group: "Flamingos" }]);
        const seq = bob.synced.seq;
        const seqs = Array.from({ length: 12 }, (_, at) => seq + at);
        await bob.client.ask("look-back", { seqs, state: true });
        await bob.client.ask("history", { from: 1, count: 100 });
        await bob.client.ask("export", {});
      };
      const [toBob, toScreen] = await Promise.all([
        sentDuring(bob, behind),
        sentDuring(screen, () => new Promise((done) => setTimeout(done, 400))),
      ]);
      expect(toBob).toContain("off topic");
      expect(toBob).not.toMatch(slur);
      expect(toScreen).not.toMatch(slur);
      expect(JSON.stringify(await ann.state())).toMatch(kind === "group's values" ? /off topic/ : slur);
    },
  );

  it("reveals a round without the reason that was hidden while it was blind; moderators and its author keep it", async () => {
    const [ann, pat, bob] = [await enter("Ann"), await enter("Pat"), await enter("Bob")];
    const pin = (g: string, said: string) => ({ kind: "pin", g, because: { objection: null, words: said } });
    await all(pat, [pin("3", "flamingo")]);
    await all(ann, [{ kind: "reveal-estimates" }, { kind: "blind-estimates" }]);
    await all(pat, [pin("4", "another flamingo")]);
    const toBob = await sentDuring(bob, () =>
      all(ann, [hide(`because/${pat.id}`), { kind: "reveal-estimates" }]),
    );
    expect(toBob).not.toMatch(slur);
    expect((await bob.state()).estimates.values[pat.id]).toMatchObject({ g: "4", because: { words: "" } });
    for (const reader of [ann, pat])
      expect((await reader.state()).estimates.values[pat.id]?.because?.words).toBe("another flamingo");
    const heard = (who: RawPerson): string =>
      JSON.stringify(who.heard.filter(({ event }) => event.kind === "reveal-estimates").at(-1));
    expect(heard(ann)).toMatch(slur);
    expect(heard(bob)).toContain('"g":"4"');
  });

  it("reveals a poll without the answer that was hidden while it was blind", async () => {
    const [ann, pat, bob] = [await enter("Ann"), await enter("Pat"), await enter("Bob")];
    const answer = (said: string) => ({ kind: "answer-poll", poll: "poll00001", answer: said });
    await all(ann, [{ ...words, poll: "poll00001" }]);
    await all(pat, [answer("flamingo")]);
    await all(ann, [{ kind: "blind-poll", poll: "poll00001" }]);
    await all(pat, [answer("flamingos")]);
    const toBob = await sentDuring(bob, () =>
      all(ann, [hide(`answer/poll00001/${pat.id}`), { kind: "reveal-poll", poll: "poll00001" }]),
    );
    expect(toBob).not.toMatch(slur);
    expect((await bob.state()).session.polls.poll00001?.answers).toEqual({ [pat.id]: "" });
    expect((await ann.state()).session.polls.poll00001?.answers).toEqual({ [pat.id]: "flamingos" });
  });

  it("tells a moderator by no refusal who is in while a round or a poll is blind", async () => {
    const [ann, pat, bob] = [await enter("Ann"), await enter("Pat"), await enter("Bob")];
    await all(pat, [{ kind: "pin", g: "3", because: { objection: null, words: "since noon" } }]);
    await all(ann, [{ ...words, poll: "poll00001", blind: true }]);
    await all(pat, [{ kind: "answer-poll", poll: "poll00001", answer: "herons" }]);
    for (const one of [pat, bob])
      for (const to of [`because/${one.id}`, `answer/poll00001/${one.id}`])
        expect([to, await ann.send(hide(to))]).toEqual([to, "no-such-thing"]);
  });

  it("gives a new moderator what is hidden, and takes it and the right to hide from the one before", async () => {
    const [ann, pat, bob] = [await enter("Ann"), await enter("Pat"), await enter("Bob")];
    await all(pat, [raise("objection1", "You flamingo.")]);
    await all(ann, [hide("objection/objection1"), { kind: "close-door", closed: true }]);
    expect(await bob.send({ kind: "hand-over", person: bob.id })).toBe("not-allowed");
    expect(await ann.send({ kind: "hand-over", person: ann.id })).toBe("no-such-person");
    await all(ann, [{ kind: "hand-over", person: bob.id }]);
    const asked = [
      hide("objection/objection1"),
      { kind: "unhide", to: "objection/objection1" },
      { kind: "mute", person: pat.id, until: "lifted", reason: "" },
      { kind: "remove-person", person: pat.id, reason: "" },
      { kind: "close-door", closed: false },
      { kind: "set-code", hidden: true },
      { kind: "lock-term", row: "terms/s1", locked: true },
      { kind: "set-anonymous", on: true },
      { kind: "hand-over", person: ann.id },
      { kind: "close-room", closed: true },
    ];
    for (const one of asked) expect([one.kind, await ann.send(one)]).toEqual([one.kind, "not-allowed"]);
    const before = JSON.stringify(await ann.state());
    expect(before).not.toMatch(slur);
    expect(JSON.stringify(await bob.state())).toMatch(slur);
    await all(bob, asked.slice(4, 8));
    const { session, people } = await bob.state();
    expect([people[ann.id]?.role, people[bob.id]?.role]).toEqual(["debater", "moderator"]);
    expect(session.notes.find(({ kind }) => kind === "hand-over")).toMatchObject({
      by: ann.id,
      subject: bob.id,
    });
  });

  it("lets nobody in by a hidden code or past a closed door, whoever was in stays, and the record says who did it", async () => {
    const [ann, bob] = [await enter("Ann"), await enter("Bob")];
    for (const shut of [
      { kind: "set-code", hidden: true },
      { kind: "close-door", closed: true },
    ]) {
      expect(await bob.send(shut)).toBe("not-allowed");
      await all(ann, [shut]);
      await expect(enterAs(url(), room(), "Zoe")).rejects.toThrow("no-entry");
      await expect(enterAs(url(), room(), "Zoe", "screen")).rejects.toThrow("no-entry");
      await all(bob, [{ kind: "react", to: "terms/s1", reaction: "agree", on: shut.kind === "set-code" }]);
      await all(ann, [
        shut.kind === "set-code"
          ? { kind: "set-code", hidden: false }
          : { kind: "close-door", closed: false },
      ]);
    }
    expect(await (await enter("Zoe")).send({ kind: "raise-hand", reply: false, about: null })).toBe("ok");
    const notes = (await bob.state()).session.notes.map(({ by, kind, reason }) => [by, kind, reason]);
    expect(notes).toEqual([
      [ann.id, "set-code", "hidden, debater"],
      [ann.id, "set-code", "shown, debater"],
      [ann.id, "close-door", "closed"],
      [ann.id, "close-door", "open"],
    ]);
  });
});
