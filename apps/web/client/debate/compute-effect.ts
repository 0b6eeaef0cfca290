import { applyPatch, type Issue, type Patch, readPatch, type Scenario, writeScenario } from "@crux/core";
import { equals, parseRational, type Rational, subtract } from "@crux/core/exact";
import {
  casesEffect,
  type Effect,
  effectWords,
  type NoEffectReason,
  undecidedEffect,
  unfitEffect,
} from "@crux/present";
import { effectOf, type WinnerMap } from "@crux/solver";
import { answerQuick } from "@crux/solver/quick";
import type { FullSolver } from "../solve/full-solver.ts";

/** A patch as it travels: a list of edits as JSON. */
export type PatchJson = readonly unknown[];

/** An effect with, for a patch that can't be applied, what is wrong: paths begin with the number of the edit. */
export type Computed = {
  readonly effect: Effect;
  readonly issues: readonly Issue[];
  /** Who wins in the scenario in force, where that was asked for and is known. */
  readonly map: WinnerMap | null;
};

/** Who wins: a map, cases in words, or why neither is known. */
type Winners =
  | { readonly kind: "map"; readonly map: WinnerMap }
  | { readonly kind: "cases"; readonly text: string }
  | { readonly kind: "undecided"; readonly missing: string };

/** A scenario whose patches are asked about; it remembers who wins without them. */
export type EffectDesk = {
  /** What `patch` does to the scenario after the patches `over`. */
  readonly effect: (over: readonly PatchJson[], patch: PatchJson) => Promise<Computed>;
  /** Who wins without any patch; null where costs are unknown. */
  readonly map: () => Promise<WinnerMap | null>;
};

/** A desk for one scenario; `load` brings the full solver, which only unknown costs and odd prices need. */
export function createEffectDesk(scenario: Scenario, load: () => Promise<FullSolver>): EffectDesk {
  const bases = new Map<string, Promise<Base>>();
  const baseAfter = (over: readonly PatchJson[]): Promise<Base> => {
    const key = JSON.stringify(over);
    const known = bases.get(key);
    if (known !== undefined) return known;
    const base = openBase(scenario, over, load);
    if (bases.size >= 100) bases.clear();
    bases.set(key, base);
    return base;
  };
  return {
    async effect(over, patch) {
      const base = await baseAfter(over);
      if (!base.ok)
        return {
          effect: unfitEffect(`what it builds on no longer does (${base.why})`),
          issues: [],
          map: null,
        };
      const read = readPatch(patch);
      const changed = read.ok ? applyPatch(base.scenario, read.value) : read;
      if (!read.ok || !changed.ok) {
        const issues = changed.ok ? [] : changed.error;
        return { effect: unfitEffect(issues[0]?.message ?? "no reason known"), issues, map: null };
      }
      const winners = await winnersOf(changed.value, load);
      return {
        effect: wordsFor(base, { scenario: changed.value, winners }, read.value),
        issues: [],
        map: null,
      };
    },
    async map() {
      const base = await baseAfter([]);
      if (!base.ok || base.winners.kind !== "map") return null;
      const { over, segments, thresholds, touches, never } = base.winners.map;
      return { over, segments, thresholds, touches, never };
    },
  };
}

type Known = { readonly scenario: Scenario; readonly winners: Winners };
type Base = ({ readonly ok: true } & Known) | { readonly ok: false; readonly why: string };

async function openBase(
  scenario: Scenario,
  over: readonly PatchJson[],
  load: () => Promise<FullSolver>,
): Promise<Base> {
  let here = scenario;
  for (const json of over) {
    const read = readPatch(json);
    const changed = read.ok ? applyPatch(here, read.value) : read;
    if (!changed.ok) return { ok: false, why: changed.error[0]?.message ?? "" };
    here = changed.value;
  }
  return { ok: true, scenario: here, winners: await winnersOf(here, load) };
}

