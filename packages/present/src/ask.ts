import { type Scenario, unreachable } from "@crux/core";
import {
  absolute,
  compare,
  divide,
  isZero,
  parseRational,
  printRational,
  subtract,
  toDecimal,
} from "@crux/core/exact";
import type { Answer, MapAnswer, Reply } from "@crux/solver";
import { type Card, cardOf } from "./card.ts";
import { derivation } from "./derivation.ts";
import { listText, namesText, programName } from "./names.ts";
import { exactAndDecimal, roundText } from "./number-text.ts";
import type { Question } from "./question.ts";
import { column } from "./table.ts";

/** Answers one query about the scenario at hand: a worker in the page, a direct call on the command line. */
export type Solve = (query: Readonly<Record<string, unknown>>) => Promise<Reply>;

/** The card that answers a plain question. `g` is the rate to assume where the question names none. */
export async function ask(
  scenario: Scenario,
  question: Question,
  g: string | null,
  solve: Solve,
): Promise<Card> {
  switch (question.kind) {
    case "score":
      return simple(scenario, await solve({ kind: "score", at: { g: question.at } }));
    case "map":
      return simple(scenario, await solve({ kind: "winners" }));
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
      return simple(scenario, await solve({ kind: "judge", claim: question.claim }));
    case "break-even":
      return breakEvenCard(scenario, question.of, question.at ?? g, solve);
    default:
      return unreachable(question);
  }
}

/** A card that only says why there is no answer. */
export const sayCard = (headline: string, details: readonly string[] = []): Card => ({
  headline,
  details,
  table: null,
  derivation: [],
  map: null,
});

const UNREADABLE = "That can't be read.";

/** Whether a card says that the question has a mistake; its details say which. */
export const isUnreadable = (card: Card): boolean => card.headline === UNREADABLE;

function simple(scenario: Scenario, reply: Reply): Card {
  if (reply.ok) return cardOf(scenario, reply.answer);
  return sayCard(
    UNREADABLE,
    reply.issues.map((issue) => `${issue.message}${issue.hint === "" ? "" : ` – ${issue.hint}`}`),
  );
}

function mapOf(reply: Reply): MapAnswer | null {
  return reply.ok && reply.answer.kind === "map" ? reply.answer : null;
}

function whenCard(scenario: Scenario, program: string, reply: Reply): Card {
  const map = mapOf(reply);
  if (map === null) return simple(scenario, reply);
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
  if (map === null) return simple(scenario, reply);
  const card = cardOf(scenario, map);
  const threshold = nearestThreshold(map, g);
  const pair = threshold === undefined ? undefined : pairOf(threshold.before, threshold.after);
  if (threshold === undefined || pair === undefined)
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

const pairOf = (
  before: readonly string[],
  after: readonly string[],
): readonly [string, string] | undefined => {
  const [a] = before;
  const b = after.find((id) => id !== a);
  return a === undefined || b === undefined ? undefined : [a, b];
};

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
  const pair = threshold === undefined ? undefined : pairOf(threshold.before, threshold.after);
  if (map === null || threshold === undefined || pair === undefined) return simple(scenario, reply);
  const sensitivity = await solve({ kind: "sensitivity", between: pair });
  const card = simple(scenario, sensitivity);
  return {
    ...card,
    headline: `The winner flips at g = ${exactAndDecimal(threshold.at)}. ${card.headline}`,
    map,
  };
}

