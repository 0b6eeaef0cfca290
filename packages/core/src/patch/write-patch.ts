import { unreachable } from "../base/assert.ts";
import { printComparison, printExpr } from "../expr/print-expr.ts";
import {
  type Json,
  writeAssumption,
  writeExchange,
  writeParameter,
  writeProgram,
  writeTerm,
} from "../scenario/write-scenario.ts";
import type { Edit, Overlay, Patch } from "./edit.ts";

/** A patch as JSON; reading it gives the same patch. */
export const writePatch = (patch: Patch): readonly Json[] => patch.map(writeEdit);

/** An overlay as JSON; reading it gives the same overlay. */
export const writeOverlay = ({ owner, patch, g }: Overlay): Json => ({
  owner,
  patch: writePatch(patch),
  g: g === null ? null : printExpr(g),
});

/** An edit as JSON. */
export function writeEdit(edit: Edit): Json {
  const { kind } = edit;
  switch (kind) {
    case "set-cost":
      return { kind, term: edit.term, axis: edit.axis, to: edit.to && printExpr(edit.to) };
    case "set-parameter":
      return { kind, parameter: edit.parameter, to: edit.to && printExpr(edit.to) };
    case "set-domain":
      return { kind, parameter: edit.parameter, to: edit.to?.map(printComparison) ?? null };
    case "add-term":
      return { kind, term: writeTerm(edit.term), ...placed(edit.at) };
    case "add-parameter":
      return { kind, parameter: writeParameter(edit.parameter), ...placed(edit.at) };
    case "add-program":
      return { kind, program: writeProgram(edit.program), ...placed(edit.at) };
    case "remove-term":
    case "remove-parameter":
    case "remove-program":
    case "remove-assumption":
    case "set-status":
    case "remove-key":
      return { ...edit };
    case "set-program":
      return { kind, id: edit.id, axis: edit.axis, to: printExpr(edit.to) };
    case "set-exchange":
      return { kind, exchange: writeExchange(edit.exchange) };
    case "set-assumption":
      return { kind, assumption: writeAssumption(edit.assumption), ...placed(edit.at) };
    case "split-term":
      return { kind, term: edit.term, into: Object.fromEntries(edit.into) };
    case "set-key":
      return { kind, key: edit.key, to: edit.to };
    default:
      return unreachable(kind);
  }
}

const placed = (at: number | null): Json => (at === null ? {} : { at });
