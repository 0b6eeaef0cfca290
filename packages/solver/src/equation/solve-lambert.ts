import * as exact from "@crux/core/exact";
import { atomAt, callAtom, flatten } from "../algebra/atoms.ts";
import { exponential, logarithm } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { sureSign, sureSignOfRatio } from "../algebra/sign.ts";
import type { Place, Solving } from "../certificate/symbolic-proof.ts";
import { settleNeeds } from "./existence.ts";
import {
  type Branch,
  dependentAtoms,
  type Need,
  place,
  type Setting,
  textOf,
  textOfRatio,
} from "./setting.ts";
import { rateOf } from "./solve-logarithm.ts";
import { solveBySubstitution } from "./substitution.ts";

/** `unit * (a*exp(m*x) + b*x + c) = 0`, with free coefficients. */
type Shape = {
  readonly a: Ratio;
  readonly b: Ratio;
  readonly c: Ratio;
  readonly m: Ratio;
  /** What the shape is multiplied by: positive. */
  readonly unit: Ratio;
};

/** Solves an equation in the unknown and one exponential of it, linear in each, by the Lambert function. */
export function solveLambert(setting: Setting, p: Polynomial, branch: Branch): Solving | undefined {
  const shape = shapeOf(setting, flatten(setting.atoms, p));
  if (shape === undefined) return undefined;
  const { atoms } = setting;
  const { a, b, c, m, unit } = shape;
  const slope = ratios.divide(atoms, ratios.multiply(atoms, a, m), b);
  const shift = ratios.divide(atoms, c, b);
  const sign = sureSignOfRatio(atoms, slope);
  const exponent = ratios.negate(ratios.multiply(atoms, m, shift));
  const z = ratios.multiply(atoms, slope, exponential(atoms, exponent));
  const step = Symbol("lambert");
  const shapes = [b, m]
    .filter((of) => sureSignOfRatio(atoms, of) === undefined)
    .map((of): Need => ({ of, relation: "!=", isShape: true }));
  const zero: PlaceZero = (w, multiplicity, needs, positiveWhen) =>
    place(setting, {
      step,
      value: ratios.subtract(atoms, ratios.negate(shift), ratios.divide(atoms, w, m)),
      multiplicity: branch.multiplicity * multiplicity,
      needs: [...branch.needs, ...shapes, ...needs],
      ...(positiveWhen === undefined ? {} : { positiveWhen }),
    });
  const principal = ratios.fromPolynomial(poly.atomPower(callAtom(atoms, "lambertw", [z])));
  const other = ratios.fromPolynomial(poly.atomPower(callAtom(atoms, "lambertw", [z, MINUS_ONE])));
  const [ta, tb, tc, tm] = [a, b, c, m].map((r) => textOfRatio(setting, r));
  const text = { a: ta ?? "", b: tb ?? "", c: tc ?? "", m: tm ?? "", unit: textOfRatio(setting, unit) };
  const below: Need = { of: ratios.negate(slope), relation: ">" };
  const atZero = ratios.add(atoms, a, c);
  if (sign === 1) {
    // the left side is monotone: its zero is positive where its value at 0 and its slope have opposite signs
    const ahead: Need = { of: ratios.negate(ratios.divide(atoms, atZero, b)), relation: ">" };
    const gone = impossible(setting, below);
    return {
      kind: "lambert",
      ...text,
      principal: zero(principal, 1, [], [ahead]),
      other: gone,
      double: gone,
      zero: null,
    };
  }
  if (ratios.isZero(atZero))
    return { kind: "lambert", ...text, ...besideZero(setting, shape, slope, { principal, other, zero }) };
  const room = sign === -1 ? roomOf(setting, slope, exponent) : ratios.add(atoms, z, inverseOfE(setting));
  const open: Need = { of: room, relation: ">" };
  return {
    kind: "lambert",
    ...text,
    principal: zero(principal, 1, [open]),
    other: zero(other, 1, [below, open]),
    double: zero(MINUS_ONE, 2, [{ of: room, relation: "=" }]),
    zero: null,
  };
}

const MINUS_ONE = ratios.fromRational(exact.integer(-1));

type PlaceZero = (
  w: Ratio,
  multiplicity: number,
  needs: readonly Need[],
  positiveWhen?: readonly Need[],
) => Place;
type Branches = { readonly principal: Ratio; readonly other: Ratio; readonly zero: PlaceZero };

/**
 * Where `x = 0` is a zero, `z = v*e^v` with `v = a*m/b`, and one branch is `v` itself: the principal one where `v > -1`.
 * The other branch gives the zero beside it, on the side that the sign of `m` says.
 */
