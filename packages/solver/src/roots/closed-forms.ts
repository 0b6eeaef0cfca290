import { add, call, divide, type Expr, multiply, negate, number, power, subtract } from "@crux/core";
import * as q from "@crux/core/exact";
import { atomAt, dependsOn } from "../algebra/atoms.ts";
import * as poly from "../algebra/polynomial.ts";
import { Undecided, Undefined } from "../algebra/undecided.ts";
import { type Hint, toHint } from "./pieces.ts";
import type { Prepared } from "./prepared.ts";
import { writePolynomial } from "./short-form.ts";
import { isZeroNumber } from "./smooth.ts";
import { rateOf, shortened } from "./substitution.ts";

/**
 * Closed forms of solutions, where the equation has a shape that is solved by logarithms, exponentials, square roots
 * or the Lambert function. Each is a solution wherever the equation is real there, by the way it is derived; which
 * root it is, and that there are no others, is shown elsewhere.
 */
export function closedFormHints(f: Prepared): readonly Hint[] {
  const hints: Hint[] = [];
  for (const make of [
    polynomialForms,
    exponentialForms,
    quotientForms,
    logarithmForms,
    lambertForms,
    lambertLogForms,
    selfPowerForms,
  ]) {
    for (const expr of make(f)) {
      const hint = tidyHint(f, expr);
      if (hint !== undefined) hints.push(hint);
    }
  }
  return hints;
}

function tidyHint(f: Prepared, expr: Expr): Hint | undefined {
  try {
    return toHint(shortened(f.atoms, expr) ?? expr);
  } catch (error) {
    if (error instanceof Undefined) return undefined;
    if (error instanceof Undecided) return toHint(expr);
    throw error;
  }
}

/** A way to guess closed forms. */
type Shape = (f: Prepared) => readonly Expr[];

const dependent = (f: Prepared): number[] =>
  poly.atomsOf(f.num).filter((atom) => dependsOn(f.atoms, atom, f.x));

const HIGHEST_DEGREE = 50;

/** Coefficients of a polynomial in one atom if they are constants, lowest first. */
function constantsIn(f: Prepared, p: poly.Polynomial, atom: number): Expr[] | undefined {
  if (poly.degreeIn(p, atom) > HIGHEST_DEGREE) return undefined;
  const parts = poly.coefficientsIn(p, atom);
  if (parts.some((part) => poly.atomsOf(part).some((one) => dependsOn(f.atoms, one, f.x)))) return undefined;
  return parts.map((part) => writePolynomial(f.atoms, part));
}

const isNothing = (expr: Expr): boolean => expr.kind === "number" && q.isZero(expr.value);

/** Solutions of a polynomial with constant coefficients of degree 1 or 2, or with two terms. */
function solvedPolynomial(c: readonly Expr[]): Expr[] {
  const low = c.findIndex((one) => !isNothing(one));
  const [first, ...rest] = c.slice(low);
  const top = rest[rest.length - 1];
  if (first === undefined || top === undefined || rest.length > 50) return [];
  if (rest.slice(0, -1).every(isNothing)) {
    const value = negate(divide(first, top));
    if (rest.length === 1) return [value];
    const root = power(value, number(q.ratio(1n, BigInt(rest.length))));
    return rest.length % 2 === 0 ? [root, negate(root)] : [root];
  }
  const [b, a] = rest;
  if (a === undefined || b === undefined || rest.length > 2) return [];
  const root = call("sqrt", subtract(multiply(b, b), multiply(number(4), multiply(a, first))));
  const over = multiply(number(2), a);
  return [divide(subtract(negate(b), root), over), divide(add(negate(b), root), over)];
}

const polynomialForms: Shape = (f) => {
  const [only, more] = dependent(f);
  if (only !== f.x || more !== undefined) return [];
  const c = constantsIn(f, f.num, only);
  return c === undefined ? [] : solvedPolynomial(c);
};

