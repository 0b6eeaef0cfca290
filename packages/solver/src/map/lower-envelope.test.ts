import { must } from "@crux/core";
import { integer, parseRational, printRational } from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import { lowerEnvelope, type ScoreLine } from "./lower-envelope.ts";

const line = (program: string, c: string, t: string): ScoreLine => ({
  program,
  c: must(parseRational(c), c),
  t: must(parseRational(t), t),
});

describe("lowerEnvelope", () => {
  it("flips from fast honest to simple deceptive at 19/8", () => {
    const envelope = lowerEnvelope([
      line("fh", "130", "53"),
      line("sd", "98", "129"),
      line("fd", "136", "54"),
    ]);
    expect(envelope.segments.map((segment) => segment.winners)).toEqual([["fh"], ["sd"]]);
    expect(envelope.thresholds.map((one) => printRational(one.at))).toEqual(["19/8"]);
    expect(envelope.never).toEqual([{ program: "fd", because: { kind: "dominated", by: ["fh"] } }]);
  });

  it("lists equal lines together, in the order given", () => {
    const envelope = lowerEnvelope([line("b", "1", "2"), line("c", "1", "3"), line("a", "1", "2")]);
    expect(envelope.segments).toEqual([{ from: integer(0), to: null, winners: ["b", "a"] }]);
    expect(envelope.never).toEqual([{ program: "c", because: { kind: "dominated", by: ["b"] } }]);
  });

  it("names a line through a vertex among the ties and calls it jointly dominated", () => {
    const envelope = lowerEnvelope([line("a", "2", "0"), line("b", "1", "1"), line("c", "0", "2")]);
    expect(envelope.thresholds).toEqual([
      { at: integer(1), before: ["a"], after: ["c"], ties: ["a", "b", "c"] },
    ]);
    expect(envelope.never).toEqual([
      { program: "b", because: { kind: "jointly-dominated", by: ["a", "c"] } },
    ]);
  });

  it("has no threshold where lines meet at 0", () => {
    const envelope = lowerEnvelope([line("a", "3", "5"), line("b", "7", "5")]);
    expect(envelope.segments.map((segment) => segment.winners)).toEqual([["a"]]);
  });

  it("keeps a dominated line apart from one that only two others beat", () => {
    const envelope = lowerEnvelope([
      line("left", "10", "0"),
      line("right", "0", "10"),
      line("joint", "6", "6"),
      line("worse", "7", "7"),
    ]);
    expect(envelope.never).toEqual([
      { program: "joint", because: { kind: "jointly-dominated", by: ["left", "right"] } },
      { program: "worse", because: { kind: "dominated", by: ["joint"] } },
    ]);
  });
});
