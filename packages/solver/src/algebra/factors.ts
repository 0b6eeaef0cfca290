import * as exact from "@crux/core/exact";
import { type Atoms, flatten, reduce } from "./atoms.ts";
import { type Factor, squarefree } from "./divide.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";

/** `p = factor * product of base^multiplicity` with square-free bases; roots of one base are seen to be powers of one another. */
export function factorsOf(atoms: Atoms, p: Polynomial): { factor: exact.Rational; factors: Factor[] } {
  const flat = flatten(atoms, p);
  if (flat === p) return squarefree(p, atoms.charge);
  const { factor, factors } = squarefree(flat, atoms.charge);
  const out: Factor[] = [];
  let number = factor;
  for (const { base, multiplicity } of factors) {
    const whole = reduce(atoms, base);
    const lead = poly.leadingTerm(whole);
    const turned = lead !== undefined && exact.sign(lead.coefficient) < 0;
    if (turned && multiplicity % 2 !== 0) number = exact.negate(number);
    out.push({ base: turned ? poly.negate(whole) : whole, multiplicity });
  }
  return { factor: number, factors: out };
}
