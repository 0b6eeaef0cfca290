import { err, type Issue, issue, must, ok, type Result, type Scenario, under } from "@crux/core";
import { modelNotes } from "@crux/present";
import {
  type DebateItem,
  exportFormat,
  exportFormats,
  exportOf,
  fileStem,
  readDebate,
} from "@crux/present/export";
import { pngOf } from "@crux/raster";
import { answerQuery, type MapAnswer, readRequest } from "@crux/solver";

/** What the addresses for exports and notes answer: a file, or what is wrong with the request. */
export type Paper =
  | { readonly ok: true; readonly name: string; readonly type: string; readonly body: string | Uint8Array }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** What is asked for, and the JSON that came with it. */
export type PaperRequest = { readonly kind: "export" | "notes"; readonly json: unknown };

/** An export of `{ scenario, format, objections?, over?, source? }`, or the notes on `{ scenario }`. */
export async function paperOf({ kind, json }: PaperRequest): Promise<Paper> {
  const made = kind === "notes" ? notesOf(json) : await exportFrom(json);
  return made.ok ? made.value : { ok: false, issues: made.error };
}

type Made = Result<Paper, readonly Issue[]>;

function notesOf(json: unknown): Made {
  const read = materialOf(json);
  if (!read.ok) return read;
  const { scenario, map } = read.value;
  const body = `${JSON.stringify({ notes: modelNotes(scenario, map) })}\n`;
  return ok({ ok: true, name: "notes.json", type: "application/json", body });
}

async function exportFrom(json: unknown): Promise<Made> {
  const id = textAt(json, "format");
  const format = exportFormat(id ?? "");
  if (format === undefined) {
    const hint = `use ${exportFormats.map((one) => one.id).join(", ")}`;
    return err([
      issue("unknown-format", `unknown format: ${id?.slice(0, 40) ?? "none"}`, { path: ["format"], hint }),
    ]);
  }
  const read = materialOf(json);
  if (!read.ok) return read;
  const debate = debateOf(json);
  if (!debate.ok) return debate;
  const made = exportOf(format.id, {
    ...read.value,
    debate: debate.value,
    source: textAt(json, "source") ?? "urn:crux:scenario",
    over: textAt(json, "over"),
  });
  if (!made.ok) return made;
  const body = format.type === "image/png" ? await pngOf(made.value) : made;
  if (!body.ok) return body;
  const name = `${fileStem(read.value.scenario.title)}.${format.extension}`;
  return ok({ ok: true, name, type: format.type, body: body.value });
}

type Solved = { readonly scenario: Scenario; readonly map: MapAnswer | null };

function materialOf(json: unknown): Result<Solved, readonly Issue[]> {
  const request = { scenario: valueAt(json, "scenario") ?? {}, query: { kind: "winners" } };
  const read = readRequest(request);
  if (!read.ok) return read;
  const reply = answerQuery(request);
  if (!reply.ok) return err(reply.issues);
  const scenario = must(read.value.scenario, "a request with a scenario has one");
  return ok({ scenario, map: reply.answer.kind === "map" ? reply.answer : null });
}

function debateOf(json: unknown): Result<readonly DebateItem[], readonly Issue[]> {
  const given = valueAt(json, "objections");
  const debate = given === undefined ? ok([]) : readDebate(given);
  return debate.ok ? debate : err(under(["objections"], debate.error));
}

const valueAt = (json: unknown, key: string): unknown =>
  typeof json === "object" && json !== null && Object.hasOwn(json, key)
    ? (json as Readonly<Record<string, unknown>>)[key]
    : undefined;

const textAt = (json: unknown, key: string): string | null => {
  const value = valueAt(json, key);
  return typeof value === "string" ? value.slice(0, 2_000) : null;
};
