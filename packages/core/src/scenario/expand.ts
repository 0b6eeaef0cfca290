import { assert } from "../base/assert.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { comparison } from "../expr/make.ts";
import { substitute } from "../expr/substitute.ts";
import { unknownsOf } from "../expr/unknowns.ts";

/** Puts what is known into a formula, until only unknowns are left. */
export type Expansion = {
  readonly expr: (expr: Expr) => Expr;
  readonly comparison: (comparison: Comparison) => Comparison;
};

/** The expansion by `definitions`, without cycles, but for the names to keep as they are. */
export function expansionOf(
  definitions: ReadonlyMap<string, Expr>,
  keep: ReadonlySet<string> = new Set(),
): Expansion {
  const done = new Map<string, Expr>();
  const open = new Set<string>();
  const expr = (of: Expr): Expr => {
    const values = new Map<string, Expr>();
    for (const name of unknownsOf(of)) {
      const value = keep.has(name) ? undefined : valueOfName(name);
      if (value !== undefined) values.set(name, value);
    }
    return substitute(of, values);
  };
  const valueOfName = (name: string): Expr | undefined => {
    const known = done.get(name);
    const definition = definitions.get(name);
    if (known !== undefined || definition === undefined) return known;
    assert(!open.has(name), `the reader refuses cycles, yet ${name} is part of one`);
    open.add(name);
    const value = expr(definition);
    open.delete(name);
    done.set(name, value);
    return value;
  };
  return { expr, comparison: (of) => comparison(expr(of.left), of.relation, expr(of.right)) };
}
