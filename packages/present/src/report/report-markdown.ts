import { escapeMarkdown, inMarkdown } from "../markdown-text.ts";
import { column, tableMarkdown } from "../table.ts";
import type {
  ClaimPart,
  CruxesPart,
  GroupPart,
  NumbersPart,
  ObjectionPart,
  PollPart,
  Report,
} from "./report.ts";

/** How a moment (milliseconds since 1970) is written. */
export type SayTime = (at: number) => string;

/** A report as Markdown; what people wrote is escaped. */
export function reportMarkdown(report: Report, sayTime: SayTime): string {
  const sections = [
    `# ${inMarkdown(report.title)}`,
    escapeMarkdown(report.summary),
    report.sentence === "" ? "" : `**${inMarkdown(report.sentence)}**`,
    section("People", report.people.map(({ name, role }) => `- ${inMarkdown(name)}, ${role}`).join("\n")),
    section("Agenda", agendaOf(report, sayTime)),
    section("Who wins, over time", thresholdsOf(report, sayTime)),
    section("Numbers, before and after", numbersOf(report.numbers)),
    section("Polls", report.polls.map(pollOf).join("\n\n")),
    section("Cruxes", cruxesOf(report.cruxes)),
    section("Groups", report.groups.map(groupOf).join("\n")),
    section("Open objections", report.open.map(objectionOf).join("\n")),
    section(
      "Settled objections",
      [report.settledNote, report.settled.map(objectionOf).join("\n")]
        .filter((one) => one !== "")
        .join("\n\n"),
    ),
    section("Claims", report.claims.map(claimOf).join("\n\n")),
    section(
      "What moderators did",
      [
        report.notesNote,
        report.notes.map(({ at, text }) => `- ${sayTime(at)} ${inMarkdown(text)}`).join("\n"),
      ]
        .filter((one) => one !== "")
        .join("\n\n"),
    ),
  ];
  return `${sections.filter((one) => one !== "").join("\n\n")}\n`;
}

const section = (heading: string, body: string): string => (body === "" ? "" : `## ${heading}\n\n${body}`);

const agendaOf = ({ agenda }: Report, sayTime: SayTime): string =>
  agenda
    .map(
      ({ name, from, to }) =>
        `- ${sayTime(from)} – ${to === null ? "still on" : sayTime(to)}: ${inMarkdown(name)}`,
    )
    .join("\n");

function thresholdsOf({ thresholds }: Report, sayTime: SayTime): string {
  if (thresholds.length === 0) return "";
  return tableMarkdown({
    title: "",
    columns: ["Moment", "Time", "Flips at", "Change", "Who wins"].map(column.text),
    rows: thresholds.map(({ name, at, flips, badge, sentence }) => [
      inMarkdown(name),
      at === null ? "" : sayTime(at),
      flips.join(", ") || "–",
      badge,
      inMarkdown(sentence),
    ]),
  });
}

function numbersOf({ note, hasBefore, rows }: NumbersPart): string {
  if (rows.length === 0) return note;
  const heads = hasBefore
    ? ["Who", "g before", "g", "Credences", "Because"]
    : ["Who", "g", "Credences", "Because"];
  const table = tableMarkdown({
    title: "",
    columns: heads.map(column.text),
    rows: rows.map(({ name, before, after, credences, because }) => [
      inMarkdown(name),
      ...(hasBefore ? [before] : []),
      after,
      credences.map(({ program, text }) => `${inMarkdown(program)} ${text}`).join("; "),
      inMarkdown(because),
    ]),
  });
  return note === "" ? table : `${note}\n\n${table}`;
}

function pollOf({ question, note, rows, moves }: PollPart): string {
  const head = [`**${inMarkdown(question)}** ${inMarkdown(note)}`.trim()];
  if (rows.length === 0) return head.join("");
  const hasBefore = rows.some(({ before }) => before !== null);
  const table = tableMarkdown({
    title: "",
    columns: [
      column.text("Answer"),
      ...(hasBefore ? [column.number("Before")] : []),
      column.number("People"),
    ],
    rows: rows.map(({ answer, before, count }) => [
      inMarkdown(answer),
      ...(hasBefore ? [`${before ?? 0}`] : []),
      `${count}`,
    ]),
  });
  const changed = moves.map((words) => `- ${inMarkdown(words)}`).join("\n");
  return [...head, table, changed].filter((one) => one !== "").join("\n\n");
}

function cruxesOf({ note, pairs }: CruxesPart): string {
  const parts = pairs.map(({ names, sentence, rows, sides }) => {
    const table = tableMarkdown({
      title: "",
      columns: [
        column.text("Difference"),
        column.text(inMarkdown(sides[0])),
        column.text(inMarkdown(sides[1])),
        column.number("Share of the gap"),
      ],
      rows: rows.map(({ label, a, b, share }) => [inMarkdown(label), inMarkdown(a), inMarkdown(b), share]),
    });
    return `### ${inMarkdown(names)}\n\n${escapeMarkdown(sentence)}${rows.length === 0 ? "" : `\n\n${table}`}`;
  });
  return [...parts, escapeMarkdown(note)].filter((one) => one !== "").join("\n\n");
}

function groupOf({ name, members, task, badge, sentence }: GroupPart): string {
  const lines = [
    members === "" ? "" : `in it: ${inMarkdown(members)}`,
    task === "" ? "" : `worked on ${inMarkdown(task)}`,
    `**${badge}**${sentence === "" ? "" : ` ${inMarkdown(sentence)}`}`,
  ];
  const said = lines.filter((one) => one !== "").map((one) => `  - ${one}`);
  return [`- ${inMarkdown(name)}`, ...said].join("\n");
}

function objectionOf({
  number,
  depth,
  author,
  kind,
  about,
  text,
  effects,
  outcome,
  hidden,
}: ObjectionPart): string {
  const indent = "  ".repeat(Math.min(depth, 12));
  const head = `${indent}- **${number}** ${inMarkdown(author)}`;
  if (hidden !== null) return `${head}: *${inMarkdown(hidden)}*`;
  const lines = effects.map(
    ({ label, words, badge }) =>
      `${indent}  - ${label === "" ? "if so" : `if so (${inMarkdown(label)})`}: **${badge}**${words.length === 0 ? "" : ` (${inMarkdown(words.join("; "))})`}`,
  );
  const end = outcome === "" ? [] : [`${indent}  - ${inMarkdown(outcome)}`];
  return [`${head}, ${kind}, on ${inMarkdown(about)}: ${inMarkdown(text)}`, ...lines, ...end].join("\n");
}

function claimOf({ by, text, hidden, headline, details, proof }: ClaimPart): string {
  if (hidden !== null) return `*A claim of ${inMarkdown(by)}. ${inMarkdown(hidden)}*`;
  const head = `\`${text.replace(/[`\s]+/g, " ")}\` (${inMarkdown(by)})\n\n${escapeMarkdown([headline, ...details].join(" "))}`;
  if (proof.length === 0) return head;
  const lines = proof.map(({ depth, number, text: line, because }) => {
    const words = because === "" ? line : `${line} (${because})`;
    return `${"  ".repeat(Math.min(depth, 12))}- ${number === null ? "" : `(${number}) `}${inMarkdown(words)}`;
  });
  return `${head}\n\n${lines.join("\n")}`;
}