async function noEffectCard(scenario: Scenario, solve: Solve): Promise<Card> {
  const reply = await solve({ kind: "winners" });
  const map = mapOf(reply);
  if (map === null) return simple(scenario, reply);
  const pairs = map.thresholds.flatMap((one) => pairOf(one.before, one.after) ?? []).length;
  if (pairs === 0)
    return sayCard(
      "There is no flip, so no small change matters.",
      map.never.map((one) => `${programName(scenario, one.program)} never wins.`),
    );
  const still = new Map<string, boolean>();
  for (const threshold of map.thresholds) {
    const pair = pairOf(threshold.before, threshold.after);
    const answer = pair === undefined ? null : await solve({ kind: "sensitivity", between: pair });
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

/** At `g`, the change of one cost, smallest in proportion, that makes another program tie for the win. */
async function leastChangeCard(scenario: Scenario, g: string | null, solve: Solve): Promise<Card> {
  if (g === null) return sayCard("Say at which g, for example: least change that flips at g = 2.");
  const scores = await solve({ kind: "score", at: { g } });
  if (!scores.ok || scores.answer.kind !== "score") return simple(scenario, scores);
  const winner = scores.answer.winners[0];
  if (winner === undefined || scores.answer.winners.length > 1)
    return sayCard(`At g = ${roundText(g)} programs tie already: any change decides.`);
  const rivals = scores.answer.rows
    .filter((row) => row.rank !== null && row.program !== winner)
    .map((row) => row.program);
  const found = await changes(scenario, g, winner, rivals, solve);
  const [best] = found;
  if (best === undefined)
    return sayCard(`At g = ${roundText(g)} no change of a single cost flips the winner.`);
  return {
    ...sayCard(
      `Least change that flips at g = ${roundText(g)}: ${best.of} from ${roundText(best.now)} to ${exactAndDecimal({ exact: best.to, decimal: best.decimal })} – then ${programName(scenario, best.rival)} ties with ${programName(scenario, winner)}.`,
    ),
    table: {
      title: "Changes of one cost that flip the winner",
      columns: [
        column.text("cost"),
        column.number("now"),
        column.number("flips at"),
        column.number("change"),
        column.text("to"),
      ],
      rows: found
        .slice(0, 6)
        .map((one) => [
          one.of,
          roundText(one.now),
          exactAndDecimal({ exact: one.to, decimal: one.decimal }),
          `${roundText(one.percent, 3)}%`,
          programName(scenario, one.rival),
        ]),
    },
  };
}

type Change = {
  readonly of: string;
  readonly now: string;
  readonly to: string;
  readonly decimal: string;
  readonly rival: string;
  readonly percent: string;
};

async function changes(
  scenario: Scenario,
  g: string,
  winner: string,
  rivals: readonly string[],
  solve: Solve,
): Promise<Change[]> {
  const all: { change: Change; size: ReturnType<typeof absolute> }[] = [];
  for (const cost of knownCosts(scenario))
    for (const rival of rivals) {
      const reply = await solve({ kind: "break-even", of: cost.of, between: [winner, rival], at: { g } });
      const solution = reply.ok && reply.answer.kind === "break-even" ? reply.answer.solutions[0] : undefined;
      const now = parseRational(cost.now);
      const to = solution?.decimal === undefined ? undefined : parseRational(solution.decimal);
      if (solution?.decimal === undefined || now === undefined || to === undefined || isZero(now)) continue;
      const size = absolute(divide(subtract(to, now), now));
      const change = {
        of: cost.of,
        now: cost.now,
        to: solution.exact ?? solution.decimal,
        decimal: solution.decimal,
        rival,
        percent: toDecimal(divide(subtract(to, now), divide(now, { num: 100n, den: 1n })), 6),
      };
      all.push({ change, size });
    }
  return all.sort((a, b) => compare(a.size, b.size)).map((one) => one.change);
}

function knownCosts(scenario: Scenario): { readonly of: string; readonly now: string }[] {
  const known: { of: string; now: string }[] = [];
  for (const term of scenario.terms)
    for (const axis of ["c", "t"] as const) {
      const value = term[axis];
      if (value?.kind === "number")
        known.push({ of: `${axis}(${term.id})`, now: printRational(value.value) });
    }
  return known;
}

async function breakEvenCard(scenario: Scenario, of: string, g: string | null, solve: Solve): Promise<Card> {
  const scores = await solve({ kind: "winners" });
  const map = mapOf(scores);
  const threshold = map === null ? undefined : nearestThreshold(map, g);
  const pair =
    (threshold === undefined ? undefined : pairOf(threshold.before, threshold.after)) ?? firstPair(scenario);
  if (pair === undefined) return sayCard("A break-even needs two programs.");
  const query = { kind: "break-even", of, between: pair, ...(g === null ? {} : { at: { g } }) };
  const reply = await solve(query);
  const card = simple(scenario, reply);
  const solved = reply.ok && reply.answer.kind === "break-even" && reply.answer.solutions.length > 0;
  const where = `This is where ${namesText(scenario, pair)} tie${g === null ? "" : ` at g = ${roundText(g)}`}.`;
  return solved ? { ...card, details: [where, ...card.details] } : card;
}

const firstPair = (scenario: Scenario): readonly [string, string] | undefined => {
  const [a, b] = scenario.programs;
  return a === undefined || b === undefined ? undefined : [a.id, b.id];
};

/** Whether an answer says that nothing could be decided. */
export const isUndecided = (answer: Answer): boolean =>
  answer.kind === "undecided" || (answer.kind === "judge" && answer.verdict === "undecided");
