import type { ScenarioJson } from "../syntax/scenario-schema.ts";
import { speedSimplicity } from "./speed-simplicity.ts";

/** The same programs under the textbook speed prior: complexity plus the logarithm of time. */
export const levin: ScenarioJson = {
  ...speedSimplicity,
  title: "Textbook speed prior",
  summary:
    "The programs of the speed + simplicity argument, with time counted as its logarithm to base 2, as in Levin's Kt complexity. Only ratios of times matter then.",
  exchange: { family: "levin", apply: "sum" },
};

/** The same programs where time is not priced but capped: a fixed number of rollouts of fixed length. */
export const rolloutCap: ScenarioJson = {
  ...speedSimplicity,
  title: "Rollout cap",
  summary:
    "An episode allows k rollouts of tau steps each; among the programs that fit, the simplest wins. With tau = 10 the honest program needs 6 rollouts and the simple deceptive one 13.",
  exchange: { family: "cap", apply: "sum", cap: "k*tau" },
  parameters: [
    ...(speedSimplicity.parameters ?? []),
    { id: "k", label: "rollouts", gloss: "rollouts per episode", value: "6", domain: ["k >= 1"] },
    {
      id: "tau",
      label: "steps a rollout",
      gloss: "time that one rollout gives",
      unit: "steps",
      value: "10",
      domain: ["tau > 0"],
    },
  ],
};

/** Facts that a program can store or work out again; each has its own break-even price. */
export const storeOrDerive: ScenarioJson = {
  format: "crux/scenario",
  version: 1,
  title: "Store or derive",
  summary:
    "Three facts can each be stored (bits) or worked out when needed (steps). A fact is worth storing below g = steps / bits. The figures are a worked example.",
  exchange: { family: "linear", apply: "sum" },
  terms: [
    {
      id: "objective",
      label: "the objective",
      gloss: "cheap to work out, long to write down",
      c: "40",
      t: "30",
    },
    {
      id: "rules",
      label: "rules of the environment",
      gloss: "long to write down and slow to work out",
      c: "100",
      t: "300",
    },
    {
      id: "prime_factor",
      label: "a factor of a large number",
      gloss: "short to write down, very slow to work out",
      c: "20",
      t: "100000",
    },
  ],
  parameters: [],
  programs: [
    {
      id: "store_all",
      name: "Store all",
      c: "c(objective) + c(rules) + c(prime_factor)",
      t: "0",
    },
    {
      id: "derive_objective",
      name: "Derive the objective",
      c: "c(rules) + c(prime_factor)",
      t: "t(objective)",
    },
    { id: "store_factor", name: "Store only the factor", c: "c(prime_factor)", t: "t(objective) + t(rules)" },
    { id: "derive_all", name: "Derive all", c: "0", t: "t(objective) + t(rules) + t(prime_factor)" },
  ],
  assumptions: [],
};
