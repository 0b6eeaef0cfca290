import { isZero } from "../exact/rational.ts";
import type { Axis, Expr } from "../expr/expr.ts";
import { printExpr } from "../expr/print-expr.ts";
import type { Note } from "./note.ts";
import { type Payments, summandCounts } from "./payments.ts";
import type { Scenario, Term } from "./scenario.ts";

const WORD = { c: "complexity", t: "time" } as const;
const OTHER = { c: "t", t: "c" } as const;

/** The summands of a sum, as printed. */
export function summandsIn(sum: Expr): ReadonlySet<string> {
  const parts = new Set<string>();
  const waiting = [sum];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    if (part.kind === "add") waiting.push(part.right, part.left);
    else parts.add(printExpr(part));
  }
  return parts;
}

/** Notes on the rows of terms. */
export function termNotes(scenario: Scenario, payments: Payments): readonly Note[] {
  const twins = twinsOf(scenario, payments);
  const cancelling = cancellingOf(scenario);
  const isAxisUsed = (axis: Axis): boolean =>
    scenario.terms.some(({ id }) => payments.used.has(`${axis}(${id})`));
  const isTold = { c: isAxisUsed("c"), t: isAxisUsed("t") };
  return scenario.terms.flatMap((term, index): readonly Note[] => {
    const { id } = term;
    const at = (axis?: Axis) => (axis === undefined ? ["terms", index] : ["terms", index, axis]);
    const pays = { c: payments.used.has(`c(${id})`), t: payments.used.has(`t(${id})`) };
    if (!pays.c && !pays.t)
      return [{ kind: "unused-term", path: at(), id, sentence: unusedSentence(term, payments) }];
    const notes: Note[] = [];
    const twin = twins.get(id);
    if (twin !== undefined) notes.push({ kind: "two-names", path: at(), id, sentence: twin });
    for (const axis of ["c", "t"] as const) {
      const other = OTHER[axis];
      if (twin === undefined && pays[axis] && !pays[other] && isTold[other] && !isZeroCost(term[other])) {
        const kind = axis === "t" ? "time-without-complexity" : "complexity-without-time";
        notes.push({ kind, path: at(other), id, sentence: aloneSentence(term, axis) });
      }
      if (cancelling.has(`${axis}(${id})`)) {
        const sentence = `Every program pays its ${WORD[axis]}, so it cancels: no flip depends on it.`;
        notes.push({ kind: "cancels", path: at(axis), id, sentence });
      }
    }
    const inner = innerUnpaid(scenario, payments, term);
    return inner === null ? notes : [...notes, { kind: "inner-unpaid", path: at(), id, sentence: inner }];
  });
}

const isZeroCost = (expr: Expr | null): boolean => expr?.kind === "number" && isZero(expr.value);

function unusedSentence({ id }: Term, { assumed }: Payments): string {
  const isAssumed = assumed.has(`c(${id})`) || assumed.has(`t(${id})`);
  return isAssumed
    ? "No program pays for it; only assumptions speak of it."
    : `No program pays for it. Add c(${id}) or t(${id}) to a program's cost, or delete it.`;
}

function aloneSentence({ id, ...term }: Term, axis: Axis): string {
  const other = OTHER[axis];
  const given = term[other];
  const fact =
    given === null
      ? `Programs pay its ${WORD[axis]} but no ${WORD[other]}.`
      : `Programs pay its ${WORD[axis]}, but its ${WORD[other]} is in no program's cost.`;
  return `${fact} If that is meant, write 0 as its ${WORD[other]}; else add ${other}(${id}) where ${axis}(${id}) is paid.`;
}

/** Terms that stand for one thing each, as far as the structure shows: by id, a sentence that names the other. */
function twinsOf(scenario: Scenario, payments: Payments): ReadonlyMap<string, string> {
  const sentences = new Map<string, string>();
  for (const group of groupedByPayers(scenario, payments).values()) {
    const halves = { c: [] as Term[], t: [] as Term[] };
    const whole = new Map<string, Term>();
    for (const term of group) {
      const pays = { c: payments.used.has(`c(${term.id})`), t: payments.used.has(`t(${term.id})`) };
      if (pays.c !== pays.t) halves[pays.c ? "c" : "t"].push(term);
      const key = `${valueText(term.c, pays.c)} ${valueText(term.t, pays.t)}`;
      const same = whole.get(key);
      if (same === undefined) whole.set(key, term);
      else if (!key.includes("?"))
        sentences.set(
          term.id,
          `It costs the same as ${same.id} and the same programs pay it: two names for one thing?`,
        );
    }
    for (const [stored, run] of pairsByWords(halves.c, halves.t)) {
      const sentence = (axis: Axis, other: Term) =>
        `It has only ${WORD[axis]} and ${other.id} only ${WORD[OTHER[axis]]}, and the same programs pay them: two names for one thing?`;
      sentences.set(stored.id, sentence("c", run));
      sentences.set(run.id, sentence("t", stored));
    }
  }
  return sentences;
}

