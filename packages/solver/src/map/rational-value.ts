import { printRational, type Rational, toDecimal } from "@crux/core/exact";
import type { Value } from "../query/answer.ts";

/** An exact fraction on its way out. */
export const rationalValue = (value: Rational): Value => ({
  exact: printRational(value),
  decimal: toDecimal(value, 30),
});