function besideZero(
  setting: Setting,
  { m }: Shape,
  v: Ratio,
  { principal, other, zero }: Branches,
): Record<"principal" | "other" | "double" | "zero", Place> {
  const { atoms } = setting;
  const rising: Need = { of: m, relation: ">" };
  const falling: Need = { of: ratios.negate(m), relation: ">" };
  const gap = ratios.add(atoms, v, ratios.one);
  const never: Need = { of: MINUS_ONE, relation: ">" };
  return {
    principal: zero(principal, 1, [{ of: ratios.negate(gap), relation: ">" }], [falling]),
    other: zero(
      other,
      1,
      [
        { of: gap, relation: ">" },
        { of: ratios.negate(v), relation: ">" },
      ],
      [rising],
    ),
    double: zero(v, 2, [{ of: gap, relation: "=" }], [never]),
    zero: zero(v, 1, [{ of: gap, relation: "!=" }], [never]),
  };
}

/** For `z < 0`: what is positive exactly where `z > -1/e`, which is where `-1 - log(-slope) - exponent > 0`. */
const roomOf = ({ atoms }: Setting, slope: Ratio, exponent: Ratio): Ratio =>
  ratios.subtract(
    atoms,
    ratios.negate(ratios.add(atoms, logarithm(atoms, ratios.negate(slope)), exponent)),
    ratios.one,
  );

const inverseOfE = ({ atoms }: Setting): Ratio => exponential(atoms, ratios.fromRational(exact.integer(-1)));

function impossible({ atoms }: Setting, need: Need): Place {
  const { contradiction, proof } = settleNeeds(atoms, [need]);
  return { kind: "never", contradiction, ...proof };
}

function shapeOf(setting: Setting, p: Polynomial): Shape | undefined {
  const { atoms, x } = setting;
  const dependent = dependentAtoms(setting, p);
  const [kernel, more] = dependent.filter((atom) => atom !== x);
  if (kernel === undefined || more !== undefined || !dependent.includes(x)) return undefined;
  const rate = rateOf(setting, kernel);
  const [low = poly.zero, high, extra] = poly.coefficientsIn(p, kernel);
  if (rate === undefined || high === undefined || extra !== undefined) return undefined;
  const [c = poly.zero, b = poly.zero, second] = poly.coefficientsIn(low, x);
  const [a = poly.zero, d = poly.zero, third] = poly.coefficientsIn(high, x);
  if (second !== undefined || third !== undefined) return undefined;
  const of = ratios.fromPolynomial;
  // (d*x + a)*E + c = 0 is c/E + d*x + a = 0
  if (!poly.isZero(d))
    return poly.isZero(b)
      ? { a: of(c), b: of(d), c: of(a), m: ratios.negate(rate), unit: of(poly.atomPower(kernel)) }
      : undefined;
  return sureSign(atoms, b) === undefined
    ? undefined
    : { a: of(a), b: of(b), c: of(c), m: rate, unit: ratios.one };
}

/** With `y` for the logarithm of a polynomial that is linear in the unknown, an equation in both becomes one in `y`. */
export function solveByLog(
  setting: Setting,
  p: Polynomial,
  branch: Branch,
  inner: (setting: Setting, p: Polynomial, branch: Branch) => Solving,
): Solving | undefined {
  const { atoms, x } = setting;
  const dependent = dependentAtoms(setting, p);
  const [log, more] = dependent.filter((atom) => atom !== x);
  if (log === undefined || more !== undefined || !dependent.includes(x)) return undefined;
  const what = atomAt(atoms, log);
  if (what.kind !== "log" || !what.oriented) return undefined;
  const [offset = poly.zero, slope, extra] = poly.coefficientsIn(what.of, x);
  if (slope === undefined || extra !== undefined || sureSign(atoms, slope) === undefined) return undefined;
  if (dependentAtoms(setting, offset).length + dependentAtoms(setting, slope).length > 0) return undefined;
  const xFrom = (y: Ratio): Ratio =>
    ratios.divide(
      atoms,
      ratios.subtract(atoms, exponential(atoms, y), ratios.fromPolynomial(offset)),
      ratios.fromPolynomial(slope),
    );
  const atomOf = (y: number): Ratio => ratios.fromPolynomial(poly.atomPower(y));
  return solveBySubstitution(
    setting,
    {
      positive: false,
      sameSign: poly.isOne(offset) && sureSign(atoms, slope) === 1,
      kernel: textOf(setting, poly.atomPower(log)),
      inverse: (y) => xFrom(atomOf(y)),
      becomes: (y) => {
        const inLog = ratios.evaluateAt(atoms, p, log, atomOf(y));
        return ratios.evaluateAt(atoms, inLog.num, x, xFrom(atomOf(y))).num;
      },
      back: ({ value }) => ({ value: xFrom(value), needs: [] }),
    },
    branch,
    inner,
  );
}
