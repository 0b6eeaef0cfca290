import { must } from "@crux/core";
import * as exact from "@crux/core/exact";
import { primitive } from "../algebra/divide.ts";
import { divideExactly } from "../algebra/divide-exactly.ts";
import { factorsOf } from "../algebra/factors.ts";
import { rationalPower } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { isNonNegativeAtom, sureSign, sureSignOfRatio } from "../algebra/sign.ts";
import { smallFactor } from "../algebra/small-factor.ts";
import { polynomialToExpr } from "../algebra/to-expr.ts";
import { Stuck, Undecided } from "../algebra/undecided.ts";
import type { Place, Solving } from "../certificate/symbolic-proof.ts";
import { settleNeeds } from "./existence.ts";
import { invert } from "./invert.ts";
import { type Branch, type Need, never, place, type Setting, textOf } from "./setting.ts";

/** Solves a polynomial in one atom, with coefficients that are free of the unknown, from the constant one up. */
export function solvePolynomial(
  setting: Setting,
  atom: number,
  coefficients: readonly Polynomial[],
  branch: Branch,
): Solving {
  const { atoms } = setting;
  const parts = trimmed(coefficients);
  const lead = must(parts[parts.length - 1], "a polynomial has a leading coefficient");
  if (parts.length === 1) return solveFree(setting, lead, branch);
  const n = commonExponent(parts);
  const inPower = n === 1 ? parts : parts.filter((_, i) => i % n === 0);
  if (inPower.length === 2 && n === 2 && !isNonNegativeAtom(atoms, atom))
    return solveQuadratic(setting, atom, 1, [must(inPower[0], "c"), poly.zero, lead], branch);
  if (inPower.length === 2) return solveOnce(setting, atom, n, inPower, branch);
  if (inPower.length === 3) return solveQuadratic(setting, atom, n, inPower, branch);
  const signs = parts.filter((part) => !poly.isZero(part)).map((part) => sureSign(atoms, part));
  const [first] = signs;
  if (first !== undefined && first !== 0 && signs.every((sign) => sign === first)) return never(first);
  const cubic = inPower.length === 4 ? solveCubic(setting, atom, n, inPower, branch) : undefined;
  if (cubic !== undefined) return cubic;
  throw new Stuck(
    `a polynomial of degree ${parts.length - 1} in ${setting.name} that does not factor`,
    polynomialToExpr(atoms, poly.fromCoefficients(parts, atom)),
  );
}

function trimmed(coefficients: readonly Polynomial[]): Polynomial[] {
  const out = [...coefficients];
  while (out.length > 1 && poly.isZero(must(out[out.length - 1], "a last coefficient"))) out.pop();
  return out;
}

const commonExponent = (parts: readonly Polynomial[]): number =>
  parts.reduce((n, part, i) => (poly.isZero(part) ? n : Number(exact.gcd(BigInt(n), BigInt(i)))), 0);

/** A factor without the unknown: it has no zero of its own, but where it is 0 the sides are equal everywhere. */
export function solveFree(setting: Setting, p: Polynomial, branch: Branch): Solving {
  const sign = sureSign(setting.atoms, p);
  if (sign === 0) return { kind: "identical" };
  if (sign !== undefined) return { kind: "free", degenerate: null };
  if (branch.radical === true) {
    setting.assumed.push(nonzero(p));
    return { kind: "free", degenerate: null };
  }
  setting.everywhere.push({ when: [...branch.needs, { of: ratios.fromPolynomial(p), relation: "=" }] });
  return { kind: "free", degenerate: setting.everywhere.length - 1 };
}

const nonzero = (p: Polynomial): Need => ({ of: ratios.fromPolynomial(p), relation: "!=" });
const isZeroNeed = (p: Polynomial): Need => ({ of: ratios.fromPolynomial(p), relation: "=" });

/** What happens where a leading coefficient is 0: the rest of the polynomial is solved under that condition. */
function whereFlat(
  setting: Setting,
  atom: number,
  n: number,
  parts: readonly Polynomial[],
  branch: Branch,
): Solving | null {
  const lead = must(parts[parts.length - 1], "a leading coefficient");
  if (sureSign(setting.atoms, lead) !== undefined) return null;
  const spread = parts
    .slice(0, -1)
    .flatMap((part, i) => (i === 0 ? [part] : [...Array<Polynomial>(n - 1).fill(poly.zero), part]));
  return solvePolynomial(setting, atom, spread, { ...branch, needs: [...branch.needs, isZeroNeed(lead)] });
}

