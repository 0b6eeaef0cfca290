import { essayClaims, essayDebate, must, printClaim, writeObjection } from "@crux/core";
import { describe, expect, it } from "vitest";
import { limits } from "../protocol/limits.ts";
import { command, decideCommand } from "./commands.ts";
import { isPublished, weightOf } from "./debate-state.ts";
import { applyCommandEvent } from "./folds.ts";
import { overlayRef } from "./hideable.ts";
import { emptyState, type Person, type RoomState } from "./room-state.ts";

const ann: Person = { id: "0".repeat(26), name: "Ann", role: "moderator", colour: 0 };
const bob: Person = { id: "1".repeat(26), name: "Bob", role: "participant", colour: 1 };
const prepared = { freshCode: null, isModeratorPresent: false };

/** Sends commands one after the other; the refusal's name, or ok. */
function roomOf(): { say(by: Person, wanted: unknown): string; state(): RoomState } {
  let state: RoomState = { ...emptyState, people: { [ann.id]: ann, [bob.id]: bob } };
  let seq = 0;
  return {
    state: () => state,
    say(by, wanted) {
      const read = command.safeParse(wanted);
      if (!read.success) return "bad-message";
      const decided = decideCommand(state, by, read.data, prepared);
      if (!decided.ok) return decided.error.code;
      state = must(
        applyCommandEvent(state, decided.value, { seq: ++seq, at: seq, by: by.id }),
        "a known kind",
      );
      return "ok";
    },
  };
}

const raise = (objection: string, more: object = {}): object => ({
  kind: "raise-objection",
  objection,
  doubt: "scope",
  anchor: { kind: "scenario", snapshot: "" },
  rows: [],
  text: "A doubt.",
  readings: [],
  replyTo: null,
  ...more,
});

describe("the debate of a room", () => {
  it("takes the whole example debate and every claim of the library", () => {
    const room = roomOf();
    const ids = new Map(essayDebate().map(({ objection }, at) => [objection.id, `example${at}`]));
    for (const { objection, replyTo } of essayDebate()) {
      const { id, kind: doubt, anchor, text, readings } = writeObjection(objection);
      const objectionId = ids.get(String(id)) ?? "";
      const parent = replyTo === null ? null : (ids.get(replyTo) ?? "");
      expect([
        id,
        room.say(ann, raise(objectionId, { doubt, anchor, text, readings, replyTo: parent })),
      ]).toEqual([id, "ok"]);
    }
    const claims = essayClaims()
      .map(({ claim }) => printClaim(claim))
      .slice(0, limits.claimsPerPerson);
    claims.forEach((claim, at) => {
      expect([claim, room.say(ann, { kind: "pin-claim", claim: `claim000${at}`, text: claim })]).toEqual([
        claim,
        "ok",
      ]);
    });
    expect(Object.keys(room.state().debate.objections).length).toBe(essayDebate().length);
  });

  it("gives a group an objection to work on, which stays with it while members publish", () => {
    const room = roomOf();
    const task = (group: string, objection: string | null) => ({ kind: "set-task", group, objection });
    room.say(bob, raise("objection1"));
    expect(room.say(bob, task("Blue", "objection1"))).toBe("not-allowed");
    expect(room.say(ann, task("Blue", "objection2"))).toBe("no-such-thing");
    expect(room.say(ann, task(" ", "objection1"))).toBe("empty-text");
    expect(room.say(ann, task("Blue", null))).toBe("no-such-thing");
    expect(room.say(ann, task("Blue", "objection1"))).toBe("ok");
    const blue = () => must(room.state().debate.overlays["group/Blue"], "the group is there");
    expect([blue().members, blue().task, isPublished(blue())]).toEqual([[], "objection1", false]);
    expect(room.say(bob, { kind: "publish-overlay", group: "Blue", patch: [], g: "2" })).toBe("not-yours");
    expect(room.say(bob, { kind: "join-group", group: "Blue" })).toBe("ok");
    expect(room.say(bob, { kind: "publish-overlay", group: "Blue", patch: [], g: "2" })).toBe("ok");
    expect([blue().g, blue().task, isPublished(blue())]).toEqual(["2", "objection1", true]);
    expect(room.say(ann, task("Blue", null))).toBe("ok");
    expect([blue().g, blue().task]).toEqual(["2", undefined]);
    expect(room.say(ann, { kind: "hide", to: overlayRef("group/Blue"), reason: "off topic" })).toBe("ok");
    expect(room.say(ann, task("Blue", "objection1"))).toBe("is-hidden");
  });

  it("weighs what it holds, also after edits, outcomes and removals", () => {
    const room = roomOf();
    room.say(bob, raise("objection1"));
    room.say(bob, {
      kind: "edit-objection",
      objection: "objection1",
      doubt: "rebut",
      text: "Longer words.",
      readings: [],
    });
    room.say(ann, { kind: "decline-objection", objection: "objection1", reason: "no" });
    room.say(bob, { kind: "publish-overlay", group: null, patch: [], g: "2" });
    room.say(bob, { kind: "publish-overlay", group: "Us", patch: [], g: null });
    room.say(ann, { kind: "set-task", group: "Us", objection: "objection1" });
    room.say(ann, { kind: "set-task", group: "Them", objection: "objection1" });
    room.say(bob, { kind: "withdraw-overlay", group: null });
    room.say(bob, { kind: "pin-claim", claim: "claim0001", text: "1 < 2" });
    room.say(bob, { kind: "remove-claim", claim: "claim0001" });
    const { objections, overlays, claims, weight } = room.state().debate;
    expect([Object.keys(objections).length, Object.keys(overlays), Object.keys(claims)]).toEqual([
      1,
      ["group/Us", "group/Them"],
      [],
    ]);
    expect(weight).toBe(
      [...Object.values(objections), ...Object.values(overlays)].reduce((sum, one) => sum + weightOf(one), 0),
    );
  });

  it("refuses more objections, deeper threads and more claims than its limits, by name", () => {
    const room = roomOf();
    for (let at = 0; at < limits.objectionsPerPerson; at++) {
      const replyTo = at === 0 || at > limits.threadDepth ? null : `objection${at - 1}`;
      expect(room.say(bob, raise(`objection${at}`, { replyTo }))).toBe("ok");
    }
    expect(room.say(bob, raise("objection999"))).toBe("too-many");
    const last = `objection${limits.threadDepth}`;
    expect(room.say(ann, raise("objection998", { replyTo: last }))).toBe("too-deep");
    for (let at = 0; at < limits.claimsPerPerson; at++)
      expect(room.say(bob, { kind: "pin-claim", claim: `claim000${at}`, text: "1 < 2" })).toBe("ok");
    expect(room.say(bob, { kind: "pin-claim", claim: "claim0999", text: "1 < 2" })).toBe("too-many");
  });

  it("is full when it weighs too much, and takes more once something is gone", () => {
    const room = roomOf();
    const gloss = "x".repeat(limits.patch - 100);
    const big = [{ kind: "add-term", term: { id: "t", gloss } }];
    const readings = Array(4).fill({ label: "big", patch: big });
    const replies: string[] = [];
    for (let at = 0; at < 100 && replies.at(-1) !== "too-many"; at++)
      replies.push(room.say(at % 2 ? ann : bob, raise(`objection${at}`, { readings })));
    expect(replies.at(-1)).toBe("too-many");
    expect(room.state().debate.weight).toBeLessThanOrEqual(limits.debate);
    expect(room.say(ann, { kind: "react", to: "objection/objection0", reaction: "agree", on: true })).toBe(
      "ok",
    );
  });
});
