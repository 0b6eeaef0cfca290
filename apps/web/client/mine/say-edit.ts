import { type Edit, printComparison, printExpr, unreachable } from "@crux/core";

/** An edit in a few words, e.g. `c of combine = 9`. */
export function sayEdit(edit: Edit): string {
  switch (edit.kind) {
    case "set-cost":
      return `${edit.axis} of ${edit.term} = ${edit.to === null ? "unknown" : printExpr(edit.to)}`;
    case "set-parameter":
      return `${edit.parameter} = ${edit.to === null ? "unknown" : printExpr(edit.to)}`;
    case "set-program":
      return `${edit.axis} of ${edit.id} = ${printExpr(edit.to)}`;
    case "set-domain":
      return `range of ${edit.parameter}: ${edit.to?.map(printComparison).join(", ") ?? "any"}`;
    case "add-term":
      return `a new term, ${edit.term.label ?? edit.term.id}`;
    case "remove-term":
      return `without the term ${edit.term}`;
    case "add-parameter":
      return `a new parameter, ${edit.parameter.id}`;
    case "remove-parameter":
      return `without the parameter ${edit.parameter}`;
    case "add-program":
      return `a new program, ${edit.program.name}`;
    case "remove-program":
      return `without the program ${edit.program}`;
    case "set-exchange":
      return `another price of complexity: ${edit.exchange.family}`;
    case "set-assumption":
      return `the assumption ${printComparison(edit.assumption.statement)}`;
    case "set-status":
      return `the assumption ${edit.assumption} ${edit.to}`;
    case "remove-assumption":
      return `without the assumption ${edit.assumption}`;
    case "split-term":
      return `${edit.term} told apart per program`;
    case "set-key":
    case "remove-key":
      return `another ${edit.key}`;
    default:
      return unreachable(edit);
  }
}