const openLead = (setting: Setting, lead: Polynomial): Need[] =>
  sureSign(setting.atoms, lead) === undefined || setting.atoms.facts.length > 0 ? [nonzero(lead)] : [];

function solveOnce(
  setting: Setting,
  atom: number,
  n: number,
  parts: readonly Polynomial[],
  branch: Branch,
): Solving {
  const { atoms } = setting;
  const [offset, slope] = [must(parts[0], "a constant"), must(parts[1], "a slope")];
  const value = ratios.ratio(atoms, poly.negate(offset), slope);
  return {
    kind: "once",
    kernel: textOf(setting, poly.atomPower(atom, n)),
    slope: textOf(setting, slope),
    offset: textOf(setting, offset),
    at: zeroAt(setting, atom, n, value, { ...branch, needs: [...branch.needs, ...openLead(setting, slope)] }),
    flat: whereFlat(setting, atom, n, parts, branch),
  };
}

/** Follows `atom^n = value` back to the unknown. */
export function zeroAt(setting: Setting, atom: number, n: number, value: Ratio, branch: Branch): Place {
  const back = invert(setting, atom, n, value);
  if (back === undefined)
    throw new Undecided(`${textOf(setting, poly.atomPower(atom, n))} cannot be undone in closed form`);
  if (back === null) return impossible(setting, { of: value, relation: ">" });
  return place(setting, {
    ...(branch.step === undefined ? {} : { step: branch.step }),
    ...(branch.positiveWhen === undefined ? {} : { positiveWhen: branch.positiveWhen }),
    value: back.value,
    multiplicity: branch.multiplicity,
    needs: [...branch.needs, ...back.needs],
  });
}

/** Where a zero would be that needs something that surely does not hold. */
function impossible({ atoms }: Setting, need: Need): Place {
  const { contradiction, proof } = settleNeeds(atoms, [need]);
  return { kind: "never", contradiction, ...proof };
}

function solveQuadratic(
  setting: Setting,
  atom: number,
  n: number,
  parts: readonly Polynomial[],
  branch: Branch,
): Solving {
  const { atoms } = setting;
  const [c, b, a] = [must(parts[0], "c"), must(parts[1], "b"), must(parts[2], "a")];
  const signs = [a, b, c].map((p) => sureSign(atoms, p));
  const [first] = signs;
  if (first !== undefined && first !== 0 && signs.every((sign) => sign === first)) return never(first);
  const discriminant = poly.subtract(
    ratios.product(atoms, b, b),
    poly.scale(ratios.product(atoms, a, c), exact.integer(4)),
  );
  const twice = poly.scale(a, exact.integer(2));
  const open = openLead(setting, a);
  const text = { a: textOf(setting, a), b: textOf(setting, b), c: textOf(setting, c) };
  const kernel = textOf(setting, poly.atomPower(atom, n));
  const flat = whereFlat(setting, atom, n, parts, branch);
  const sign = sureSign(atoms, discriminant);
  const gone = impossible(setting, { of: ratios.fromPolynomial(discriminant), relation: ">=" });
  if (sign === -1) return { kind: "quadratic", kernel, ...text, plus: gone, minus: gone, double: gone, flat };
  const step = Symbol("quadratic");
  const root = rationalPower(atoms, ratios.fromPolynomial(discriminant), exact.ratio(1n, 2n));
  const real: Need[] = [{ of: ratios.fromPolynomial(discriminant), relation: ">" }];
  const at = (sqrt: Ratio, multiplicity: number, more: readonly Need[]): Place => {
    const value = ratios.divide(
      atoms,
      ratios.add(atoms, ratios.fromPolynomial(poly.negate(b)), sqrt),
      ratios.fromPolynomial(twice),
    );
    const needs = [...branch.needs, ...open, ...more];
    return zeroAt(setting, atom, n, value, { multiplicity: branch.multiplicity * multiplicity, needs, step });
  };
  return {
    kind: "quadratic",
    kernel,
    ...text,
    plus: at(root, 1, real),
    minus: at(ratios.negate(root), 1, real),
    double:
      sign === 1
        ? impossible(setting, isZeroNeed(discriminant))
        : at(ratios.zero, 2, [isZeroNeed(discriminant)]),
    flat,
  };
}

