import { describe, expect, it } from "vitest";
import { quietOf } from "./quiet.ts";

type View = Parameters<typeof quietOf>[0];

// reason: only what quietOf reads of it
const person = (id: string, role: string, count: number) =>
  ({
    id,
    name: id,
    role,
    colour: 0,
    at: Array.from({ length: count }, () => ({})),
  }) as unknown as View["people"][number];
const checkpoints = [
  { name: "Start", by: "ann", at: 1, seq: 3 },
  { name: "End", by: "ann", at: 2, seq: 9 },
];
const viewOf = (people: View["people"], kind = "online", named = checkpoints) =>
  ({ connection: { kind }, you: { id: "vic" }, people, session: { checkpoints: named } }) as unknown as View;

describe("quietOf", () => {
  const alone = [person("ann", "moderator", 0), person("vic", "viewer", 2), person("wall", "screen", 1)];

  it("gives the newest checkpoint to whoever is alone; windows of one's own and screens are nobody else", () => {
    expect(quietOf(viewOf(alone))).toEqual({ checkpoint: { name: "End", by: "ann", at: 2, seq: 9 } });
    expect(quietOf(viewOf(alone, "online", []))).toEqual({ checkpoint: null });
  });

  it("gives nothing while somebody else is here, offline, or before it is known who is here", () => {
    expect(quietOf(viewOf([person("ann", "moderator", 1), person("vic", "viewer", 1)]))).toBeNull();
    expect(quietOf(viewOf(alone, "offline"))).toBeNull();
    expect(quietOf(viewOf([person("vic", "viewer", 0)]))).toBeNull();
  });
});
