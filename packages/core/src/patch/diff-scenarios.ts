import { must } from "../base/assert.ts";
import type { Issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import type { Comparison, Expr } from "../expr/expr.ts";
import { sameExpr } from "../expr/walk.ts";
import type { Assumption, Parameter, Program, Scenario, Term } from "../scenario/scenario.ts";
import {
  writeAssumption,
  writeExchange,
  writeParameter,
  writeProgram,
  writeTerm,
} from "../scenario/write-scenario.ts";
import { applyPatch } from "./apply-patch.ts";
import type { Edit, Patch } from "./edit.ts";

/** A patch that turns `from` into `to`, in small edits where there are small ones. Empty when they are the same. */
export function diffScenarios(from: Scenario, to: Scenario): Patch {
  return Object.freeze([
    ...diffKeys(from, to),
    ...diffExchange(from, to),
    ...diffList(from.terms, to.terms, termRule),
    ...diffList(from.parameters, to.parameters, parameterRule),
    ...diffList(from.programs, to.programs, programRule),
    ...diffList(from.assumptions, to.assumptions, assumptionRule),
  ]);
}

/** The patch that undoes `patch` on `scenario`; the issues of `patch` when it does not apply. */
export function invertPatch(scenario: Scenario, patch: Patch): Result<Patch, readonly Issue[]> {
  const changed = applyPatch(scenario, patch);
  return changed.ok ? ok(diffScenarios(changed.value, scenario)) : err(changed.error);
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function diffKeys(from: Scenario, to: Scenario): readonly Edit[] {
  const edits: Edit[] = [];
  for (const key of ["title", "summary"] as const) {
    if (from[key] !== to[key]) edits.push({ kind: "set-key", key, to: to[key] });
  }
  if (sameJson(from.extra, to.extra)) return edits;
  // All are set anew, so that they come in the order of `to`.
  for (const key of Object.keys(from.extra)) edits.push({ kind: "remove-key", key });
  for (const [key, value] of Object.entries(to.extra)) edits.push({ kind: "set-key", key, to: value });
  return edits;
}

const diffExchange = (from: Scenario, to: Scenario): readonly Edit[] =>
  sameJson(writeExchange(from.exchange), writeExchange(to.exchange))
    ? []
    : [{ kind: "set-exchange", exchange: to.exchange }];

/** How the parts of one list are compared and edited. */
type Rule<Part> = {
  readonly isSame: (from: Part, to: Part) => boolean;
  /** Small edits from one to the other; undefined when it has to be replaced. */
  readonly edits: (from: Part, to: Part) => readonly Edit[] | undefined;
  readonly add: (part: Part, at: number) => Edit;
  readonly remove: (part: Part) => Edit;
};

function diffList<Part extends { readonly id: string }>(
  from: readonly Part[],
  to: readonly Part[],
  rule: Rule<Part>,
): readonly Edit[] {
  const before = new Map(from.map((part) => [part.id, part]));
  const small = new Map<string, readonly Edit[]>();
  for (const part of to) {
    const old = before.get(part.id);
    const edits = old === undefined ? undefined : rule.isSame(old, part) ? [] : rule.edits(old, part);
    if (edits !== undefined) small.set(part.id, edits);
  }
  const stay = inOrder(
    from.map(({ id }) => id),
    to.map(({ id }) => id).filter((id) => small.has(id)),
  );
  const edits: Edit[] = from.filter(({ id }) => !stay.has(id)).map(rule.remove);
  for (const [at, part] of to.entries()) {
    if (stay.has(part.id)) edits.push(...must(small.get(part.id), "what stays has small edits"));
    else edits.push(rule.add(part, at));
  }
  return edits;
}

/** Of the ids that may stay, those that stand in the same order in both lists, taken from the front. */
function inOrder(from: readonly string[], may: readonly string[]): ReadonlySet<string> {
  const places = new Map(from.map((id, place) => [id, place]));
  const stay = new Set<string>();
  let last = -1;
  for (const id of may) {
    const place = must(places.get(id), "what may stay is in both lists");
    if (place < last) continue;
    stay.add(id);
    last = place;
  }
  return stay;
}

const sameOptional = (a: Expr | null, b: Expr | null): boolean =>
  a === null || b === null ? a === b : sameExpr(a, b);

const termRule: Rule<Term> = {
  isSame: (from, to) => sameJson(writeTerm(from), writeTerm(to)),
  edits: (from, to) => {
    if (!sameJson(writeTerm({ ...from, c: null, t: null }), writeTerm({ ...to, c: null, t: null })))
      return undefined;
    return (["c", "t"] as const).flatMap((axis): readonly Edit[] =>
      sameOptional(from[axis], to[axis]) ? [] : [{ kind: "set-cost", term: to.id, axis, to: to[axis] }],
    );
  },
  add: (term, at) => ({ kind: "add-term", term, at }),
  remove: ({ id }) => ({ kind: "remove-term", term: id }),
};

const parameterRule: Rule<Parameter> = {
  isSame: (from, to) => sameJson(writeParameter(from), writeParameter(to)),
  edits: (from, to) => {
    const rest = { value: null, domain: null };
    if (!sameJson(writeParameter({ ...from, ...rest }), writeParameter({ ...to, ...rest }))) return undefined;
    const value: Edit = { kind: "set-parameter", parameter: to.id, to: to.value };
    const domain: Edit = { kind: "set-domain", parameter: to.id, to: to.domain };
    return [
      ...(sameOptional(from.value, to.value) ? [] : [value]),
      ...(sameDomain(from.domain, to.domain) ? [] : [domain]),
    ];
  },
  add: (parameter, at) => ({ kind: "add-parameter", parameter, at }),
  remove: ({ id }) => ({ kind: "remove-parameter", parameter: id }),
};

function sameDomain(a: readonly Comparison[] | null, b: readonly Comparison[] | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.length === b.length &&
    a.every((one, index) => sameComparison(one, must(b[index], "lists of one length")))
  );
}

const sameComparison = (a: Comparison, b: Comparison): boolean =>
  a.relation === b.relation && sameExpr(a.left, b.left) && sameExpr(a.right, b.right);

const programRule: Rule<Program> = {
  isSame: (from, to) => sameJson(writeProgram(from), writeProgram(to)),
  edits: (from, to) => {
    if (!sameJson(writeProgram({ ...from, cost: to.cost }), writeProgram(to))) return undefined;
    if (from.cost.kind !== to.cost.kind) return undefined;
    const [old, fresh]: readonly Readonly<Record<string, unknown>>[] = [from.cost, to.cost];
    return (["c", "t", "score"] as const).flatMap((axis): readonly Edit[] => {
      const [a, b] = [old?.[axis] as Expr | undefined, fresh?.[axis] as Expr | undefined];
      if (a === undefined || b === undefined || sameExpr(a, b)) return [];
      return [{ kind: "set-program", id: to.id, axis, to: b }];
    });
  },
  add: (program, at) => ({ kind: "add-program", program, at }),
  remove: ({ id }) => ({ kind: "remove-program", program: id }),
};

const assumptionRule: Rule<Assumption> = {
  isSame: (from, to) => sameJson(writeAssumption(from), writeAssumption(to)),
  edits: (from, to) => {
    const isStatus = sameJson(writeAssumption({ ...from, status: to.status }), writeAssumption(to));
    return [
      isStatus
        ? { kind: "set-status", assumption: to.id, to: to.status }
        : { kind: "set-assumption", assumption: to, at: null },
    ];
  },
  add: (assumption, at) => ({ kind: "set-assumption", assumption, at }),
  remove: ({ id }) => ({ kind: "remove-assumption", assumption: id }),
};