/** A factor and how often it divides. */
export type Factor = { readonly of: Polynomial; readonly multiplicity: number };

/** Takes a polynomial apart as far as it goes; the number in front is not among the factors. */
export function factorise(
  setting: Setting,
  p: Polynomial,
  atom: number | undefined,
): { number: exact.Rational; factors: Factor[] } {
  const { factor, factors } = factorsOf(setting.atoms, p);
  const out: Factor[] = [];
  for (const { base, multiplicity } of factors)
    for (const of of atom === undefined ? [base] : splitSmall(setting, base, atom))
      out.push({ of, multiplicity });
  const product = out.reduce((all, { of, multiplicity }) => {
    let next = all;
    for (let i = 0; i < multiplicity; i += 1) next = ratios.product(setting.atoms, next, of);
    return next;
  }, poly.constant(factor));
  // splitting may have turned a factor round or scaled it
  const left = divideExactly(p, product, setting.atoms.charge);
  const scale = left === undefined ? undefined : poly.constantOf(left);
  if (scale === undefined)
    return { number: factor, factors: factors.map(({ base, multiplicity }) => ({ of: base, multiplicity })) };
  return { number: exact.multiply(factor, scale), factors: out };
}

/** Splits off factors of low degree in an atom, those that are proposed first. */
function splitSmall(setting: Setting, p: Polynomial, atom: number): Polynomial[] {
  const { atoms } = setting;
  const out: Polynomial[] = [];
  let rest = p;
  for (const hint of setting.hints) {
    const next = poly.degreeIn(hint, atom) > 0 ? divideExactly(rest, hint, atoms.charge) : undefined;
    if (next === undefined || poly.degreeIn(next, atom) === 0) continue;
    out.push(hint);
    rest = next;
  }
  while (poly.degreeIn(rest, atom) > 1) {
    const factor = factorIn(setting, rest, atom);
    const next = factor === undefined ? undefined : divideExactly(rest, factor, atoms.charge);
    if (factor === undefined || next === undefined) break;
    out.push(factor);
    rest = next;
  }
  out.push(rest);
  return out;
}

/** A factor of low degree: of independent atoms, else one that is linear where roots and exponentials are related. */
function factorIn(setting: Setting, p: Polynomial, atom: number): Polynomial | undefined {
  const small = poly.degreeIn(p, atom) > 2 ? smallFactor(p, atom, setting.atoms.charge) : undefined;
  return small ?? linearFactor(setting, p, atom);
}

const MOST_CANDIDATES = 400;

function linearFactor(setting: Setting, p: Polynomial, atom: number): Polynomial | undefined {
  const { atoms } = setting;
  const parts = poly.coefficientsIn(p, atom);
  const [first, last] = [must(parts[0], "a constant"), must(parts[parts.length - 1], "a lead")];
  if (parts.length === 3) return quadraticFactor(setting, parts, atom);
  let tried = 0;
  for (const top of divisorsOf(setting, first))
    for (const bottom of divisorsOf(setting, last)) {
      tried += 2;
      if (tried > MOST_CANDIDATES) return undefined;
      for (const sign of [1, -1]) {
        const value = ratios.ratio(atoms, poly.scale(top, exact.integer(sign)), bottom);
        if (!ratios.isZero(ratios.evaluateAt(atoms, p, atom, value))) continue;
        return poly.subtract(poly.multiply(poly.atomPower(atom), value.den), value.num);
      }
    }
  return undefined;
}

/** A linear factor of a quadratic polynomial whose discriminant is a square. */
function quadraticFactor(
  setting: Setting,
  parts: readonly Polynomial[],
  atom: number,
): Polynomial | undefined {
  const { atoms } = setting;
  const [c, b, a] = [must(parts[0], "c"), must(parts[1], "b"), must(parts[2], "a")];
  const discriminant = poly.subtract(
    ratios.product(atoms, b, b),
    poly.scale(ratios.product(atoms, a, c), exact.integer(4)),
  );
  const root = squareRoot(setting, discriminant);
  if (root === undefined) return undefined;
  const value = ratios.ratio(atoms, poly.subtract(root, b), poly.scale(a, exact.integer(2)));
  return primitive(poly.subtract(poly.multiply(poly.atomPower(atom), value.den), value.num)).core;
}

