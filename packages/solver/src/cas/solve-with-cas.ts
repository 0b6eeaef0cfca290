import { type Expr, printExpr, readExpr, substitute } from "@crux/core";
import type { AskFactors } from "../equation/equation.ts";
import type { Cas } from "./cas.ts";
import { isHarmless, mangle } from "./mangle.ts";

/** How often `run` is done again with more proposals. */
const ROUNDS = 4;

/**
 * What `run` gives when it may ask another system for factors: it is run, what it asked is looked up, and it is run
 * again until it asks nothing new. `run` itself stays synchronous and answers the same for the same proposals.
 */
export async function withFactorsOf<T>(cas: Cas, run: (ask: AskFactors) => T): Promise<T> {
  const known = new Map<string, readonly string[]>();
  for (let round = 0; ; round += 1) {
    const asked = new Set<string>();
    const result = run((polynomial) => {
      const texts = known.get(polynomial);
      if (texts === undefined) asked.add(polynomial);
      return texts ?? [];
    });
    if (asked.size === 0 || round === ROUNDS) return result;
    for (const polynomial of asked) known.set(polynomial, await proposeFactors(polynomial, cas));
  }
}

/** Formulas that may be factors of a polynomial, as text; none where the polynomial cannot be passed on. */
export async function proposeFactors(polynomial: string, cas: Cas): Promise<readonly string[]> {
  const read = readExpr(polynomial);
  const { text, meaning } = read.ok ? mangle(read.value) : { text: "", meaning: new Map<string, Expr>() };
  if (text === "" || !isHarmless(text)) return [];
  const texts = await cas.factor(text);
  return texts.slice(0, 32).flatMap((one) => {
    const factor = one.length <= 4_000 ? readExpr(one) : null;
    return factor?.ok ? [printExpr(substitute(factor.value, meaning))] : [];
  });
}
