import { describe, expect, it } from "vitest";
import { createSimClock } from "../../test/sim-clock.ts";
import { nowhere } from "../protocol/shapes.ts";
import type { Presence } from "../wire/messages.ts";
import { createPresenceBoard } from "./presence-board.ts";

describe("createPresenceBoard", () => {
  const board = () => {
    const clock = createSimClock();
    const told: (readonly Presence[])[] = [];
    return { clock, told, board: createPresenceBoard(clock, (changes) => told.push(changes)) };
  };
  const at = (tab: string) => ({ ...nowhere, tab });

  it("tells the newest place, at most twenty times a second", async () => {
    const { clock, told, board: places } = board();
    for (let ms = 0; ms < 1_000; ms += 5) {
      places.move("c1", "ann", at(`tab-${ms}`));
      await clock.run(5);
    }
    expect(told.length).toBeLessThanOrEqual(20);
    expect(told.at(-1)).toEqual([{ connection: "c1", person: "ann", place: at("tab-995") }]);
  });

  it("says nothing while nobody moves", async () => {
    const { clock, told, board: places } = board();
    places.move("c1", "ann", nowhere);
    await clock.run(10_000);
    expect(told.length).toBe(1);
  });

  it("forgets a connection that is gone, also one that moved just before", async () => {
    const { clock, told, board: places } = board();
    places.move("c1", "ann", at("map"));
    places.leave("c1");
    places.leave("c2");
    await clock.run(100);
    expect(told).toEqual([[{ connection: "c1", person: "ann", place: null }]]);
    expect(places.all()).toEqual([]);
  });
});
