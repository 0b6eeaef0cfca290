/** Everything that works on enclosures, under short names: used as `enclosed.add(a, b, bits)`. */
// biome-ignore lint/performance/noBarrelFile: the namespace that the exact door offers is made of several files
export { encloseLogOfTwo, enclosePi } from "./elementary.ts";
export {
  absolute,
  add,
  contains,
  divide,
  encloseRange,
  encloseRational,
  enclosure,
  endsOf,
  hull,
  integerPower,
  isPoint,
  max,
  middleOf,
  min,
  multiply,
  negate,
  signOf,
  subtract,
} from "./enclosure.ts";
export { exp, log, log2, rationalPower, realPower, root } from "./functions.ts";
export { lambert } from "./lambert.ts";
