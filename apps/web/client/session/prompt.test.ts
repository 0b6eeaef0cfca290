import { emptySession, type RoomView } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import { estimates, poll } from "./fixtures/poll.ts";
import { promptOf } from "./prompt.ts";

const debate: RoomView["debate"] = {
  objections: {},
  reactions: {},
  endorsements: {},
  overlays: {},
  claims: {},
  weight: 0,
};
const view = (change: Partial<RoomView> = {}, role: "participant" | "viewer" = "participant") => ({
  you: { id: "ann", name: "Ann", role, colour: 0 },
  session: emptySession,
  estimates,
  closed: false,
  pseudonym: null,
  debate,
  ...change,
});
const phase = (id: string) => ({ ...emptySession, phase: { id, since: 0, seq: 1 } });
const kindOf = (...args: Parameters<typeof view>) => promptOf(view(...args)).kind;

describe("promptOf", () => {
  it("asks for a number first, and then for a doubt, where no phase is on", () => {
    expect(kindOf()).toBe("estimate");
    const values = { ann: { g: "2", credences: {}, applicability: {} } };
    expect(kindOf({ estimates: { ...estimates, values } })).toBe("object");
  });

  it("asks what is hidden until it is shown before what has been shown", () => {
    const polls = { poll0001: poll, poll0002: { ...poll, id: "poll0002", blind: false, seq: 9 } };
    const session = { ...emptySession, polls };
    expect(promptOf(view({ session }))).toEqual({ kind: "poll", poll: "poll0001" });
  });

  it("asks for what the phase is for", () => {
    expect(kindOf({ session: phase("estimate") })).toBe("estimate");
    expect(kindOf({ session: phase("state") })).toBe("nothing");
    expect(kindOf({ session: phase("object") })).toBe("object");
    const before = { ann: { g: "2", credences: {}, applicability: {} } };
    expect(promptOf(view({ session: phase("revise"), estimates: { ...estimates, before } }))).toEqual({
      kind: "estimate",
      isAgain: true,
    });
  });

  it("puts an unanswered question first, and the floor before that", () => {
    const polls = { poll0001: poll };
    expect(kindOf({ session: { ...phase("object"), polls } })).toBe("poll");
    const answered = { poll0001: { ...poll, answers: { ann: "yes" } } };
    expect(kindOf({ session: { ...phase("object"), polls: answered } })).toBe("object");
    const floor = { ...emptySession.floor, speaker: { person: "ann", seq: 3, at: 0 } };
    expect(kindOf({ session: { ...phase("object"), polls, floor } })).toBe("speak");
  });

  it("asks for a group, then for what it was given, until the group has published", () => {
    const blue = { id: "group/Blue", group: "Blue", members: [], by: "mod", patch: [], g: null, seq: 4 };
    const groups = (one: object) => ({
      session: phase("object"),
      debate: { ...debate, overlays: { "group/Blue": { ...blue, task: "objection1", ...one } } },
    });
    expect(kindOf(groups({}))).toBe("group");
    expect(kindOf(groups({ members: ["ann"] }))).toBe("group");
    expect(kindOf(groups({ members: ["ann"], by: "ann" }))).toBe("object");
    expect(kindOf(groups({ task: undefined }))).toBe("object");
    expect(kindOf({ ...groups({}), session: phase("state") })).toBe("nothing");
  });

  it("asks nothing of who looks on, and nothing in a closed room", () => {
    expect(kindOf({}, "viewer")).toBe("nothing");
    expect(kindOf({ closed: true })).toBe("nothing");
  });
});
