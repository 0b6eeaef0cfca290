import type { Budget } from "@crux/core";
import { integerRoot, type Rational } from "@crux/core/exact";
import type { Atom } from "./polynomial.ts";

const TRIAL = 4096n;

/** Factors of a positive number with their exponents: small primes, and what is left, which may not be a prime. */
export function factors(
  value: Rational,
  budget: Budget,
): readonly (readonly [Atom & { kind: "prime" }, bigint])[] {
  const up = factorsOf(value.num, budget).map(([p, times]) => [primeAtom(p), times] as const);
  const down = factorsOf(value.den, budget).map(([p, times]) => [primeAtom(p), -times] as const);
  return [...up, ...down];
}

const primeAtom = (value: bigint): Atom & { kind: "prime" } => ({
  kind: "prime",
  key: `${value}`,
  positive: true,
  value,
});

function factorsOf(n: bigint, budget: Budget): readonly (readonly [bigint, bigint])[] {
  const result: [bigint, bigint][] = [];
  let rest = n;
  for (let p = 2n; p < TRIAL && p * p <= rest; p += p === 2n ? 1n : 2n) {
    let times = 0n;
    for (; rest % p === 0n; rest /= p) times += 1n;
    budget.spend(1, "factoring a number");
    if (times > 0n) result.push([p, times]);
  }
  if (rest === 1n) return result;
  for (let degree = 64; degree > 1; degree -= 1) {
    const root = integerRoot(rest, degree);
    if (root > 1n && root ** BigInt(degree) === rest) return [...result, [root, BigInt(degree)]];
  }
  return [...result, [rest, 1n]];
}
