import { contestOf, type Issue, lint, must, readScenario, type Scenario } from "@crux/core";
import {
  amountText,
  type Card,
  type ChartScene,
  chartScene,
  derivation,
  flipPair,
  modelScene,
  positionOf,
  programStyles,
  rationalToFloat,
  type StripScene,
  sampleQuestions,
  stripScene,
  toFloat,
  verdictSentence,
} from "@crux/present";
import type { MapAnswer } from "@crux/solver";
import { answerQuick } from "@crux/solver/quick";
import type { FullSolver } from "./full-solver.ts";
import type { Asked, Here, Opened, View } from "./view.ts";

/** A solver that remembers the last valid scenario, so that a slip while typing leaves everything in view. */
export type SolveSession = {
  readonly open: (json: unknown, g: string) => Promise<Opened>;
  /**
   * The same in steps: `strip` hears the strip first, and before each longer step `isWanted` says whether to go on;
   * null when it is not.
   */
  readonly openInSteps: (json: unknown, g: string, watch: Watch) => Promise<Opened | null>;
  /** Null where no scenario is open, or where the scores at `g` are not numbers. */
  readonly at: (g: string) => Here | null;
  readonly ask: (text: string, g: string) => Promise<Asked>;
};

/** Someone who looks on while a scenario is opened. */
export type Watch = {
  readonly strip: (strip: StripScene) => void;
  readonly isWanted: () => Promise<boolean>;
};

type Current = {
  readonly json: unknown;
  readonly scenario: Scenario;
  readonly map: MapAnswer | null;
  readonly chart: ChartScene | null;
  readonly sentence: string;
};

/** A session with nothing open; `load` brings the full solver. */
export function createSolveSession(load: () => Promise<FullSolver>): SolveSession {
  let current: Current | null = null;

  const openInSteps: SolveSession["openInSteps"] = async (json, g, { strip: hear, isWanted }) => {
    const read = readScenario(json);
    if (!read.ok) return { ok: false, issues: read.error };
    const scenario = read.value;
    const winners = await winnersOf(scenario, json, load);
    if (!winners.ok) return winners;
    const { map, cases } = winners;
    const strip = map === null ? null : stripScene(scenario, map);
    if (strip !== null) hear(strip);
    if (!(await isWanted())) return null;
    const chart = map === null ? null : chartScene(scenario, contestOf(scenario), map);
    if (!(await isWanted())) return null;
    const view = viewOf(scenario, map, { strip, cases, chart });
    current = { json, scenario, map, chart, sentence: strip?.sentence ?? "" };
    return { ok: true, view, here: hereAt(current, g) };
  };

  return {
    async open(json, g) {
      const opened = await openInSteps(json, g, { strip: () => {}, isWanted: async () => true });
      return must(opened ?? undefined, "a scenario that is always wanted is opened");
    },
    openInSteps,
    at: (g) => (current === null ? null : hereAt(current, g)),
    async ask(text, g) {
      if (current === null) throw new Error("bug: a question before a scenario");
      const { json, scenario, sentence } = current;
      const full = await load();
      const card = await full.ask(scenario, json, text, g);
      const strip = card.map === null ? null : stripScene(scenario, card.map, [rationalToFloat(g)]);
      return { question: text, card, strip, stamp: sentence };
    },
  };
}

type Found =
  | { readonly ok: true; readonly map: MapAnswer | null; readonly cases: Card | null }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The winner map, or where costs are unknown the cases in words. */
async function winnersOf(scenario: Scenario, json: unknown, load: () => Promise<FullSolver>): Promise<Found> {
  const quick = answerQuick(scenario, { kind: "winners" });
  if (quick?.kind === "map") return { ok: true, map: quick, cases: null };
  const full = await load();
  const reply = full.answer({ scenario: json, query: { kind: "winners" } });
  if (!reply.ok) return { ok: false, issues: reply.issues };
  return reply.answer.kind === "map"
    ? { ok: true, map: reply.answer, cases: null }
    : { ok: true, map: null, cases: full.cardOf(scenario, reply.answer) };
}

function viewOf(
  scenario: Scenario,
  map: MapAnswer | null,
  done: { readonly strip: StripScene | null; readonly cases: Card | null; readonly chart: ChartScene | null },
): View {
  const { strip, cases, chart } = done;
  const [flip] = map?.thresholds ?? [];
  const between = flipPair(flip);
  const sensitivity =
    flip === undefined || between === null
      ? null
      : answerQuick(scenario, { kind: "sensitivity", between, at: flip.at });
  return {
    title: scenario.title,
    summary: scenario.summary,
    strip,
    chart: chart === null ? null : withoutFunction(chart),
    cases,
    derivation:
      flip === undefined || between === null ? [] : derivation(scenario, between, flip.at, flip.formula),
    model: modelScene(scenario, map, sensitivity?.kind === "sensitivity" ? sensitivity : null),
    questions: sampleQuestions(scenario),
    notes: lint(scenario),
  };
}

/** A function can't travel from the worker to the page. */
function withoutFunction({ heightOf: _, ...scene }: ChartScene): Omit<ChartScene, "heightOf"> {
  return scene;
}

function hereAt({ scenario, map, chart }: Current, g: string): Here | null {
  if (map === null) return null;
  const answer = answerQuick(scenario, { kind: "score", g });
  if (answer?.kind !== "score") return null;
  const styles = programStyles(scenario);
  const { axis } = stripScene(scenario, map);
  return {
    g,
    position: positionOf(axis, rationalToFloat(g)),
    verdict: verdictSentence(scenario, answer),
    winners: answer.winners,
    rows: answer.rows.map((row) => {
      const height = chart?.heightOf(toFloat(row.score)) ?? Number.NaN;
      return {
        program: row.program,
        style: styles.get(row.program) ?? { name: row.program, hue: "slate", pattern: "plain" },
        c: row.c === null ? null : amountText(row.c),
        t: row.t === null ? null : amountText(row.t),
        score: amountText(row.score),
        height: Number.isFinite(height) && height > -0.02 && height < 1.02 ? height : null,
      };
    }),
  };
}
