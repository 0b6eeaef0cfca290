import {
  type Axis,
  compareAt,
  type Expr,
  err,
  evaluate,
  number,
  ok,
  type Program,
  printExpr,
  type Result,
  readComparison,
  readExpr,
  type Scenario,
  unreachable,
  writeScenario,
} from "@crux/core";
import { listText } from "@crux/present";
import { freshId } from "../fresh-id.ts";
import { type Change, type NewTerm, PRICE_KEYS } from "./change.ts";
import { paysFor, summandText, withoutSummand } from "./summands.ts";

type FieldProblem = { readonly field: string; readonly message: string; readonly isMissing: boolean };
type Built = Result<readonly unknown[], readonly FieldProblem[]>;

const wrong = (field: string, message: string): Result<never, readonly FieldProblem[]> =>
  err([{ field, message, isMissing: false }]);
const missing = (field: string, message: string): Result<never, readonly FieldProblem[]> =>
  err([{ field, message, isMissing: true }]);

/** The edits, as JSON, that one change stands for; or which fields are missing or wrong. */
export function buildEdits(scenario: Scenario, change: Change): Built {
  switch (change.kind) {
    case "cost":
      return costEdits(scenario, change);
    case "parameter": {
      const to = formula("to", change.to);
      return to.ok ? ok([{ kind: "set-parameter", parameter: change.parameter, to: to.value.text }]) : to;
    }
    case "differs":
      return differsEdits(scenario, change);
    case "program":
      return programEdits(scenario, change);
    case "no-program":
      if (change.program === "") return missing("program", "choose a program");
      return ok([{ kind: "remove-program", program: change.program }]);
    case "overlap":
      return overlapEdits(scenario, change);
    case "pays":
      return paysEdits(scenario, change);
    case "times":
      return timesEdits(scenario, change);
    case "formula": {
      const to = formula("to", change.to);
      return to.ok ? ok([setProgram(change.program, change.axis, to.value.text)]) : to;
    }
    case "assumption":
      return ok([{ kind: "set-status", assumption: change.assumption, to: change.to }]);
    case "assume":
      return assumeEdits(scenario, change);
    case "price":
      return priceEdits(change);
    case "edit":
      return ok([change.edit]);
    default:
      return unreachable(change);
  }
}

type Typed = { readonly text: string; readonly expr: Expr };

/** A formula as typed, or what is wrong with it. */
function formula(field: string, typed: string): Result<Typed, readonly FieldProblem[]> {
  const text = typed.trim();
  if (text === "") return missing(field, "type a number or a formula");
  const read = readExpr(text);
  if (read.ok) return ok({ text, expr: read.value });
  const [first] = read.error;
  return wrong(
    field,
    [first?.message ?? "this can't be read", first?.hint ?? ""].filter(Boolean).join(" – "),
  );
}

const setProgram = (id: string, axis: Axis | "score", to: string) => ({ kind: "set-program", id, axis, to });

/** Whether a formula is surely not on that side of `than`, as numbers; false where that can't be said. */
function isNotBeyond(expr: Expr, than: Expr, side: 1 | -1): boolean {
  const order = compareAt(expr, than, new Map());
  return order === 0 || order === -side;
}

function costEdits(scenario: Scenario, change: Extract<Change, { kind: "cost" }>): Built {
  const { term, axis, how } = change;
  if (term === "") return missing("term", "choose a term");
  if (how === "unknown") return ok([{ kind: "set-cost", term, axis, to: null }]);
  const to = formula("to", change.to);
  if (!to.ok) return to;
  const now = scenario.terms.find(({ id }) => id === term)?.[axis] ?? null;
  if (now !== null && how !== "other" && isNotBeyond(to.value.expr, now, how === "more" ? 1 : -1))
    return wrong("to", `it is ${printExpr(now)} now: ${how} than that is meant`);
  return ok([{ kind: "set-cost", term, axis, to: to.value.text }]);
}

