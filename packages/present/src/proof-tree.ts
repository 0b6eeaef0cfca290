import { unreachable } from "@crux/core";
import type { Said } from "./claim-comparisons.ts";
import { ruleText, termText } from "./proof-rules.ts";
import type { Tree } from "./proof-types.ts";

/** One line of a proof. Lines with a number can be referred to as `(number)` further down in their branch. */
export type ProofLine = {
  /** How deep in the cases the line stands; 0 outside of any. */
  readonly depth: number;
  readonly number: number | null;
  readonly text: string;
  /** Why; empty where the line says all. */
  readonly because: string;
};

/** What the leaves and numbers of a tree mean. */
export type TreeWords = {
  readonly held: readonly { readonly text: string; readonly source: string }[];
  readonly comparisons: readonly Said[];
  /** What it means that a branch needs nothing more. */
  readonly settled: string;
};

/** A tree of cases as lines from top to bottom; `known` is how many numbered lines stand above. */
export function treeLines(tree: Tree, words: TreeWords, depth = 0, known = 0): readonly ProofLine[] {
  const plain = (text: string, because = ""): ProofLine => ({ depth, number: null, text, because });
  const numbered = (text: string, because: string, offset = 0): ProofLine => ({
    depth,
    number: known + offset + 1,
    text,
    because,
  });
  switch (tree.kind) {
    case "given":
      return [
        ...tree.facts.map((fact, offset) => numbered(...givenText(fact, words), offset)),
        ...treeLines(tree.then, words, depth, known + tree.facts.length),
      ];
    case "decide": {
      const said = words.comparisons[tree.comparison] ?? { yes: "it is so", no: "it is not so" };
      return [
        numbered(said.yes, "first case"),
        ...treeLines(tree.yes, words, depth + 1, known + 1),
        numbered(said.no, "the other case"),
        ...treeLines(tree.no, words, depth + 1, known + 1),
      ];
    }
    case "settled":
      return [plain(words.settled)];
    case "cases":
      return tree.cases.flatMap(({ relation, then }, at) => [
        numbered(`${tree.on} ${relation} 0`, at === 0 ? "cases by its sign" : "next case"),
        ...treeLines(then, words, depth + 1, known + 1),
      ]);
    case "derive":
      return [
        numbered(`${tree.expr} ${tree.relation} 0`, ruleText(tree.rule)),
        ...treeLines(tree.then, words, depth, known + 1),
      ];
    case "identity":
      return [
        plain(
          `${tree.terms.map(termText).join(" + ")} = 0`,
          "yet no part is below 0 and one is above: impossible",
        ),
      ];
    case "one-unknown":
      return [plain(...neverTogether(tree))];
    default:
      return unreachable(tree);
  }
}

function givenText(
  fact: Extract<Tree, { kind: "given" }>["facts"][number],
  { held }: TreeWords,
): readonly [string, string] {
  switch (fact.kind) {
    case "positive":
      return [`${fact.unknown} > 0`, "costs and prices are positive"];
    case "held": {
      const one = held[fact.index];
      return one === undefined ? ["a held fact", ""] : [one.text, one.source];
    }
    case "defined":
      return [`${fact.expr} ${fact.relation} 0`, "else a formula would have no value"];
    default:
      return unreachable(fact);
  }
}

function neverTogether(tree: Extract<Tree, { kind: "one-unknown" }>): readonly [string, string] {
  const facts = tree.parts.map(({ fact }) => `(${fact + 1})`).join(", ");
  const roots = tree.parts.flatMap((part) => part.roots.map((root) => root.exact ?? root.decimal ?? "?"));
  const ends = [...new Set(roots)];
  return [
    `No value of ${tree.of} makes ${facts} true together`,
    ends.length === 0
      ? "their signs never change: one value inside shows them"
      : `their signs change only at ${ends.join(", ")}: between these, one value of each range shows it`,
  ];
}
