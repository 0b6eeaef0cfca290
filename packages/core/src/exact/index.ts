import * as enclosed from "./enclosed.ts";

export { type Dyadic, toRational } from "./dyadic.ts";
export { type Enclosure, NotEnclosed } from "./enclosure.ts";
export { abs, bitLength, ceilDivide, floorDivide, gcd, integerRoot, lcm } from "./integer.ts";
export type { Rational } from "./rational.ts";
export {
  absolute,
  add,
  compare,
  digitsCost,
  divide,
  equals,
  floor,
  integer,
  invert,
  isInteger,
  isOne,
  isZero,
  max,
  midpoint,
  min,
  multiply,
  negate,
  one,
  parseRational,
  power,
  printRational,
  ratio,
  sign,
  simplestBetween,
  size,
  subtract,
  toDecimal,
  zero,
} from "./rational.ts";
/** Rigorous arithmetic on ranges, e.g. `enclosed.multiply(a, b, bits)`; see `Enclosure`. */
export { enclosed };
