import { must } from "@crux/core";
import { add, compare, integer, midpoint, multiply, type Rational, ratio } from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lowerEnvelope, type ScoreLine } from "./lower-envelope.ts";

const runs = 400 * Number(process.env.CRUX_RUNS ?? 1);
const check = <T>(property: fc.IProperty<T> | fc.IPropertyWithHooks<T>): void =>
  fc.assert(property, { seed: 1, numRuns: runs });

const cost = fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 3 }));
const costs = fc.array(fc.tuple(cost, cost), { minLength: 1, maxLength: 9 });
const toLines = (raw: readonly (readonly [[number, number], [number, number]])[]): ScoreLine[] =>
  raw.map(([[c, cd], [t, td]], at) => ({
    program: `p${at}`,
    c: ratio(BigInt(c), BigInt(cd)),
    t: ratio(BigInt(t), BigInt(td)),
  }));
const lines = costs.map(toLines);

const score = (line: ScoreLine, g: Rational): Rational => add(multiply(line.c, g), line.t);
/** The definition: all lines that no line is below at this `g`. */
function lowestAt(all: readonly ScoreLine[], g: Rational): string[] {
  const isLowest = (one: ScoreLine): boolean =>
    all.every((other) => compare(score(one, g), score(other, g)) <= 0);
  return all.filter(isLowest).map((one) => one.program);
}
const inside = (from: Rational, to: Rational | null): Rational =>
  to === null ? add(from, integer(1)) : midpoint(from, to);
const thresholdsOf = (all: readonly ScoreLine[]): Rational[] =>
  lowerEnvelope(all).thresholds.map((one) => one.at);

describe("lowerEnvelope", () => {
  it("agrees with the definition at, between and beyond thresholds", () => {
    check(
      fc.property(lines, (all) => {
        const { segments, thresholds } = lowerEnvelope(all);
        for (const { from, to, winners } of segments)
          expect(lowestAt(all, inside(from, to))).toEqual(winners);
        for (const { at, ties } of thresholds) expect(lowestAt(all, at)).toEqual(ties);
      }),
    );
  });

  it("covers (0, oo) without gap or overlap, and neighbours differ", () => {
    check(
      fc.property(lines, (all) => {
        const { segments } = lowerEnvelope(all);
        expect(segments[0]?.from).toEqual(integer(0));
        expect(segments.at(-1)?.to).toBeNull();
        segments.slice(1).forEach((segment, at) => {
          const before = must(segments[at], "a segment before");
          expect(before.to).toEqual(segment.from);
          expect(compare(before.from, segment.from)).toBe(-1);
          expect(before.winners).not.toEqual(segment.winners);
        });
      }),
    );
  });

  it("gives each program either a segment or a true reason why not", () => {
    check(
      fc.property(lines, (all) => {
        const { segments, never } = lowerEnvelope(all);
        const winning = new Set(segments.flatMap((segment) => segment.winners));
        expect(all.map((one) => one.program).filter((id) => !winning.has(id))).toEqual(
          never.map((one) => one.program),
        );
        const named = (id: string): ScoreLine =>
          must(
            all.find((one) => one.program === id),
            id,
          );
        for (const { program, because } of never) {
          if (because.kind !== "dominated") continue;
          const [loser, by] = [named(program), named(because.by[0])];
          expect(compare(by.c, loser.c) <= 0 && compare(by.t, loser.t) <= 0).toBe(true);
        }
      }),
    );
  });

  it("says jointly dominated only where no single program dominates", () => {
    check(
      fc.property(lines, (all) => {
        for (const { program, because } of lowerEnvelope(all).never) {
          const loser = must(
            all.find((one) => one.program === program),
            program,
          );
          const dominated = all.some(
            (one) =>
              compare(one.c, loser.c) <= 0 &&
              compare(one.t, loser.t) <= 0 &&
              compare(one.c, loser.c) + compare(one.t, loser.t) < 0,
          );
          expect(because.kind).toBe(dominated ? "dominated" : "jointly-dominated");
        }
      }),
    );
  });

  it("does not depend on the order of programs", () => {
    check(
      fc.property(lines, (all) => {
        const sorted = (ids: readonly string[]): string[] => [...ids].sort();
        const maps = [all, [...all].reverse()].map((some) =>
          lowerEnvelope(some).segments.map(({ from, to, winners }) => ({
            from,
            to,
            winners: sorted(winners),
          })),
        );
        expect(maps[0]).toEqual(maps[1]);
      }),
    );
  });

  it("keeps thresholds when all costs are scaled, and moves them when one axis is", () => {
    const factor = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }));
    check(
      fc.property(lines, factor, (all, [num, den]) => {
        const k = ratio(BigInt(num), BigInt(den));
        const scaled = (c: Rational, t: Rational): ScoreLine[] =>
          all.map((one) => ({ ...one, c: multiply(one.c, c), t: multiply(one.t, t) }));
        const one = integer(1);
        expect(thresholdsOf(scaled(k, k))).toEqual(thresholdsOf(all));
        expect(thresholdsOf(scaled(one, k))).toEqual(thresholdsOf(all).map((at) => multiply(at, k)));
        expect(thresholdsOf(scaled(k, one)).map((at) => multiply(at, k))).toEqual(thresholdsOf(all));
      }),
    );
  });

  it("keeps thresholds when one term is added to all programs or a dominated program is added", () => {
    check(
      fc.property(lines, cost, cost, (all, [c, cd], [t, td]) => {
        const [extraC, extraT] = [ratio(BigInt(c), BigInt(cd)), ratio(BigInt(t), BigInt(td))];
        const shifted = all.map((one) => ({ ...one, c: add(one.c, extraC), t: add(one.t, extraT) }));
        expect(thresholdsOf(shifted)).toEqual(thresholdsOf(all));
        const first = must(all[0], "a line");
        const dominated = { program: "extra", c: add(first.c, integer(1)), t: add(first.t, extraT) };
        expect(lowerEnvelope([...all, dominated]).segments).toEqual(lowerEnvelope(all).segments);
      }),
    );
  });
});
