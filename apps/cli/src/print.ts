import type { Scenario } from "@crux/core";
import { type Card, cardMarkdown, cardOf, cardText, isUndecided } from "@crux/present";
import type { Answer } from "@crux/solver";
import { type Exit, exit } from "./exit.ts";
import type { Terminal } from "./terminal.ts";

/** How an answer is printed: as JSON, as Markdown, or for a reader. */
export type Style = { readonly json?: boolean; readonly markdown?: boolean };

/** Prints an answer; the exit status is 1 for a claim that is refuted or undecided. */
export function printAnswer(terminal: Terminal, scenario: Scenario, answer: Answer, style: Style): Exit {
  if (style.json === true) terminal.out(JSON.stringify(answer, null, 2));
  else printCard(terminal, scenario, cardOf(scenario, answer), style);
  if (answer.kind !== "judge") return exit.fine;
  return answer.verdict === "refuted" || isUndecided(answer) ? exit.refuted : exit.fine;
}

/** Prints a card as Markdown or for a terminal. */
export function printCard(terminal: Terminal, scenario: Scenario, card: Card, style: Style): void {
  terminal.out(style.markdown === true ? cardMarkdown(card) : cardText(scenario, card, terminal));
}
