import { describe, expect, it } from "vitest";
import { createSimClock } from "../../test/sim-clock.ts";
import { nowhere } from "../protocol/nowhere.ts";
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

  it("holds other processes' connections, shares only its own, and drops a process that is gone", async () => {
    const clock = createSimClock();
    const told: (readonly Presence[])[] = [];
    const shared: (readonly Presence[])[] = [];
    const places = createPresenceBoard(
      clock,
      (changes) => told.push(changes),
      (own) => shared.push(own),
    );
    places.move("c1", "ann", at("map"));
    places.hear("n2", [
      { connection: "c2", person: "bob", place: at("map") },
      // A late word about a connection that came over to this process since.
      { connection: "c1", person: "ann", place: null },
    ]);
    await clock.run(100);
    expect(told[0]?.map(({ connection }) => connection)).toEqual(["c1", "c2"]);
    expect(shared).toEqual([[{ connection: "c1", person: "ann", place: at("map") }]]);
    expect(places.own().map(({ connection }) => connection)).toEqual(["c1"]);
    places.drop("n3");
    places.drop("n2");
    await clock.run(100);
    expect(told[1]).toEqual([{ connection: "c2", person: "bob", place: null }]);
    expect([shared.length, places.all().length]).toEqual([1, 1]);
  });
});
