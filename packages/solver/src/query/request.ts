import type { Claim, Comparison, Expr, Rational, Scenario } from "@crux/core";
import type { Position } from "../disagreement/difference.ts";
import type { Objecting } from "../disagreement/flip-sets.ts";

/** Names of unknowns with the values that they are given. */
export type Given = ReadonlyMap<string, Expr>;

/** A query whose formulas are read. Programs that it names exist in the scenario. */
export type Query =
  | { readonly kind: "winners"; readonly over: string; readonly at: Given }
  | {
      readonly kind: "crossovers";
      readonly between: readonly [string, string];
      readonly over: string;
      readonly at: Given;
    }
  | {
      readonly kind: "solve";
      readonly equation: Comparison;
      readonly for: string;
      readonly assume: readonly Comparison[];
      /** Null for the positive numbers. */
      readonly domain: readonly Comparison[] | null;
    }
  | {
      readonly kind: "break-even";
      readonly of: string;
      readonly between: readonly [string, string];
      readonly at: Given;
    }
  | { readonly kind: "score"; readonly at: Given }
  | { readonly kind: "sensitivity"; readonly between: readonly [string, string]; readonly at: Given }
  | { readonly kind: "judge"; readonly claim: Claim; readonly assume: readonly Comparison[] }
  | { readonly kind: "compare"; readonly after: Scenario; readonly over: string; readonly at: Given }
  | { readonly kind: "cruxes"; readonly a: Position; readonly b: Position }
  | { readonly kind: "flip-sets"; readonly objections: readonly Objecting[]; readonly g: Rational };

/** A request that can be answered. */
export type Request = {
  readonly id: string | number | null;
  /** Null where a query comes without one; every free name is then a positive unknown. */
  readonly scenario: Scenario | null;
  readonly query: Query;
  /** The request as JSON with its scenario written out. */
  readonly written: { readonly scenario: unknown; readonly query: unknown };
};
