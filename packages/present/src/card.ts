import { type Scenario, unreachable } from "@crux/core";
import type { Answer, CruxesAnswer, JudgeAnswer, Point, Solution, WinnerMap } from "@crux/solver";
import { cruxWords } from "./crux-words.ts";
import type { DerivationLine } from "./derivation.ts";
import { effectWords } from "./effect-words.ts";
import { listText, namesText, programName } from "./names.ts";
import { decimalText, exactAndDecimal, exactText } from "./number-text.ts";
import { searchText } from "./search-text.ts";
import { mapSentence, neverReason } from "./sentence.ts";
import { column, type Table } from "./table.ts";

/** An answer in words: what a terminal prints and a page shows as a card. */
export type Card = {
  /** The answer in one sentence. */
  readonly headline: string;
  /** Further sentences, most useful first. */
  readonly details: readonly string[];
  readonly table: Table | null;
  readonly derivation: readonly DerivationLine[];
  /** A map that can be drawn as a strip. */
  readonly map: WinnerMap | null;
};

const plain = (headline: string, details: readonly string[] = [], table: Table | null = null): Card => ({
  headline,
  details,
  table,
  derivation: [],
  map: null,
});

/** The card of an answer. */
export function cardOf(scenario: Scenario, answer: Answer): Card {
  switch (answer.kind) {
    case "map":
      return {
        ...plain(
          mapSentence(scenario, answer),
          mapDetails(scenario, answer),
          thresholdTable(scenario, answer),
        ),
        map: answer,
      };
    case "cases":
      return plain(
        `It depends on the unknown costs: ${answer.cases.length} ${answer.cases.length === 1 ? "case" : "cases"}.`,
        answer.cases.map(
          (one) =>
            `${one.when.length === 0 ? "Always" : `If ${listText(one.when)}`}: ${mapSentence(scenario, one)}`,
        ),
      );
    case "solutions":
      return solutionsCard("g", answer);
    case "break-even":
      return solutionsCard(answer.of, answer, `${namesText(scenario, answer.between)} tie`);
    case "score":
      return plain(
        answer.winners.length === 1
          ? `${namesText(scenario, answer.winners)} wins.`
          : `${namesText(scenario, answer.winners)} tie.`,
        marginDetail(scenario, answer.rows),
        {
          title: "Scores, lower wins",
          columns: [
            column.number("rank"),
            column.text("program"),
            column.number("complexity"),
            column.number("time"),
            column.number("score"),
            column.number("margin"),
          ],
          rows: [...answer.rows]
            .sort((a, b) => (a.rank ?? 1e9) - (b.rank ?? 1e9))
            .map((row) => [
              row.rank === null ? "–" : `${row.rank}`,
              programName(scenario, row.program),
              row.c === null ? "–" : exactText(row.c),
              row.t === null ? "–" : exactText(row.t),
              exactText(row.score),
              row.margin === null ? "–" : exactText(row.margin),
            ]),
        },
      );
    case "sensitivity":
      return sensitivityCard(scenario, answer);
    case "judge":
      return judgeCard(answer);
    case "compare":
      return compareCard(scenario, answer);
    case "cruxes":
      return cruxesCard(scenario, answer);
    case "flip-sets":
      return plain(
        answer.sets.length > 0
          ? "These objections change the winner:"
          : answer.search === null
            ? "No objection changes the winner."
            : "No set of objections was found that changes the winner.",
        [
          ...answer.sets.map(
            ({ objections, winners }) =>
              `${listText(objections.map((one) => one.id))}: ${winText(scenario, winners)} then`,
          ),
          ...(answer.search === null ? [] : [searchText(answer.search.tried, "objections")]),
        ],
      );
    case "undecided":
      return plain(`Undecided. What is missing: ${answer.missing}.`, [
        "Try a simpler question, or put a number in for an unknown.",
      ]);
    default:
      return unreachable(answer);
  }
}

function winText(scenario: Scenario, winners: readonly string[]): string {
  if (winners.length === 0) return "nobody wins";
  return `${namesText(scenario, winners)} ${winners.length === 1 ? "wins" : "tie"}`;
}

function mapDetails(scenario: Scenario, map: WinnerMap): string[] {
  const formulas = map.thresholds.flatMap((one) =>
    one.formula === null || one.formula === one.at.exact ? [] : [`${exactText(one.at)} = ${one.formula}`],
  );
  return [...map.never.map((loser) => neverReason(scenario, map, loser.program)), ...formulas];
}

function thresholdTable(scenario: Scenario, map: WinnerMap): Table | null {
  if (map.thresholds.length === 0) return null;
  return {
    title: "Where the winner flips",
    columns: [column.text(map.over), column.number("decimal"), column.text("from"), column.text("to")],
    rows: map.thresholds.map((one) => [
      one.at.exact ?? "–",
      decimalText(one.at, 7),
      namesText(scenario, one.before) || "nobody",
      namesText(scenario, one.after) || "nobody",
    ]),
  };
}

type Solutions = Pick<
  Extract<Answer, { kind: "solutions" }>,
  "holds" | "solutions" | "conditions" | "degenerate"
>;

function solutionsCard(unknown: string, answer: Solutions, what = "the sides are equal"): Card {
  const degenerate = answer.degenerate.map(
    (one) =>
      `Where ${listText(one.when)}, ${one.holds === "everywhere" ? `${what} for every value` : "there is none"}.`,
  );
  if (answer.holds === "everywhere") return plain(`For every positive ${unknown}, ${what}.`, degenerate);
  if (answer.solutions.length === 0) return plain(`No positive ${unknown}: ${what} nowhere.`, degenerate);
  const line = (one: Solution) =>
    `${unknown} = ${one.exact === null ? exactAndDecimal(one) : `${one.exact}${one.decimal === undefined || exactText(one) === decimalText(one) ? "" : ` (${decimalText(one, 7)})`}`}${one.flips ? "" : " (a touch: no flip)"}${one.conditions.length === 0 ? "" : ` if ${listText(one.conditions)}`}`;
  const [first, ...more] = answer.solutions.map(line);
  return plain(`${first}.`, [...more.map((text) => `${text}.`), ...degenerate]);
}

