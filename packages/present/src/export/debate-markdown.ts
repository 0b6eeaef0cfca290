import { writePatch } from "@crux/core";
import { escapeMarkdown } from "../markdown-text.ts";
import { aboutText } from "./about.ts";
import { type DebateItem, type Thread, threadsOf } from "./debate.ts";

/** The debate as a nested Markdown list; empty when nobody has objected. */
export function debateMarkdown(debate: readonly DebateItem[]): string {
  if (debate.length === 0) return "";
  return `## Objections\n\n${threadsOf(debate)
    .flatMap((thread) => lines(thread, 0))
    .join("\n")}`;
}

function lines({ item, number, replies }: Thread, level: number): readonly string[] {
  const { objection } = item;
  const indent = "  ".repeat(Math.min(level, 12));
  const head = `**${number}** ${escapeMarkdown(objection.author)}, ${objection.kind} (${objection.status}), on \`${code(aboutText(objection.anchor))}\``;
  return [
    `${indent}- ${head}: ${escapeMarkdown(objection.text)}`,
    ...objection.readings.map(
      ({ label, patch }) =>
        `${indent}  - if so${label === "" ? "" : ` (${escapeMarkdown(label)})`}: \`${code(JSON.stringify(writePatch(patch)))}\``,
    ),
    ...replies.flatMap((reply) => lines(reply, level + 1)),
  ];
}

const code = (text: string): string => text.replace(/[`\s]+/g, " ");