async function winnersOf(scenario: Scenario, load: () => Promise<FullSolver>): Promise<Winners> {
  const quick = answerQuick(scenario, { kind: "winners" });
  if (quick?.kind === "map") return { kind: "map", map: quick };
  if (quick?.kind === "undecided") return { kind: "undecided", missing: quick.missing };
  const full = await load();
  const reply = full.answer({ scenario: writeScenario(scenario), query: { kind: "winners" } });
  if (!reply.ok) return { kind: "undecided", missing: reply.issues[0]?.message ?? "no answer" };
  const { answer } = reply;
  if (answer.kind === "map") return { kind: "map", map: answer };
  if (answer.kind === "undecided") return { kind: "undecided", missing: answer.missing };
  const card = full.cardOf(scenario, answer);
  return { kind: "cases", text: [card.headline, ...card.details].join(" ") };
}

function wordsFor(before: Known, after: Known, patch: Patch): Effect {
  const [old, now] = [before.winners, after.winners];
  if (old.kind === "undecided") return undecidedEffect(old.missing);
  if (now.kind === "undecided") return undecidedEffect(now.missing);
  if (old.kind === "cases" || now.kind === "cases") {
    const text = now.kind === "cases" ? now.text : "all costs are known";
    return casesEffect(old.kind === "cases" && now.kind === "cases" && old.text === now.text, text);
  }
  const kind = effectOf(old.map, now.map);
  return effectWords(
    kind,
    { scenario: before.scenario, map: old.map },
    { scenario: after.scenario, map: now.map },
    kind === "none" ? reasonFor(before.scenario, after.scenario, patch, old.map) : "other",
  );
}

const TALK: readonly Patch[number]["kind"][] = [
  "set-assumption",
  "set-status",
  "remove-assumption",
  "set-key",
];

/** Why a patch moves nothing, as far as exact sums show it. */
function reasonFor(before: Scenario, after: Scenario, patch: Patch, map: WinnerMap): NoEffectReason {
  if (JSON.stringify(writeScenario(before)) === JSON.stringify(writeScenario(after)))
    return "nothing-changed";
  if (patch.every(({ kind }) => TALK.includes(kind))) return "assumption";
  const changes = changesOf(before, after);
  if (changes === null) return "other";
  const changed = changes.filter(({ c, t }) => c.num !== 0n || t.num !== 0n);
  const [first] = changes;
  if (first === undefined || changed.length === 0) return "other";
  if (isCancelling(before, after) && changes.every(({ c, t }) => equals(c, first.c) && equals(t, first.t)))
    return "cancels";
  const winners = map.segments.flatMap((one) => one.winners);
  return changed.every(({ program }) => !winners.includes(program)) ? "losers-only" : "other";
}

/** Only sums that are priced by straight lines cancel what they share. */
const isCancelling = (before: Scenario, after: Scenario): boolean =>
  [before, after].every(({ exchange }) => exchange.family === "linear");

type Change = { readonly program: string; readonly c: Rational; readonly t: Rational };

/** By how much each program's sums grew; null where programs came or went, or a sum is no rational number. */
function changesOf(before: Scenario, after: Scenario): readonly Change[] | null {
  const [old, now] = [sumsOf(before), sumsOf(after)];
  if (old === null || now === null || old.size !== now.size) return null;
  const changes = [...now].map(([program, sums]) => {
    const was = old.get(program);
    return was && { program, c: subtract(sums.c, was.c), t: subtract(sums.t, was.t) };
  });
  return changes.every((one) => one !== undefined) ? changes : null;
}

function sumsOf(scenario: Scenario): ReadonlyMap<string, Omit<Change, "program">> | null {
  const answer = answerQuick(scenario, { kind: "score", g: "1" });
  if (answer?.kind !== "score") return null;
  const sums = new Map<string, Omit<Change, "program">>();
  for (const { program, c, t } of answer.rows) {
    const [complexity, time] = [c, t].map((value) => parseRational(value?.exact ?? ""));
    if (complexity === undefined || time === undefined) return null;
    sums.set(program, { c: complexity, t: time });
  }
  return sums;
}
