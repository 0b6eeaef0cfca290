import { must } from "@crux/core";
import { absolute, add, compare, one, parseRational, ratio, subtract, zero } from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Answer } from "../query/answer.ts";
import { answerQuery } from "../query/answer-query.ts";

const law = (runs: number) => ({ seed: 1, numRuns: runs * Number(process.env.CRUX_RUNS ?? 1) });

/** Costs of the scenario by their names, all whole: three programs, each with a term of its own. */
type Costs = Readonly<Record<string, number>>;
const PROGRAMS = ["p", "q", "r"];
const NAMES = PROGRAMS.flatMap((id) => [`c(of_${id})`, `t(of_${id})`]);

const amount = fc.integer({ min: 1, max: 30 });
const costs: fc.Arbitrary<Costs> = fc
  .array(amount, { minLength: NAMES.length, maxLength: NAMES.length })
  .map((all) => Object.fromEntries(NAMES.map((name, at) => [name, all[at] ?? 1])));
const rate = fc.integer({ min: 1, max: 6 });
/** Some costs, changed. */
const change: fc.Arbitrary<Costs> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...NAMES), amount), {
    selector: ([name]) => name,
    maxLength: 5,
  })
  .map((some) => Object.fromEntries(some));

const scenarioOf = (all: Costs): unknown => ({
  format: "crux/scenario",
  version: 1,
  title: "drawn",
  exchange: { family: "linear", apply: "sum" },
  terms: PROGRAMS.map((id) => ({
    id: `of_${id}`,
    c: String(all[`c(of_${id})`]),
    t: String(all[`t(of_${id})`]),
  })),
  programs: PROGRAMS.map((id) => ({ id, name: id, c: `c(of_${id})`, t: `t(of_${id})` })),
});
const editsOf = (some: Costs) =>
  Object.entries(some).map(([name, to]) => ({
    kind: "set-cost",
    axis: name[0],
    term: name.slice(2, -1),
    to: String(to),
  }));

function ask<K extends Answer["kind"]>(
  scenario: unknown,
  query: { kind: K } & Record<string, unknown>,
): Answer & { kind: K } {
  const reply = answerQuery({ scenario, query }, { certificate: false });
  if (!reply.ok || reply.answer.kind !== query.kind) throw new Error(JSON.stringify(reply));
  return reply.answer as Answer & { kind: K };
}

/** Who wins, by plain arithmetic. */
function winners(all: Costs, g: number): string {
  const scores = PROGRAMS.map((id) => g * (all[`c(of_${id})`] ?? 0) + (all[`t(of_${id})`] ?? 0));
  return PROGRAMS.filter((_, at) => scores[at] === Math.min(...scores)).join(" ");
}

/** All sets below `1 << count` that have a property although no part of them has it. */
function smallest(count: number, has: (set: number) => boolean): number[] {
  const all = Array.from({ length: (1 << count) - 1 }, (_, at) => at + 1).filter(has);
  return all.filter((set) => !all.some((part) => part !== set && (part & set) === part));
}
const sorted = (sets: readonly (readonly string[])[]): string[] =>
  sets.map((set) => set.toSorted().join(" + ")).toSorted();

