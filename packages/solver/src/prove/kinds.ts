import { type Atoms, atomAt } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import { isPositiveAtom, sureSign as signOf } from "../algebra/sign.ts";

/** Names of the unknowns that atoms are made from. */
export function unknownsOfAtoms(atoms: Atoms, some: Iterable<number>): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<number>();
  const visit = (atom: number): void => {
    if (seen.has(atom)) return;
    seen.add(atom);
    const what = atomAt(atoms, atom);
    if (what.kind === "unknown") names.add(what.name);
    for (const part of partsOfAtom(atoms, atom)) visit(part);
  };
  for (const atom of some) visit(atom);
  return names;
}

/** The atoms that an atom is directly made from. */
function partsOfAtom(atoms: Atoms, atom: number): number[] {
  const what = atomAt(atoms, atom);
  const ofRatio = ({ num, den }: Ratio): number[] => [...poly.atomsOf(num), ...poly.atomsOf(den)];
  switch (what.kind) {
    case "unknown":
    case "pi":
      return [];
    case "root":
    case "log":
      return poly.atomsOf(what.of);
    case "exp":
      return [...(what.base === "e" ? [] : poly.atomsOf(what.base)), ...ofRatio(what.direction)];
    case "call":
      return what.args.flatMap(ofRatio);
  }
}

/** Whether an atom stands for a number: no unknown occurs in it. */
export const isNumber = (atoms: Atoms, atom: number): boolean => unknownsOfAtoms(atoms, [atom]).size === 0;

/**
 * The sign of a polynomial that is sure by the signs of its atoms alone, as certificates mean it: every atom that is
 * not a number is positive. Undefined if it is not seen.
 */
export function sureSign(atoms: Atoms, p: Polynomial): -1 | 0 | 1 | undefined {
  const sign = signOf(atoms, p);
  if (sign === undefined || sign === 0) return sign;
  const isPlain = poly.atomsOf(p).every((atom) => isNumber(atoms, atom) || isPositiveAtom(atoms, atom));
  return isPlain ? sign : undefined;
}
