import { type Scenario, unreachable } from "@crux/core";
import { parseRational, toDecimal } from "@crux/core/exact";
import type { Answer, MapAnswer, Reply } from "@crux/solver";
import { type Card, cardOf } from "./card.ts";
import { derivation } from "./derivation.ts";
import { flipPair } from "./flip-pair.ts";
import { leastChangeCard } from "./least-change.ts";
import { listText, namesText, programName } from "./names.ts";
import { exactAndDecimal, roundText } from "./number-text.ts";
import type { Question } from "./question.ts";
import { replyCard, type Solve, sayCard } from "./reply-card.ts";

/** The card that answers a plain question. `g` is the rate to assume where the question names none. */
export async function ask(
  scenario: Scenario,
  question: Question,
  g: string | null,
  solve: Solve,
): Promise<Card> {
  switch (question.kind) {
    case "score":
      return replyCard(scenario, await solve({ kind: "score", at: { g: question.at } }));
    case "map":
      return replyCard(scenario, await solve({ kind: "winners" }));
    case "when":
      return whenCard(scenario, question.program, await solve({ kind: "winners" }));
    case "why":
      return whyCard(scenario, question.at ?? g, await solve({ kind: "winners" }), solve);
    case "flips":
      return flipsCard(scenario, question.at ?? g, solve);
    case "least-change":
      return leastChangeCard(scenario, question.at ?? g, solve);
    case "no-effect":
      return noEffectCard(scenario, solve);
    case "claim":
      return replyCard(scenario, await solve({ kind: "judge", claim: question.claim }));
    case "break-even":
      return breakEvenCard(scenario, question.of, question.at ?? g, solve);
    default:
      return unreachable(question);
  }
}

function mapOf(reply: Reply): MapAnswer | null {
  return reply.ok && reply.answer.kind === "map" ? reply.answer : null;
}

function whenCard(scenario: Scenario, program: string, reply: Reply): Card {
  const map = mapOf(reply);
  if (map === null) return replyCard(scenario, reply);
  const name = programName(scenario, program);
  const ranges = map.segments
    .filter((segment) => segment.winners.includes(program))
    .map((segment) => {
      const tie =
        segment.winners.length > 1
          ? ` (in a tie with ${namesText(
              scenario,
              segment.winners.filter((id) => id !== program),
            )})`
          : "";
      const from = segment.from.exact === "0" ? null : exactAndDecimal(segment.from);
      const to = segment.to.exact === "oo" ? null : exactAndDecimal(segment.to);
      if (from === null && to === null) return `at every g${tie}`;
      if (from === null) return `below ${to}${tie}`;
      return to === null ? `above ${from}${tie}` : `from ${from} to ${to}${tie}`;
    });
  const headline = ranges.length === 0 ? `${name} never wins.` : `${name} wins ${listText(ranges)}.`;
  return { ...cardOf(scenario, map), headline };
}

/** The threshold nearest to `g`, in position on a logarithmic axis; the only one where there is one. */
function nearestThreshold(map: MapAnswer, g: string | null) {
  const at = g === null ? undefined : parseRational(g);
  const distance = (decimal: string | undefined) =>
    at === undefined || decimal === undefined
      ? 0
      : Math.abs(Math.log(Number(decimal)) - Math.log(Number(toDecimal(at, 17))));
  return [...map.thresholds].sort((a, b) => distance(a.at.decimal) - distance(b.at.decimal))[0];
}

async function whyCard(scenario: Scenario, g: string | null, reply: Reply, solve: Solve): Promise<Card> {
  const map = mapOf(reply);
  if (map === null) return replyCard(scenario, reply);
  const card = cardOf(scenario, map);
  const threshold = nearestThreshold(map, g);
  const pair = flipPair(threshold);
  if (threshold === undefined || pair === null)
    return {
      ...card,
      details:
        card.details.length > 0 ? card.details : ["One program is cheaper wherever the others could win."],
    };
  const here = g === null ? [] : [await hereSentence(scenario, g, solve)];
  return {
    ...card,
    details: here,
    table: null,
    derivation: derivation(scenario, pair, threshold.at, threshold.formula),
  };
}

/** `At g = 2 Fast honest leads by 12.` */
async function hereSentence(scenario: Scenario, g: string, solve: Solve): Promise<string> {
  const reply = await solve({ kind: "score", at: { g } });
  if (!reply.ok || reply.answer.kind !== "score") return "";
  const card = cardOf(scenario, reply.answer);
  return `At g = ${roundText(g)}: ${[card.headline, ...card.details].join(" ")}`;
}

async function flipsCard(scenario: Scenario, g: string | null, solve: Solve): Promise<Card> {
  const reply = await solve({ kind: "winners" });
  const map = mapOf(reply);
  const threshold = map === null ? undefined : nearestThreshold(map, g);
  const pair = flipPair(threshold);
  if (map === null || threshold === undefined || pair === null) return replyCard(scenario, reply);
  const sensitivity = await solve({ kind: "sensitivity", between: pair });
  const card = replyCard(scenario, sensitivity);
  return {
    ...card,
    headline: `The winner flips at g = ${exactAndDecimal(threshold.at)}. ${card.headline}`,
    map,
  };
}

async function noEffectCard(scenario: Scenario, solve: Solve): Promise<Card> {
  const reply = await solve({ kind: "winners" });
  const map = mapOf(reply);
  if (map === null) return replyCard(scenario, reply);
  const pairs = map.thresholds.flatMap((one) => flipPair(one) ?? []).length;
  if (pairs === 0)
    return sayCard(
      "There is no flip, so no small change matters.",
      map.never.map((one) => `${programName(scenario, one.program)} never wins.`),
    );
  const still = new Map<string, boolean>();
  for (const threshold of map.thresholds) {
    const pair = flipPair(threshold);
    const answer = pair === null ? null : await solve({ kind: "sensitivity", between: pair });
    if (answer === null || !answer.ok || answer.answer.kind !== "sensitivity") continue;
    for (const row of answer.answer.rows)
      still.set(row.of, (still.get(row.of) ?? true) && row.derivative.exact === "0");
  }
  const names = [...still].filter(([, none]) => none).map(([name]) => name);
  return sayCard(
    names.length === 0 ? "Every cost moves some flip." : `No effect on any flip: ${listText(names)}.`,
    names.length === 0
      ? []
      : ["They cancel between the programs that win, or belong only to programs that never do."],
  );
}

async function breakEvenCard(scenario: Scenario, of: string, g: string | null, solve: Solve): Promise<Card> {
  const scores = await solve({ kind: "winners" });
  const map = mapOf(scores);
  const threshold = map === null ? undefined : nearestThreshold(map, g);
  const pair = flipPair(threshold) ?? firstPair(scenario);
  if (pair === null) return sayCard("A break-even needs two programs.");
  const query = { kind: "break-even", of, between: pair, ...(g === null ? {} : { at: { g } }) };
  const reply = await solve(query);
  const card = replyCard(scenario, reply);
  const solved = reply.ok && reply.answer.kind === "break-even" && reply.answer.solutions.length > 0;
  const where = `This is where ${namesText(scenario, pair)} tie${g === null ? "" : ` at g = ${roundText(g)}`}.`;
  return solved ? { ...card, details: [where, ...card.details] } : card;
}

const firstPair = (scenario: Scenario): readonly [string, string] | null => {
  const [a, b] = scenario.programs;
  return a === undefined || b === undefined ? null : [a.id, b.id];
};

/** Whether an answer says that nothing could be decided. */
export const isUndecided = (answer: Answer): boolean =>
  answer.kind === "undecided" || (answer.kind === "judge" && answer.verdict === "undecided");