describe("cruxes", () => {
  it("are just the sets that flip and have no part that flips, found by trying all of them", () => {
    fc.assert(
      fc.property(costs, change, rate, rate, (all, theirs, g, h) => {
        const other = { ...all, ...theirs };
        const points = [...NAMES.filter((name) => all[name] !== other[name]), ...(g === h ? [] : ["g"])];
        const taken = (set: number, from: Costs, to: Costs, fromG: number, toG: number): string => {
          const has = (name: string) => points.some((point, at) => point === name && (set & (1 << at)) !== 0);
          const mixed = Object.fromEntries(NAMES.map((name) => [name, (has(name) ? to : from)[name] ?? 0]));
          return winners(mixed, has("g") ? toG : fromG);
        };
        const answer = ask(scenarioOf(all), {
          kind: "cruxes",
          a: { owner: "A", patch: [], g: String(g) },
          b: { owner: "B", patch: editsOf(theirs), g: String(h) },
        });
        const [mine, yours] = [winners(all, g), winners(other, h)];
        const names = (set: number): string[] => points.filter((_, at) => (set & (1 << at)) !== 0);
        const expected = (has: (set: number) => boolean): string[] =>
          mine === yours ? [] : sorted(smallest(points.length, has).map(names));
        const flipA = expected((set) => taken(set, all, other, g, h) === yours);
        const flipB = expected((set) => taken(set, other, all, h, g) === mine);
        expect(sorted(answer.flipA)).toEqual(flipA);
        expect(sorted(answer.flipB)).toEqual(flipB);
        expect(sorted(answer.both)).toEqual(flipA.filter((set) => flipB.includes(set)));
      }),
      law(60),
    );
  });

  it("have shares that add up to the whole gap, where there are shares", () => {
    let shared = 0;
    fc.assert(
      fc.property(costs, change, rate, rate, (all, theirs, g, h) => {
        const { differences, missing } = ask(scenarioOf(all), {
          kind: "cruxes",
          a: { owner: "A", patch: [], g: String(g) },
          b: { owner: "B", patch: editsOf(theirs), g: String(h) },
        });
        const shares = differences.flatMap(({ share }) => (share === null ? [] : [share]));
        expect(shares.length === differences.length || missing !== "").toBe(true);
        if (shares.length === 0) return;
        shared += 1;
        const total = shares
          .map(({ decimal }) => must(parseRational(decimal ?? ""), "a decimal"))
          .reduce(add, zero);
        expect(compare(absolute(subtract(total, one)), ratio(1n, 10n ** 24n))).toBe(-1);
      }),
      law(40),
    );
    expect(shared).toBeGreaterThan(0);
  });
});

describe("a preview", () => {
  it("is what merging the patch gives", () => {
    fc.assert(
      fc.property(costs, change, (all, some) => {
        const preview = ask(scenarioOf(all), { kind: "compare", overlay: editsOf(some) });
        for (const [shown, merged] of [
          [preview.before, all],
          [preview.after, { ...all, ...some }],
        ] as const) {
          const { over, segments, thresholds, touches, never } = shown;
          const map = { over, segments, thresholds, touches, never };
          expect(answerQuery({ scenario: scenarioOf(merged), query: { kind: "winners" } })).toMatchObject({
            answer: map,
          });
        }
      }),
      law(40),
    );
  });
});

describe("flip sets", () => {
  const objection = fc.array(change, { minLength: 1, maxLength: 2 });

  it("are just the sets that flip and have no part that flips, without contradictions", () => {
    fc.assert(
      fc.property(costs, fc.array(objection, { minLength: 1, maxLength: 4 }), rate, (all, objections, g) => {
        const answer = ask(scenarioOf(all), {
          kind: "flip-sets",
          at: { g: String(g) },
          objections: objections.map((readings, at) => ({
            id: `o${at}`,
            author: "anyone",
            kind: "rebut",
            anchor: { kind: "scenario", snapshot: "drawn" },
            text: "",
            readings: readings.map((some, place) => ({ label: `r${place}`, patch: editsOf(some) })),
          })),
        });
        const choices = objections.flatMap((readings, at) =>
          readings.map((patch, place) => ({ at, name: `o${at}/r${place}`, patch })),
        );
        const read = (set: number) => choices.filter((_, at) => (set & (1 << at)) !== 0);
        const flips = (set: number): boolean => {
          const some = read(set);
          const isOnce = new Set(some.map(({ at }) => at)).size === some.length;
          const isClear = some.every(({ patch }) =>
            some.every((other) =>
              Object.entries(patch).every(([name, to]) => (other.patch[name] ?? to) === to),
            ),
          );
          const after = Object.assign({}, all, ...some.map(({ patch }) => patch)) as Costs;
          return isOnce && isClear && winners(after, g) !== winners(all, g);
        };
        const expected = smallest(choices.length, flips).map((set) => read(set).map(({ name }) => name));
        const found = answer.sets.map(({ objections: some }) =>
          some.map(({ id, reading }) => `${id}/${reading}`),
        );
        expect(sorted(found)).toEqual(sorted(expected));
      }),
      law(60),
    );
  });
});
