import { flatten } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { sureSign } from "../algebra/sign.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { type Branch, dependentAtoms, never, type Setting, textOf } from "./setting.ts";
import { solveByLog, solveLambert } from "./solve-lambert.ts";
import { solveLogarithms, solveTwoProducts } from "./solve-logarithm.ts";
import { factorise, solveFree, solvePolynomial } from "./solve-polynomial.ts";
import { solveByNorm, solveByRoot } from "./solve-radical.ts";

/** Finds every zero of a polynomial in the atoms, one factor at a time. */
export function solveFactors(setting: Setting, p: Polynomial, branch: Branch): Solving {
  if (poly.isZero(p)) return { kind: "identical" };
  const [atom, more] = dependentAtoms(setting, p);
  const { number, factors } = factorise(setting, p, more === undefined ? atom : undefined);
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
  const flat = flatten(setting.atoms, p);
  const [finest, another] = dependentAtoms(setting, flat);
  return firstToSolve(setting, [
    () =>
      more === undefined ? solvePolynomial(setting, atom, poly.coefficientsIn(p, atom), branch) : undefined,
    () =>
      finest !== undefined && another === undefined ? solveFlat(setting, flat, finest, branch) : undefined,
    () => solveMixed(setting, p, flat, branch),
  ]);
}

/** Solves a polynomial in the finest root or exponential of a chain. */
function solveFlat(setting: Setting, flat: Polynomial, finest: number, branch: Branch): Solving {
  const { factors } = factorise(setting, flat, finest);
  const splits = factors.length > 1 || factors.some(({ multiplicity }) => multiplicity > 1);
  if (splits) return solveFactors(setting, flat, branch);
  return solvePolynomial(setting, finest, poly.coefficientsIn(flat, finest), branch);
}

/** What the first way leads to that leads anywhere; what others found is forgotten. The first failure is told. */
function firstToSolve(setting: Setting, ways: readonly (() => Solving | undefined)[]): Solving {
  let failure: Undecided | undefined;
  const { length: zeros } = setting.found;
  const { length: cases } = setting.everywhere;
  const { length: assumed } = setting.assumed;
  for (const way of ways) {
    try {
      const by = way();
      if (by !== undefined) return by;
    } catch (error) {
      if (!(error instanceof Undecided)) throw error;
      failure ??= error;
      setting.found.length = zeros;
      setting.everywhere.length = cases;
      setting.assumed.length = assumed;
    }
  }
  throw failure ?? new Undecided(`${setting.name} stands in several unlike places`);
}

/** Most steps from one form of an equation to another. */
const DEEPEST = 8;

/** Ways to bring a polynomial in several atoms with the unknown into another form. */
function solveMixed(setting: Setting, p: Polynomial, flat: Polynomial, branch: Branch): Solving {
  const depth = (branch.depth ?? 0) + 1;
  if (depth > DEEPEST) throw new Undecided(`${setting.name} stands in too many unlike places`);
  const deeper: Branch = { ...branch, depth };
  return firstToSolve(setting, [
    () => solveByRoot(setting, p, deeper, solveFactors),
    () => solveLambert(setting, p, deeper),
    () => solveTwoProducts(setting, flat, deeper, solveFactors),
    () => solveLogarithms(setting, p, deeper, solveFactors),
    () => solveByLog(setting, p, deeper, solveFactors),
    () => solveByNorm(setting, p, deeper, solveFactors),
  ]);
}
