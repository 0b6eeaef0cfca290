import {
  type Claim,
  type Comparison,
  type Contest,
  comparison,
  type Entrant,
  must,
  unreachable,
} from "@crux/core";

/** A claim as pure logic over numbered comparisons. */
export type Formula =
  | { readonly kind: "comparison"; readonly index: number }
  | { readonly kind: "not"; readonly of: Formula }
  /** True if all are; with none it is true. */
  | { readonly kind: "all"; readonly of: readonly Formula[] }
  /** True if one is; with none it is false. */
  | { readonly kind: "any"; readonly of: readonly Formula[] }
  | { readonly kind: "implies" | "iff"; readonly left: Formula; readonly right: Formula };

/** A claim taken apart: the comparisons from left to right, each occurrence counting, and the logic over them. */
export type Parts = { readonly formula: Formula; readonly comparisons: readonly Comparison[] };

/**
 * Takes a claim apart, with `wins` and `dominates` written out as `ClaimProof` says; null if it says `exists g` inside.
 * Programs that a claim names are entrants of the contest.
 */
export function partsOf(claim: Claim, contest: Contest | null): Parts | null {
  const comparisons: Comparison[] = [];
  const formula = take(claim, contest?.entrants ?? [], (one) => {
    comparisons.push(one);
    return { kind: "comparison", index: comparisons.length - 1 };
  });
  return formula === null ? null : { formula, comparisons };
}

type Number = (one: Comparison) => Formula;

function take(claim: Claim, entrants: readonly Entrant[], number: Number): Formula | null {
  switch (claim.kind) {
    case "comparison":
      return number(claim.comparison);
    case "wins":
      return wins(claim.program, entrants, number);
    case "dominates":
      return dominates(entrantOf(entrants, claim.program), entrantOf(entrants, claim.other), number);
    case "not": {
      const of = take(claim.of, entrants, number);
      return of && { kind: "not", of };
    }
    case "exists-g":
      return null;
    case "and":
    case "or":
    case "implies":
    case "iff": {
      const left = take(claim.left, entrants, number);
      const right = take(claim.right, entrants, number);
      if (left === null || right === null) return null;
      if (claim.kind === "and") return { kind: "all", of: [left, right] };
      return claim.kind === "or" ? { kind: "any", of: [left, right] } : { kind: claim.kind, left, right };
    }
    default:
      return unreachable(claim);
  }
}

const entrantOf = (entrants: readonly Entrant[], id: string): Entrant =>
  must(
    entrants.find((one) => one.id === id),
    `program ${id} competes`,
  );

function wins(program: string, entrants: readonly Entrant[], number: Number): Formula {
  const mine = entrantOf(entrants, program);
  const all: Formula[] = mine.eligible === null ? [] : [number(mine.eligible)];
  for (const other of entrants) {
    if (other === mine) continue;
    const out: Formula | null = other.eligible && { kind: "not", of: number(other.eligible) };
    const ahead = number(comparison(mine.score, "<=", other.score));
    all.push(out === null ? ahead : { kind: "any", of: [out, ahead] });
  }
  return { kind: "all", of: all };
}

function dominates(mine: Entrant, other: Entrant, number: Number): Formula {
  if (mine.totals === null || other.totals === null) return number(comparison(mine.score, "<", other.score));
  const [a, b] = [mine.totals, other.totals];
  const noWorse = [number(comparison(a.c, "<=", b.c)), number(comparison(a.t, "<=", b.t))];
  const better = [number(comparison(a.c, "<", b.c)), number(comparison(a.t, "<", b.t))];
  return { kind: "all", of: [...noWorse, { kind: "any", of: better }] };
}

/** What is decided so far: the truth of comparisons by number; undefined where it is open. */
export type Decided = readonly (boolean | undefined)[];

/** Whether a formula is true by what is decided, whatever the open comparisons are; undefined if that matters. */
export function truth(formula: Formula, decided: Decided): boolean | undefined {
  switch (formula.kind) {
    case "comparison":
      return decided[formula.index];
    case "not": {
      const of = truth(formula.of, decided);
      return of === undefined ? undefined : !of;
    }
    case "all":
      return every(formula.of, decided, true);
    case "any":
      return every(formula.of, decided, false);
    case "implies": {
      const [left, right] = [truth(formula.left, decided), truth(formula.right, decided)];
      if (left === false || right === true) return true;
      return left === true && right === false ? false : undefined;
    }
    case "iff": {
      const [left, right] = [truth(formula.left, decided), truth(formula.right, decided)];
      return left === undefined || right === undefined ? undefined : left === right;
    }
    default:
      return unreachable(formula);
  }
}

/** `neutral` if all parts are so, the opposite if one part is that. */
function every(parts: readonly Formula[], decided: Decided, neutral: boolean): boolean | undefined {
  let open = false;
  for (const part of parts) {
    const value = truth(part, decided);
    if (value === !neutral) return !neutral;
    if (value === undefined) open = true;
  }
  return open ? undefined : neutral;
}
