import type { Scenario } from "@crux/core";
import { parseRational, printRational, ratio } from "@crux/core/exact";
import { answerQuick } from "@crux/solver/quick";
import { type ProgramStyle, programStyles } from "../names.ts";
import { rationalToFloat } from "../number-text.ts";

/** Who wins along g at one value; bounds are floats from 0 to infinity, taken from exact ones. */
export type SheetRow = {
  /** The value as an exact text, and where it lies in the range, from 0 to 1. */
  readonly value: string;
  readonly at: number;
  readonly segments: readonly {
    readonly from: number;
    readonly to: number;
    readonly winners: readonly string[];
  }[];
};

/** The map, row by row from low to high; rows that have no answer in numbers are left out. */
export type Sheet = {
  readonly rows: readonly SheetRow[];
  readonly styles: Readonly<Record<string, ProgramStyle>>;
};

/** Rows that are always there; where the winners change between two of them, more come in between. */
const ROWS = 40;
const HALVINGS = 5;

/** Solves a scenario at values of a range (exact texts); null where it can't be read even once. Exact in every row. */
export function sheetOf(
  low: string,
  high: string,
  scenarioAt: (value: string) => Scenario | null,
): Sheet | null {
  const from = parseRational(low);
  const to = parseRational(high);
  if (from === undefined || to === undefined) return null;
  let styles: Sheet["styles"] | null = null;
  const rowAt = (step: number, steps: number): SheetRow | null => {
    const num = (from.num * to.den * BigInt(steps - step) + to.num * from.den * BigInt(step)) as bigint;
    const value = printRational(ratio(num, from.den * to.den * BigInt(steps)));
    const scenario = scenarioAt(value);
    if (scenario === null) return null;
    styles ??= Object.fromEntries(programStyles(scenario));
    const segments = segmentsOf(scenario);
    return segments === null ? null : { value, at: step / steps, segments };
  };
  const rows: SheetRow[] = [];
  const fine = ROWS * 2 ** HALVINGS;
  let below: { readonly row: SheetRow | null; readonly step: number } | null = null;
  for (let base = 0; base <= ROWS; base += 1) {
    const here = { row: rowAt(base, ROWS), step: base * 2 ** HALVINGS };
    if (below !== null) rows.push(...between(below, here, (step) => rowAt(step, fine)));
    if (here.row !== null) rows.push(here.row);
    below = here;
  }
  return styles === null ? null : { rows, styles };
}

type Step = { readonly row: SheetRow | null; readonly step: number };

/** Rows that close in on the value at which the winners change between two rows; in order. */
function between(below: Step, above: Step, rowAt: (step: number) => SheetRow | null): SheetRow[] {
  if (above.step - below.step < 2 || orderOf(below.row) === orderOf(above.row)) return [];
  const step = (below.step + above.step) / 2;
  const middle = { row: rowAt(step), step };
  const own = middle.row === null ? [] : [middle.row];
  return [...between(below, middle, rowAt), ...own, ...between(middle, above, rowAt)];
}

/** Who wins one after the other along g, as a text. */
export const orderOf = (row: SheetRow | null): string =>
  row === null ? "" : row.segments.map((one) => one.winners.join("+")).join(" > ");

function segmentsOf(scenario: Scenario): SheetRow["segments"] | null {
  const answer = answerQuick(scenario, { kind: "winners" });
  if (answer?.kind !== "map") return null;
  return answer.segments.map(({ from, to, winners }) => ({
    from: from.exact === "0" ? 0 : rationalToFloat(from.decimal ?? from.exact ?? ""),
    to: to.exact === "oo" ? Number.POSITIVE_INFINITY : rationalToFloat(to.decimal ?? to.exact ?? ""),
    winners,
  }));
}
