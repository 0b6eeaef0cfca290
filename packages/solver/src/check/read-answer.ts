import type {
  BreakEvenAnswer,
  CasesAnswer,
  CompareAnswer,
  CruxesAnswer,
  FlipSet,
  FlipSetsAnswer,
  JudgeAnswer,
  Loser,
  MapAnswer,
  NearestFlip,
  ScoreAnswer,
  ScoreRow,
  Segment,
  SensitivityAnswer,
  SensitivityRow,
  Solution,
  SolutionsAnswer,
  Threshold,
  Touch,
  UndecidedAnswer,
  Value,
  WinnerMap,
} from "../query/answer.ts";
import {
  byKind,
  count,
  flag,
  list,
  nullable,
  oneOf,
  optional,
  pair,
  record,
  type Shape,
  table,
  text,
} from "./shape.ts";

/** Reads a list of texts. */
export const texts = list(text);

const valueFields = { exact: nullable(text), decimal: optional(text), isolating: optional(pair(text)) };
const value = record<Value>(valueFields);

/** Reads one solution. */
export const solution = record<Solution>({
  ...valueFields,
  multiplicity: count,
  flips: flag,
  conditions: texts,
});

const solutionFields = {
  holds: oneOf("somewhere", "nowhere", "everywhere"),
  solutions: list(solution),
  conditions: texts,
  degenerate: list(
    record<SolutionsAnswer["degenerate"][number]>({ when: texts, holds: oneOf("everywhere", "nowhere") }),
  ),
};

const loser = record<Loser>({
  program: text,
  because: byKind<Loser["because"]>({
    dominated: record({
      kind: oneOf("dominated"),
      by: (items, path): readonly [string] => {
        const [only = "", ...others] = texts(items, path);
        return others.length === 0 ? [only] : [`${only} and more`];
      },
    }),
    "jointly-dominated": record({ kind: oneOf("jointly-dominated"), by: texts }),
    "not-eligible": record({ kind: oneOf("not-eligible") }),
    beaten: record({ kind: oneOf("beaten"), by: texts }),
  }),
});

const mapFields = {
  over: text,
  segments: list(record<Segment>({ from: value, to: value, winners: texts })),
  thresholds: list(
    record<Threshold>({ at: value, before: texts, after: texts, ties: texts, formula: nullable(text) }),
  ),
  touches: list(record<Touch>({ at: value, ties: texts })),
  never: list(loser),
};

/** Everything of an answer but its certificate. */
export type Bare<T> = Omit<T, "certificate">;
/** An answer without its certificate. */
export type BareAnswer =
  | Bare<SolutionsAnswer>
  | Bare<MapAnswer>
  | Bare<CasesAnswer>
  | Bare<BreakEvenAnswer>
  | Bare<ScoreAnswer>
  | Bare<SensitivityAnswer>
  | Bare<JudgeAnswer>
  | Bare<CompareAnswer>
  | Bare<CruxesAnswer>
  | Bare<FlipSetsAnswer>
  | UndecidedAnswer;

/** Reads a winner map. */
export const winnerMap = record<WinnerMap>(mapFields);
const point = table(text);
const flipSet = record<FlipSet>({
  objections: list(record<FlipSet["objections"][number]>({ id: text, reading: text })),
  winners: texts,
});

/** Reads an answer without its certificate; refuses whatever has not the shape of one. */
export const bareAnswer: Shape<BareAnswer> = byKind<BareAnswer>({
  solutions: record<Bare<SolutionsAnswer>>({ kind: oneOf("solutions"), ...solutionFields }),
  "break-even": record<Bare<BreakEvenAnswer>>({
    kind: oneOf("break-even"),
    of: text,
    between: pair(text),
    ...solutionFields,
  }),
  map: record<Bare<MapAnswer>>({ kind: oneOf("map"), ...mapFields }),
  cases: record<Bare<CasesAnswer>>({
    kind: oneOf("cases"),
    over: text,
    cases: list(record<CasesAnswer["cases"][number]>({ when: texts, ...mapFields })),
  }),
  score: record<Bare<ScoreAnswer>>({
    kind: oneOf("score"),
    at: point,
    rows: list(
      record<ScoreRow>({
        program: text,
        c: nullable(value),
        t: nullable(value),
        score: value,
        rank: nullable(count),
        margin: nullable(value),
      }),
    ),
    winners: texts,
  }),
  sensitivity: record<Bare<SensitivityAnswer>>({
    kind: oneOf("sensitivity"),
    between: pair(text),
    threshold: value,
    formula: nullable(text),
    rows: list(
      record<SensitivityRow>({
        of: text,
        derivative: value,
        elasticity: nullable(value),
        cancels: flag,
      }),
    ),
  }),
  judge: record<Bare<JudgeAnswer>>({
    kind: oneOf("judge"),
    verdict: oneOf("proved", "refuted", "vacuous", "undecided"),
    counterexample: nullable(point),
    example: nullable(point),
    uses: texts,
    repair: texts,
    missing: text,
  }),
  compare: record<Bare<CompareAnswer>>({
    kind: oneOf("compare"),
    before: winnerMap,
    after: winnerMap,
    effect: oneOf("moves", "removes", "creates", "reverses", "ties", "none"),
    reason: optional(
      oneOf("nothing-changed", "words", "assumption", "unused", "cancels", "losers-only", "other"),
    ),
  }),
  cruxes: record<Bare<CruxesAnswer>>({
    kind: oneOf("cruxes"),
    winners: record<CruxesAnswer["winners"]>({ a: texts, b: texts }),
    differences: list(
      record<CruxesAnswer["differences"][number]>({
        of: text,
        a: nullable(text),
        b: nullable(text),
        share: nullable(value),
      }),
    ),
    flipA: list(texts),
    flipB: list(texts),
    both: list(texts),
    search: nullable(
      record<NonNullable<CruxesAnswer["search"]>>({ tried: count, looseA: list(texts), looseB: list(texts) }),
    ),
    apart: nullable(
      list(
        record<NearestFlip>({
          side: oneOf("a", "b"),
          of: text,
          now: value,
          kind: oneOf("flips", "never", "open"),
          at: nullable(value),
          winners: texts,
        }),
      ),
    ),
    missing: text,
  }),
  "flip-sets": record<Bare<FlipSetsAnswer>>({
    kind: oneOf("flip-sets"),
    at: point,
    winners: texts,
    sets: list(flipSet),
    search: nullable(record<NonNullable<FlipSetsAnswer["search"]>>({ tried: count, loose: list(flipSet) })),
  }),
  undecided: record<UndecidedAnswer>({ kind: oneOf("undecided"), missing: text }),
});
