import { essayDebate } from "@crux/core";
import { type DebateItem, exportFormat, exportFormats, exportOf, readDebate } from "@crux/present/export";
import { BadInput } from "./exit.ts";
import { issueLines, readJsonFile, type Source } from "./input.ts";
import { answerOf } from "./solve.ts";
import type { Terminal } from "./terminal.ts";
import { writeFile } from "./write-file.ts";

/** What the export command was given. */
export type ExportOptions = {
  readonly as: string;
  readonly objections?: string;
  readonly over?: string;
  readonly source?: string;
  readonly output?: string;
};

/** Ids of all formats, for help and for a slip. */
export const FORMATS = exportFormats.map(({ id }) => id).join(", ");

/** Writes an export to a file or to the terminal; throws `BadInput` with a way out. */
export async function writeExport(source: Source, options: ExportOptions, terminal: Terminal): Promise<void> {
  const made = await exported(source, options);
  if (options.output !== undefined) return writeFile(options.output, made);
  if (typeof made === "string") return terminal.out(made.trimEnd());
  if (terminal.bytes === null)
    throw new BadInput(["a picture can't be shown here", "  name a file: --output strip.png"]);
  terminal.bytes(made);
}

/** An export as text, or a PNG as bytes. */
async function exported(source: Source, options: ExportOptions): Promise<string | Uint8Array> {
  const format = exportFormat(options.as);
  if (format === undefined) throw new BadInput([`unknown format: ${options.as}`, `  use ${FORMATS}`]);
  const answer = await answerOf(source, { kind: "winners" });
  const text = exportOf(format.id, {
    scenario: source.scenario,
    map: answer.kind === "map" ? answer : null,
    debate: await debateOf(source, options),
    source: options.source ?? sourceIri(source.name),
    over: options.over ?? null,
  });
  if (!text.ok) throw new BadInput(issueLines(source.name, text.error));
  if (format.type !== "image/png") return text.value;
  const { pngOf } = await import("@crux/raster");
  const png = await pngOf(text.value);
  if (!png.ok) throw new BadInput(issueLines(source.name, png.error));
  return png.value;
}

/** The objections named, else for the essay's scenario those of the example debate. */
async function debateOf(
  { name, json }: Source,
  { objections }: ExportOptions,
): Promise<readonly DebateItem[]> {
  if (objections === undefined) {
    const isEssay =
      name.startsWith("library:") && (json as { library?: string }).library === "speed-simplicity";
    return isEssay ? essayDebate().map(({ objection, replyTo }) => ({ objection, replyTo })) : [];
  }
  const file = await readJsonFile(objections);
  const debate = readDebate(file.json);
  if (!debate.ok) throw new BadInput(issueLines(objections, debate.error, file.placeOf));
  return debate.value;
}

/** An IRI that stands for a file or a built-in scenario, where no address is given. */
const sourceIri = (name: string): string =>
  `urn:crux:${name.startsWith("library:") ? name : `file:${encodeURIComponent(name.toWellFormed())}`}`;
