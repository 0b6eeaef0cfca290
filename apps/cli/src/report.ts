import { BadInput } from "./exit.ts";
import { readText } from "./input.ts";
import type { Terminal } from "./terminal.ts";
import { writeFile } from "./write-file.ts";

/** Largest room as a file that is read, in bytes: a little more than a room lets out. */
const LARGEST = 20_000_000;

/** Prints the report of a room from its file, or writes it to `output`; throws `BadInput` with what is wrong. */
export async function writeReport(
  file: string,
  output: string | undefined,
  terminal: Terminal,
): Promise<void> {
  const text = await readText(file, LARGEST);
  const [{ readRoomFile }, { reportMarkdown, wholeReport }] = await Promise.all([
    import("@crux/room/file"),
    import("@crux/present/report"),
  ]);
  const record = await readRoomFile(jsonOf(file, text));
  if (!record.ok)
    throw new BadInput([
      `${file}: ${record.error.sentence}${record.error.detail === "" ? "" : `: ${record.error.detail}`}`,
      "  name the file that “Whole room” in a room's Export saves",
    ]);
  const report = reportMarkdown(wholeReport(record.value), sayTime);
  if (output === undefined) terminal.out(report.trimEnd());
  else writeFile(output, report);
}

function jsonOf(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BadInput([
      `${file}: not JSON: ${error instanceof Error ? error.message : ""}`,
      "  name the file that “Whole room” in a room's Export saves",
    ]);
  }
}

/** `2026-11-23 15:40 UTC`: the same wherever it is printed. */
const sayTime = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
