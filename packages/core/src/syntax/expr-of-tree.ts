import { must } from "../base/assert.ts";
import { type Issue, issue, type Span } from "../base/issue.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";
import { isInteger, one, parseRational } from "../exact/rational.ts";
import { toPolynomial } from "../expr/evaluate-root.ts";
import type { Expr, FunctionName } from "../expr/expr.ts";
import * as make from "../expr/make.ts";
import { FUNCTIONS, functionNamed } from "./names.ts";
import type { Tree } from "./parse-tree.ts";
import type { Token } from "./tokens.ts";

type Call = Extract<Tree, { kind: "call" }>;
type Operator = Extract<Tree, { kind: "operator" }>;

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

/** The formula that a tree means; mistakes are added to `issues`, and then what comes back is a stand-in. */
export function exprOfTree(tree: Tree, issues: Issue[]): Expr {
  // A long sum is a deep tree to the left: it is followed in a loop, not by recursion.
  const pending: Operator[] = [];
  let first = tree;
  for (;;) {
    if (first.kind === "brackets") first = first.content;
    else if (first.kind === "operator") {
      pending.push(first);
      first = first.left;
    } else break;
  }
  return pending.reduceRight(
    (left, { sign, right }) => {
      const operation = must(OPERATIONS.get(sign), "a tree has only + - * / ^");
      return operation(left, exprOfTree(right, issues));
    },
    exprOfPart(first, issues),
  );
}

function exprOfPart(tree: Exclude<Tree, Operator | { kind: "brackets" }>, issues: Issue[]): Expr {
  switch (tree.kind) {
    case "leaf":
      return exprOfToken(tree.token, issues);
    case "sign": {
      const of = exprOfTree(tree.of, issues);
      return tree.sign === "-" ? make.negate(of) : of;
    }
    case "call":
      return exprOfCall(tree, issues);
  }
}

const spanOf = (token: Token): Span => ({ start: token.start, end: token.end });

function mistake(issues: Issue[], code: string, message: string, span: Span, hint: string): Expr {
  issues.push(issue(code, message, { span, hint }));
  return MISTAKE;
}

function exprOfToken(token: Token, issues: Issue[]): Expr {
  const { text } = token;
  if (token.kind === "number") {
    return make.number(must(parseRational(text), "a number token is a number within the limits"));
  }
  if (text === "pi" || text === "e") return make.constant(text);
  if (functionNamed(text) !== undefined) {
    return mistake(
      issues,
      "wrong-arguments",
      `function without arguments: ${text}`,
      spanOf(token),
      `write ${text}(…)`,
    );
  }
  if (text === "oo") {
    return mistake(
      issues,
      "unexpected-word",
      "unexpected word: oo",
      spanOf(token),
      "infinity is not a number",
    );
  }
  return make.symbol(text);
}

function exprOfCall({ of: token, args }: Call, issues: Issue[]): Expr {
  const name = token.text;
  if (name === "c" || name === "t" || name === "score") {
    const of = args.length === 1 ? termName(must(args[0], "one argument")) : undefined;
    if (of !== undefined) return make.cost(name, of);
    const hint = `write ${name}(NAME) with the id of a term or program; a product needs *`;
    return mistake(issues, "invalid-term-name", `invalid name inside: ${name}(…)`, spanOf(token), hint);
  }
  const known = functionNamed(name);
  if (known !== undefined) return exprOfFunction(known, token, args, issues);
  const near = didYouMean(name, Object.keys(FUNCTIONS));
  const hint = near === "" ? `functions are ${Object.keys(FUNCTIONS).join(", ")}; to multiply write *` : near;
  return mistake(issues, "unknown-function", `unknown function: ${showText(name)}`, spanOf(token), hint);
}

/** `f(a)` or `f(g(a), b)` as one name without spaces; undefined for anything that is not made of names. */
function termName(tree: Tree): string | undefined {
  if (tree.kind === "leaf") return tree.token.kind === "name" ? tree.token.text : undefined;
  if (tree.kind !== "call" || tree.args.length === 0) return undefined;
  const args = tree.args.map(termName);
  return args.every((arg) => arg !== undefined) ? `${tree.of.text}(${args.join(",")})` : undefined;
}

function exprOfFunction(name: FunctionName, token: Token, trees: readonly Tree[], issues: Issue[]): Expr {
  const [least, most] = FUNCTIONS[name];
  if (trees.length < least || trees.length > most) {
    const wanted = least === most ? `${least}` : `${least} to ${most}`;
    const hint = name === "log" && trees.length === 2 ? "write log(x)/log(base)" : `it takes ${wanted}`;
    const message = `wrong number of arguments: ${name} with ${trees.length}`;
    return mistake(issues, "wrong-arguments", message, spanOf(token), hint);
  }
  const args = trees.map((tree) => exprOfTree(tree, issues));
  const problem = issues.length === 0 ? problemWithArguments(name, args) : undefined;
  if (problem === undefined) return make.call(name, ...args);
  return mistake(issues, "wrong-arguments", `wrong arguments: ${name}(…)`, spanOf(token), problem);
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
