import { flatten } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { sureSign } from "../algebra/sign.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { type Branch, dependentAtoms, never, type Setting, textOf } from "./setting.ts";
import { factorsOf, solveFree, solvePolynomial } from "./solve-polynomial.ts";

/** Finds every zero of a polynomial in the atoms, one factor at a time. */
export function solveFactors(setting: Setting, p: Polynomial, branch: Branch): Solving {
  if (poly.isZero(p)) return { kind: "identical" };
  const [atom, more] = dependentAtoms(setting, p);
  const { number, factors } = factorsOf(setting, p, more === undefined ? atom : undefined);
  const open = factors.filter(({ of }) => sureSign(setting.atoms, of) === undefined);
  const sure = factors.filter(({ of }) => sureSign(setting.atoms, of) !== undefined);
  const top = sure.reduce(
    (all, { of, multiplicity }) => poly.multiply(all, poly.power(of, multiplicity, setting.atoms.charge)),
    poly.constant(number),
  );
  const [only] = open;
  if (only === undefined) return never(sureSign(setting.atoms, top) === -1 ? -1 : 1);
  return {
    kind: "product",
    top: textOf(setting, top),
    bottom: "1",
    factors: open.map(({ of, multiplicity }) => ({
      of: textOf(setting, of),
      multiplicity,
      by: solveFactor(setting, of, { ...branch, multiplicity: branch.multiplicity * multiplicity }),
    })),
  };
}

/** Finds every zero of a polynomial that is not taken apart any further. */
function solveFactor(setting: Setting, p: Polynomial, branch: Branch): Solving {
  const [atom, more] = dependentAtoms(setting, p);
  if (atom === undefined) return solveFree(setting, p, branch);
  if (more === undefined) return solvePolynomial(setting, atom, poly.coefficientsIn(p, atom), branch);
  const flat = flatten(setting.atoms, p);
  const [finest, another] = dependentAtoms(setting, flat);
  if (finest !== undefined && another === undefined) {
    const { factors } = factorsOf(setting, flat, finest);
    if (factors.length > 1 || factors.some(({ multiplicity }) => multiplicity > 1))
      return solveFactors(setting, flat, branch);
    return solvePolynomial(setting, finest, poly.coefficientsIn(flat, finest), branch);
  }
  throw new Undecided(`${setting.name} stands in several unlike places`);
}
