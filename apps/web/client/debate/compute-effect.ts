import { applyPatch, type Issue, readPatch, type Scenario, writeScenario } from "@crux/core";
import { type Effect, effectBetween, type KnownWinners, unfitEffect, type Winners } from "@crux/present";
import type { WinnerMap } from "@crux/solver";
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
        effect: effectBetween(base, { scenario: changed.value, winners }),
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

type Base = ({ readonly ok: true } & KnownWinners) | { readonly ok: false; readonly why: string };

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
