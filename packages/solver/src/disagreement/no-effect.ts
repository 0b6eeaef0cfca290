import { contestOf, type Expr, evaluate, type Scenario, writeScenario } from "@crux/core";
import { equals, isZero, type Rational, subtract } from "@crux/core/exact";
import type { NoEffectReason, WinnerMap } from "../query/answer.ts";

/**
 * Why a change that leaves the winner map `map` as it is moves nothing, as far as exact sums show it; `other` where no
 * single reason is seen, or where costs are unknown.
 */
export function reasonForNoEffect(before: Scenario, after: Scenario, map: WinnerMap): NoEffectReason {
  if (textOf(before) === textOf(after)) return "nothing-changed";
  if (textOf(withoutWords(before)) === textOf(withoutWords(after))) return "words";
  if (textOf(costsOf(before)) === textOf(costsOf(after))) return "assumption";
  const changes = changesOf(before, after);
  if (changes === null) return "other";
  const changed = changes.filter(({ c, t }) => !isZero(c) || !isZero(t));
  const [first] = changed;
  if (first === undefined) return "unused";
  const isShared = changes.every(({ c, t }) => equals(c, first.c) && equals(t, first.t));
  if (isShared && isLinear(before) && isLinear(after)) return "cancels";
  const winners = map.segments.flatMap((one) => one.winners);
  return changed.every(({ program }) => !winners.includes(program)) ? "losers-only" : "other";
}

const textOf = (scenario: Scenario): string => JSON.stringify(writeScenario(scenario));

/** The scenario without its name and what else is said of it as a whole. */
const withoutWords = (scenario: Scenario): Scenario => ({ ...scenario, title: "", summary: "", extra: {} });

/** What scores are made of: neither words nor assumptions. */
const costsOf = (scenario: Scenario): Scenario => ({ ...withoutWords(scenario), assumptions: [] });

/** Only sums that are priced by straight lines cancel what they share. */
const isLinear = ({ exchange }: Scenario): boolean => exchange.family === "linear";

type Sums = { readonly c: Rational; readonly t: Rational };

/** By how much each program's sums grew; null where programs came or went, or a sum is no rational number. */
function changesOf(
  before: Scenario,
  after: Scenario,
): readonly (Sums & { readonly program: string })[] | null {
  const [old, now] = [sumsOf(before), sumsOf(after)];
  if (old === null || now === null || old.size !== now.size) return null;
  const changes = [...now].flatMap(([program, { c, t }]) => {
    const was = old.get(program);
    return was === undefined ? [] : [{ program, c: subtract(c, was.c), t: subtract(t, was.t) }];
  });
  return changes.length === now.size ? changes : null;
}

function sumsOf(scenario: Scenario): ReadonlyMap<string, Sums> | null {
  const sums = new Map<string, Sums>();
  for (const { id, totals } of contestOf(scenario).entrants) {
    const [c, t] = [totals?.c, totals?.t].map(exactly);
    if (c === undefined || t === undefined) return null;
    sums.set(id, { c, t });
  }
  return sums;
}

function exactly(expr: Expr | undefined): Rational | undefined {
  const value = expr && evaluate(expr);
  return value?.kind === "exact" ? value.value : undefined;
}
