import { type Contest, type Expr, must } from "@crux/core";

/** The score of a program that exists. */
export const scoreOf = (contest: Contest, program: string): Expr =>
  must(
    contest.entrants.find((entrant) => entrant.id === program),
    "the reader knows all programs",
  ).score;
