import type { Scenario } from "@crux/core";
import type { ScoreAnswer } from "@crux/solver";
import { namesText, programName } from "./names.ts";
import { amountText } from "./number-text.ts";

/** Who wins at the reader's `g`, and by how much: `At your g Fast honest wins, by 44.` */
export function verdictSentence(scenario: Scenario, answer: ScoreAnswer): string {
  const [winner, ...others] = answer.winners;
  if (winner === undefined) return "At your g no program can compete.";
  if (others.length > 0) return `At your g ${namesText(scenario, answer.winners)} tie.`;
  const margin = answer.rows.find((row) => row.program === winner)?.margin ?? null;
  const lead = margin === null ? "" : amountText(margin).replace(/^(≈ )?-/, "$1");
  return `At your g ${programName(scenario, winner)} wins${lead === "" ? "" : `, by ${lead}`}.`;
}
