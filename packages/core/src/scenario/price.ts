import { unreachable } from "../base/assert.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { add, call, comparison, multiply, number, power, subtract, symbol } from "../expr/make.ts";
import { substitute } from "../expr/substitute.ts";
import type { Summand } from "./definitions.ts";
import type { Exchange } from "./scenario.ts";

const g = symbol("g");

/** What complexity `x` costs in time under the exchange, as a formula in `g`. */
export function priceOf(exchange: Exchange, x: Expr): Expr {
  switch (exchange.family) {
    case "linear":
    case "levin":
    case "cap":
      return multiply(g, x);
    case "affine":
      return add(multiply(g, x), exchange.offset);
    case "power":
      return multiply(g, power(x, exchange.exponent));
    case "log":
      return multiply(g, call("log2", add(number(1), x)));
    case "exponential":
      return multiply(g, subtract(power(exchange.base, x), number(1)));
    case "custom":
      return substitute(exchange.rate, new Map([["x", x]]));
    default:
      return unreachable(exchange);
  }
}

/** The prices of the summands, added; the price of a summand that is taken away is taken away. */
export function priceOfSummands(exchange: Exchange, summands: readonly Summand[]): Expr {
  let total: Expr | undefined;
  for (const { sign, of } of summands) {
    const price = priceOf(exchange, of);
    if (total === undefined) total = sign === 1 ? price : subtract(number(0), price);
    else total = sign === 1 ? add(total, price) : subtract(total, price);
  }
  return total ?? number(0);
}

/** The time that counts: `log2(t)` under `levin`, else `t`. */
export const countedTime = (exchange: Exchange, t: Expr): Expr =>
  exchange.family === "levin" ? call("log2", t) : t;

/** Under `cap`, the comparison that lets a program of time `t` compete; else null. */
export const eligibility = (exchange: Exchange, t: Expr): Comparison | null =>
  exchange.family === "cap" ? comparison(t, "<=", exchange.cap) : null;
