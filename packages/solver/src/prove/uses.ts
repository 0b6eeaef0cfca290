import type { Refutation } from "../certificate/claim-proof.ts";
import type { Question } from "./question.ts";

/** What a proof uses: sources of held facts in their order, then `positive: UNKNOWN`. */
export function usesOf(tree: Refutation, question: Question, sources: readonly string[]): readonly string[] {
  const held = new Set<number>();
  const positive = new Set<string>();
  const visit = (node: Refutation): void => {
    if (node.kind === "given")
      for (const one of node.facts) {
        if (one.kind === "held") held.add(one.index);
        if (one.kind === "positive") positive.add(one.unknown);
      }
    if (node.kind === "derive" && node.rule.kind === "sure")
      for (const name of namesIn(node.expr, question.unknowns))
        if (question.isPositive(name)) positive.add(name);
    for (const part of below(node)) visit(part);
  };
  visit(tree);
  const names = question.unknowns.filter((name) => positive.has(name));
  const facts = sources.filter((_, index) => held.has(index));
  return [...new Set(facts), ...names.map((name) => `positive: ${name}`)];
}

function below(node: Refutation): readonly Refutation[] {
  switch (node.kind) {
    case "given":
    case "derive":
      return [node.then];
    case "decide":
      return [node.yes, node.no];
    case "cases":
      return node.cases.map(({ then }) => then);
    default:
      return [];
  }
}

/** Names that stand in a formula as whole words. */
function namesIn(text: string, names: readonly string[]): readonly string[] {
  return names.filter((name) => {
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
      if (!/\w/.test(before) && !/[\w(]/.test(after)) return true;
    }
    return false;
  });
}
