import type { Case, Instance, Refutation, Rule, SumTerm } from "../certificate/claim-proof.ts";

/**
 * The same proof without what it does not use: facts that nothing refers to, and cases whose assumption one branch
 * does without. `depth` facts stand above it.
 */
export function tidy(tree: Refutation): Refutation {
  return renumber(prune(tree, 0).tree, new Map(), 0);
}

/** A pruned tree still in the old numbers; removed facts leave gaps, which `renumber` closes. */
type Pruned = { readonly tree: Refutation; readonly used: ReadonlySet<number> };

const DROPPED: unique symbol = Symbol("dropped");
type Marked = Refutation & { readonly [DROPPED]?: readonly boolean[] };

function prune(tree: Refutation, depth: number): Pruned {
  switch (tree.kind) {
    case "settled":
    case "identity":
    case "one-unknown":
      return { tree, used: new Set(leafFacts(tree)) };
    case "given": {
      const inner = prune(tree.then, depth + tree.facts.length);
      const dropped = tree.facts.map((_, i) => !inner.used.has(depth + i));
      const marked: Marked = { ...tree, then: inner.tree, [DROPPED]: dropped };
      return { tree: marked, used: inner.used };
    }
    case "derive": {
      const inner = prune(tree.then, depth + 1);
      const isUsed = inner.used.has(depth);
      const marked: Marked = { ...tree, then: inner.tree, [DROPPED]: [!isUsed] };
      return { tree: marked, used: new Set([...inner.used, ...(isUsed ? ruleFacts(tree.rule) : [])]) };
    }
    case "decide": {
      const branches = [tree.yes, tree.no].map((one) => prune(one, depth + 1));
      return joined(branches, depth, ([yes, no]) => ({
        ...tree,
        yes: yes ?? tree.yes,
        no: no ?? tree.no,
      }));
    }
    case "cases": {
      const branches = tree.cases.map(({ then }) => prune(then, depth + 1));
      return joined(branches, depth, (trees) => ({
        ...tree,
        cases: tree.cases.map((one, i): Case => ({ ...one, then: trees[i] ?? one.then })),
      }));
    }
  }
}

/** Branches put together again; one that does without its assumption, and settles nothing, stands for all. */
function joined(
  branches: readonly Pruned[],
  depth: number,
  put: (trees: readonly Refutation[]) => Refutation,
): Pruned {
  const free = branches.find((one) => !one.used.has(depth) && !settles(one.tree));
  if (free !== undefined) {
    // the branch stays below a step that adds nothing, so that the numbers above it stay as they are
    const skipped: Marked = {
      kind: "derive",
      expr: "0",
      relation: "=",
      rule: { kind: "sum", terms: [] },
      then: free.tree,
      [DROPPED]: [true],
    };
    return { tree: skipped, used: free.used };
  }
  const used = new Set(branches.flatMap((one) => [...one.used]));
  return { tree: put(branches.map(({ tree }) => tree)), used };
}

/** Whether a leaf relies on what is decided above it. */
export function settles(tree: Refutation): boolean {
  switch (tree.kind) {
    case "settled":
      return true;
    case "identity":
    case "one-unknown":
      return false;
    case "given":
    case "derive":
      return settles(tree.then);
    case "decide":
      return settles(tree.yes) || settles(tree.no);
    case "cases":
      return tree.cases.some(({ then }) => settles(then));
  }
}

/** Gives facts their numbers without gaps; `old` maps the numbers above. */
function renumber(tree: Refutation, map: ReadonlyMap<number, number>, depth: number, next = 0): Refutation {
  const dropped = (tree as Marked)[DROPPED] ?? [];
  const at = (n: number): number => map.get(n) ?? n;
  const extended = (count: number): [ReadonlyMap<number, number>, number] => {
    const out = new Map(map);
    let free = next;
    for (let i = 0; i < count; i += 1) if (dropped[i] !== true) out.set(depth + i, free++);
    return [out, free];
  };
  switch (tree.kind) {
    case "settled":
      return tree;
    case "identity":
      return { kind: "identity", terms: tree.terms.map((term) => moved(term, at)) };
    case "one-unknown": {
      const parts = tree.parts.map((part) => ({ ...part, fact: at(part.fact) }));
      return { ...tree, positive: tree.positive === null ? null : at(tree.positive), parts };
    }
    case "given": {
      const [inner, free] = extended(tree.facts.length);
      const then = renumber(tree.then, inner, depth + tree.facts.length, free);
      const facts = tree.facts.filter((_, i) => dropped[i] !== true);
      return facts.length === 0 ? then : { kind: "given", facts, then };
    }
    case "derive": {
      const [inner, free] = extended(1);
      const then = renumber(tree.then, inner, depth + 1, free);
      if (dropped[0] === true) return then;
      const { expr, relation } = tree;
      return { kind: "derive", expr, relation, rule: movedRule(tree.rule, at), then };
    }
    case "decide": {
      const [inner, free] = extended(1);
      const yes = renumber(tree.yes, inner, depth + 1, free);
      const no = renumber(tree.no, inner, depth + 1, free);
      return { kind: "decide", comparison: tree.comparison, yes, no };
    }
    case "cases": {
      const [inner, free] = extended(1);
      const cases = tree.cases.map(
        (one): Case => ({
          relation: one.relation,
          then: renumber(one.then, inner, depth + 1, free),
        }),
      );
      return { kind: "cases", on: tree.on, cases };
    }
  }
}

const moved = (term: SumTerm, at: (n: number) => number): SumTerm => ({
  ...term,
  facts: term.facts.map(at).sort((a, b) => a - b),
});

function movedRule(rule: Rule, at: (n: number) => number): Rule {
  if (rule.kind === "sum") return { kind: "sum", terms: rule.terms.map((term) => moved(term, at)) };
  if (rule.kind === "replace") return { ...rule, fact: at(rule.fact), equality: at(rule.equality) };
  if (rule.kind !== "known") return rule;
  const instance: Instance = { ...rule.instance, given: rule.instance.given.map(at) };
  return { kind: "known", instance };
}

function leafFacts(tree: Extract<Refutation, { kind: "settled" | "identity" | "one-unknown" }>): number[] {
  if (tree.kind === "identity") return tree.terms.flatMap(({ facts }) => [...facts]);
  if (tree.kind === "settled") return [];
  const facts = tree.parts.map(({ fact }) => fact);
  return tree.positive === null ? facts : [...facts, tree.positive];
}

function ruleFacts(rule: Rule): readonly number[] {
  if (rule.kind === "sum") return rule.terms.flatMap(({ facts }) => [...facts]);
  if (rule.kind === "replace") return [rule.fact, rule.equality];
  return rule.kind === "known" ? rule.instance.given : [];
}