/** A polynomial in one exponential. */
const exponentialForms: Shape = (f) => {
  const [only, more] = dependent(f);
  const rate = only === undefined || more !== undefined ? undefined : rateOf(f, atomAt(f.atoms, only));
  const c = only === undefined || rate === undefined ? undefined : constantsIn(f, f.num, only);
  if (rate === undefined || c === undefined) return [];
  return solvedPolynomial(c).map((y) => divide(call("log", y), multiply(rate.times, rate.log)));
};

/** A sum that is a constant times a power of the unknown times an exponential. */
type Kernel = { readonly constant: Expr; readonly power: number; readonly rate: Expr | null };

/** The terms of the numerator by powers and exponentials of the unknown; undefined where other kernels occur. */
function kernelsOf(f: Prepared): Kernel[] | undefined {
  const groups = new Map<string, { constant: poly.Polynomial; power: number; rates: [number, number][] }>();
  for (const { coefficient, monomial } of poly.termsOf(f.num)) {
    const constant: number[] = [];
    const rates: [number, number][] = [];
    let exponent = 0;
    for (let i = 0; i + 1 < monomial.length; i += 2) {
      const [atom, n] = [monomial[i] ?? 0, monomial[i + 1] ?? 0];
      if (atom === f.x) exponent = n;
      else if (dependsOn(f.atoms, atom, f.x)) rates.push([atom, n]);
      else constant.push(atom, n);
    }
    const key = `${exponent}|${rates.join(";")}`;
    const term = poly.monomialOf(coefficient, constant);
    const old = groups.get(key);
    groups.set(key, {
      constant: old === undefined ? term : poly.add(old.constant, term),
      power: exponent,
      rates,
    });
  }
  const kernels: Kernel[] = [];
  for (const { constant, power: exponent, rates } of groups.values()) {
    let rate: Expr | null = null;
    for (const [atom, n] of rates) {
      const one = rateOf(f, atomAt(f.atoms, atom));
      if (one === undefined) return undefined;
      const scaled = multiply(number(n), multiply(one.times, one.log));
      rate = rate === null ? scaled : add(rate, scaled);
    }
    kernels.push({ constant: writePolynomial(f.atoms, constant), power: exponent, rate });
  }
  return kernels;
}

const rateExpr = ({ rate }: Kernel): Expr => rate ?? number(0);

/** Two summands, each a constant times a power of the unknown times an exponential. */
const quotientForms: Shape = (f) => {
  const [a, b, more] = kernelsOf(f) ?? [];
  if (a === undefined || b === undefined || more !== undefined) return [];
  const n = a.power - b.power;
  const rate = subtract(rateExpr(a), rateExpr(b));
  const value = negate(divide(b.constant, a.constant));
  if (n === 0) return [divide(call("log", value), rate)];
  // x^n * exp(rate * x) = value: the n-th root of both sides, then x * exp(c x) = root.
  const root = n === 1 ? value : power(value, number(q.ratio(1n, BigInt(n))));
  const c = divide(rate, number(n));
  return branches(f, multiply(c, root), (w) => divide(w, c));
};

/** Both values of the Lambert function at `z`, or the one at its branch point, put to use. */
function branches(f: Prepared, z: Expr, use: (w: Expr) => Expr): Expr[] {
  if (isZeroNumber(add(multiply(z, { kind: "constant", name: "e" }), number(1)), f.budget))
    return [use(number(-1))];
  const argument = safely(f, z);
  return [use(call("lambertw", argument)), use(call("lambertw", argument, number(-1)))];
}

function safely(f: Prepared, expr: Expr): Expr {
  try {
    return shortened(f.atoms, expr) ?? expr;
  } catch (error) {
    if (error instanceof Undecided) return expr;
    throw error;
  }
}

