import { emptySession, type RoomView } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import { estimates, poll } from "./fixtures/poll.ts";
import { newsOf } from "./news.ts";

const view = (session: Partial<RoomView["session"]>, change: Partial<RoomView> = {}) => ({
  you: { id: "ann", name: "Ann", role: "participant", colour: 0 } as const,
  session: { ...emptySession, ...session },
  estimates,
  closed: false,
  pseudonym: null,
  ...change,
});
const textsOf = (...args: Parameters<typeof view>) => newsOf(view(...args)).map(({ text }) => text);

describe("newsOf", () => {
  it("tells of a question before the phase in which it was put", () => {
    const phase = { id: "estimate", since: 0, seq: 1 };
    expect(textsOf({ phase })).toEqual(["“Estimate” begins"]);
    expect(textsOf({ phase, polls: { poll0001: poll } })).toEqual(["Which wins?", "“Estimate” begins"]);
  });

  it("tells of no question that is answered, closed, hidden or not for those who look on", () => {
    const polls = (change: object) => ({ polls: { poll0001: { ...poll, ...change } } });
    expect(textsOf(polls({ answers: { ann: "yes" } }))).toEqual([]);
    expect(textsOf(polls({ closed: true }))).toEqual([]);
    expect(
      textsOf({ ...polls({}), hidden: { "poll/poll0001": { by: "mod", reason: "", seq: 3 } } as never }),
    ).toEqual([]);
    expect(textsOf(polls({}), { you: { id: "vic", name: "Vic", role: "viewer", colour: 0 } })).toEqual([]);
  });

  it("tells a question that is asked again, and another round of numbers, from what was before", () => {
    const keys = (change: object, numbers: Partial<RoomView["estimates"]> = {}) =>
      newsOf(
        view({ polls: { poll0001: { ...poll, ...change } } }, { estimates: { ...estimates, ...numbers } }),
      ).map(({ key }) => key);
    expect(keys({ before: { ann: "yes" } })).not.toEqual(keys({}));
    expect(keys({}, { blind: true, before: {} })).toHaveLength(2);
  });
});
