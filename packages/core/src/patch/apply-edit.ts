import { unreachable } from "../base/assert.ts";
import { type Issue, issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";
import type { Program, Scenario } from "../scenario/scenario.ts";
import type { Edit } from "./edit.ts";
import { splitTerm } from "./split-term.ts";

type Applied = Result<Scenario, readonly Issue[]>;

/** The scenario after one edit, or why the edit does not fit it. Formulas are not checked here. */
export function applyEdit(scenario: Scenario, edit: Edit): Applied {
  switch (edit.kind) {
    case "set-cost":
      return change(scenario, "terms", edit.term, "term", (term) => ({ ...term, [edit.axis]: edit.to }));
    case "set-parameter":
      return change(scenario, "parameters", edit.parameter, "parameter", (one) => ({
        ...one,
        value: edit.to,
      }));
    case "set-domain":
      return change(scenario, "parameters", edit.parameter, "parameter", (one) => ({
        ...one,
        domain: edit.to,
      }));
    case "add-term":
      return insert(scenario, "terms", edit.term, edit.at, "term");
    case "add-parameter":
      return insert(scenario, "parameters", edit.parameter, edit.at, "parameter");
    case "add-program":
      return insert(scenario, "programs", edit.program, edit.at, "program");
    case "remove-term":
      return remove(scenario, "terms", edit.term, "term");
    case "remove-parameter":
      return remove(scenario, "parameters", edit.parameter, "parameter");
    case "remove-program":
      return remove(scenario, "programs", edit.program, "program");
    case "remove-assumption":
      return remove(scenario, "assumptions", edit.assumption, "assumption");
    case "set-program":
      return setProgram(scenario, edit);
    case "set-exchange":
      return ok(Object.freeze({ ...scenario, exchange: edit.exchange }));
    case "set-assumption": {
      const { assumption, at } = edit;
      return scenario.assumptions.some(({ id }) => id === assumption.id)
        ? change(scenario, "assumptions", assumption.id, "assumption", () => assumption)
        : insert(scenario, "assumptions", assumption, at, "assumption");
    }
    case "set-status":
      return change(scenario, "assumptions", edit.assumption, "assumption", (one) => ({
        ...one,
        status: edit.to,
      }));
    case "split-term":
      return splitTerm(scenario, edit.term, edit.into);
    case "set-key":
      return ok(setKey(scenario, edit.key, edit.to));
    case "remove-key":
      return ok(withExtra(scenario, edit.key, []));
    default:
      return unreachable(edit);
  }
}

type Lists = Pick<Scenario, "terms" | "parameters" | "programs" | "assumptions">;
type Item<Key extends keyof Lists> = Lists[Key][number];

/** An issue that there is no such thing, with the likeliest one meant. */
export function missing(noun: string, id: string, known: readonly { readonly id: string }[]): Issue {
  const hint = didYouMean(id, known.map((one) => one.id).slice(0, 2_000));
  return issue(`unknown-${noun}`, `unknown ${noun}: ${showText(id)}`, { hint });
}

function change<Key extends keyof Lists>(
  scenario: Scenario,
  key: Key,
  id: string,
  noun: string,
  by: (item: Item<Key>) => Item<Key>,
): Applied {
  const list: readonly Item<Key>[] = scenario[key];
  if (!list.some((one) => one.id === id)) return err([missing(noun, id, list)]);
  const changed = list.map((one) => (one.id === id ? Object.freeze(by(one)) : one));
  return ok(Object.freeze({ ...scenario, [key]: Object.freeze(changed) }));
}

function insert<Key extends keyof Lists>(
  scenario: Scenario,
  key: Key,
  item: Item<Key>,
  at: number | null,
  noun: string,
): Applied {
  const list: readonly Item<Key>[] = scenario[key];
  if (list.some((one) => one.id === item.id)) {
    const hint = "change the one that is there, or choose another id";
    return err([issue("duplicate-id", `${noun} that is there already: ${showText(item.id)}`, { hint })]);
  }
  if (at !== null && (at < 0 || at > list.length)) {
    return err([issue("no-such-place", `no such place: ${at}`, { hint: `places are 0 to ${list.length}` })]);
  }
  return ok(Object.freeze({ ...scenario, [key]: Object.freeze(list.toSpliced(at ?? list.length, 0, item)) }));
}

function remove<Key extends keyof Lists>(scenario: Scenario, key: Key, id: string, noun: string): Applied {
  const list: readonly Item<Key>[] = scenario[key];
  if (!list.some((one) => one.id === id)) return err([missing(noun, id, list)]);
  return ok(Object.freeze({ ...scenario, [key]: Object.freeze(list.filter((one) => one.id !== id)) }));
}

function setProgram(scenario: Scenario, edit: Extract<Edit, { kind: "set-program" }>): Applied {
  const program = scenario.programs.find(({ id }) => id === edit.id);
  if (program === undefined) return err([missing("program", edit.id, scenario.programs)]);
  const isScored = program.cost.kind === "score";
  if (isScored !== (edit.axis === "score")) {
    const hint = isScored
      ? "this program has a score: set that"
      : "this program has c and t: set one of them";
    return err([issue("wrong-axis", `program without ${edit.axis}: ${showText(edit.id)}`, { hint })]);
  }
  const cost = Object.freeze({ ...program.cost, [edit.axis]: edit.to }) as Program["cost"];
  return change(scenario, "programs", edit.id, "program", (one) => ({ ...one, cost }));
}

function setKey(scenario: Scenario, key: string, to: unknown): Scenario {
  if (key === "title" || key === "summary") return Object.freeze({ ...scenario, [key]: String(to) });
  return withExtra(scenario, key, [[key, to]]);
}

/** The scenario with the entries of an unknown key replaced. */
function withExtra(
  scenario: Scenario,
  key: string,
  entries: readonly (readonly [string, unknown])[],
): Scenario {
  const others = Object.entries(scenario.extra).filter(([other]) => other !== key);
  return Object.freeze({ ...scenario, extra: Object.freeze(Object.fromEntries([...others, ...entries])) });
}
