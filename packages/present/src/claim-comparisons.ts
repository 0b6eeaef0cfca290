import {
  type Claim,
  type Contest,
  type Expr,
  exprOfName,
  must,
  printComparison,
  printExpr,
  substitute,
  substituteComparison,
  unreachable,
} from "@crux/core";

/** A comparison of a claim in words: how it reads, and how its opposite reads. */
export type Said = { readonly yes: string; readonly no: string };

/**
 * The comparisons that a claim stands for, from left to right, as the solver numbers them; `wins` and `dominates` are
 * spelt out. `put` are values in place of names.
 */
export function comparisonsOf(
  claim: Claim,
  contest: Contest | null,
  put: Values = new Map(),
): readonly Said[] {
  switch (claim.kind) {
    case "comparison":
      return [compared(substituteComparison(claim.comparison, put))];
    case "wins":
      return winsOver(claim.program, must(contest, "a winner needs a contest"), put);
    case "dominates":
      return dominating(claim.program, claim.other, must(contest, "programs need a contest"));
    case "not":
    case "exists-g":
      return comparisonsOf(claim.of, contest, put);
    case "and":
    case "or":
    case "implies":
    case "iff":
      return [...comparisonsOf(claim.left, contest, put), ...comparisonsOf(claim.right, contest, put)];
    default:
      return unreachable(claim);
  }
}

type Values = ReadonlyMap<string, Expr>;
type Compared = Parameters<typeof printComparison>[0];

const OPPOSITE = { "<": ">=", "<=": ">", "=": "!=", "!=": "=", ">=": "<", ">": "<=" } as const;

/** A comparison and its opposite as text. */
export const compared = (one: Compared): Said => ({
  yes: printComparison(one),
  no: printComparison({ ...one, relation: OPPOSITE[one.relation] }),
});

const eligible = (contest: Contest, id: string, put: Values): readonly Said[] => {
  const one = contest.entrants.find((entrant) => entrant.id === id)?.eligible ?? null;
  return one === null ? [] : [compared(substituteComparison(one, put))];
};

function winsOver(program: string, contest: Contest, put: Values): readonly Said[] {
  const g = put.get("g");
  const where = g === undefined ? "" : ` where g = ${printExpr(g)}`;
  const others = contest.entrants.filter(({ id }) => id !== program);
  return [
    ...eligible(contest, program, put),
    ...others.flatMap(({ id }) => [
      ...eligible(contest, id, put),
      {
        yes: `score(${program}) <= score(${id})${where}`,
        no: `score(${program}) > score(${id})${where}`,
      },
    ]),
  ];
}

function dominating(program: string, other: string, contest: Contest): readonly Said[] {
  const hasTotals = [program, other].every(
    (id) => (contest.entrants.find((one) => one.id === id)?.totals ?? null) !== null,
  );
  const pair = (axis: string, yes: "<" | "<="): Said => ({
    yes: `${axis}(${program}) ${yes} ${axis}(${other})`,
    no: `${axis}(${program}) ${OPPOSITE[yes]} ${axis}(${other})`,
  });
  return hasTotals
    ? [pair("c", "<="), pair("t", "<="), pair("c", "<"), pair("t", "<")]
    : [pair("score", "<")];
}

/** The comparisons of "this g is positive, the held facts about g are true, and so is the claim", with a formula for g. */
export function witnessComparisons(
  claim: Claim,
  contest: Contest | null,
  aboutG: readonly Compared[],
  witness: Expr,
): readonly Said[] {
  const put = new Map([["g", witness]]);
  const text = printExpr(substitute(exprOfName("g"), put));
  return [
    { yes: `${text} > 0`, no: `${text} <= 0` },
    ...aboutG.map((one) => compared(substituteComparison(one, put))),
    ...comparisonsOf(claim, contest, put),
  ];
}