/** Only formulas with names in them, or both costs, say enough to tell that two terms are the same. */
const valueText = (expr: Expr | null, isPaid: boolean): string =>
  !isPaid ? "-" : expr === null ? "?" : printExpr(expr);

function groupedByPayers(scenario: Scenario, { direct }: Payments): ReadonlyMap<string, readonly Term[]> {
  const groups = new Map<string, Term[]>();
  for (const term of scenario.terms) {
    const payers = direct.flatMap((names, at) =>
      names.has(`c(${term.id})`) || names.has(`t(${term.id})`) ? [at] : [],
    );
    if (payers.length === 0) continue;
    const key = payers.join(" ");
    groups.set(key, [...(groups.get(key) ?? []), term]);
  }
  return groups;
}

/** Pairs whose ids share most of their words, each term in one pair at most. */
function pairsByWords(stored: readonly Term[], run: readonly Term[]): readonly (readonly [Term, Term])[] {
  const byWord = new Map<string, Term[]>();
  for (const term of stored)
    for (const word of wordsOf(term)) byWord.set(word, [...(byWord.get(word) ?? []), term]);
  const taken = new Set<string>();
  return run.flatMap((term) => {
    const words = wordsOf(term);
    const shared = new Map<Term, number>();
    for (const word of words)
      for (const one of (byWord.get(word) ?? []).slice(0, 20)) shared.set(one, (shared.get(one) ?? 0) + 1);
    const [best] = [...shared].filter(([one]) => !taken.has(one.id)).sort((a, b) => b[1] - a[1]);
    if (best === undefined || best[1] < Math.min(words.size, wordsOf(best[0]).size)) return [];
    taken.add(best[0].id);
    return [[best[0], term] as const];
  });
}

const wordsOf = ({ id }: Term): ReadonlySet<string> =>
  new Set(
    id
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  );

/** Costs that stand equally often in every program's total, where totals add up so that they cancel. */
function cancellingOf(scenario: Scenario): ReadonlySet<string> {
  const { programs, exchange } = scenario;
  if (programs.length < 2) return new Set();
  const adds = {
    c: exchange.apply === "terms" || ["linear", "affine", "levin", "cap"].includes(exchange.family),
    t: exchange.family !== "levin" && exchange.family !== "cap",
  };
  const names: string[] = [];
  for (const axis of ["c", "t"] as const) {
    if (!adds[axis]) continue;
    const counts = programs.map(({ cost }) =>
      cost.kind === "sum" ? summandCounts(scenario, cost[axis], axis) : new Map<string, number>(),
    );
    const [first, ...others] = counts;
    for (const [name, count] of first ?? [])
      if (count !== 0 && others.every((one) => one.get(name) === count)) names.push(name);
  }
  return new Set(names);
}

/** A name such as `find(get(env))` says that `get` is run too: who pays the outer but not the inner is told. */
function innerUnpaid(scenario: Scenario, { direct }: Payments, { id }: Term): string | null {
  if (!id.includes("(")) return null;
  const inner = scenario.terms.find((one) => one.id !== id && innerNames(id).has(one.id));
  if (inner === undefined) return null;
  const name = `t(${inner.id})`;
  if (!direct.some((names) => names.has(name))) return null;
  const missing = scenario.programs.filter(
    (_, at) => direct[at]?.has(`t(${id})`) === true && !direct[at].has(name),
  );
  if (missing.length === 0) return null;
  const who = missing.map((program) => program.name).join(", ");
  return `Its name speaks of ${inner.id}, but ${name} is not paid by ${who}.`;
}

/** Every name inside the brackets of an application. */
function innerNames(id: string): ReadonlySet<string> {
  const names = id.slice(id.indexOf("(") + 1).match(/[\p{L}_][\p{L}\p{N}_]*/gu);
  return new Set(names ?? []);
}
