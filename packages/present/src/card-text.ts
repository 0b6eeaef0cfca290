import type { Scenario } from "@crux/core";
import type { Card } from "./card.ts";
import { derivationMarkdown, derivationText } from "./derivation.ts";
import { stripScene } from "./strip.ts";
import { stripText } from "./strip-text.ts";
import { tableMarkdown, tableText } from "./table.ts";
import { wrap } from "./wrap.ts";

/** A card for a terminal: headline, strip, details, table, derivation; at most `width` columns for the strip. */
export function cardText(
  scenario: Scenario,
  card: Card,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const strip =
    card.map === null
      ? ""
      : stripText(stripScene(scenario, card.map), Math.min(options.width, 72), options.colour);
  const table = card.table === null ? "" : `${card.table.title}\n${tableText(card.table)}`;
  const details = card.details.map((line) => wrap(line, options.width, "  ")).join("\n");
  const steps = derivationText(card.derivation, options);
  return [wrap(card.headline, options.width), strip, details, table, steps]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** A card in Markdown. */
export function cardMarkdown(card: Card): string {
  const table = card.table === null ? "" : `**${card.table.title}**\n\n${tableMarkdown(card.table)}`;
  const details = card.details.map((line) => `- ${line}`).join("\n");
  return [`**${card.headline}**`, details, table, derivationMarkdown(card.derivation)]
    .filter((part) => part !== "")
    .join("\n\n");
}
