import {
  applyPatch,
  essayClaims,
  libraryScenario,
  must,
  printClaim,
  printComparison,
  readPatch,
  writeScenario,
} from "@crux/core";
import type {
  Answer,
  JudgeAnswer,
  MapAnswer,
  SensitivityAnswer,
  SolutionsAnswer,
} from "../src/query/answer.ts";
import { answerQuery } from "../src/query/answer-query.ts";

type Query = Readonly<Record<string, unknown>>;
type At = Readonly<Record<string, string>>;

/** The speed + simplicity scenario with named changes, as a request names it. */
export const on = (...patches: readonly string[]): unknown => ({ library: "speed-simplicity", patches });

/** The same, changed further by a patch given as JSON. */
export function changed(patches: readonly string[], patch: readonly Query[]): unknown {
  const scenario = libraryScenario("speed-simplicity", patches);
  const edits = readPatch(patch);
  if (!scenario.ok || !edits.ok) throw new Error(JSON.stringify([scenario, edits]));
  const after = applyPatch(scenario.value, edits.value);
  if (!after.ok) throw new Error(JSON.stringify(after.error));
  return writeScenario(after.value);
}

/** The answer; null stands for no scenario at all. */
export function answerTo(scenario: unknown, query: Query): Answer {
  const reply = answerQuery(scenario === null ? { query } : { scenario, query });
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.answer;
}

function ofKind<K extends Answer["kind"]>(answer: Answer, kind: K): Answer & { kind: K } {
  if (answer.kind !== kind) throw new Error(JSON.stringify(answer));
  return answer as Answer & { kind: K };
}

/** The winner map; fails where the answer is another one. */
export const mapOf = (scenario: unknown, query: Query = {}): MapAnswer =>
  ofKind(answerTo(scenario, { kind: "winners", ...query }), "map");

/** `fh 19/8 sd`: who wins, and where that flips. */
export const bands = (scenario: unknown, query: Query = {}): string =>
  mapOf(scenario, query)
    .segments.flatMap(({ winners, to }) => [winners.join("=") || "none", to.exact === "oo" ? "" : to.exact])
    .join(" ")
    .trim();

/** The solutions of equal scores; fails where the answer is another one. */
export const crossovers = (scenario: unknown, between: readonly string[], at: At = {}): SolutionsAnswer =>
  ofKind(answerTo(scenario, { kind: "crossovers", between, at }), "solutions");

/** Where two programs cost the same, in closed form. */
export const flips = (scenario: unknown, between: readonly string[], at: At = {}): (string | null)[] =>
  crossovers(scenario, between, at).solutions.map(({ exact }) => exact);

/** The value of a cost at which two programs tie, in closed form. */
export const breakEven = (
  scenario: unknown,
  of: string,
  between: readonly string[],
  at: At = {},
): (string | null)[] =>
  ofKind(answerTo(scenario, { kind: "break-even", of, between, at }), "break-even").solutions.map(
    ({ exact }) => exact,
  );

/** The positive solutions of an equation about no scenario, or those in `domain`. */
export const solved = (equation: string, name: string, domain?: readonly string[]): (string | null)[] =>
  ofKind(
    answerTo(null, { kind: "solve", equation, for: name, ...(domain && { domain }) }),
    "solutions",
  ).solutions.map(({ exact }) => exact);

/** The answer on a claim. */
export const judged = (scenario: unknown, claim: string, assume: readonly string[] = []): JudgeAnswer =>
  ofKind(answerTo(scenario, { kind: "judge", claim, assume }), "judge");

/** The verdict on a claim. */
export const verdict = (scenario: unknown, claim: string, assume: readonly string[] = []): string =>
  judged(scenario, claim, assume).verdict;

/** What the solver says of a statement of the library, by its id, with further edits and assumptions. */
export function judgedClaim(
  id: string,
  edits: readonly Query[] = [],
  more: readonly string[] = [],
): JudgeAnswer {
  const { claim, assume, patches } = must(
    essayClaims().find((one) => one.id === id),
    id,
  );
  return judged(changed(patches, edits), printClaim(claim), [...assume.map(printComparison), ...more]);
}

/** `proved`, `refuted`, or `depends` where a statement fails at some admissible values and holds at others. */
export function standing(id: string): string {
  const { verdict: found, example } = judgedClaim(id);
  return found === "refuted" && example !== null ? "depends" : found;
}

/** How everything moves the threshold between two programs. */
export const sensitivity = (scenario: unknown, between: readonly string[]): SensitivityAnswer =>
  ofKind(answerTo(scenario, { kind: "sensitivity", between }), "sensitivity");

/** The effect of named changes on who wins where. */
export function effectOf(scenario: unknown, patch: readonly unknown[]): string {
  return ofKind(answerTo(scenario, { kind: "compare", overlay: patch }), "compare").effect;
}
