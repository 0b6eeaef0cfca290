import { type Budget, type Comparison, type Expr, printExpr } from "@crux/core";
import { type Atoms, createAtoms, dependsOn, unknownAtom } from "../algebra/atoms.ts";
import { type Normal, normalise, type Requirement } from "../algebra/normalise.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { toExpr } from "../algebra/to-expr.ts";
import { Undefined } from "../algebra/undecided.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";

/** How an expression has to compare with 0. */
export type NeedRelation = ">" | ">=" | "!=" | "=";

/**
 * Something that has to hold for a solution to exist: `of RELATION 0`. Where a need that is a `shape` fails, the
 * unknown falls out of the equation, as it does from `a^x` where `a` is 1: then the list says nothing.
 */
export type Need = { readonly of: Ratio; readonly relation: NeedRelation; readonly isShape?: true };

/** A zero that was found: a value of the unknown, right wherever its needs hold. */
export type Found = {
  readonly value: Ratio;
  readonly multiplicity: number;
  readonly needs: readonly Need[];
  /** What the value is positive exactly under, where that is simpler than that it is. */
  readonly positiveWhen?: readonly Need[];
  /** Zeros with the same one come from one step that keeps them apart. */
  readonly step?: symbol;
};

/** A case in which the sides are equal everywhere: where all of these hold. */
export type Everywhere = { readonly when: readonly Need[] };

/** The piece of work that solves one equation for one unknown. */
export type Setting = {
  readonly atoms: Atoms;
  /** The atom of the unknown, and its name. */
  readonly x: number;
  readonly name: string;
  /** Zeros found so far; places in proofs number them from 0. */
  readonly found: Found[];
  readonly everywhere: Everywhere[];
  /** What the list of solutions is complete under. */
  readonly assumed: Need[];
  /** Polynomials that may divide the equation's. */
  readonly hints: readonly Polynomial[];
};

/** What is known on the way to a zero: what has to hold on this branch, and how often its factors count. */
export type Branch = {
  /** See `Found`. */
  readonly step?: symbol;
  readonly positiveWhen?: readonly Need[];
  readonly needs: readonly Need[];
  readonly multiplicity: number;
  /** How often the equation has been brought into another form. */
  readonly depth?: number;
  /** Whether zeros of this may be none of the equation, since a root has been got rid of. */
  readonly radical?: boolean;
};

/** A table of atoms in which `facts` hold, for an equation in `name`. */
export function createSetting(
  name: string,
  positive: readonly string[],
  facts: readonly Comparison[],
  budget: Budget,
  hints: readonly Expr[] = [],
): Setting {
  const atoms = createAtoms({ positive, budget });
  for (const fact of facts) addFact(atoms, fact);
  return {
    atoms,
    x: unknownAtom(atoms, name),
    name,
    found: [],
    everywhere: [],
    assumed: [],
    hints: hints.flatMap((hint) => hintOf(atoms, hint)),
  };
}

/** Numerator of a formula that is proposed as a factor; none where it is defined nowhere. */
function hintOf(atoms: Atoms, hint: Expr): Polynomial[] {
  try {
    return [normalise(hint, atoms).value.num].filter((p) => !poly.isZero(p));
  } catch (error) {
    if (error instanceof Undefined) return [];
    throw error;
  }
}

/** Puts a comparison among the facts of the table, multiplied by its denominator when that has a known sign. */
function addFact(atoms: Atoms, { left, relation, right }: Comparison): void {
  if (relation === "!=") return;
  const difference = ratios.subtract(atoms, normalise(left, atoms).value, normalise(right, atoms).value);
  if (!poly.isOne(difference.den)) return;
  const up = difference.num;
  const strict = relation === "<" || relation === ">";
  if (relation !== "<" && relation !== "<=") atoms.facts.push({ of: up, strict });
  if (relation !== ">" && relation !== ">=") atoms.facts.push({ of: poly.negate(up), strict });
}

/** The normal form of `left - right` with everything that has to hold for both sides to be defined. */
export function differenceOf(atoms: Atoms, left: Expr, right: Expr): Normal {
  const a = normalise(left, atoms);
  const b = normalise(right, atoms);
  return { value: ratios.subtract(atoms, a.value, b.value), requires: [...a.requires, ...b.requires] };
}

/** What a requirement asks of the unknowns. */
export const needOf = ({ value, sign }: Requirement): Need => ({
  of: value,
  relation: sign === "nonzero" ? "!=" : sign === "positive" ? ">" : ">=",
});

/** The atoms of a polynomial that the unknown occurs in. */
export const dependentAtoms = ({ atoms, x }: Setting, p: Polynomial): number[] =>
  poly.atomsOf(p).filter((atom) => dependsOn(atoms, atom, x));

/** Whether the unknown does not occur. */
export const isFree = (setting: Setting, r: Ratio): boolean =>
  dependentAtoms(setting, r.num).length === 0 && dependentAtoms(setting, r.den).length === 0;

/** A polynomial as text for a proof. */
export const textOf = (setting: Setting, p: Polynomial): string =>
  textOfRatio(setting, ratios.fromPolynomial(p));

/** A ratio as text for a proof. */
export const textOfRatio = ({ atoms }: Setting, r: Ratio): string => printExpr(toExpr(atoms, r));

/** Notes a zero and says where it is to be found. */
export function place(setting: Setting, found: Found): { kind: "solution"; solution: number } {
  setting.found.push(found);
  return { kind: "solution", solution: setting.found.length - 1 };
}

/** The proof step for an expression without zeros. */
export const never = (sign: 1 | -1): Solving => ({ kind: "never", sign });
