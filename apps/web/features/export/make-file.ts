import { asSentence } from "@crux/core";
import type { ExportFormat } from "@crux/present/export";
import type { ExportTask } from "../../client/export/export-task.ts";
import { runExport } from "../../client/export/run-export.ts";
import { competing, type ScenarioJson } from "../../client/scenario-json.ts";
import { pngFromSvg } from "../../ui/png-from-svg.ts";
import { saveFile } from "../../ui/save-file.ts";

/** The font of the page, for pictures. */
const FONT = new URL("@fontsource-variable/inter/files/inter-latin-wght-normal.woff2", import.meta.url);

/** Writes one format and saves it as `name`; what went wrong and what to do, or null. */
export async function makeFile(
  { id, type }: ExportFormat,
  name: string,
  task: Omit<ExportTask, "id" | "scenario"> & { readonly scenario: ScenarioJson },
): Promise<string | null> {
  if (id === "json") {
    // The draft as typed, slips included: nothing of it is lost.
    saveFile(name, `${JSON.stringify(task.scenario, null, 2)}\n`, type);
    return null;
  }
  const made = await runExport({ ...task, id, scenario: competing(task.scenario) });
  if (made === null) return "This took too long. The command line, crux export, has no such limit.";
  if (!made.ok) {
    const [first] = made.error;
    return `Not saved: ${first?.message ?? "the model has a mistake"}.${first?.hint ? ` ${asSentence(first.hint)}` : ""}`;
  }
  const content = type === "image/png" ? await pngFromSvg(made.value, FONT.href) : made.value;
  if (content === null) return "This browser could not draw the picture. Save the SVG instead.";
  saveFile(name, content, type);
  return null;
}
