import type { Comparison, Expr, Operation } from "./expr.ts";
import { printNumber } from "./print-number.ts";

/** How tightly a text holds together; an operand is bracketed when it binds less than its place asks. */
const BINDING = { sum: 1, product: 2, negation: 3, power: 4, atom: 5 } as const;
type Piece = { readonly text: string; readonly binding: number };

type Sign = {
  readonly text: string;
  readonly binding: number;
  readonly left: number;
  readonly right: number;
};
/** Sums and products group to the left, powers to the right; a leading minus is bracketed on the right. */
const SIGNS: Record<Operation, Sign> = {
  add: { text: " + ", binding: 1, left: 1, right: 2 },
  subtract: { text: " - ", binding: 1, left: 1, right: 2 },
  multiply: { text: "*", binding: 2, left: 2, right: 3 },
  divide: { text: "/", binding: 2, left: 2, right: 3 },
  power: { text: "^", binding: 4, left: 5, right: 4 },
};

/** Texts longer than this are printed without spaces, so that what was read within the limit can be read again. */
const ROOMY = 3_900;

/** The formula as text with the fewest brackets; reading it gives the same tree. */
export function printExpr(expr: Expr): string {
  const text = piece(expr, false).text;
  return text.length <= ROOMY ? text : piece(expr, true).text;
}

/** `left < right` as text; reading it gives the same comparison. */
export const printComparison = (comparison: Comparison): string =>
  `${printExpr(comparison.left)} ${comparison.relation} ${printExpr(comparison.right)}`;

function piece(expr: Expr, compact: boolean): Piece {
  switch (expr.kind) {
    case "number": {
      const text = printNumber(expr.value, compact);
      if (text.includes("/")) return { text, binding: BINDING.product };
      return { text, binding: text.startsWith("-") ? BINDING.negation : BINDING.atom };
    }
    case "constant":
    case "symbol":
      return { text: expr.name, binding: BINDING.atom };
    case "cost":
      return { text: `${expr.axis}(${expr.of})`, binding: BINDING.atom };
    case "negate":
      return { text: `-${operand(expr.of, BINDING.power, compact)}`, binding: BINDING.negation };
    case "call": {
      const args = expr.args.map((arg) => piece(arg, compact).text).join(compact ? "," : ", ");
      return { text: `${expr.name}(${args})`, binding: BINDING.atom };
    }
    default: {
      const sign = SIGNS[expr.kind];
      const left = operand(expr.left, sign.left, compact);
      const right = rightOperand(expr.right, sign.right, compact);
      return { text: `${left}${compact ? sign.text.trim() : sign.text}${right}`, binding: sign.binding };
    }
  }
}

function operand(expr: Expr, least: number, compact: boolean): string {
  const { text, binding } = piece(expr, compact);
  return binding < least ? `(${text})` : text;
}

function rightOperand(expr: Expr, least: number, compact: boolean): string {
  const text = operand(expr, least, compact);
  return text.startsWith("-") ? `(${text})` : text;
}
