import type { HistoryItem } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import { stepsOf } from "./steps.ts";

const minute = 60_000;
const log = (...items: readonly (readonly [by: string, kind: string, minutes: number])[]): HistoryItem[] =>
  items.map(([by, kind, minutes], at) => ({ seq: at + 1, at: minutes * minute, by, kind, rows: [] }));
const told = (items: HistoryItem[]) =>
  stepsOf(items).map(({ seq, before, by, kind }) => `${kind} by ${by}: ${before} → ${seq}`);

describe("stepsOf", () => {
  it("makes one step of what someone edits in one go, whatever others say meanwhile", () => {
    expect(
      told(
        log(
          ["server", "created", 0],
          ["server", "edit", 0],
          ["ann", "edit", 1],
          ["bob", "pin", 2],
          ["ann", "edit", 3],
          ["bob", "edit", 4],
          ["bob", "edit", 20],
        ),
      ),
    ).toEqual(["edit by bob: 6 → 7", "edit by bob: 5 → 6", "edit by ann: 2 → 5", "start by server: 1 → 2"]);
  });

  it("gives moments with a name a step of their own, at which a new edit begins", () => {
    expect(
      told(log(["ann", "edit", 1], ["ann", "checkpoint", 1], ["ann", "edit", 1], ["ann", "start-phase", 1])),
    ).toEqual([
      "phase by ann: 3 → 4",
      "edit by ann: 2 → 3",
      "checkpoint by ann: 1 → 2",
      "edit by ann: 0 → 1",
    ]);
  });

  it("takes the edit of a restore or a merge out of what was edited before it", () => {
    expect(told(log(["ann", "edit", 1], ["ann", "edit", 1], ["ann", "note-restore", 1]))).toEqual([
      "restore by ann: 1 → 3",
      "edit by ann: 0 → 1",
    ]);
    // Either may be in the log first.
    expect(told(log(["ann", "edit", 1], ["ann", "note-restore", 1], ["ann", "edit", 1]))).toEqual([
      "edit by ann: 2 → 3",
      "restore by ann: 0 → 2",
    ]);
    expect(told(log(["bob", "edit", 1], ["ann", "note-restore", 1], ["ann", "edit", 1]))).toEqual([
      "restore by ann: 1 → 3",
      "edit by bob: 0 → 1",
    ]);
    expect(told(log(["ann", "edit", 1], ["ann", "merge-objection", 1], ["ann", "edit", 1]))).toEqual([
      "edit by ann: 2 → 3",
      "merge by ann: 0 → 2",
    ]);
  });
});
