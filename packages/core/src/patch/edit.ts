import type { Axis, Comparison, Expr } from "../expr/expr.ts";
import type { Assumption, Exchange, Parameter, Program, Term } from "../scenario/scenario.ts";

/**
 * One change to a scenario. `at` is the place in its list, at the end when it is null. A cost or value set to null
 * becomes unknown.
 */
export type Edit =
  | { readonly kind: "set-cost"; readonly term: string; readonly axis: Axis; readonly to: Expr | null }
  | { readonly kind: "set-parameter"; readonly parameter: string; readonly to: Expr | null }
  | { readonly kind: "set-domain"; readonly parameter: string; readonly to: readonly Comparison[] | null }
  | { readonly kind: "add-term"; readonly term: Term; readonly at: number | null }
  | { readonly kind: "remove-term"; readonly term: string }
  | { readonly kind: "add-parameter"; readonly parameter: Parameter; readonly at: number | null }
  | { readonly kind: "remove-parameter"; readonly parameter: string }
  | { readonly kind: "add-program"; readonly program: Program; readonly at: number | null }
  | { readonly kind: "remove-program"; readonly program: string }
  | { readonly kind: "set-program"; readonly id: string; readonly axis: Axis | "score"; readonly to: Expr }
  | { readonly kind: "set-exchange"; readonly exchange: Exchange }
  /** Adds the assumption, or replaces the one of that id. */
  | { readonly kind: "set-assumption"; readonly assumption: Assumption; readonly at: number | null }
  /** Changes only the status of an assumption that is there. */
  | { readonly kind: "set-status"; readonly assumption: string; readonly to: Assumption["status"] }
  | { readonly kind: "remove-assumption"; readonly assumption: string }
  /** Gives each program named a term of its own in place of `term`; a term that does not exist yet starts with its costs. */
  | { readonly kind: "split-term"; readonly term: string; readonly into: ReadonlyMap<string, string> }
  /** Sets the title, the summary or a key that this version does not know. */
  | { readonly kind: "set-key"; readonly key: string; readonly to: unknown }
  /** Removes a key that this version does not know. */
  | { readonly kind: "remove-key"; readonly key: string };

/** A list of edits, applied in order, whole or not at all. */
export type Patch = readonly Edit[];

/** One person's or group's changes over a shared scenario, and the exchange rate they hold likely. */
export type Overlay = { readonly owner: string; readonly patch: Patch; readonly g: Expr | null };
