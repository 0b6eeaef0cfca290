import { number, printExpr, readExpr, substitute } from "@crux/core";
import type { AskFactors } from "../equation/equation.ts";
import type { Cas } from "./cas.ts";
import { degreeOf, filledUp } from "./homogeneous.ts";
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

/**
 * Formulas that may be factors of a polynomial, as text; none where the polynomial cannot be passed on. A polynomial
 * all of whose terms have one degree is asked about with 1 for its last name, since the system knows more of polynomials
 * in one name; the degrees are filled up again with that name afterwards.
 */
export async function proposeFactors(polynomial: string, cas: Cas): Promise<readonly string[]> {
  const read = readExpr(polynomial);
  if (!read.ok) return [];
  const { text, meaning } = mangle(read.value);
  const last = lastName(text, meaning.size);
  const asked = last === null ? text : textWithout(text, last);
  if (!isHarmless(asked)) return [];
  const texts = await cas.factor(asked);
  return texts.slice(0, 32).flatMap((one) => {
    const factor = one.length <= 4_000 ? readExpr(one) : null;
    if (!factor?.ok) return [];
    const whole = last === null ? factor.value : filledUp(factor.value, last);
    return whole === null ? [] : [printExpr(substitute(whole, meaning))];
  });
}

/** The second of two names in which a polynomial is homogeneous. */
function lastName(text: string, names: number): string | null {
  const read = names === 2 ? readExpr(text) : null;
  return read?.ok && degreeOf(read.value) !== null ? "v2" : null;
}

/** A polynomial with 1 for a name. */
function textWithout(text: string, name: string): string {
  const read = readExpr(text);
  return read.ok ? printExpr(substitute(read.value, new Map([[name, number(1)]]))).replaceAll(" ", "") : "";
}
