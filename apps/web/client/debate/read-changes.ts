import { type Edit, printExpr, unreachable, writeEdit } from "@crux/core";
import { type Change, PRICE_KEYS } from "./change.ts";

/** An edit as a change with fields to type in; as it is where it has no form of its own. */
export function changeOf(edit: Edit): Change {
  const text = (formula: Parameters<typeof printExpr>[0] | null): string =>
    formula === null ? "" : printExpr(formula);
  switch (edit.kind) {
    case "set-cost": {
      const how = edit.to === null ? "unknown" : "other";
      return { kind: "cost", term: edit.term, axis: edit.axis, how, to: text(edit.to) };
    }
    case "set-parameter":
      return edit.to === null
        ? { kind: "edit", edit: writeEdit(edit) }
        : { kind: "parameter", parameter: edit.parameter, to: text(edit.to) };
    case "set-program":
      return { kind: "formula", program: edit.id, axis: edit.axis, to: text(edit.to) };
    case "remove-program":
      return { kind: "no-program", program: edit.program };
    case "set-status":
      return { kind: "assumption", assumption: edit.assumption, to: edit.to };
    case "set-exchange": {
      const { exchange } = edit;
      const { [exchange.family]: key } = PRICE_KEYS;
      const json = writeEdit(edit) as { readonly exchange: Readonly<Record<string, unknown>> };
      const value = key === undefined ? "" : String(json.exchange[key] ?? "");
      return { kind: "price", family: exchange.family, apply: exchange.apply, with: value };
    }
    case "set-domain":
    case "add-term":
    case "remove-term":
    case "add-parameter":
    case "remove-parameter":
    case "add-program":
    case "set-assumption":
    case "remove-assumption":
    case "split-term":
    case "set-key":
    case "remove-key":
      return { kind: "edit", edit: writeEdit(edit) };
    default:
      return unreachable(edit);
  }
}
