/** What a formula may at most be; beyond, it is refused before it is parsed. */
export const LONGEST_FORMULA = 4_000;
/** Brackets, powers of powers and repeated signs inside one another. */
export const DEEPEST_NESTING = 100;
/** Levels of the tree of a formula; a sum of n summands has n of them. */
export const DEEPEST_TREE = 1_000;
/** Decimal digits of a number, written or computed. */
export const MOST_DIGITS = 2_000;
/** Of several mistakes of one formula, this many are told. */
export const MOST_ISSUES = 20;
