import { unreachable } from "../base/assert.ts";
import { type Issue, issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { compareAt } from "../expr/compare-at.ts";
import { number } from "../expr/make.ts";
import { FieldReader, type Path } from "../syntax/field-reader.ts";
import { readAssumption, readExchange, readParameter, readProgram, readTerm } from "../syntax/read-parts.ts";
import { shapeIssues } from "../syntax/shape-issues.ts";
import type { Edit, Overlay, Patch } from "./edit.ts";
import { type EditJson, overlaySchema, type PatchJson, patchSchema } from "./edit-schema.ts";

/** Reads a patch: a list of edits. Names are not looked up here: `applyPatch` says what does not fit a scenario. */
export function readPatch(json: unknown): Result<Patch, readonly Issue[]> {
  const shape = patchSchema.safeParse(json);
  if (!shape.success) return err(shapeIssues(shape.error.issues, json));
  const reader = new FieldReader();
  const patch = editsOf(reader, shape.data, []);
  return reader.issues.length > 0 ? err(reader.issues) : ok(patch);
}

/** Reads an overlay: its owner, a patch, and an exchange rate that is a positive number without unknowns, or null. */
export function readOverlay(json: unknown): Result<Overlay, readonly Issue[]> {
  const shape = overlaySchema.safeParse(json);
  if (!shape.success) return err(shapeIssues(shape.error.issues, json));
  const reader = new FieldReader();
  const { owner, patch, g } = shape.data;
  const edits = editsOf(reader, patch, ["patch"]);
  const rate = reader.optional(g ?? undefined, ["g"]);
  if (reader.issues.length > 0) return err(reader.issues);
  if (rate !== null && compareAt(rate, number(0), new Map()) !== 1) {
    const hint = "write a positive number";
    return err([issue("not-positive", "exchange rate that is no positive number", { path: ["g"], hint })]);
  }
  return ok(Object.freeze({ owner, patch: edits, g: rate }));
}

/** The edits of a patch whose shape is right; mistakes go to `reader`. */
export const editsOf = (reader: FieldReader, json: PatchJson, path: Path): Patch =>
  Object.freeze(json.map((edit, index) => Object.freeze(readEdit(reader, edit, [...path, index]))));

function readEdit(reader: FieldReader, json: EditJson, path: Path): Edit {
  const { kind } = json;
  switch (kind) {
    case "set-cost":
      return {
        kind,
        term: reader.termId(json.term, [...path, "term"]),
        axis: json.axis,
        to: reader.optional(json.to ?? undefined, [...path, "to"]),
      };
    case "set-parameter":
      return { kind, parameter: json.parameter, to: reader.optional(json.to ?? undefined, [...path, "to"]) };
    case "set-domain": {
      const limits = json.to?.map((limit, index) => reader.comparison(limit, [...path, "to", index]));
      return { kind, parameter: json.parameter, to: limits ?? null };
    }
    case "add-term":
      return { kind, term: readTerm(reader, json.term, [...path, "term"]), at: json.at ?? null };
    case "remove-term":
      return { kind, term: reader.termId(json.term, [...path, "term"]) };
    case "add-parameter":
      return {
        kind,
        parameter: readParameter(reader, json.parameter, [...path, "parameter"]),
        at: json.at ?? null,
      };
    case "remove-parameter":
      return { kind, parameter: json.parameter };
    case "add-program":
      return { kind, program: readProgram(reader, json.program, [...path, "program"]), at: json.at ?? null };
    case "remove-program":
      return { kind, program: json.program };
    case "set-program":
      return { kind, id: json.id, axis: json.axis, to: reader.expr(json.to, [...path, "to"]) };
    case "set-exchange":
      return { kind, exchange: readExchange(reader, json.exchange, [...path, "exchange"]) };
    case "set-assumption":
      return {
        kind,
        assumption: readAssumption(reader, json.assumption, [...path, "assumption"]),
        at: json.at ?? null,
      };
    case "set-status":
      return { kind, assumption: json.assumption, to: json.to };
    case "remove-assumption":
      return { kind, assumption: json.assumption };
    case "split-term":
      return {
        kind,
        term: reader.termId(json.term, [...path, "term"]),
        into: new Map(
          Object.entries(json.into).map(([program, to]) => [
            program,
            reader.termId(to, [...path, "into", program]),
          ]),
        ),
      };
    case "set-key":
      return readKey(reader, json, path);
    case "remove-key":
      return { kind, key: json.key };
    default:
      return unreachable(kind);
  }
}

const STRUCTURE = ["format", "version", "exchange", "terms", "parameters", "programs", "assumptions"];

function readKey(reader: FieldReader, { key, to }: Extract<EditJson, { kind: "set-key" }>, path: Path): Edit {
  if (STRUCTURE.includes(key)) {
    reader.mistake(
      "not-allowed-here",
      `key with edits of its own: ${key}`,
      [...path, "key"],
      "use the edit for it",
    );
  }
  if ((key === "title" || key === "summary") && typeof to !== "string") {
    reader.mistake("wrong-type", `${key} that is no text`, [...path, "to"], "write a text");
  }
  return { kind: "set-key", key, to: to === undefined ? null : to };
}
