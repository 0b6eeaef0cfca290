import { expect, it } from "vitest";
import { announcement, sayDuration, sayRemaining } from "./countdown.ts";

it("says what is left, and by how much it ran over", () => {
  expect([300_000, 299_001, 1, 0, -400, -12_000, 3_723_000].map(sayRemaining)).toEqual([
    "5:00",
    "5:00",
    "0:01",
    "0:00",
    "0:00",
    "+0:12",
    "1:02:03",
  ]);
  expect([45, 60, 90, 600].map(sayDuration)).toEqual(["45 s", "1 min", "1 min 30 s", "10 min"]);
});

it("announces each moment once, the latest when several passed, and nothing when time was added", () => {
  expect(announcement(null, 4_000)).toBeNull();
  expect(announcement(60_500, 60_000)).toBe("1 minute left.");
  expect(announcement(60_000, 59_000)).toBeNull();
  expect(announcement(400_000, 9_000)).toBe("10 seconds left.");
  expect(announcement(500, -500)).toBe("Time is up.");
  expect(announcement(-500, -1_500)).toBeNull();
  expect(announcement(5_000, 65_000)).toBeNull();
});
