import { type ObjectionKind, type Scenario, snapshotOf } from "@crux/core";
import type { WinnerMap } from "@crux/solver";
import { mapSentence } from "../sentence.ts";
import { aboutText } from "./about.ts";
import { type DebateItem, type Thread, threadsOf } from "./debate.ts";

/** How each kind stands to what it is about: an attack, or an attack on the step to it. Questions take no side. */
const RELATION: Readonly<Record<ObjectionKind, "-" | "_" | null>> = {
  rebut: "-",
  undermine: "-",
  undercut: "_",
  scope: "_",
  proposal: "-",
  question: null,
};

/**
 * The debate in Argdown (https://argdown.org): the scenario's result as a statement, every objection as an argument
 * with its kind and status as tags, replies below what they answer. Questions take no side, so they stand on their own.
 */
export function argdownOf(scenario: Scenario, map: WinnerMap | null, debate: readonly DebateItem[]): string {
  const threads = threadsOf(debate);
  const taking = threads.filter(({ item }) => RELATION[item.objection.kind] !== null);
  const asking = [...flat(threads)].filter(({ item }) => RELATION[item.objection.kind] === null);
  const result = map === null ? "Who wins depends on costs that are unknown." : mapSentence(scenario, map);
  const title = scenario.title === "" ? "Scenario" : scenario.title;
  const lines = [
    "===",
    `title: ${yamlText(title)}`,
    "===",
    "",
    `# ${escapeArgdown(title)}`,
    "",
    `[Result]: ${escapeArgdown(result)}`,
    ...taking.flatMap((thread) => threadLines(scenario, thread, 1)),
  ];
  const questions = asking.flatMap((thread) => [
    "",
    `${titleOf(thread)}: ${bodyOf(scenario, thread)}`,
    ...thread.replies
      .filter(({ item }) => RELATION[item.objection.kind] !== null)
      .flatMap((reply) => threadLines(scenario, reply, 1)),
  ]);
  const asked = questions.length === 0 ? [] : ["", "## Questions", ...questions];
  return `${[...lines, ...asked].join("\n")}\n`;
}

function* flat(threads: readonly Thread[]): Iterable<Thread> {
  for (const thread of threads) {
    yield thread;
    yield* flat(thread.replies);
  }
}

function threadLines(scenario: Scenario, thread: Thread, level: number): readonly string[] {
  const relation = RELATION[thread.item.objection.kind];
  if (relation === null) return [];
  const line = `${"    ".repeat(level)}${relation} ${titleOf(thread)}: ${bodyOf(scenario, thread)}`;
  return [line, ...thread.replies.flatMap((reply) => threadLines(scenario, reply, level + 1))];
}

/** A title that is this argument's alone: its number, and the author. */
const titleOf = ({ item, number }: Thread): string =>
  `<${number} ${plain(item.objection.author).slice(0, 60).trim()}>`;

function bodyOf(scenario: Scenario, { item }: Thread): string {
  const { kind, status, text, anchor } = item.objection;
  const about = `${aboutText(anchor)}${snapshotOf(scenario, anchor) === null ? " (gone)" : ""}`;
  const words = text.trim() === "" ? "No words." : text;
  return `${escapeArgdown(words)} #${kind} #${status} {about: ${yamlText(about)}}`;
}

/** Letters, digits and spaces only: what every title may hold. */
const plain = (text: string): string => text.replace(/[^\p{L}\p{N} ]+/gu, " ").replace(/ +/g, " ");

/** Text in a quoted form that YAML and Argdown's data blocks both take. */
const yamlText = (text: string): string =>
  JSON.stringify(text.replace(/\s+/g, " ")).replace(
    /[{}=<>[\]#]/g,
    (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );

/** Text on one line in which nothing is read as Argdown: every character that could be is escaped. */
export const escapeArgdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replace(/[\\@#*_[\]<>{}/;|]|[.:](?=\S)|^[-+=(]/g, (c) => `\\${c}`);