/** A polynomial whose square is `p`, when there is one. */
function squareRoot(setting: Setting, p: Polynomial): Polynomial | undefined {
  if (poly.isZero(p)) return undefined;
  const { factor, factors } = factorsOf(setting.atoms, p);
  if (exact.sign(factor) < 0 || factors.some(({ multiplicity }) => multiplicity % 2 !== 0)) return undefined;
  const [num, den] = [exact.integerRoot(factor.num, 2), exact.integerRoot(factor.den, 2)];
  if (num * num !== factor.num || den * den !== factor.den) return undefined;
  return factors.reduce(
    (all, { base, multiplicity }) =>
      poly.multiply(all, poly.power(base, multiplicity / 2, setting.atoms.charge)),
    poly.constant(exact.ratio(num, den)),
  );
}

/** Divisors of a polynomial up to sign: divisors of its number times products of its factors; the simplest first. */
function divisorsOf(setting: Setting, p: Polynomial): Polynomial[] {
  const { factor, factors } = factorsOf(setting.atoms, p);
  let out = smallDivisors(exact.absolute(factor).num).map((n) => poly.whole(n));
  for (const { base, multiplicity } of factors) {
    const before = out;
    for (let i = 1; i <= multiplicity && out.length < MOST_CANDIDATES; i += 1)
      out = [...out, ...before.map((d) => poly.multiply(d, poly.power(base, i, setting.atoms.charge)))];
  }
  return out;
}

function smallDivisors(n: bigint): bigint[] {
  const out: bigint[] = [];
  for (let d = 1n; d <= 100n && d <= n; d += 1n) if (n % d === 0n) out.push(d);
  if (n > 100n) out.push(n);
  return out;
}

/**
 * `a*y^3 + b*y^2 + c*y + d` that surely rises (or surely falls): with `y = t - b/(3*a)` it is `t^3 + p*t - q` with
 * `p > 0`, whose only real zero is `t = u - p/(3*u)` for `u^3 = q/2 + sqrt(q^2/4 + p^3/27)`.
 */
function solveCubic(
  setting: Setting,
  atom: number,
  n: number,
  parts: readonly Polynomial[],
  branch: Branch,
): Solving | undefined {
  const { atoms } = setting;
  const [d, c, b, a] = parts.map((part) => ratios.fromPolynomial(part));
  if (a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  const over = (r: Ratio, by: number): Ratio => ratios.scale(r, exact.ratio(1n, BigInt(by)));
  const shift = over(ratios.divide(atoms, b, a), 3);
  const [linear, constant] = [ratios.divide(atoms, c, a), ratios.divide(atoms, d, a)];
  const square = ratios.multiply(atoms, shift, shift);
  const p = ratios.subtract(atoms, linear, ratios.scale(square, exact.integer(3)));
  if (sureSignOfRatio(atoms, p) !== 1) return undefined;
  const cube = ratios.multiply(atoms, square, shift);
  const q = ratios.subtract(
    atoms,
    ratios.multiply(atoms, linear, shift),
    ratios.add(atoms, constant, ratios.scale(cube, exact.integer(2))),
  );
  const inside = ratios.add(atoms, over(ratios.power(atoms, q, 2), 4), over(ratios.power(atoms, p, 3), 27));
  const half = exact.ratio(1n, 2n);
  const third = exact.ratio(1n, 3n);
  const u = rationalPower(atoms, ratios.add(atoms, over(q, 2), rationalPower(atoms, inside, half)), third);
  const t = ratios.subtract(atoms, u, over(ratios.divide(atoms, p, u), 3));
  const value = ratios.subtract(atoms, t, shift);
  const ahead: Need = { of: ratios.negate(constant), relation: ">" };
  const [td, tc, tb, ta] = parts.map((part) => textOf(setting, part));
  return {
    kind: "cubic",
    kernel: textOf(setting, poly.atomPower(atom, n)),
    a: ta ?? "",
    b: tb ?? "",
    c: tc ?? "",
    d: td ?? "",
    at: zeroAt(
      setting,
      atom,
      n,
      value,
      atom === setting.x && n === 1 ? { ...branch, positiveWhen: [ahead] } : branch,
    ),
  };
}