/** `a x + b + c E = 0` and `(a x + b) E + c = 0` for an exponential `E`. */
const lambertForms: Shape = (f) => {
  const kernels = kernelsOf(f) ?? [];
  if (kernels.length !== 3 && kernels.length !== 2) return [];
  const linear = kernels.find((one) => one.power === 1);
  if (linear === undefined) return [];
  const beside = kernels.find((one) => one.power === 0 && sameRate(one, linear));
  const other = kernels.find((one) => one.power === 0 && one !== beside);
  if (other === undefined || kernels.some((one) => one !== linear && one !== beside && one !== other))
    return [];
  const c = safely(f, subtract(rateExpr(other), rateExpr(linear)));
  if (isNothing(c)) return [];
  // With u = x + shift: u * exp(-c u) = -(other / linear) * exp(-c shift).
  const shift = beside === undefined ? number(0) : divide(beside.constant, linear.constant);
  const z = multiply(
    multiply(c, divide(other.constant, linear.constant)),
    call("exp", negate(multiply(c, shift))),
  );
  return branches(f, z, (w) => subtract(negate(divide(w, c)), shift));
};

const sameRate = (a: Kernel, b: Kernel): boolean =>
  JSON.stringify(a.rate, plain) === JSON.stringify(b.rate, plain);
const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? `${value}` : value);

/** The only logarithm among the atoms, of a linear argument `p x + r`, with the numerator's coefficients in it. */
function linearLog(f: Prepared): { p: Expr; r: Expr; parts: poly.Polynomial[]; atom: number } | undefined {
  const others = dependent(f).filter((atom) => atom !== f.x);
  const [atom, more] = others;
  const what = atom === undefined || more !== undefined ? undefined : atomAt(f.atoms, atom);
  if (atom === undefined || what?.kind !== "log") return undefined;
  const [r, p, square] = constantsIn(f, what.of, f.x) ?? [];
  if (r === undefined || p === undefined || square !== undefined) return undefined;
  return { p, r, parts: poly.coefficientsIn(f.num, atom), atom };
}

/** A polynomial in one logarithm of a linear argument. */
const logarithmForms: Shape = (f) => {
  const log = linearLog(f);
  const c = log === undefined ? undefined : constantsIn(f, f.num, log.atom);
  if (log === undefined || c === undefined) return [];
  return solvedPolynomial(c).map((y) => divide(subtract(call("exp", y), log.r), log.p));
};

/** `a x + b + c log(p x + r) = 0`, and `a x log(x) + b = 0`. */
const lambertLogForms: Shape = (f) => {
  const log = linearLog(f);
  if (log === undefined || log.parts.length !== 2) return [];
  const [rest, factor] = log.parts.map((part) => constantsIn(f, part, f.x));
  if (rest === undefined || factor === undefined) return [];
  const [b = number(0), a = number(0)] = rest;
  const [c = number(0), slope] = factor;
  if (slope !== undefined) {
    const isProduct = factor.length === 2 && isNothing(c) && rest.length === 1 && isNothing(log.r);
    return isProduct ? productForms(f, slope, b, log.p) : [];
  }
  if (rest.length !== 2) return [];
  // t = p x + r solves t * exp(-A t) = exp(B).
  const A = safely(f, negate(divide(a, multiply(c, log.p))));
  const B = divide(subtract(divide(multiply(a, log.r), log.p), b), c);
  return branches(f, negate(multiply(A, call("exp", B))), (w) =>
    divide(subtract(negate(divide(w, A)), log.r), log.p),
  );
};

/** `a x log(p x) + b = 0`: with `v = log(p x)`, `v e^v = -b p / a`. */
function productForms(f: Prepared, a: Expr, b: Expr, p: Expr): Expr[] {
  const z = safely(f, negate(divide(multiply(b, p), a)));
  return branches(f, z, (w) => divide(call("exp", w), p));
}

/** `x^x = k`. */
const selfPowerForms: Shape = (f) => {
  const [atom, more] = dependent(f);
  const what = atom === undefined || more !== undefined ? undefined : atomAt(f.atoms, atom);
  if (atom === undefined || what?.kind !== "exp" || what.base === "e" || what.degree !== 1) return [];
  const isSelf =
    [what.base, what.direction.num].every((p) => poly.equals(p, poly.atomPower(f.x))) &&
    poly.isOne(what.direction.den);
  const c = isSelf ? constantsIn(f, f.num, atom) : undefined;
  if (c === undefined) return [];
  return solvedPolynomial(c).flatMap((k) => branches(f, call("log", k), (w) => call("exp", w)));
};
