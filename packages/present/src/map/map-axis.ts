import { applyPatch, type Comparison, type Expr, number, type Scenario } from "@crux/core";
import { parseRational, printRational, type Rational, ratio } from "@crux/core/exact";

/** A value that a map can be drawn over, beside g: its name in formulas, and its range as exact texts. */
export type MapAxis = {
  readonly name: string;
  readonly label: string;
  readonly low: string;
  readonly high: string;
};

/** Every parameter and every cost of a term that is a number or unknown: parameters first. */
export function mapAxesOf({ parameters, terms }: Scenario): readonly MapAxis[] {
  return [
    ...parameters.flatMap(({ id, label, value, domain }) =>
      axisOf(id, label ?? id, value, boundsOf(id, domain ?? [])),
    ),
    ...terms.flatMap(({ id, label, c, t }) =>
      (
        [
          ["c", c],
          ["t", t],
        ] as const
      ).flatMap(([axis, value]) => axisOf(`${axis}(${id})`, `${axis} of ${label ?? id}`, value, null)),
    ),
  ];
}

function axisOf(
  name: string,
  label: string,
  value: Expr | null,
  bounds: { readonly low: string; readonly high: string } | null,
): readonly MapAxis[] {
  if (value !== null && value.kind !== "number") return []; // a formula of other values: those are what can be varied
  const start = value === null || value.value.num <= 0n ? ratio(5n, 1n) : value.value;
  const high = printRational(ratio(start.num * 2n, start.den));
  return [{ name, label, ...(bounds ?? { low: "0", high }) }];
}

/** The numbers between which the comparisons of a domain keep `id`; null where one is missing. */
function boundsOf(
  id: string,
  domain: readonly Comparison[],
): { readonly low: string; readonly high: string } | null {
  const bound = (relations: readonly string[], flipped: readonly string[]): Rational | undefined => {
    for (const { left, relation, right } of domain) {
      const isName = (expr: Expr): boolean => expr.kind === "symbol" && expr.name === id;
      if (isName(left) && relations.includes(relation) && right.kind === "number") return right.value;
      if (isName(right) && flipped.includes(relation) && left.kind === "number") return left.value;
    }
    return undefined;
  };
  const low = bound([">", ">="], ["<", "<="]);
  const high = bound(["<", "<="], [">", ">="]);
  return low && high ? { low: printRational(low), high: printRational(high) } : null;
}

/** The scenario with the value of an axis put in; null where that is not allowed. */
export function withValueAt(scenario: Scenario, { name }: MapAxis, text: string): Scenario | null {
  const value = parseRational(text);
  if (value === undefined) return null;
  const to = number(value);
  const [, axis, term] = /^([ct])\((.+)\)$/s.exec(name) ?? [];
  const edit =
    term === undefined
      ? ({ kind: "set-parameter", parameter: name, to } as const)
      : ({ kind: "set-cost", term, axis: axis === "c" ? "c" : "t", to } as const);
  const changed = applyPatch(scenario, [edit]);
  return changed.ok ? changed.value : null;
}
