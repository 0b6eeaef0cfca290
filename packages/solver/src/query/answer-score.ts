import type { Contest, Entrant, Expr, Issue, Result } from "@crux/core";
import {
  compareAt,
  err,
  holdsAt,
  issue,
  must,
  ok,
  printExpr,
  sameExpr,
  subtract,
  unknownsOf,
  unknownsOfComparison,
} from "@crux/core";
import { Undecided } from "../algebra/undecided.ts";
import { numberValue } from "../map/number-value.ts";
import type { Answer, ScoreRow, Value } from "./answer.ts";
import type { Query } from "./request.ts";
import { situationOf } from "./situation.ts";
import type { Asked, Work } from "./work.ts";

/** Complexity, time, score, rank and margin of every program at one point. */
export function answerScore({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "score" }>): Result<Answer, readonly Issue[]> {
  const situation = situationOf(scenario, query.at, []);
  if (!situation.ok) return situation;
  const missing = openNames(situation.value);
  if (missing.length > 0) {
    const hint = `add to at: ${missing.map((name) => `"${name}": "1"`).join(", ")}`;
    const message = `missing value: ${missing.join(", ")}`;
    return err([issue("missing-value", message, { path: ["query", "at"], hint })]);
  }
  const rows = rowsOf(situation.value, work);
  return ok({
    kind: "score",
    at: Object.fromEntries([...query.at].map(([name, value]) => [name, printExpr(value)])),
    rows,
    winners: rows.filter((row) => row.rank === 1).map((row) => row.program),
    certificate: work.certify(() => ({ kind: "recompute" })),
  });
}

/** The names that a score still needs. */
const openNames = ({ entrants }: Contest): readonly string[] => [
  ...new Set(
    entrants.flatMap(({ score, eligible, totals }) => [
      ...unknownsOf(score, ...(totals === null ? [] : [totals.c, totals.t])),
      ...(eligible === null ? [] : unknownsOfComparison(eligible)),
    ]),
  ),
];

type Scored = { readonly entrant: Entrant; readonly value: Value | null; readonly competes: boolean };

function rowsOf({ entrants }: Contest, { budget }: Work): ScoreRow[] {
  const scored = entrants.map((entrant): Scored => {
    const value = numberValue(entrant.score, budget);
    return { entrant, value, competes: value !== null && isEligible(entrant) };
  });
  const racing = scored.filter((one) => one.competes).map((one) => one.entrant);
  return scored.map(({ entrant, value, competes }) => ({
    program: entrant.id,
    c: entrant.totals && numberValue(entrant.totals.c, budget),
    t: entrant.totals && numberValue(entrant.totals.t, budget),
    score: value ?? { exact: null },
    rank: competes ? 1 + racing.filter((other) => order(other.score, entrant.score) < 0).length : null,
    margin: competes ? marginOf(entrant, racing, budget) : null,
  }));
}

function isEligible({ id, eligible }: Entrant): boolean {
  const holds = eligible === null || holdsAt(eligible, new Map());
  if (holds === "undecided") throw new Undecided(`whether ${id} is eligible`);
  return holds;
}

function order(a: Expr, b: Expr): -1 | 0 | 1 {
  if (sameExpr(a, b)) return 0;
  const result = compareAt(a, b, new Map());
  if (result === "undecided") throw new Undecided("which of two scores is lower");
  return result;
}

/** The gap to the best other program that competes; null where there is none. */
function marginOf(entrant: Entrant, racing: readonly Entrant[], budget: Work["budget"]): Value | null {
  const others = racing.filter((other) => other !== entrant);
  if (others.length === 0) return null;
  const best = others.reduce((a, b) => (order(b.score, a.score) < 0 ? b : a));
  return must(
    numberValue(subtract(entrant.score, best.score), budget),
    "a difference of real scores is real",
  );
}
