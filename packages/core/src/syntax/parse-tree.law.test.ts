import fc from "fast-check";
import { create, type MathNode, parseDependencies } from "mathjs/number";
import { describe, expect, it } from "vitest";
import { law } from "../../test/arbitrary.ts";
import { must } from "../base/assert.ts";
import { parseTree, type Tree } from "./parse-tree.ts";
import { type Token, tokensOf } from "./tokens.ts";

/** mathjs reads the same formulas with another parser; names stand in for numbers, which it would round. */
const mathjs = create(must(parseDependencies, "mathjs offers its parser"), {});

const signs = ["+", "-", "*", "/", "^", "(", ")", ","];
const operand = fc.constantFrom("a", "b", "f", "f(", "f()", "(", "-", "+");
/** Mostly formulas: an operand, then signs and operands by turns, with a bracket or a comma now and then. */
const text = fc
  .array(
    fc.tuple(operand, fc.constantFrom("+", "-", "*", "/", "^", ",", ")", ")+", ")^", "))*"), fc.boolean()),
    { maxLength: 12 },
  )
  .map((pairs) => pairs.map(([one, sign, end]) => `${one}${end ? "" : sign}`).join(""));
const anything = fc.array(fc.constantFrom("a", "f", ...signs), { maxLength: 8 }).map((list) => list.join(""));

const show = (tree: Tree): string => {
  switch (tree.kind) {
    case "leaf":
      return tree.token.text;
    case "brackets":
      return `[${show(tree.content)}]`;
    case "sign":
      return `{${tree.sign} ${show(tree.of)}}`;
    case "operator":
      return `{${show(tree.left)} ${tree.sign} ${show(tree.right)}}`;
    case "call":
      return `${tree.of.text}(${tree.args.map(show).join(", ")})`;
  }
};

type Shown = {
  readonly op: string;
  readonly args: Shown[];
  readonly content: Shown;
  readonly name: string;
} & {
  readonly fn: { readonly name: string };
};

const showNode = (node: MathNode): string => {
  const { op, args, content, name, fn } = node as unknown as Shown;
  const list = (args ?? []).map((arg) => showNode(arg as unknown as MathNode));
  if (node.type === "ParenthesisNode") return `[${showNode(content as unknown as MathNode)}]`;
  if (node.type === "FunctionNode") return `${fn.name}(${list.join(", ")})`;
  if (node.type !== "OperatorNode") return name;
  return list.length === 1 ? `{${op} ${list[0]}}` : `{${list[0]} ${op} ${list[1]}}`;
};

/** Whether two operands follow each other, which is refused before a tree is made. */
const isSpelled = (tokens: readonly Token[]): boolean =>
  tokens.every((token, at) => {
    const next = tokens[at + 1];
    const ends = token.kind === "name" || token.text === ")";
    const starts = next?.kind === "name" || next?.text === "(";
    return !(ends && starts) || (token.kind === "name" && next?.text === "(");
  });

const readByMathjs = (formula: string): string => {
  try {
    return showNode(mathjs.parse(formula));
  } catch (error) {
    return `stops at ${Math.min(formula.length, Number((error as { char?: number }).char) - 1)}`;
  }
};

describe("the tree of a formula", () => {
  it.each([
    ["-2^2", "{- {2 ^ 2}}"],
    ["2^-1", "{2 ^ {- 1}}"],
    ["a^b^c", "{a ^ {b ^ c}}"],
    ["a-b-c", "{{a - b} - c}"],
    ["a/b*c", "{{a / b} * c}"],
    ["a*-b+c", "{{a * {- b}} + c}"],
    ["f(a, g(b))", "f(a, g(b))"],
    ["f()", "f()"],
    ["--(a)", "{- {- [a]}}"],
  ])("reads %s as %s", (formula, expected) => {
    const tokens = tokensOf(formula);
    const tree = parseTree(tokens.ok ? tokens.value : []);
    expect(tree.ok && show(tree.value)).toBe(expected);
  });

  it("is the one that another parser makes, and stops where that one stops", () => {
    fc.assert(
      fc.property(fc.oneof(text, anything), (formula) => {
        const tokens = tokensOf(formula);
        fc.pre(formula !== "" && tokens.ok && isSpelled(tokens.value));
        const tree = parseTree(tokens.ok ? tokens.value : []);
        const mine = tree.ok ? show(tree.value) : `stops at ${tree.error?.start ?? formula.length}`;
        expect(mine).toBe(readByMathjs(formula));
      }),
      law(3_000),
    );
  });
});
