import { type Expr, mapChildren, printExpr, symbol } from "@crux/core";
import * as exact from "@crux/core/exact";

/** A formula in which only `v1`, `v2`, … and whole powers occur, and what each stands for. */
export type Mangled = { readonly text: string; readonly meaning: ReadonlyMap<string, Expr> };

/**
 * The formula with every name, root, logarithm and other function call replaced by `v1`, `v2`, …, so that another
 * system sees nothing but a polynomial or a quotient of polynomials in names that mean nothing to it.
 */
export function mangle(expr: Expr): Mangled {
  const names = new Map<string, string>();
  const meaning = new Map<string, Expr>();
  const nameOf = (part: Expr): Expr => {
    const key = printExpr(part);
    const name = names.get(key) ?? `v${names.size + 1}`;
    names.set(key, name);
    meaning.set(name, part);
    return symbol(name);
  };
  const plain = (part: Expr): Expr => (isArithmetic(part) ? mapChildren(part, plain) : nameOf(part));
  return { text: printExpr(plain(expr)).replaceAll(" ", ""), meaning };
}

function isArithmetic(expr: Expr): boolean {
  switch (expr.kind) {
    case "number":
    case "negate":
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
      return true;
    case "power":
      return (
        expr.right.kind === "number" && exact.isInteger(expr.right.value) && exact.size(expr.right.value) < 8
      );
    default:
      return false;
  }
}

/** What may be sent to the other system: names, whole numbers and arithmetic, so that no function of it can be called. */
export const isHarmless = (text: string): boolean =>
  text.length <= 4_000 &&
  /^[-+*/^()v0-9]*$/.test(text) &&
  !/[0-9]{40}|\^[-(]?[0-9]{3}|\^[v0-9]+\^/.test(text);
