import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt, expPower } from "../algebra/atoms.ts";
import { logarithm, symbolicPower } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import type { FactRelation, Instance } from "../certificate/claim-proof.ts";
import { lemma, signOf } from "./signs.ts";
import { addFact, factFor, polyText, type State, textOf } from "./state.ts";

/** A state, and the number of a fact in it. */
export type Step = { readonly state: State; readonly number: number };

/** Adds an instance of a known inequality. */
export function addKnown(state: State, value: Ratio, relation: FactRelation, instance: Instance): Step {
  const expr = poly.isOne(value.den) ? polyText(state.atoms, value.num) : textOf(state.atoms, value);
  const next = addFact(state, value, relation, (then) =>
    state.finish({ kind: "derive", expr, relation, rule: { kind: "known", instance }, then }),
  );
  return { state: next, number: state.count };
}

/** Adds the fact that a ratio is > 0, if the signs of its two sides are known to be so. */
function positiveRatio(state: State, value: Ratio, budget: Budget): Step | null {
  const num = signOf(state, value.num, budget);
  if (num === null) return null;
  if (poly.isOne(value.den)) return num.sign > 0 ? { state: num.state, number: num.number } : null;
  const den = signOf(num.state, value.den, budget);
  if (den === null || den.sign < 0 || num.sign < 0) return null;
  const { atoms } = state;
  const below: Ratio = { num: value.den, den: poly.one };
  const inverse = addKnown(den.state, ratios.divide(atoms, ratios.one, below), ">", {
    kind: "power-sign",
    u: textOf(atoms, below),
    p: "-1",
    given: [den.number],
  });
  const terms = [
    {
      times: exact.printRational(exact.invert(num.size)),
      facts: [num.number, inverse.number].sort((a, b) => a - b),
      square: null,
      factor: null,
    },
  ];
  const before = inverse.state;
  const next = addFact(before, value, ">", (then) =>
    before.finish({
      kind: "derive",
      expr: textOf(atoms, value),
      relation: ">",
      rule: { kind: "sum", terms },
      then,
    }),
  );
  return { state: next, number: before.count };
}

/** A fact that a ratio is >= 0, strict where that is known. */
type Weak = Step & { readonly isStrict: boolean };

/** Adds the fact that a ratio is >= 0, or > 0 if that is known; so far only for ratios without a denominator. */
function weakRatio(state: State, value: Ratio, budget: Budget): Weak | null {
  const strict = positiveRatio(state, value, budget);
  if (strict !== null) return { ...strict, isStrict: true };
  const fact = factFor(state, value.num, false);
  if (fact !== undefined && poly.isOne(value.den)) return { state, number: fact.number, isStrict: false };
  if (!poly.isOne(value.den) || poly.constantOf(value.num) !== undefined) return null;
  const next = lemma(state, value.num, ">=", budget);
  return next && { state: next, number: state.count, isStrict: false };
}

/** The sign of a ratio other than 0: the fact is about the ratio, or about its opposite. */
function signedRatio(state: State, value: Ratio, budget: Budget): (Step & { sign: 1 | -1 }) | null {
  const up = positiveRatio(state, value, budget);
  if (up !== null) return { ...up, sign: 1 };
  const down = positiveRatio(state, ratios.negate(value), budget);
  return down && { ...down, sign: -1 };
}

/** `exp(x) >= 1 + x`. */
export function expTangent(state: State, x: Ratio, budget: Budget): State {
  const { atoms } = state;
  const value = ratios.subtract(atoms, symbolicExp(atoms, x), ratios.add(atoms, ratios.one, x));
  const other = signedRatio(state, x, budget);
  return addKnown(other?.state ?? state, value, other === null ? ">=" : ">", {
    kind: "exp-tangent",
    x: textOf(atoms, x),
    given: other === null ? [] : [other.number],
  }).state;
}

function symbolicExp(atoms: Atoms, x: Ratio): Ratio {
  const e = ratios.fromPolynomial(expPower(atoms, "e", ratios.one, 1, 1));
  return symbolicPower(atoms, e, x);
}

/** `log(u) <= u - 1`, for `u > 0`. */
export function logTangent(state: State, u: Ratio, budget: Budget): State {
  const { atoms } = state;
  const positive = positiveRatio(state, u, budget);
  if (positive === null) return state;
  const less = ratios.subtract(atoms, u, ratios.one);
  const other = signedRatio(positive.state, less, budget);
  const value = ratios.subtract(atoms, less, logarithm(atoms, u));
  return addKnown(other?.state ?? positive.state, value, other === null ? ">=" : ">", {
    kind: "log-tangent",
    u: textOf(atoms, u),
    given: other === null ? [positive.number] : [positive.number, other.number],
  }).state;
}

/** A sum of whole multiples of logarithms of polynomials. */
export type LogSum = readonly { readonly weight: bigint; readonly of: Polynomial }[];

/** The two products that a sum of logarithms compares: those with positive weights, and those with negative ones. */
export function productsOf(atoms: Atoms, parts: LogSum): readonly [Polynomial, Polynomial] {
  let [up, down] = [poly.one, poly.one];
  for (const { weight, of } of parts)
    for (let i = 0n; i < exact.abs(weight); i += 1n)
      if (weight > 0n) up = ratios.product(atoms, up, of);
      else down = ratios.product(atoms, down, of);
  return [up, down];
}

