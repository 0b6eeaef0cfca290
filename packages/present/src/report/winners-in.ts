import { type Scenario, writeScenario } from "@crux/core";
import { answerQuery } from "@crux/solver";
import { answerQuick } from "@crux/solver/quick";
import { cardOf } from "../card.ts";
import type { KnownWinners } from "../effect-between.ts";

/** A scenario with who wins in it: a map, cases in words, or why neither is known. */
export function withWinners(scenario: Scenario): KnownWinners {
  const quick = answerQuick(scenario, { kind: "winners" });
  if (quick?.kind === "map") return { scenario, winners: { kind: "map", map: quick } };
  const reply = answerQuery(
    { scenario: writeScenario(scenario), query: { kind: "winners" } },
    { certificate: false },
  );
  const undecided = (missing: string): KnownWinners => ({
    scenario,
    winners: { kind: "undecided", missing },
  });
  if (!reply.ok) return undecided(reply.issues[0]?.message ?? "no answer");
  const { answer } = reply;
  if (answer.kind === "map") return { scenario, winners: { kind: "map", map: answer } };
  if (answer.kind === "undecided") return undecided(answer.missing);
  const card = cardOf(scenario, answer);
  return { scenario, winners: { kind: "cases", text: [card.headline, ...card.details].join(" ") } };
}
