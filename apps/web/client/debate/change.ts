import type { Axis } from "@crux/core";

/** A term that a change brings in with it: its name and costs as typed; an empty cost is none. */
export type NewTerm = { readonly name: string; readonly c: string; readonly t: string };

/**
 * One change to the model in the words of the domain, with its fields as they were typed. `editsOf` (build-edits.ts)
 * makes edits of it; `edit` holds an edit that has no form of its own.
 */
export type Change =
  /** It costs more, less or something else; an empty value is unknown. */
  | {
      readonly kind: "cost";
      readonly term: string;
      readonly axis: Axis;
      readonly how: "more" | "less" | "other" | "unknown";
      readonly to: string;
    }
  | { readonly kind: "parameter"; readonly parameter: string; readonly to: string }
  /** A shared term costs something else in each program: by program, what it costs there. */
  | {
      readonly kind: "differs";
      readonly term: string;
      readonly costs: Readonly<Record<string, { readonly c: string; readonly t: string }>>;
    }
  /** A program is missing: what it is called and which terms it pays for. */
  | {
      readonly kind: "program";
      readonly name: string;
      readonly label: "honest" | "deceptive" | "";
      readonly c: readonly string[];
      readonly t: readonly string[];
      /** A term that only this program needs, if its name is not empty. */
      readonly fresh: NewTerm;
    }
  | { readonly kind: "no-program"; readonly program: string }
  /** Two terms overlap: a share of the first comes free with the second, in every program that pays for both. */
  | {
      readonly kind: "overlap";
      readonly axis: Axis;
      readonly term: string;
      readonly other: string;
      readonly share: string;
    }
  /** A program should (not) pay for a summand, e.g. `c(combine)`; "" stands for the new term's cost. */
  | {
      readonly kind: "pays";
      readonly program: string;
      readonly axis: Axis;
      readonly does: "add" | "remove";
      readonly of: string;
      readonly fresh: NewTerm;
    }
  /** Everything costs a multiple in a program, or in all of them (""). */
  | { readonly kind: "times"; readonly program: string; readonly c: string; readonly t: string }
  | {
      readonly kind: "formula";
      readonly program: string;
      readonly axis: Axis | "score";
      readonly to: string;
    }
  | {
      readonly kind: "assumption";
      readonly assumption: string;
      readonly to: "held" | "disputed" | "dropped";
    }
  | { readonly kind: "assume"; readonly statement: string }
  | {
      readonly kind: "price";
      readonly family: string;
      readonly apply: "sum" | "terms";
      /** The further number or formula that the family needs. */
      readonly with: string;
    }
  | { readonly kind: "edit"; readonly edit: unknown };

/** The fields of a new term before anything is typed. */
export const noTerm: NewTerm = { name: "", c: "", t: "" };

/** The further key that a family needs. */
export const PRICE_KEYS: Readonly<Record<string, string>> = {
  affine: "offset",
  power: "exponent",
  exponential: "base",
  cap: "cap",
  custom: "rate",
};

/** Each kind of change before anything is typed. */
export const BLANK: { readonly [Kind in Change["kind"]]: Extract<Change, { kind: Kind }> } = {
  cost: { kind: "cost", term: "", axis: "c", how: "other", to: "" },
  parameter: { kind: "parameter", parameter: "", to: "" },
  differs: { kind: "differs", term: "", costs: {} },
  program: { kind: "program", name: "", label: "", c: [], t: [], fresh: noTerm },
  "no-program": { kind: "no-program", program: "" },
  overlap: { kind: "overlap", axis: "t", term: "", other: "", share: "" },
  pays: { kind: "pays", program: "", axis: "c", does: "add", of: "", fresh: noTerm },
  times: { kind: "times", program: "", c: "", t: "" },
  formula: { kind: "formula", program: "", axis: "c", to: "" },
  assumption: { kind: "assumption", assumption: "", to: "disputed" },
  assume: { kind: "assume", statement: "" },
  price: { kind: "price", family: "power", apply: "sum", with: "2" },
  edit: { kind: "edit", edit: {} },
};
