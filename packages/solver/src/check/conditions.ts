import { add, call, childrenOf, type Expr, negate, number } from "@crux/core";
import { isInteger, sign } from "@crux/core/exact";

/** What must hold for a formula to be a real number, once its parts are: `expr RELATION 0`. */
export type Condition = {
  readonly expr: Expr;
  readonly relation: "!=" | ">" | ">=";
  /** False where the formula can also be real without it: a power whose exponent is not a number. */
  readonly isNecessary: boolean;
};

/** Conditions that together make a formula a real number, inner parts first. */
export function conditionsOf(expr: Expr): readonly Condition[] {
  const conditions: Condition[] = [];
  const visit = (part: Expr): void => {
    if (part.kind === "call" && part.name === "root") return;
    for (const child of childrenOf(part)) visit(child);
    conditions.push(...conditionsHere(part));
  };
  visit(expr);
  return conditions;
}

const needed = (expr: Expr, relation: Condition["relation"]): Condition => ({
  expr,
  relation,
  isNecessary: true,
});

function conditionsHere(part: Expr): readonly Condition[] {
  if (part.kind === "divide") return [needed(part.right, "!=")];
  if (part.kind === "power") return conditionsOfPower(part.left, part.right);
  if (part.kind !== "call") return [];
  const [of, branch] = part.args;
  if (of === undefined) return [];
  switch (part.name) {
    case "sqrt":
      return [needed(of, ">=")];
    case "log":
    case "ln":
    case "log2":
      return [needed(of, ">")];
    case "lambertw": {
      const least = needed(add(of, call("exp", number(-1))), ">=");
      return branch === undefined ? [least] : [least, needed(negate(of), ">")];
    }
    default:
      return [];
  }
}

function conditionsOfPower(base: Expr, exponent: Expr): readonly Condition[] {
  if (base.kind === "constant" || (base.kind === "number" && sign(base.value) > 0)) return [];
  if (exponent.kind !== "number") return [{ expr: base, relation: ">", isNecessary: false }];
  if (isInteger(exponent.value)) return sign(exponent.value) < 0 ? [needed(base, "!=")] : [];
  return [needed(base, sign(exponent.value) > 0 ? ">=" : ">")];
}

/** Whether the condition can't fail, since its formula is a number that fulfils it. */
export const isTrivial = ({ expr, relation }: Pick<Condition, "expr" | "relation">): boolean => {
  if (expr.kind !== "number") return false;
  const here = sign(expr.value);
  return relation === "!=" ? here !== 0 : relation === ">" ? here > 0 : here >= 0;
};
