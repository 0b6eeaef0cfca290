import type { Rational } from "../exact/rational.ts";

/** Which cost of a term or program is meant: complexity or time. */
export type Axis = "c" | "t";

/** Functions that may stand in a formula; the last two only in answers. */
export type FunctionName =
  | "sqrt"
  | "log"
  | "log2"
  | "ln"
  | "exp"
  | "min"
  | "max"
  | "abs"
  | "lambertw"
  | "root";

/** A binary operation. */
export type Operation = "add" | "subtract" | "multiply" | "divide" | "power";

/** A formula as a frozen tree. Names are kept as written; nothing is simplified but `2/3` and `-2`, which are one number. */
export type Expr =
  | { readonly kind: "number"; readonly value: Rational }
  | { readonly kind: "constant"; readonly name: "pi" | "e" }
  | { readonly kind: "symbol"; readonly name: string }
  | { readonly kind: "cost"; readonly axis: Axis | "score"; readonly of: string }
  | { readonly kind: "negate"; readonly of: Expr }
  | { readonly kind: Operation; readonly left: Expr; readonly right: Expr }
  | { readonly kind: "call"; readonly name: FunctionName; readonly args: readonly Expr[] };

/** How two formulas compare. */
export type Relation = "<" | "<=" | "=" | "!=" | ">=" | ">";

/** A statement that two formulas stand in a relation. */
export type Comparison = { readonly left: Expr; readonly relation: Relation; readonly right: Expr };
