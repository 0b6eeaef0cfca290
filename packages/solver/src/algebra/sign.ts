import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "./atoms.ts";
import { pairsOf } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import type { Ratio } from "./ratio.ts";

/** Whether an atom is positive wherever it is defined. */
export function isPositiveAtom(atoms: Atoms, atom: number): boolean {
  const what = atomAt(atoms, atom);
  switch (what.kind) {
    case "unknown":
      return what.positive;
    case "pi":
    case "exp":
      return true;
    case "root":
      return surelyPositive(atoms, what.of);
    case "log":
      return isMoreThanOne(atoms, what.of);
    case "call":
      return (
        what.name === "lambertw" &&
        what.args.length === 1 &&
        what.args.every((z) => surelyPositiveRatio(atoms, z))
      );
  }
}

const isMoreThanOne = (atoms: Atoms, p: Polynomial): boolean =>
  surelyPositive(atoms, poly.subtract(p, poly.one));

/** Whether an atom is at least 0 wherever it is defined. */
const isNonNegativeAtom = (atoms: Atoms, atom: number): boolean =>
  atomAt(atoms, atom).kind === "root" || isPositiveAtom(atoms, atom);

/** Whether `p > 0` whenever its unknowns are positive where they should be: a sum of positive terms. False says nothing. */
export const surelyPositive = (atoms: Atoms, p: Polynomial): boolean =>
  surelyNonNegative(atoms, p) &&
  poly.termsOf(p).some(({ monomial }) => pairsOf(monomial).every(([atom]) => isPositiveAtom(atoms, atom)));

/** Whether `p >= 0` by the signs of its terms alone; even powers may be of anything. False says nothing. */
export const surelyNonNegative = (atoms: Atoms, p: Polynomial): boolean =>
  poly
    .termsOf(p)
    .every(
      ({ coefficient, monomial }) =>
        exact.sign(coefficient) > 0 &&
        pairsOf(monomial).every(([atom, n]) => n % 2 === 0 || isNonNegativeAtom(atoms, atom)),
    );

/** 1 or -1 when the sign is sure by positivity alone, 0 for the zero polynomial, else undefined. */
export function sureSign(atoms: Atoms, p: Polynomial): -1 | 0 | 1 | undefined {
  if (poly.isZero(p)) return 0;
  if (surelyPositive(atoms, p)) return 1;
  return surelyPositive(atoms, poly.negate(p)) ? -1 : undefined;
}

/** The sign of a ratio when both of its sides have a sure one. */
export function sureSignOfRatio(atoms: Atoms, r: Ratio): -1 | 0 | 1 | undefined {
  const num = sureSign(atoms, r.num);
  const den = sureSign(atoms, r.den);
  if (num === undefined || den === undefined) return undefined;
  return num === den ? 1 : num === 0 ? 0 : -1;
}

/** Whether a ratio is positive by positivity alone. */
export const surelyPositiveRatio = (atoms: Atoms, r: Ratio): boolean => sureSignOfRatio(atoms, r) === 1;
