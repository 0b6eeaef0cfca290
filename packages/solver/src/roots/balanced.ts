import { add, assert, divide, type Expr, multiply, must, number, power } from "@crux/core";
import * as q from "@crux/core/exact";
import { type Atoms, atomAt, dependsOn, printRatio } from "../algebra/atoms.ts";
import { pairsOf } from "../algebra/monomial.ts";
import * as poly from "../algebra/polynomial.ts";
import * as ratios from "../algebra/ratio.ts";
import { type Summand, summandExpr, summandsOf } from "./growth.ts";
import type { Prepared } from "./prepared.ts";
import { writePolynomial, writeRatio } from "./short-form.ts";

/** The numerator over an exponential: the same zeros, with ranges that are narrower where all summands grow fast. */
export type Balanced = {
  readonly sum: Expr;
  /** What the difference of the sides is multiplied with to give the sum; it has no zeros. */
  readonly factor: Expr;
  /** A summand of the numerator as it stands in the sum. */
  readonly write: (summand: Summand) => Expr;
};

/** `base^(exponent * direction)`, with bases that are numbers. */
type Growth = ReadonlyMap<number, number>;

/**
 * Divides the numerator by the exponentials of one of its summands where several bases grow side by side: `101^x` over
 * `100^x` is written `(101/100)^x`, which hardly grows. Undefined where there is nothing to gain.
 */
export function balanced(f: Prepared): Balanced | undefined {
  const summands = summandsOf(f.atoms, f.num, f.x);
  const growths = summands.map((one) => growthOf(f, one));
  const bases = new Set(growths.flatMap((one) => [...one.keys()]));
  if (bases.size < 2 || summands.length < 2) return undefined;
  const pivot = must(growths[pivotAmong(f, growths)], "a pivot");
  if (pivot.size === 0) return undefined;
  const write = (summand: Summand): Expr => {
    const rest = pairsOf(summand.kernels).filter(([atom]) => !bases.has(atom));
    const quotient = new Map(pairsOf(summand.kernels).filter(([atom]) => bases.has(atom)));
    for (const [atom, n] of pivot) quotient.set(atom, (quotient.get(atom) ?? 0) - n);
    const plain = summandExpr(f.atoms, { constant: summand.constant, kernels: rest.flat() });
    return exponentials(f.atoms, quotient).reduce(multiply, plain);
  };
  const over = exponentials(f.atoms, pivot).reduce(multiply);
  return {
    sum: summands.map(write).reduce(add),
    factor: divide(writePolynomial(f.atoms, f.den), over),
    write,
  };
}

/** The exponentials of a summand that have a number as their base. */
const growthOf = ({ atoms, x }: Prepared, { kernels }: Summand): Growth =>
  new Map(
    pairsOf(kernels).filter(([atom]) => {
      const what = atomAt(atoms, atom);
      return (
        what.kind === "exp" &&
        dependsOn(atoms, atom, x) &&
        what.base !== "e" &&
        poly.constantOf(what.base) !== undefined
      );
    }),
  );

/** Which summand grows neither fastest nor slowest; by rounded numbers, since any choice is right. */
function pivotAmong({ atoms }: Prepared, growths: readonly Growth[]): number {
  const speed = (growth: Growth): number =>
    [...growth].reduce((sum, [atom, n]) => {
      const what = atomAt(atoms, atom);
      const degree = what.kind === "exp" ? what.degree : 1;
      return sum + (n / degree) * Math.log(Number(baseOf(atoms, atom).num));
    }, 0);
  const speeds = growths.map(speed);
  const order = [...speeds.keys()].sort((a, b) => (speeds[a] ?? 0) - (speeds[b] ?? 0));
  return order[order.length >> 1] ?? 0;
}

/** Largest number that several bases are put together to, in bits. */
const MOST_BITS = 64;

/** Powers of numbers with those along one direction put together. */
function exponentials(atoms: Atoms, exponents: Growth): Expr[] {
  const along = new Map<string, [number, number][]>();
  for (const [atom, n] of exponents) {
    const what = atomAt(atoms, atom);
    if (n === 0 || what.kind !== "exp") continue;
    const key = `${what.degree} ${printRatio(what.direction)}`;
    along.set(key, [...(along.get(key) ?? []), [atom, n]]);
  }
  return [...along.values()].flatMap((pairs) => together(atoms, pairs));
}

function together(atoms: Atoms, pairs: readonly (readonly [number, number])[]): Expr[] {
  const common = pairs.reduce((all, [, n]) => q.gcd(all, BigInt(n)), 0n);
  let base = q.one;
  for (const [atom, n] of pairs) {
    const own = baseOf(atoms, atom);
    const times = Number(BigInt(n) / common);
    if (q.bitLength(own.num) * Math.abs(times) > MOST_BITS)
      return pairs.map(([one, m]) => powerAlong(atoms, one, baseOf(atoms, one), m));
    base = q.multiply(base, q.power(own, times));
  }
  const [first] = must(pairs[0], "a group has a member");
  return [powerAlong(atoms, first, base, Number(common))];
}

/** The number that an exponential is a power of. */
function baseOf(atoms: Atoms, atom: number): q.Rational {
  const what = atomAt(atoms, atom);
  return must(what.kind === "exp" && what.base !== "e" ? poly.constantOf(what.base) : undefined, "a base");
}

/** `base^(times * exponent)` with the exponent of an exponential. */
function powerAlong(atoms: Atoms, atom: number, base: q.Rational, times: number): Expr {
  const what = atomAt(atoms, atom);
  assert(what.kind === "exp", "an exponential");
  const share = q.ratio(BigInt(times), BigInt(what.degree));
  return power(number(base), writeRatio(atoms, ratios.scale(what.direction, share)));
}
