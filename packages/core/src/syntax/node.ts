import type { FunctionNode, MathNode, OperatorNode, ParenthesisNode, SymbolNode } from "mathjs/number";
import { must } from "../base/assert.ts";
import { type Issue, issue, type Span } from "../base/issue.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";
import { isInteger, one, parseRational } from "../exact/rational.ts";
import { toPolynomial } from "../expr/evaluate-root.ts";
import type { Expr, FunctionName } from "../expr/expr.ts";
import * as make from "../expr/make.ts";
import { FUNCTIONS, functionNamed } from "./names.ts";
import type { Token } from "./tokens.ts";

/** What reading a parsed node needs: the tokens that its stand-ins mean, and a list for mistakes. */
type Context = { readonly tokens: readonly Token[]; readonly issues: Issue[] };

/** Stands in the tree where a mistake was found; the tree is not handed out then. */
const MISTAKE = make.number(one);

type Maker = (left: Expr, right: Expr) => Expr;
const OPERATIONS: ReadonlyMap<string, Maker> = new Map([
  ["+", make.add],
  ["-", make.subtract],
  ["*", make.multiply],
  ["/", make.divide],
  ["^", make.power],
]);

/** The formula that a node of mathjs means. Only the node types named here are let through. */
export function exprOfNode(node: MathNode, context: Context): Expr {
  // A long sum is a deep tree to the left: it is followed in a loop, not by recursion.
  const pending: OperatorNode[] = [];
  let first = node;
  for (;;) {
    if (isParenthesis(first)) first = first.content;
    else if (isOperator(first) && first.args.length === 2) {
      pending.push(first);
      first = must(first.args[0], "two operands");
    } else break;
  }
  return pending.reduceRight(
    (left, operator) => {
      const right = exprOfNode(must(operator.args[1], "two operands"), context);
      return must(OPERATIONS.get(operator.op), "only + - * / ^ are let through")(left, right);
    },
    exprOfPart(first, context),
  );
}

function exprOfPart(node: MathNode, context: Context): Expr {
  if (isSymbol(node)) return exprOfToken(tokenNamed(node.name, context), context);
  if (isOperator(node)) {
    const of = exprOfNode(must(node.args[0], "an operator has an operand"), context);
    return node.op === "-" ? make.negate(of) : of;
  }
  if (isFunction(node)) return exprOfCall(node, context);
  return mistake(context, "syntax", `unexpected part: ${node.type}`, null, "write ordinary algebra");
}

const isParenthesis = (node: MathNode): node is ParenthesisNode => node.type === "ParenthesisNode";
const isSymbol = (node: MathNode): node is SymbolNode => node.type === "SymbolNode";
const isOperator = (node: MathNode): node is OperatorNode => node.type === "OperatorNode";
const isFunction = (node: MathNode): node is FunctionNode => node.type === "FunctionNode";

const tokenNamed = (standIn: string, { tokens }: Context): Token =>
  must(tokens[Number(standIn.slice(1))], "a stand-in means a token");

const spanOf = (token: Token): Span => ({ start: token.start, end: token.end });

function mistake(context: Context, code: string, message: string, span: Span | null, hint: string): Expr {
  context.issues.push(issue(code, message, { span, hint }));
  return MISTAKE;
}

function exprOfToken(token: Token, context: Context): Expr {
  const { text } = token;
  if (token.kind === "number") {
    return make.number(must(parseRational(text), "a number token is a number within the limits"));
  }
  if (text === "pi" || text === "e") return make.constant(text);
  if (functionNamed(text) !== undefined) {
    return mistake(
      context,
      "wrong-arguments",
      `function without arguments: ${text}`,
      spanOf(token),
      `write ${text}(…)`,
    );
  }
  if (text === "oo") {
    return mistake(
      context,
      "unexpected-word",
      "unexpected word: oo",
      spanOf(token),
      "infinity is not a number",
    );
  }
  return make.symbol(text);
}

function exprOfCall(node: FunctionNode, context: Context): Expr {
  const token = tokenNamed(node.fn.name, context);
  const name = token.text;
  if (token.kind === "name" && (name === "c" || name === "t" || name === "score")) {
    const of = node.args.length === 1 ? termName(must(node.args[0], "one argument"), context) : undefined;
    if (of !== undefined) return make.cost(name, of);
    const hint = `write ${name}(NAME) with the id of a term or program; a product needs *`;
    return mistake(context, "invalid-term-name", `invalid name inside: ${name}(…)`, spanOf(token), hint);
  }
  const known = token.kind === "name" ? functionNamed(name) : undefined;
  if (known !== undefined) return exprOfFunction(known, token, node.args, context);
  const near = token.kind === "name" ? didYouMean(name, Object.keys(FUNCTIONS)) : "";
  const hint = near === "" ? `functions are ${Object.keys(FUNCTIONS).join(", ")}; to multiply write *` : near;
  return mistake(context, "unknown-function", `unknown function: ${showText(name)}`, spanOf(token), hint);
}

/** `f(a)` or `f(g(a), b)` as one name without spaces; undefined for anything that is not made of names. */
function termName(node: MathNode, context: Context): string | undefined {
  if (isSymbol(node)) {
    const token = tokenNamed(node.name, context);
    return token.kind === "name" ? token.text : undefined;
  }
  if (!isFunction(node) || node.args.length === 0) return undefined;
  const head = tokenNamed(node.fn.name, context);
  const args = node.args.map((arg) => termName(arg, context));
  return head.kind === "name" && args.every((arg) => arg !== undefined)
    ? `${head.text}(${args.join(",")})`
    : undefined;
}

function exprOfFunction(
  name: FunctionName,
  token: Token,
  nodes: readonly MathNode[],
  context: Context,
): Expr {
  const [least, most] = FUNCTIONS[name];
  if (nodes.length < least || nodes.length > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    const hint = name === "log" && nodes.length === 2 ? "write log(x)/log(base)" : `it takes ${wanted}`;
    const message = `wrong number of arguments: ${name} with ${nodes.length}`;
    return mistake(context, "wrong-arguments", message, spanOf(token), hint);
  }
  const args = nodes.map((node) => exprOfNode(node, context));
  const problem = context.issues.length === 0 ? problemWithArguments(name, args) : undefined;
  if (problem === undefined) return make.call(name, ...args);
  return mistake(context, "wrong-arguments", `wrong arguments: ${name}(…)`, spanOf(token), problem);
}

function problemWithArguments(name: FunctionName, [first, second]: readonly Expr[]): string | undefined {
  const whole = second?.kind === "number" && isInteger(second.value) ? second.value.num : undefined;
  if (name === "lambertw" && second !== undefined && whole !== 0n && whole !== -1n) {
    return "the branch of lambertw is 0 or -1";
  }
  if (name === "root") {
    const degree = first === undefined ? 0 : (toPolynomial(first, "x")?.length ?? 0) - 1;
    if (degree < 1) return "root(p, k) takes a polynomial p in x with exact coefficients";
    if (whole === undefined || whole < 1n) return "root(p, k) takes a whole number k from 1";
  }
  return undefined;
}
