/** Absolute value. */
export const abs = (n: bigint): bigint => (n < 0n ? -n : n);

/** Greatest common divisor, never negative; `gcd(0, 0)` is 0. */
export function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** Least common multiple of two non-zero integers, never negative. */
export const lcm = (a: bigint, b: bigint): bigint => abs(a / gcd(a, b)) * abs(b);

const double = new DataView(new ArrayBuffer(8));

/** Number of bits of |n|; 0 has none. */
export const bitLength = (n: bigint): number => {
  const size = abs(n);
  const rough = Number(size);
  if (rough < 4_294_967_296) return 32 - Math.clz32(rough);
  if (rough === Number.POSITIVE_INFINITY) {
    const hex = size.toString(16);
    return (hex.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hex.charAt(0), 16)));
  }
  double.setFloat64(0, rough);
  const exponent = (double.getUint16(0) >> 4) - 1023;
  // The conversion may have rounded up to a power of two: only then is the exponent one too large.
  return rough === 2 ** exponent && size < 1n << BigInt(exponent) ? exponent : exponent + 1;
};

/** Quotient rounded towards minus infinity. */
export function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

/** Quotient rounded towards plus infinity. */
export const ceilDivide = (a: bigint, b: bigint): bigint => -floorDivide(-a, b);

/** The largest integer whose `degree`-th power is at most `n`, for `n >= 0` and `degree >= 1`. */
export function integerRoot(n: bigint, degree: number): bigint {
  if (n < 2n || degree === 1) return n;
  const k = BigInt(degree);
  let x = 1n << BigInt(Math.floor(bitLength(n) / degree) + 1);
  for (;;) {
    const y = ((k - 1n) * x + n / x ** (k - 1n)) / k;
    if (y >= x) return x;
    x = y;
  }
}