/** Programs that cost the same share a term: each group that differs from the shared term gets one of its own. */
function differsEdits(scenario: Scenario, change: Extract<Change, { kind: "differs" }>): Built {
  if (change.term === "") return missing("term", "choose a term");
  const term = scenario.terms.find(({ id }) => id === change.term);
  if (term === undefined) return wrong("", "the term is no longer there");
  const problems: FieldProblem[] = [];
  const groups = new Map<string, { readonly c: string; readonly t: string; readonly programs: Program[] }>();
  for (const program of scenario.programs.filter((one) => paysFor(one, term.id))) {
    const typed = change.costs[program.id] ?? { c: "", t: "" };
    for (const axis of ["c", "t"] as const) {
      const read = typed[axis].trim() === "" ? null : formula(`${program.id}/${axis}`, typed[axis]);
      if (read !== null && !read.ok) problems.push(...read.error);
    }
    const [c, t] = [typed.c.trim(), typed.t.trim()];
    const isShared = [c, t].every((text, at) => {
      const old = at === 0 ? term.c : term.t;
      return text === "" || (old !== null && text === printExpr(old));
    });
    if (isShared) continue;
    const key = `${c} ${t}`;
    const group = groups.get(key) ?? { c, t, programs: [] };
    group.programs.push(program);
    groups.set(key, group);
  }
  if (problems.length > 0) return err(problems);
  if (groups.size === 0) return missing("", "type what it costs where it differs");
  const name = term.label ?? term.id;
  let json = writeScenario(scenario);
  const edits = [...groups.values()].flatMap(({ c, t, programs }) => {
    const label = `${name} (${listText(programs.map((one) => one.name))})`;
    const id = freshId(json, `${name} ${programs[0]?.id}`, "own");
    const costs = { ...textOf("c", c, term.c), ...textOf("t", t, term.t) };
    const added = { id, label, ...costs };
    json = { ...json, terms: [...(json.terms as readonly unknown[]), added] };
    const into = Object.fromEntries(programs.map((one) => [one.id, id]));
    return [
      { kind: "add-term", term: added },
      { kind: "split-term", term: term.id, into },
    ];
  });
  return ok(edits);
}

const textOf = (axis: Axis, typed: string, old: Expr | null): Record<string, string> =>
  typed !== "" ? { [axis]: typed } : old === null ? {} : { [axis]: printExpr(old) };

/** A new term as an edit and its id; null where none is named. */
function freshTerm(
  scenario: Scenario,
  { name, c, t }: NewTerm,
): Result<{ readonly id: string; readonly edit: unknown } | null, readonly FieldProblem[]> {
  if (name.trim() === "" && c.trim() === "" && t.trim() === "") return ok(null);
  if (name.trim() === "") return missing("fresh/name", "give the new term a name");
  if (c.trim() === "" && t.trim() === "") return missing("fresh/c", "say what the new term costs");
  const read = [
    ["fresh/c", c],
    ["fresh/t", t],
  ].flatMap(([field = "", text = ""]) => (text.trim() === "" ? [] : [formula(field, text)]));
  const problems = read.flatMap((one) => (one.ok ? [] : one.error));
  if (problems.length > 0) return err(problems);
  const id = freshId(writeScenario(scenario), name, "term");
  const costs = { ...textOf("c", c.trim(), null), ...textOf("t", t.trim(), null) };
  return ok({ id, edit: { kind: "add-term", term: { id, label: name.trim(), ...costs } } });
}

function programEdits(scenario: Scenario, change: Extract<Change, { kind: "program" }>): Built {
  const name = change.name.trim();
  if (name === "") return missing("name", "give the program a name");
  const fresh = freshTerm(scenario, change.fresh);
  if (!fresh.ok) return fresh;
  const used = (axis: Axis): readonly string[] =>
    fresh.value !== null && change.fresh[axis].trim() !== ""
      ? [...change[axis], fresh.value.id]
      : change[axis];
  const [c, t] = (["c", "t"] as const).map((axis) => used(axis).map((id) => `${axis}(${id})`));
  if (c?.length === 0 && t?.length === 0) return missing("c", "choose what it pays for");
  const sum = (parts: readonly string[] = []): string => (parts.length === 0 ? "0" : parts.join(" + "));
  const program = {
    id: freshId(writeScenario(scenario), name, "program"),
    name,
    ...(change.label === "" ? {} : { deceptive: change.label === "deceptive" }),
    c: sum(c),
    t: sum(t),
  };
  return ok([...(fresh.value === null ? [] : [fresh.value.edit]), { kind: "add-program", program }]);
}

