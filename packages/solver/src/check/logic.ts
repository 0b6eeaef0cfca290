import { type Claim, type Comparison, type Contest, comparison, type Entrant } from "@crux/core";
import { refuse } from "./refusal.ts";

/** A claim as logic over numbered comparisons. */
export type Logic =
  | { readonly kind: "comparison"; readonly index: number }
  | { readonly kind: "not"; readonly of: Logic }
  | { readonly kind: "all" | "any"; readonly of: readonly Logic[] }
  | { readonly kind: "iff"; readonly left: Logic; readonly right: Logic };

/** The logic of a claim, and its comparisons in the order in which they are read. */
export type Spelled = { readonly logic: Logic; readonly comparisons: readonly Comparison[] };

const STEP = "read the claim";

/** Spells out a claim that holds no `exists g:`, with `wins` and `dominates` as comparisons of scores and totals. */
export function spell(claim: Claim, contest: Contest | null): Spelled {
  const comparisons: Comparison[] = [];
  const note = (one: Comparison): Logic => ({ kind: "comparison", index: comparisons.push(one) - 1 });
  const logic = spelled(claim, contest?.entrants ?? [], note);
  return { logic, comparisons };
}

type Note = (one: Comparison) => Logic;

function spelled(claim: Claim, entrants: readonly Entrant[], note: Note): Logic {
  const of = (part: Claim): Logic => spelled(part, entrants, note);
  switch (claim.kind) {
    case "comparison":
      return note(claim.comparison);
    case "wins":
      return winning(entrant(claim.program, entrants), entrants, note);
    case "dominates":
      return dominating(entrant(claim.program, entrants), entrant(claim.other, entrants), note);
    case "not":
      return { kind: "not", of: of(claim.of) };
    case "exists-g":
      return refuse(STEP, [], "exists g: stands inside of the claim");
    case "and":
      return { kind: "all", of: [of(claim.left), of(claim.right)] };
    case "or":
      return { kind: "any", of: [of(claim.left), of(claim.right)] };
    case "implies": {
      const left = of(claim.left);
      return { kind: "any", of: [{ kind: "not", of: left }, of(claim.right)] };
    }
    case "iff": {
      const left = of(claim.left);
      return { kind: "iff", left, right: of(claim.right) };
    }
  }
}

function entrant(id: string, entrants: readonly Entrant[]): Entrant {
  return entrants.find((one) => one.id === id) ?? refuse(STEP, [], `unknown program: ${id}`);
}

function winning(program: Entrant, entrants: readonly Entrant[], note: Note): Logic {
  const parts: Logic[] = program.eligible === null ? [] : [note(program.eligible)];
  for (const other of entrants) {
    if (other.id === program.id) continue;
    const isOut: readonly Logic[] =
      other.eligible === null ? [] : [{ kind: "not", of: note(other.eligible) }];
    parts.push({ kind: "any", of: [...isOut, note(comparison(program.score, "<=", other.score))] });
  }
  return { kind: "all", of: parts };
}

function dominating(a: Entrant, b: Entrant, note: Note): Logic {
  if (a.totals === null || b.totals === null) return note(comparison(a.score, "<", b.score));
  const noWorse = [
    note(comparison(a.totals.c, "<=", b.totals.c)),
    note(comparison(a.totals.t, "<=", b.totals.t)),
  ];
  const better = [
    note(comparison(a.totals.c, "<", b.totals.c)),
    note(comparison(a.totals.t, "<", b.totals.t)),
  ];
  return { kind: "all", of: [...noWorse, { kind: "any", of: better }] };
}

/** Truth by what is decided, whatever the open comparisons are; undefined if that could matter. */
export function truth(logic: Logic, decided: ReadonlyMap<number, boolean>): boolean | undefined {
  switch (logic.kind) {
    case "comparison":
      return decided.get(logic.index);
    case "not": {
      const of = truth(logic.of, decided);
      return of === undefined ? undefined : !of;
    }
    case "iff": {
      const [left, right] = [truth(logic.left, decided), truth(logic.right, decided)];
      return left === undefined || right === undefined ? undefined : left === right;
    }
    default: {
      const parts = logic.of.map((part) => truth(part, decided));
      const wins = logic.kind === "any";
      if (parts.includes(wins)) return wins;
      return parts.includes(undefined) ? undefined : !wins;
    }
  }
}
