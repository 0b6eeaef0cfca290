import { type Expr, printExpr, subtract } from "@crux/core";
import * as q from "@crux/core/exact";
import { atomAt, dependsOn } from "../algebra/atoms.ts";
import { exponential, wholePower } from "../algebra/kernel.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import type { Method, Prepared, SolvePart } from "./prepared.ts";
import { writeRatio } from "./short-form.ts";

/**
 * `c * (n1 log(p1) + n2 log(p2) + ...) = k` with whole `n` is `p1^n1 p2^n2 ... = exp(k / c)`, which is solved instead:
 * the logarithm is one to one. Only where all arguments are positive on the whole domain.
 */
export const byLogarithms =
  (solvePart: SolvePart): Method =>
  (f) => {
    if (f.edges.length > 0) return undefined;
    const sum = sumOfLogs(f);
    if (sum === undefined) return undefined;
    const { first, second, factor } = sum;
    const list = solvePart(subtract(first, second));
    if (list.kind !== "roots" || list.breaks.length > 0) return undefined;
    const zeros = list.roots.map(({ at, multiplicity }) => ({ at, multiplicity }));
    return {
      zeros,
      proof: {
        kind: "logarithm",
        first: printExpr(first),
        second: printExpr(second),
        factor: printExpr(factor),
        roots: list.proof,
      },
    };
  };

type SumOfLogs = { readonly first: Expr; readonly second: Expr; readonly factor: Expr };

/** `f = factor * (log(first) - log(second))`, if it is a sum of logarithms whose coefficients have rational quotients. */
function sumOfLogs(f: Prepared): SumOfLogs | undefined {
  const logs = poly.atomsOf(f.num).filter((atom) => dependsOn(f.atoms, atom, f.x));
  if (logs.length === 0 || poly.atomsOf(f.den).some((atom) => dependsOn(f.atoms, atom, f.x)))
    return undefined;
  let rest = f.num;
  const parts: { argument: poly.Polynomial; coefficient: poly.Polynomial }[] = [];
  for (const atom of logs) {
    const what = atomAt(f.atoms, atom);
    const [without, coefficient, more] = poly.coefficientsIn(rest, atom);
    if (what.kind !== "log" || coefficient === undefined || more !== undefined) return undefined;
    if (poly.atomsOf(coefficient).some((one) => dependsOn(f.atoms, one, f.x))) return undefined;
    parts.push({ argument: what.of, coefficient });
    rest = without ?? poly.zero;
  }
  return combined(f, parts, rest);
}

const LARGEST = 60n;
/** Longer products are not multiplied out: the sum of logarithms itself shows better where it vanishes. */
const HIGHEST_DEGREE = 12;

function combined(
  f: Prepared,
  parts: readonly { readonly argument: poly.Polynomial; readonly coefficient: poly.Polynomial }[],
  rest: poly.Polynomial,
): SumOfLogs | undefined {
  const unit = parts[0]?.coefficient ?? poly.one;
  const shares = parts.map(({ coefficient }) => ratios.constantOf(ratios.ratio(f.atoms, coefficient, unit)));
  const common = shares.reduce((all, one) => q.lcm(all, one?.den ?? 1n), 1n);
  let first: Ratio = ratios.one;
  // exp of what stands beside the logarithms, brought to the other side
  let second: Ratio = exponential(
    f.atoms,
    ratios.scale(ratios.ratio(f.atoms, poly.negate(rest), unit), q.integer(common)),
  );
  let degree = 0;
  for (const [i, { argument }] of parts.entries()) {
    const share = shares[i];
    if (share === undefined) return undefined;
    const times = (share.num * common) / share.den;
    if (q.abs(times) > LARGEST) return undefined;
    degree += Number(q.abs(times)) * poly.degreeIn(argument, f.x);
    if (parts.length > 2 && degree > HIGHEST_DEGREE) return undefined;
    const power = wholePower(f.atoms, ratios.fromPolynomial(argument), Number(q.abs(times)));
    if (times > 0n) first = ratios.multiply(f.atoms, first, power);
    else second = ratios.multiply(f.atoms, second, power);
  }
  const scale = ratios.ratio(f.atoms, unit, poly.scale(f.den, q.integer(common)));
  return {
    first: writeRatio(f.atoms, first),
    second: writeRatio(f.atoms, second),
    factor: writeRatio(f.atoms, scale),
  };
}
