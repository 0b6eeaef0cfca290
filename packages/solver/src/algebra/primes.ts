import * as exact from "@crux/core/exact";

/** A whole number and how often it divides. */
export type PrimePower = { readonly prime: bigint; readonly exponent: number };

const LIMIT = 4096n;

/**
 * Factors of a positive whole number, ascending. Prime factors above 4,096 stay together in one factor that is
 * no perfect power, which is enough for a normal form.
 */
export function factorWhole(n: bigint): PrimePower[] {
  const out: PrimePower[] = [];
  let rest = n;
  for (let prime = 2n; prime < LIMIT && prime * prime <= rest; prime += prime === 2n ? 1n : 2n) {
    let exponent = 0;
    for (; rest % prime === 0n; exponent += 1) rest /= prime;
    if (exponent > 0) out.push({ prime, exponent });
  }
  if (rest > 1n) out.push(rootOfRest(rest));
  return out;
}

/** The rest as a perfect power with the largest exponent. */
function rootOfRest(rest: bigint): PrimePower {
  for (let exponent = Math.ceil(exact.bitLength(rest) / 12); exponent > 1; exponent -= 1) {
    const prime = exact.integerRoot(rest, exponent);
    if (prime ** BigInt(exponent) === rest) return { prime, exponent };
  }
  return { prime: rest, exponent: 1 };
}

/** Factors of a positive fraction; those of the denominator have negative exponents. */
export const factorRational = (value: exact.Rational): PrimePower[] => [
  ...factorWhole(value.num),
  ...factorWhole(value.den).map(({ prime, exponent }) => ({ prime, exponent: -exponent })),
];
