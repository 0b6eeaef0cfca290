import { must } from "@crux/core";
import * as exact from "@crux/core/exact";
import { atomAt } from "../algebra/atoms.ts";
import { exponential, logarithm, rationalPower, symbolicPower } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { isPositiveAtom, sureSign, sureSignOfRatio } from "../algebra/sign.ts";
import { Undefined } from "../algebra/undecided.ts";
import { dependentAtoms, isFree, type Need, type Setting } from "./setting.ts";

/** Where an injective step leads back: the value of the unknown and what has to hold on the way; null for nowhere. */
export type Inverse = { readonly value: Ratio; readonly needs: readonly Need[] } | null;

/**
 * The only `x` at which `atom^n` has a value that is free of `x`. Undefined when the atom is not made of `x` by
 * injective steps that can be undone in closed form.
 */
export function invert(
  setting: Setting,
  atom: number,
  n: number,
  value: Ratio,
  needs: readonly Need[] = [],
): Inverse | undefined {
  const { atoms, x } = setting;
  const sign = sureSignOfRatio(atoms, value);
  const what = atomAt(atoms, atom);
  const lowest = atom === x ? isPositiveAtom(atoms, x) : what.kind === "exp" || what.kind === "root";
  if (n !== 1 && !lowest) return undefined;
  const strict = atom === x || what.kind === "exp";
  if (lowest && (sign === -1 || (sign === 0 && strict))) return null;
  const more: Need[] = lowest ? [{ of: value, relation: strict ? ">" : ">=" }] : [];
  const base = n === 1 ? value : rationalPower(atoms, value, exact.ratio(1n, BigInt(n)));
  const all = [...needs, ...more];
  if (atom === x) return { value: base, needs: all };
  switch (what.kind) {
    case "root":
      return invertSum(setting, what.of, ratios.power(atoms, base, what.degree), all);
    case "log":
      return what.oriented ? invertSum(setting, what.of, exponential(atoms, base), all) : undefined;
    case "exp":
      return invertExponential(
        setting,
        what.base,
        ratios.scale(what.direction, exact.ratio(1n, BigInt(what.degree))),
        base,
        all,
      );
    default:
      return undefined;
  }
}

/** The only `x` at which a polynomial with one dependent atom, in which it is linear (or a binomial), has a free value. */
export function invertSum(
  setting: Setting,
  p: Polynomial,
  value: Ratio,
  needs: readonly Need[],
): Inverse | undefined {
  const { atoms } = setting;
  const [atom, more] = dependentAtoms(setting, p);
  if (atom === undefined || more !== undefined) return undefined;
  const parts = poly.coefficientsIn(p, atom);
  const n = parts.length - 1;
  if (parts.some((part, i) => i > 0 && i < n && !poly.isZero(part))) return undefined;
  const slope = must(parts[n], "a leading coefficient");
  const rest = ratios.subtract(atoms, value, ratios.fromPolynomial(parts[0] ?? poly.zero));
  const open: Need[] =
    sureSign(atoms, slope) === undefined
      ? [{ of: ratios.fromPolynomial(slope), relation: "!=", isShape: true }]
      : [];
  const target = ratios.divide(atoms, rest, ratios.fromPolynomial(slope));
  return unlessGone(setting, open, invert(setting, atom, n, target, [...needs, ...open]));
}

function invertExponential(
  setting: Setting,
  base: Polynomial | "e",
  direction: Ratio,
  value: Ratio,
  needs: readonly Need[],
): Inverse | undefined {
  const { atoms } = setting;
  const baseIsFree = base === "e" || dependentAtoms(setting, base).length === 0;
  if (base !== "e" && !baseIsFree && isFree(setting, direction)) {
    const open: Need[] =
      sureSignOfRatio(atoms, direction) === undefined
        ? [{ of: direction, relation: "!=", isShape: true }]
        : [];
    const inner = symbolicPower(atoms, value, ratios.divide(atoms, ratios.one, direction));
    return unlessGone(setting, open, invertSum(setting, base, inner, [...needs, ...open]));
  }
  if (!baseIsFree) return undefined;
  const logOfBase = base === "e" ? ratios.one : logarithm(atoms, ratios.fromPolynomial(base));
  const open: Need[] =
    sureSignOfRatio(atoms, logOfBase) === undefined ? [{ of: logOfBase, relation: "!=", isShape: true }] : [];
  const log = logOrNull(setting, value);
  if (log === null) return unlessGone(setting, open, null);
  const exponent = ratios.divide(atoms, log, logOfBase);
  return unlessGone(setting, open, invertRatio(setting, direction, exponent, [...needs, ...open]));
}

/** An inverse; where there is none, the shapes that it takes for granted are left to the general conditions. */
function unlessGone(
  setting: Setting,
  shapes: readonly Need[],
  found: Inverse | undefined,
): Inverse | undefined {
  if (found === null) setting.assumed.push(...shapes);
  return found;
}

function logOrNull({ atoms }: Setting, value: Ratio): Ratio | null {
  try {
    return logarithm(atoms, value);
  } catch (error) {
    if (error instanceof Undefined) return null;
    throw error;
  }
}

/** The only `x` at which a ratio has a free value, when `x` stands in its numerator or its denominator only. */
export function invertRatio(
  setting: Setting,
  r: Ratio,
  value: Ratio,
  needs: readonly Need[],
): Inverse | undefined {
  const { atoms } = setting;
  const above = dependentAtoms(setting, r.num).length > 0;
  const below = dependentAtoms(setting, r.den).length > 0;
  if (above && !below)
    return invertSum(setting, r.num, ratios.multiply(atoms, value, ratios.fromPolynomial(r.den)), needs);
  if (!below || above) return undefined;
  if (ratios.isZero(value)) return null;
  const open: Need[] = sureSignOfRatio(atoms, value) === undefined ? [{ of: value, relation: "!=" }] : [];
  return invertSum(setting, r.den, ratios.divide(atoms, ratios.fromPolynomial(r.num), value), [
    ...needs,
    ...open,
  ]);
}