/** The first term gets cheaper where it never stands alone; else each program that pays for both pays less. */
function overlapEdits(scenario: Scenario, change: Extract<Change, { kind: "overlap" }>): Built {
  const { axis, term, other } = change;
  if (term === "") return missing("term", "choose the first one");
  if (other === "") return missing("other", "choose the second one");
  if (term === other) return wrong("other", "choose two different ones");
  const share = formula("share", change.share);
  if (!share.ok) return share;
  const known = evaluate(share.value.expr, new Map(), 64).kind === "exact";
  const { expr, text } = share.value;
  if (known && (compareAt(expr, number(0), new Map()) === -1 || compareAt(expr, number(1), new Map()) === 1))
    return wrong("share", "a share is from 0 to 1, such as 9/10");
  const payers = scenario.programs.filter((one) => paysFor(one, term, axis));
  const both = payers.filter((one) => paysFor(one, other, axis));
  if (both.length === 0) return wrong("other", "no program pays for both");
  const old = scenario.terms.find(({ id }) => id === term)?.[axis] ?? null;
  if (both.length === payers.length && old !== null)
    return ok([{ kind: "set-cost", term, axis, to: `(1 - (${text}))*(${printExpr(old)})` }]);
  return ok(
    both.flatMap(({ id, cost }) =>
      cost.kind === "sum"
        ? [setProgram(id, axis, `${printExpr(cost[axis])} - (${text})*${axis}(${term})`)]
        : [],
    ),
  );
}

function paysEdits(scenario: Scenario, change: Extract<Change, { kind: "pays" }>): Built {
  const { axis, does } = change;
  if (change.program === "") return missing("program", "choose a program");
  const program = scenario.programs.find(({ id }) => id === change.program);
  if (program?.cost.kind !== "sum") return wrong("program", "this program has a score of its own, no sums");
  const now = program.cost[axis];
  if (does === "remove") {
    if (change.of === "") return missing("of", "choose what it should not pay for");
    const rest = withoutSummand(now, change.of);
    return rest === null
      ? wrong("of", `it does not pay for ${change.of}`)
      : ok([setProgram(program.id, axis, summandText(rest))]);
  }
  const fresh = change.of === "" ? freshTerm(scenario, change.fresh) : ok(null);
  if (!fresh.ok) return fresh;
  if (fresh.value === null)
    return change.of === ""
      ? missing("of", "choose what is missing")
      : ok([setProgram(program.id, axis, `${printExpr(now)} + ${change.of}`)]);
  const { id, edit } = fresh.value;
  const { cost } = program;
  const paid = (["c", "t"] as const).filter((one) => change.fresh[one].trim() !== "");
  return ok([
    edit,
    ...paid.map((one) => setProgram(program.id, one, `${printExpr(cost[one])} + ${one}(${id})`)),
  ]);
}

function timesEdits(scenario: Scenario, change: Extract<Change, { kind: "times" }>): Built {
  const factors = (["c", "t"] as const).flatMap((axis) =>
    change[axis].trim() === "" ? [] : [{ axis, read: formula(axis, change[axis]) }],
  );
  if (factors.length === 0) return missing("c", "type a factor, such as 2 or 3/2");
  const problems = factors.flatMap(({ read }) => (read.ok ? [] : read.error));
  if (problems.length > 0) return err(problems);
  const programs = scenario.programs.filter(({ id }) => change.program === "" || id === change.program);
  return ok(
    programs.flatMap(({ id, cost }) =>
      cost.kind === "sum"
        ? factors.flatMap(({ axis, read }) =>
            read.ok ? [setProgram(id, axis, `(${read.value.text})*(${printExpr(cost[axis])})`)] : [],
          )
        : [],
    ),
  );
}

function assumeEdits(scenario: Scenario, change: Extract<Change, { kind: "assume" }>): Built {
  const statement = change.statement.trim();
  if (statement === "") return missing("statement", "type a comparison, such as c(a) < c(b)");
  const read = readComparison(statement);
  if (!read.ok) return wrong("statement", read.error[0]?.message ?? "this can't be read");
  const taken = new Set(scenario.assumptions.map(({ id }) => id));
  let count = scenario.assumptions.length + 1;
  while (taken.has(`a${count}`)) count += 1;
  return ok([{ kind: "set-assumption", assumption: { id: `a${count}`, statement, status: "held" } }]);
}

function priceEdits(change: Extract<Change, { kind: "price" }>): Built {
  const { family, apply } = change;
  const { [family]: key } = PRICE_KEYS;
  if (key === undefined) return ok([{ kind: "set-exchange", exchange: { family, apply } }]);
  const value = formula("with", change.with);
  return value.ok
    ? ok([{ kind: "set-exchange", exchange: { family, apply, [key]: value.value.text } }])
    : value;
}
