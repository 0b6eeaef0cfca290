import type { Scenario } from "@crux/core";
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
import type { Card } from "./card.ts";
import { programName } from "./names.ts";
import { exactAndDecimal, roundText } from "./number-text.ts";
import { replyCard, type Solve, sayCard } from "./reply-card.ts";
import { column } from "./table.ts";

/** At `g`, the change of one cost, smallest in proportion, that makes another program tie for the win. */
export async function leastChangeCard(scenario: Scenario, g: string | null, solve: Solve): Promise<Card> {
  if (g === null) return sayCard("Say at which g, for example: least change that flips at g = 2.");
  const scores = await solve({ kind: "score", at: { g } });
  if (!scores.ok || scores.answer.kind !== "score") return replyCard(scenario, scores);
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
