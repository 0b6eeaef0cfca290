import type { Expr } from "@crux/core";
import {
  add,
  call,
  constant,
  cost,
  divide,
  multiply,
  negate,
  number,
  power,
  subtract,
  symbol,
} from "@crux/core";
import { integer, ratio } from "@crux/core/exact";
import fc from "fast-check";
import { positiveRational } from "./rational.ts";

/** How formulas are drawn. */
export type ExprOptions = {
  /** Unknowns that may occur. */
  readonly names: readonly string[];
  /** How many operations may stand inside each other. */
  readonly depth: number;
  /** Besides `+ - * /` and small whole powers: roots, logarithms, exponentials, min, max, abs. */
  readonly functions: boolean;
};

const DEFAULTS: ExprOptions = { names: ["g", "phi", "c(a)", "t(find(x))"], depth: 4, functions: true };

/** Formulas that a person could have typed; they need not be defined anywhere. */
export function expr(options: Partial<ExprOptions> = {}): fc.Arbitrary<Expr> {
  const all = { ...DEFAULTS, ...options };
  return grown(all, all.depth);
}

const grown = (options: ExprOptions, depth: number): fc.Arbitrary<Expr> => {
  if (depth <= 0) return leaf(options);
  const inner = grown(options, depth - 1);
  const two = fc.tuple(inner, inner);
  const polynomial = [
    { weight: 2, arbitrary: leaf(options) },
    { weight: 3, arbitrary: two.map(([a, b]) => add(a, b)) },
    { weight: 2, arbitrary: two.map(([a, b]) => subtract(a, b)) },
    { weight: 3, arbitrary: two.map(([a, b]) => multiply(a, b)) },
    { weight: 1, arbitrary: two.map(([a, b]) => divide(a, b)) },
    { weight: 1, arbitrary: inner.map(negate) },
    { weight: 1, arbitrary: fc.tuple(inner, exponent()).map(([a, b]) => power(a, b)) },
  ];
  if (!options.functions) return fc.oneof(...polynomial);
  const one = fc.constantFrom("sqrt", "log", "log2", "ln", "exp", "abs");
  return fc.oneof(
    ...polynomial,
    { weight: 1, arbitrary: fc.tuple(one, inner).map(([name, a]) => call(name, a)) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom("min", "max"), two).map(([name, [a, b]]) => call(name, a, b)),
    },
    { weight: 1, arbitrary: two.map(([a, b]) => power(a, b)) },
  );
};

const exponent = (): fc.Arbitrary<Expr> =>
  fc.oneof(
    fc.integer({ min: 0, max: 3 }).map((n) => number(integer(n))),
    fc.constantFrom(number(ratio(1n, 2n)), number(ratio(-1n, 1n)), number(ratio(2n, 3n))),
  );

const leaf = (options: ExprOptions): fc.Arbitrary<Expr> => {
  const choices: fc.Arbitrary<Expr>[] = [positiveRational().map(number)];
  if (options.names.length > 0)
    choices.push(fc.constantFrom(...options.names).map(named), choices[0] ?? fc.constant(number(1)));
  if (options.functions) choices.push(fc.constantFrom(constant("pi"), constant("e")));
  return fc.oneof(...choices);
};

const named = (name: string): Expr => {
  const found = /^(c|t)\((.+)\)$/.exec(name);
  return found === null ? symbol(name) : cost(found[1] === "c" ? "c" : "t", found[2] ?? "");
};