/** Adds what fact `number`, about the difference of the products, says of the sum of logarithms. */
export function logSum(
  state: State,
  parts: LogSum,
  number: number,
  relation: FactRelation,
  budget: Budget,
): Step | null {
  const { atoms } = state;
  let current = state;
  const given = [number];
  let value = ratios.zero;
  for (const { weight, of } of parts) {
    const positive = signOf(current, of, budget);
    if (positive === null || positive.sign < 0) return null;
    current = positive.state;
    given.push(positive.number);
    value = ratios.add(
      atoms,
      value,
      ratios.scale(logarithm(atoms, ratios.fromPolynomial(of)), exact.integer(weight)),
    );
  }
  return addKnown(current, value, relation, {
    kind: "log-sum",
    parts: parts.map(({ weight, of }) => ({
      weight: `${weight}`,
      of: textOf(atoms, ratios.fromPolynomial(of)),
    })),
    given,
  });
}

/** `u^p` lies above its tangent at 1 for `p >= 1` and `p <= 0`, below it for `0 <= p <= 1`; for `u > 0`. */
export function powerTangent(state: State, u: Ratio, p: Ratio, budget: Budget): State {
  const { atoms } = state;
  const positive = positiveRatio(state, u, budget);
  if (positive === null) return state;
  const less = ratios.subtract(atoms, u, ratios.one);
  const line = ratios.add(atoms, ratios.one, ratios.multiply(atoms, p, less));
  const gap = ratios.subtract(atoms, symbolicPower(atoms, u, p), line);
  const beyond = ratios.subtract(atoms, p, ratios.one);
  const [texts, here] = [{ u: textOf(atoms, u), p: textOf(atoms, p) }, positive.state];
  for (const bound of [beyond, ratios.negate(p)]) {
    const known = weakRatio(here, bound, budget);
    if (known === null) continue;
    const other = known.isStrict ? signedRatio(known.state, less, budget) : null;
    const given = [positive.number, known.number, ...(other === null ? [] : [other.number])];
    return addKnown(other?.state ?? known.state, gap, other === null ? ">=" : ">", {
      kind: "power-tangent-convex",
      ...texts,
      given,
    }).state;
  }
  const low = weakRatio(here, p, budget);
  const high = low && weakRatio(low.state, ratios.negate(beyond), budget);
  if (low === null || high === null) return state;
  const other = low.isStrict && high.isStrict ? signedRatio(high.state, less, budget) : null;
  return addKnown(other?.state ?? high.state, ratios.negate(gap), other === null ? ">=" : ">", {
    kind: "power-tangent-concave",
    ...texts,
    given: [positive.number, low.number, high.number, ...(other === null ? [] : [other.number])],
  }).state;
}

/** `u^p < v^p` for `0 < u < v` and `p > 0`; `<=` for `u <= v`. */
export function baseMonotone(state: State, u: Ratio, v: Ratio, p: Ratio, budget: Budget): State {
  const { atoms } = state;
  const low = positiveRatio(state, u, budget);
  const gap = low && weakRatio(low.state, ratios.subtract(atoms, v, u), budget);
  const power = gap && positiveRatio(gap.state, p, budget);
  if (low === null || gap === null || power === null) return state;
  const value = ratios.subtract(atoms, symbolicPower(atoms, v, p), symbolicPower(atoms, u, p));
  return addKnown(power.state, value, gap.isStrict ? ">" : ">=", {
    kind: "base-monotone",
    u: textOf(atoms, u),
    v: textOf(atoms, v),
    p: textOf(atoms, p),
    given: [low.number, gap.number, power.number],
  }).state;
}

/** `u^p < u^q` for `u > 1` and `p < q`, or `0 < u < 1` and `p > q`; `<=` where one of them is not strict. */
export function exponentMonotone(state: State, u: Ratio, p: Ratio, q: Ratio, budget: Budget): State {
  const { atoms } = state;
  const beyond = ratios.subtract(atoms, u, ratios.one);
  const wider = ratios.subtract(atoms, q, p);
  for (const isUp of [true, false]) {
    const over = weakRatio(state, isUp ? beyond : ratios.negate(beyond), budget);
    if (over === null) continue;
    const gap = weakRatio(over.state, isUp ? wider : ratios.negate(wider), budget);
    if (gap === null) return state;
    const low = isUp ? null : positiveRatio(gap.state, u, budget);
    if (!isUp && low === null) return state;
    const value = ratios.subtract(atoms, symbolicPower(atoms, u, q), symbolicPower(atoms, u, p));
    const isStrict = over.isStrict && gap.isStrict;
    return addKnown(low?.state ?? gap.state, value, isStrict ? ">" : ">=", {
      kind: "exponent-monotone",
      u: textOf(atoms, u),
      p: textOf(atoms, p),
      q: textOf(atoms, q),
      given: low === null ? [over.number, gap.number] : [low.number, over.number, gap.number],
    }).state;
  }
  return state;
}

/** The exponent along which an exponential atom runs. */
export function exponentOf(atoms: Atoms, atom: number): Ratio | null {
  const what = atomAt(atoms, atom);
  return what.kind === "exp" ? ratios.scale(what.direction, exact.ratio(1n, BigInt(what.degree))) : null;
}
