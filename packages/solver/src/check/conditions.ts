import { childrenOf, type Expr, number } from "@crux/core";
import { isInteger, sign } from "@crux/core/exact";

/** What must hold for a formula to be a real number, once its parts are: `expr RELATION 0`. */
export type Condition = { readonly expr: Expr; readonly relation: "!=" | ">" | ">=" };

/**
 * Conditions under which a formula is a real number, inner parts first. A power whose exponent is not a number asks for
 * a base that is at least 0, which leaves out whole exponents of negative bases: `strict` tells whether that was done.
 */
export function conditionsOf(expr: Expr): {
  readonly conditions: readonly Condition[];
  readonly strict: boolean;
} {
  const conditions: Condition[] = [];
  let strict = false;
  const visit = (part: Expr): void => {
    if (part.kind === "call" && part.name === "root") return;
    for (const child of childrenOf(part)) visit(child);
    if (part.kind === "power" && part.right.kind !== "number") strict = true;
    conditions.push(...conditionsHere(part));
  };
  visit(expr);
  return { conditions, strict };
}

function conditionsHere(part: Expr): readonly Condition[] {
  if (part.kind === "divide") return [{ expr: part.right, relation: "!=" }];
  if (part.kind === "power") return conditionsOfPower(part.left, part.right);
  if (part.kind !== "call") return [];
  const [of] = part.args;
  if (of === undefined) return [];
  if (part.name === "sqrt") return [{ expr: of, relation: ">=" }];
  const isLog = part.name === "log" || part.name === "ln" || part.name === "log2";
  return isLog ? [{ expr: of, relation: ">" }] : [];
}

function conditionsOfPower(base: Expr, exponent: Expr): readonly Condition[] {
  if (base.kind === "constant" || (base.kind === "number" && sign(base.value) > 0)) return [];
  if (exponent.kind !== "number") return [{ expr: base, relation: ">=" }];
  if (isInteger(exponent.value)) return sign(exponent.value) < 0 ? [{ expr: base, relation: "!=" }] : [];
  return [{ expr: base, relation: sign(exponent.value) > 0 ? ">=" : ">" }];
}

/** Whether the condition can't fail, since its formula is a number that fulfils it. */
export const isTrivial = ({ expr, relation }: Condition): boolean => {
  if (expr.kind !== "number") return false;
  const here = sign(expr.value);
  return relation === "!=" ? here !== 0 : relation === ">" ? here > 0 : here >= 0;
};

/** The formula 0. */
export const ZERO: Expr = number(0);
