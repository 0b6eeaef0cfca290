import { readFileSync } from "node:fs";
import type { ClaimQuestion, Question } from "./protocol.ts";

const FOLDER = new URL("../../solver/fixtures/problems/", import.meta.url);

type Problem = {
  readonly request: {
    readonly id: string;
    readonly scenario?: unknown;
    readonly query: Readonly<Record<string, unknown>>;
  };
  readonly kind: string;
  readonly expected: {
    readonly form?: Question["form"] | "map";
    readonly roots?: readonly { readonly decimal?: string; readonly exact?: string }[];
    readonly verdict?: ClaimQuestion["verdict"];
  };
  readonly samples?: readonly {
    readonly env: Record<string, string>;
    readonly expected: readonly string[];
  }[];
  readonly positive?: readonly string[];
};

const problems = (file: string): Problem[] =>
  readFileSync(new URL(file, FOLDER), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Problem);

/** Every equation of the solved problems, with the right roots; winner maps are left out, since no peer takes them. */
export function thresholdQuestions(): Question[] {
  return problems("thresholds.jsonl").flatMap((problem) => {
    const { equation, assume, for: unknown } = problem.request.query;
    const { form, roots = [] } = problem.expected;
    if (typeof equation !== "string" || typeof unknown !== "string" || form === undefined || form === "map")
      return [];
    const cut = equation.indexOf("=");
    const numeric = [{ env: {}, roots: roots.map((root) => root.decimal ?? root.exact ?? "") }];
    const samples = problem.samples?.map((one) => ({ env: one.env, roots: one.expected })) ?? numeric;
    return [
      {
        id: problem.request.id,
        kind: problem.kind,
        left: equation.slice(0, cut).trim(),
        right: equation.slice(cut + 1).trim(),
        unknown,
        symbols: (problem.positive ?? []).filter((name) => name !== unknown),
        assume: (assume as readonly string[] | undefined) ?? [],
        samples,
        form,
      },
    ];
  });
}

/** Every claim of the solved problems. */
export function claimQuestions(): ClaimQuestion[] {
  return problems("claims.jsonl").flatMap((problem) => {
    const { claim, assume } = problem.request.query;
    const { verdict } = problem.expected;
    if (typeof claim !== "string" || verdict === undefined) return [];
    const symbols = problem.positive ?? [];
    return [
      {
        id: problem.request.id,
        claim,
        assume: (assume as readonly string[] | undefined) ?? [],
        symbols,
        verdict,
      },
    ];
  });
}
