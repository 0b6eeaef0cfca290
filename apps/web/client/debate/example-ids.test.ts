import { essayDebate } from "@crux/core";
import { describe, expect, it } from "vitest";
import { exampleId, TOUR } from "./example-ids.ts";

describe("exampleId", () => {
  it("gives every contribution an id that a room takes, each its own", () => {
    const ids = essayDebate().map(({ objection }) => exampleId(objection.id));
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-z]{8,32}$/);
  });

  it("names the moves of the tour in their order", () => {
    const moves = essayDebate().filter(({ move }) => move !== null);
    expect(moves.map(({ move }) => move)).toEqual([1, 2, 3, 4]);
    expect(TOUR).toEqual(moves.map(({ objection }) => exampleId(objection.id)));
  });
});
