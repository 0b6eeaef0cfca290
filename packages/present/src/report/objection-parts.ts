import {
  type Anchor,
  anchorState,
  applyPatch,
  type RecordObjection,
  type RoomRecord,
  readPatch,
  readScenario,
  type Scenario,
  unreachable,
} from "@crux/core";
import { labelOf } from "../crux-words.ts";
import { patchWords } from "../edit-words.ts";
import { effectBetween, type KnownWinners } from "../effect-between.ts";
import { unfitEffect } from "../effect-words.ts";
import { namesText, programName } from "../names.ts";
import { hiddenNote } from "./number-parts.ts";
import type { ObjectionPart } from "./report.ts";
import { withWinners } from "./winners-in.ts";

/** All objections and replies in the order in which they are read, with what each does to who wins. */
export function objectionParts(
  record: RoomRecord,
  now: Scenario | null,
): readonly (ObjectionPart & { readonly isOpen: boolean })[] {
  const known = new Set(record.objections.map(({ id }) => id));
  const byId = new Map(record.objections.map((one) => [one.id, one]));
  const desk = createDesk(byId, now);
  const parts: (ObjectionPart & { readonly isOpen: boolean })[] = [];
  const visit = (one: RecordObjection, number: string, depth: number, isOpen: boolean): void => {
    parts.push({ ...partOf(one, desk), number, depth, isOpen });
    const replies = record.objections.filter(({ replyTo }) => replyTo === one.id);
    for (const [at, reply] of replies.entries()) visit(reply, `${number}.${at + 1}`, depth + 1, isOpen);
  };
  const roots = record.objections.filter(({ replyTo }) => replyTo === null || !known.has(replyTo));
  for (const [at, root] of roots.entries()) visit(root, `${at + 1}`, 0, root.outcome === null);
  return parts;
}

type Desk = {
  /** The scenario with what an objection answers; null where there is none. */
  readonly ground: (one: RecordObjection) => Scenario | null;
  readonly effect: (
    one: RecordObjection,
    patch: readonly unknown[],
  ) => Omit<ObjectionPart["effects"][number], "label">;
};

function partOf(one: RecordObjection, desk: Desk): Omit<ObjectionPart, "number" | "depth"> {
  const { id, author, kind, anchor, text, readings, hidden } = one;
  const ground = desk.ground(one);
  // What a reply answers may bring in the very term or program that the reply is about.
  const isBack = one.anchorState === "gone" && ground !== null && anchorState(ground, anchor) !== "gone";
  return {
    id,
    author,
    kind,
    about: hidden === null ? anchorWords(ground, anchor) : "",
    text,
    effects: readings.map(({ label, patch }) => ({ label, ...desk.effect(one, patch) })),
    outcome: outcomeWords(isBack ? { ...one, anchorState: "same" } : one),
    hidden: hidden === null ? null : hiddenNote(hidden),
  };
}

/** Works out what patches do, each over what it answers; who wins in a scenario is worked out once. */
function createDesk(byId: ReadonlyMap<string, RecordObjection>, now: Scenario | null): Desk {
  const solved = new Map<string, KnownWinners>();
  const known = (key: string, scenario: Scenario): KnownWinners => {
    const old = solved.get(key);
    if (old !== undefined) return old;
    const fresh = withWinners(scenario);
    solved.set(key, fresh);
    return fresh;
  };
  const baseOf = (one: RecordObjection): { readonly key: string; readonly scenario: Scenario } | null => {
    const read = one.written === null ? null : readScenario(one.written);
    const scenario = read?.ok ? read.value : now;
    if (scenario === null) return null;
    let base = { key: read?.ok ? JSON.stringify(one.written) : "", scenario };
    for (const parent of chainOf(one, byId)) {
      const [first] = parent.outcome?.kind === "merged" && one.written === null ? [] : parent.readings;
      const patch = readPatch(first?.patch ?? []);
      const changed = patch.ok ? applyPatch(base.scenario, patch.value) : patch;
      if (changed.ok) base = { key: `${base.key} ${parent.id}`, scenario: changed.value };
    }
    return base;
  };
  return {
    ground: (one) => baseOf(one)?.scenario ?? null,
    effect(one, json) {
      const base = baseOf(one);
      const patch = readPatch(json);
      const unfit = (why: string) => ({ words: [], ...badgeOf(unfitEffect(why)) });
      if (base === null || !patch.ok) return unfit("there is no model");
      const words = patchWords(base.scenario, patch.value);
      const changed = applyPatch(base.scenario, patch.value);
      if (!changed.ok) return { ...unfit(changed.error[0]?.message ?? "no reason known"), words };
      const effect = effectBetween(known(base.key, base.scenario), withWinners(changed.value));
      return { words, ...badgeOf(effect) };
    },
  };
}

const badgeOf = ({ badge, sentence }: { readonly badge: string; readonly sentence: string }) => ({
  badge,
  sentence,
});

/** What an objection answers, from the start of its thread down. */
function chainOf(
  one: RecordObjection,
  byId: ReadonlyMap<string, RecordObjection>,
): readonly RecordObjection[] {
  const chain: RecordObjection[] = [];
  for (
    let at = byId.get(one.replyTo ?? "");
    at !== undefined && !chain.includes(at);
    at = byId.get(at.replyTo ?? "")
  )
    chain.unshift(at);
  return chain;
}

/** What an anchor names, in words: `time of combine goals`. */
function anchorWords(scenario: Scenario | null, anchor: Anchor): string {
  const label = (of: string): string => (scenario === null ? of : labelOf(scenario, of));
  const program = (id: string): string => (scenario === null ? id : programName(scenario, id));
  switch (anchor.kind) {
    case "term":
      return scenario?.terms.find(({ id }) => id === anchor.term)?.label ?? anchor.term;
    case "cost":
      return label(`${anchor.axis}(${anchor.term})`);
    case "program":
      return program(anchor.program);
    case "summand":
      return `${label(anchor.of)} in ${program(anchor.program)}`;
    case "assumption":
      return `assumption ${anchor.assumption}`;
    case "claim":
      return `the claim ${anchor.claim}`;
    case "threshold":
      return `the flip between ${scenario === null ? anchor.between.join(" and ") : namesText(scenario, anchor.between)}`;
    case "scenario":
      return "the model as a whole";
    default:
      return unreachable(anchor);
  }
}

const rest = (text: string, head: string, words: string): string =>
  words === "" ? text : `${text} ${head}: ${words}`;

/** How an objection was settled, else what became of its thing since. */
function outcomeWords({ outcome, anchorState: state }: RecordObjection): string {
  if (outcome === null) {
    if (state === "gone") return "What it is about is gone.";
    return state === "changed" ? "What it is about has changed since." : "";
  }
  const { by, words } = outcome;
  switch (outcome.kind) {
    case "withdrawn":
      return `${by} withdrew it.`;
    case "merged":
      return `${by} made it part of the model.`;
    case "declined":
      return words === "" ? `${by} left it out.` : `${by} left it out: ${words}`;
    case "conceded":
      return rest(`${by} conceded.`, "Still held", words);
    case "answered":
      return rest(`${by} took the answer.`, "What remains", words);
    default:
      return `Settled by ${by}.`;
  }
}
