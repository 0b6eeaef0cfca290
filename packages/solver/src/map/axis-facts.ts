import type { Comparison, Contest } from "@crux/core";
import { unknownsOfComparison } from "@crux/core";

/** The facts of the contest about one name alone. */
export const factsAbout = (contest: Contest, name: string): readonly Comparison[] =>
  contest.facts.map((fact) => fact.comparison).filter((one) => isAbout(one, name));

/** The facts of the contest that are not about one name alone. */
export const factsBeside = (contest: Contest, name: string): readonly Comparison[] =>
  contest.facts.map((fact) => fact.comparison).filter((one) => !isAbout(one, name));

const isAbout = (one: Comparison, over: string): boolean => {
  const names = unknownsOfComparison(one);
  return names.length === 1 && names[0] === over;
};

/** The contest without the facts that limit the axis alone: they are in its range already. */
export const withoutAxisFacts = (contest: Contest, over: string): Contest => ({
  ...contest,
  facts: contest.facts.filter((fact) => !isAbout(fact.comparison, over)),
});
