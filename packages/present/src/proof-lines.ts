import {
  assert,
  type Claim,
  type Comparison,
  contestOf,
  printComparison,
  readClaim,
  readComparison,
  readExpr,
  readScenario,
  unknownsOfComparison,
  unreachable,
} from "@crux/core";
import type { JudgeAnswer } from "@crux/solver";
import { comparisonsOf, type Said, witnessComparisons } from "./claim-comparisons.ts";
import { type ProofLine, type TreeWords, treeLines } from "./proof-tree.ts";
import type { ClaimProof, Tree } from "./proof-types.ts";

export type { ProofLine } from "./proof-tree.ts";

/**
 * The proof in a verdict's certificate, line by line: the facts it takes, the cases it goes through, and which lines,
 * multiplied by what, add up to what. A line `A < B` stands for the amount `B - A`, which it says is above 0. Empty
 * where there is no certificate, or where looking at two points is the whole proof.
 */
export function proofLines(answer: JudgeAnswer): readonly ProofLine[] {
  const question = questionOf(answer);
  if (question === null) return [];
  const { proof } = question;
  const inTree = (tree: Tree, words: Partial<TreeWords>): readonly ProofLine[] =>
    treeLines(tree, { held: question.held, comparisons: question.comparisons, settled: "", ...words });
  const head = (text: string): ProofLine => ({ depth: 0, number: null, text, because: "" });
  switch (proof.kind) {
    case "proved":
      return inTree(proof.tree, { settled: "here the claim is true" });
    case "depends":
      return repairLines(proof.repairs, question, inTree);
    case "nowhere":
      return [
        head("It holds nowhere:"),
        ...inTree(proof.tree, { settled: "here the claim is false" }),
        ...repairLines(proof.repairs, question, inTree),
      ];
    case "vacuous":
      return [head("The assumptions contradict each other:"), ...inTree(proof.tree, {})];
    case "witnesses":
      return [
        head(`Such a g is ${proof.witnesses.join(", or ")}:`),
        ...inTree(proof.tree, { ...witnessWords(proof.witnesses, question), settled: "here this g will do" }),
      ];
    case "no-witness":
      return [
        head("With the counterexample's values no g will do:"),
        ...inTree(proof.atCounterexample, { settled: "here it is false" }),
        ...repairLines(proof.repairs, question, inTree),
      ];
    default:
      return unreachable(proof);
  }
}

type Question = {
  readonly proof: ClaimProof;
  readonly claim: Claim;
  readonly contest: ReturnType<typeof contestOf> | null;
  readonly held: readonly {
    readonly comparison: Comparison;
    readonly text: string;
    readonly source: string;
  }[];
  readonly comparisons: readonly Said[];
};

/** What was asked, read from the certificate alone. */
function questionOf({ certificate }: JudgeAnswer): Question | null {
  if (certificate?.proof.kind !== "claim") return null;
  const { scenario: json, query } = certificate.request;
  const scenario = json === null ? null : readScenario(json);
  const asked = query as { readonly claim?: unknown; readonly assume?: readonly unknown[] };
  const claim = readClaim(String(asked.claim));
  if (!claim.ok || scenario?.ok === false) return null;
  const contest = scenario === null ? null : contestOf(scenario.value);
  const facts = (contest?.facts ?? []).map(({ comparison, source }) => ({
    comparison,
    source: source.startsWith("domain") ? source : `assumption ${source}`,
  }));
  const assumed = (asked.assume ?? []).map((text) => {
    const read = readComparison(String(text));
    assert(read.ok, "a certificate's assumptions can be read");
    return { comparison: read.value, source: "taken for granted here" };
  });
  return {
    proof: certificate.proof.claim,
    claim: claim.value,
    contest,
    held: [...facts, ...assumed].map((one) => ({ ...one, text: printComparison(one.comparison) })),
    comparisons: comparisonsOf(claim.value, contest),
  };
}

function witnessWords(witnesses: readonly string[], question: Question): Partial<TreeWords> {
  const isAboutG = (one: Comparison): boolean => unknownsOfComparison(one).includes("g");
  const aboutG = question.held.filter(({ comparison }) => isAboutG(comparison));
  return {
    held: question.held.filter((one) => !aboutG.includes(one)),
    comparisons: witnesses.flatMap((text) => {
      const witness = readExpr(text);
      assert(witness.ok, "a certificate's witnesses can be read");
      const facts = aboutG.map(({ comparison }) => comparison);
      return witnessComparisons(question.claim, question.contest, facts, witness.value);
    }),
  };
}

function repairLines(
  repairs: Extract<ClaimProof, { kind: "depends" }>["repairs"],
  { held }: Question,
  inTree: (tree: Tree, words: Partial<TreeWords>) => readonly ProofLine[],
): readonly ProofLine[] {
  const [first] = repairs;
  if (first === undefined) return [];
  return [
    { depth: 0, number: null, text: `With ${first.assume} it holds:`, because: "" },
    ...inTree(first.tree, {
      held: [...held, { text: first.assume, source: "the repair" }],
      settled: "here the claim is true",
    }),
  ];
}
