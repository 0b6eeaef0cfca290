import { type Contest, contestOf, type Issue, readScenario, type Scenario } from "@crux/core";
import {
  amountText,
  ask,
  type Card,
  type ChartScene,
  cardOf,
  chartScene,
  derivation,
  modelScene,
  positionOf,
  programStyles,
  rationalToFloat,
  readQuestion,
  sampleQuestions,
  sayCard,
  stripScene,
  toFloat,
  verdictSentence,
} from "@crux/present";
import { type Answer, answerQuery, type MapAnswer, type Reply, type Threshold } from "@crux/solver";
import type { Asked, Here, Opened, View } from "./view.ts";

/** A solver that remembers the last valid scenario, so that a slip while typing leaves everything in view. */
export type SolveSession = {
  readonly open: (json: unknown) => Opened;
  /** Null where no scenario is open, or where the scores at `g` are not numbers. */
  readonly at: (g: string) => Here | null;
  readonly ask: (text: string, g: string) => Promise<Asked>;
};

type Current = {
  readonly json: unknown;
  readonly scenario: Scenario;
  readonly map: MapAnswer | null;
  readonly chart: ChartScene | null;
  readonly sentence: string;
};

/** A session with nothing open. */
export function createSolveSession(): SolveSession {
  let current: Current | null = null;
  const solve = (json: unknown, query: Readonly<Record<string, unknown>>): Reply =>
    answerQuery({ scenario: json, query }, { certificate: false });

  return {
    open(json) {
      const read = readScenario(json);
      if (!read.ok) return { ok: false, issues: read.error };
      const scenario = read.value;
      const reply = solve(json, { kind: "winners" });
      if (!reply.ok) return { ok: false, issues: reply.issues };
      const map = reply.answer.kind === "map" ? reply.answer : null;
      const built = buildView(scenario, map, reply.answer, (query) => solve(json, query));
      if (!built.ok) return built;
      current = { json, scenario, map, chart: built.chart, sentence: built.view.strip?.sentence ?? "" };
      return { ok: true, view: built.view };
    },
    at: (g) => (current === null ? null : hereAt(current, g, (query) => solve(current?.json, query))),
    async ask(text, g) {
      if (current === null) throw new Error("bug: a question before a scenario");
      const { json, scenario, sentence } = current;
      const question = readQuestion(text, scenario);
      const card = question.ok
        ? await ask(scenario, question.value, g, async (query) => solve(json, query))
        : sayCard("I can't read that question. The nearest ones I can:", question.error);
      const strip = card.map === null ? null : stripScene(scenario, card.map, [rationalToFloat(g)]);
      return { question: text, card, strip, stamp: sentence };
    },
  };
}

type Built =
  | { readonly ok: true; readonly view: View; readonly chart: ChartScene | null }
  | { readonly ok: false; readonly issues: readonly Issue[] };

function buildView(
  scenario: Scenario,
  map: MapAnswer | null,
  answer: Answer,
  solve: (query: Readonly<Record<string, unknown>>) => Reply,
): Built {
  const chart = map === null ? null : chartOf(scenario, contestOf(scenario), map);
  const [flip] = map?.thresholds ?? [];
  const between = flip === undefined ? null : pairOf(flip);
  const sensitivity = between === null ? null : solve({ kind: "sensitivity", between });
  const pulls = sensitivity?.ok && sensitivity.answer.kind === "sensitivity" ? sensitivity.answer : null;
  const cases: Card | null = map === null ? cardOf(scenario, answer) : null;
  const view: View = {
    title: scenario.title,
    summary: scenario.summary,
    strip: map === null ? null : stripScene(scenario, map),
    chart: chart === null ? null : withoutFunction(chart),
    cases,
    derivation:
      flip === undefined || between === null ? [] : derivation(scenario, between, flip.at, flip.formula),
    model: modelScene(scenario, map, pulls),
    questions: sampleQuestions(scenario),
  };
  return { ok: true, view, chart };
}

/** A winner before the flip and one after it. */
function pairOf(flip: Threshold): readonly [string, string] | null {
  const [before] = flip.before;
  const after = flip.after.find((id) => id !== before);
  return before === undefined || after === undefined ? null : [before, after];
}

function chartOf(scenario: Scenario, contest: Contest, map: MapAnswer): ChartScene | null {
  return contest.unknowns.length > 0 ? null : chartScene(scenario, contest, map);
}

function withoutFunction({ heightOf: _, ...scene }: ChartScene): Omit<ChartScene, "heightOf"> {
  return scene;
}

function hereAt(
  current: Current,
  g: string,
  solve: (query: Readonly<Record<string, unknown>>) => Reply,
): Here | null {
  const { scenario, map, chart } = current;
  if (map === null) return null;
  const reply = solve({ kind: "score", at: { g } });
  if (!reply.ok || reply.answer.kind !== "score") return null;
  const styles = programStyles(scenario);
  const { axis } = chart ?? stripScene(scenario, map);
  return {
    g,
    position: positionOf(axis, rationalToFloat(g)),
    verdict: verdictSentence(scenario, reply.answer),
    winners: reply.answer.winners,
    rows: reply.answer.rows.map((row) => {
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
