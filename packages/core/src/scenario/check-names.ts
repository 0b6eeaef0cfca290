import { type Issue, issue } from "../base/issue.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";
import type { Claim } from "../claim/claim.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { exprOfName, unknownsOf } from "../expr/unknowns.ts";
import type { Allowed, Path } from "./places.ts";
import type { Scenario } from "./scenario.ts";

/** The names that a scenario gives a meaning to. */
export type Names = {
  readonly terms: ReadonlySet<string>;
  readonly programs: ReadonlySet<string>;
  /** Programs that have totals `c` and `t`, not only a score. */
  readonly summed: ReadonlySet<string>;
  readonly parameters: ReadonlySet<string>;
};

/** All names of the scenario. */
export const namesOf = (scenario: Scenario): Names => ({
  terms: new Set(scenario.terms.map(({ id }) => id)),
  programs: new Set(scenario.programs.map(({ id }) => id)),
  summed: new Set(scenario.programs.flatMap(({ id, cost }) => (cost.kind === "sum" ? [id] : []))),
  parameters: new Set(scenario.parameters.map(({ id }) => id)),
});

const EVERYTHING: Allowed = { g: true, totals: true, scores: true };

/** An issue for every name in the formula that the scenario gives no meaning to; `path` is where the formula stands. */
export function nameIssues(
  names: Names,
  expr: Expr,
  allowed: Allowed = EVERYTHING,
  path: Path = [],
): readonly Issue[] {
  return unknownsOf(expr).flatMap((name) => {
    const part = exprOfName(name);
    if (part.kind === "symbol") return symbolIssues(names, part.name, allowed, path);
    return part.kind === "cost" ? costIssues(names, part.axis, part.of, allowed, path) : [];
  });
}

/** An issue for every unknown name in either side of a comparison. */
export const comparisonNameIssues = (names: Names, { left, right }: Comparison): readonly Issue[] => [
  ...nameIssues(names, left),
  ...nameIssues(names, right),
];

/** An issue for every unknown name or program in a claim. */
export function claimNameIssues(names: Names, claim: Claim): readonly Issue[] {
  switch (claim.kind) {
    case "comparison":
      return comparisonNameIssues(names, claim.comparison);
    case "wins":
      return programIssues(names, claim.program);
    case "dominates":
      return [...programIssues(names, claim.program), ...programIssues(names, claim.other)];
    case "not":
    case "exists-g":
      return claimNameIssues(names, claim.of);
    default:
      return [...claimNameIssues(names, claim.left), ...claimNameIssues(names, claim.right)];
  }
}

function programIssues({ programs }: Names, id: string): readonly Issue[] {
  if (programs.has(id)) return [];
  return [
    issue("unknown-program", `unknown program: ${showText(id)}`, {
      hint: suggestion(id, programs, "programs"),
    }),
  ];
}

function symbolIssues(
  { parameters, terms }: Names,
  name: string,
  allowed: Allowed,
  path: Path,
): readonly Issue[] {
  if (parameters.has(name) || (name === "g" && allowed.g) || (name === "x" && allowed.x)) return [];
  if (name === "g") {
    const hint = "a cost can't depend on the exchange rate; give the program a score instead";
    return [issue("g-not-allowed", "exchange rate inside a cost: g", { path, hint })];
  }
  const hint = terms.has(name)
    ? `a term has two costs: write c(${name}) or t(${name})`
    : suggestion(name, parameters, "parameters");
  return [issue("unknown-name", `unknown name: ${showText(name)}`, { path, hint })];
}

function costIssues(
  names: Names,
  axis: "c" | "t" | "score",
  of: string,
  allowed: Allowed,
  path: Path,
): readonly Issue[] {
  if (axis !== "score" && names.terms.has(of)) return [];
  const shown = `${axis}(${showText(of)})`;
  if (!names.programs.has(of)) {
    const known = axis === "score" ? names.programs : new Set([...names.terms, ...names.programs]);
    const code = axis === "score" ? "unknown-program" : "unknown-term";
    const message = axis === "score" ? `unknown program: ${showText(of)}` : `unknown term: ${showText(of)}`;
    return [
      issue(code, message, { path, hint: suggestion(of, known, axis === "score" ? "programs" : "terms") }),
    ];
  }
  if (axis === "score" ? !allowed.scores : !allowed.totals) {
    const hint =
      axis === "score"
        ? "a score depends on the exchange rate"
        : "a term's cost can't depend on a program's total";
    return [issue("not-allowed-here", `program's total not allowed here: ${shown}`, { path, hint })];
  }
  if (axis !== "score" && !names.summed.has(of)) {
    return [
      issue("no-total", `program without totals: ${shown}`, {
        path,
        hint: "this program gives only a score",
      }),
    ];
  }
  return [];
}

/** A suggestion, or the list of what there is when that is short. */
function suggestion(wrong: string, known: ReadonlySet<string>, noun: string): string {
  if (known.size > 2_000) return "";
  const near = didYouMean(wrong, known);
  if (near !== "") return near;
  return known.size === 0
    ? `there are no ${noun}`
    : known.size <= 8
      ? `${noun}: ${[...known].join(", ")}`
      : "";
}