function marginDetail(scenario: Scenario, rows: Extract<Answer, { kind: "score" }>["rows"]): string[] {
  const winner = rows.find((row) => row.rank === 1);
  if (winner?.margin === undefined || winner.margin === null) return [];
  const margin = exactText(winner.margin).replace(/^(≈ )?-/, "$1");
  return margin === "0" ? [] : [`${programName(scenario, winner.program)} leads by ${margin}.`];
}

function sensitivityCard(scenario: Scenario, answer: Extract<Answer, { kind: "sensitivity" }>): Card {
  const moving = answer.rows.filter((row) => row.derivative.exact !== "0");
  const still = answer.rows.filter((row) => row.derivative.exact === "0").map((row) => row.of);
  const size = (text: string) => Math.abs(Number(text));
  const rank = (row: (typeof moving)[number]) =>
    size(row.elasticity?.decimal ?? row.derivative.decimal ?? "0");
  const sorted = [...moving].sort((a, b) => rank(b) - rank(a));
  const [top] = sorted;
  return plain(
    top === undefined
      ? `No cost moves the threshold between ${namesText(scenario, answer.between)}.`
      : `${top.of} moves the threshold ${exactText(answer.threshold)} most: 1% more of it moves it by ${top.elasticity === null ? "an unknown share" : `${decimalText(top.elasticity)}%`}.`,
    still.length === 0 ? [] : [`No effect at all: ${listText(still)}.`],
    {
      title: "How each cost moves the threshold",
      columns: [column.text("cost"), column.number("elasticity"), column.number("derivative")],
      rows: sorted.map((row) => [
        row.of,
        row.elasticity === null ? "–" : exactText(row.elasticity),
        exactText(row.derivative),
      ]),
    },
  );
}

const VERDICTS = {
  proved: "✓ Proved",
  refuted: "✗ Refuted",
  vacuous: "∅ Vacuous",
  undecided: "? Undecided",
} as const;

/** The verdict's icon and word, e.g. `✓ Proved`. */
export const verdictWord = (verdict: JudgeAnswer["verdict"]): string => VERDICTS[verdict];

function judgeCard(answer: JudgeAnswer): Card {
  const word = verdictWord(answer.verdict);
  const uses = answer.uses.length === 0 ? [] : [`Uses: ${listText(answer.uses)}.`];
  const repair =
    answer.repair.length === 0 ? [] : [`It would hold with ${listText(answer.repair, "or with")}.`];
  switch (answer.verdict) {
    case "proved":
      return plain(`${word}: it holds for all admissible values.`, uses);
    case "vacuous":
      return plain(`${word}: the assumptions contradict each other, so anything follows.`, uses);
    case "refuted":
      return plain(`${word}: it fails${failsAt(answer.counterexample)}.`, [
        answer.example === null
          ? "It holds nowhere."
          : `It depends: it holds at ${pointText(answer.example)}.`,
        ...repair,
      ]);
    case "undecided":
      return plain(`${word}: ${answer.missing}.`, repair);
  }
}

/** A point as text: `g = 1, c(a) = 2`. */
export const pointText = (point: Point): string =>
  Object.entries(point)
    .map(([name, value]) => `${name} = ${value}`)
    .join(", ");

/** What a change does to who wins; `scenario` has the programs of both maps. */
function compareCard(
  scenario: Scenario,
  { before, after, effect, reason = "other" }: Extract<Answer, { kind: "compare" }>,
): Card {
  const known = new Set(before.segments.flatMap(({ winners }) => winners));
  for (const { program } of before.never) known.add(program);
  const first = { ...scenario, programs: scenario.programs.filter(({ id }) => known.has(id)) };
  const words = effectWords(effect, { scenario: first, map: before }, { scenario, map: after }, reason);
  return plain(words.sentence, [
    `Before: ${mapSentence(scenario, before)}`,
    `After: ${mapSentence(scenario, after)}`,
  ]);
}

/** On what two positions come apart: every difference with its share of the gap, and the smallest sets that turn a side. */
function cruxesCard(scenario: Scenario, answer: CruxesAnswer): Card {
  const sides = { a: "the first side", b: "the second side" };
  const { sentence, rows, missing, search } = cruxWords(scenario, answer, sides);
  const sets = (all: readonly (readonly string[])[]): string =>
    all.map((set) => listText(set)).join("; or ") || "nothing";
  const table: Table = {
    title: "What divides them",
    columns: [
      column.text("difference"),
      column.number("first"),
      column.number("second"),
      column.number("share of the gap"),
    ],
    rows: rows.map(({ of, a, b, share, masks }) => [of, a, b, masks ? `${share} (masks)` : share]),
  };
  return plain(
    sentence,
    [
      `The first side flips with ${sets(answer.flipA)}.`,
      `The second side flips with ${sets(answer.flipB)}.`,
      ...[missing, search].filter((text) => text !== ""),
    ],
    rows.length === 0 ? null : table,
  );
}

/** Where a claim fails, after "it fails": nothing where no point is known, or none has to be named. */
const failsAt = (point: Parameters<typeof pointText>[0] | null): string =>
  point === null || Object.keys(point).length === 0 ? "" : ` at ${pointText(point)}`;
