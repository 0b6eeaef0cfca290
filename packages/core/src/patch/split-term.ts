import { type Issue, issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";
import type { Expr } from "../expr/expr.ts";
import { cost } from "../expr/make.ts";
import { substitute } from "../expr/substitute.ts";
import type { Program, Scenario } from "../scenario/scenario.ts";

/**
 * The scenario in which each program of `into` speaks of its own term instead of `term`. Terms that do not exist yet
 * are added after it, with its costs, so that nothing changes until one of them is edited. `term` itself stays.
 */
export function splitTerm(
  scenario: Scenario,
  term: string,
  into: ReadonlyMap<string, string>,
): Result<Scenario, readonly Issue[]> {
  const place = scenario.terms.findIndex(({ id }) => id === term);
  const original = scenario.terms[place];
  const issues: Issue[] = [];
  if (original === undefined) {
    const hint = didYouMean(
      term,
      scenario.terms.map(({ id }) => id),
    );
    issues.push(issue("unknown-term", `unknown term: ${showText(term)}`, { hint }));
  }
  for (const program of into.keys()) {
    if (scenario.programs.some(({ id }) => id === program)) continue;
    const hint = didYouMean(
      program,
      scenario.programs.map(({ id }) => id),
    );
    issues.push(
      issue("unknown-program", `unknown program: ${showText(program)}`, { path: ["into", program], hint }),
    );
  }
  if (original === undefined || issues.length > 0) return err(issues);
  const known = new Set(scenario.terms.map(({ id }) => id));
  const fresh = [...new Set(into.values())].filter((id) => !known.has(id));
  const added = fresh.map((id) => Object.freeze({ ...original, id }));
  const programs = scenario.programs.map((program) => renamed(program, term, into.get(program.id)));
  return ok(
    Object.freeze({
      ...scenario,
      terms: Object.freeze(scenario.terms.toSpliced(place + 1, 0, ...added)),
      programs: Object.freeze(programs),
    }),
  );
}

function renamed(program: Program, term: string, to: string | undefined): Program {
  if (to === undefined) return program;
  const values: ReadonlyMap<string, Expr> = new Map([
    [`c(${term})`, cost("c", to)],
    [`t(${term})`, cost("t", to)],
  ]);
  const { cost: old } = program;
  const changed =
    old.kind === "score"
      ? { kind: old.kind, score: substitute(old.score, values) }
      : { kind: old.kind, c: substitute(old.c, values), t: substitute(old.t, values) };
  return Object.freeze({ ...program, cost: Object.freeze(changed) });
}
