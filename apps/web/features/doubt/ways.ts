import type { Scenario } from "@crux/core";
import { BLANK, type Change } from "../../client/debate/change.ts";
import type { Target } from "../../client/debate/draft.ts";
import { paysFor } from "../../client/debate/summands.ts";
import { termName } from "./fields-of.ts";

/** A way to change the model, as a person would say it, and the change that it begins. */
export type Way = { readonly text: string; readonly change: Change };

const missingProgram: Way = {
  text: "A program is missing",
  change: BLANK.program,
};
const otherPrice: Way = {
  text: "Complexity is priced differently",
  change: BLANK.price,
};
const missingAssumption: Way = {
  text: "An assumption is missing",
  change: BLANK.assume,
};

const pays = (text: string, does: "add" | "remove", program: string, axis: "c" | "t", of: string): Way => ({
  text,
  change: { ...BLANK.pays, program, axis, does, of },
});

/** The ways that fit what is doubted, likeliest first. */
export function waysFor(scenario: Scenario, target: Target): readonly Way[] {
  switch (target.kind) {
    case "cost":
      return costWays(scenario, target.term, target.axis);
    case "term": {
      const axes = (["c", "t"] as const).filter((axis) =>
        scenario.programs.some((program) => paysFor(program, target.term, axis)),
      );
      const [axis = "c"] = axes;
      const values = (axes.length === 0 ? (["c"] as const) : axes).map(
        (one): Way => ({
          text: one === "c" ? "Its complexity is different" : "Its time is different",
          change: { kind: "cost", term: target.term, axis: one, how: "other", to: "" },
        }),
      );
      return [...values, ...sharedWays(scenario, target.term, axis)];
    }
    case "summand": {
      const { program, axis, of } = target;
      const [, term] = /^[ct]\((.*)\)$/.exec(of) ?? [];
      return [
        pays("It should not pay for this", "remove", program, axis, of),
        ...(term !== undefined && scenario.terms.some(({ id }) => id === term)
          ? costWays(scenario, term, axis).slice(0, 3)
          : []),
        { text: "The formula should be another", change: { kind: "formula", program, axis, to: "" } },
      ];
    }
    case "program": {
      const { program } = target;
      return [
        pays("It has to pay for something more", "add", program, "c", ""),
        pays("It should not pay for something", "remove", program, "c", ""),
        { text: "All of it costs more or less", change: { kind: "times", program, c: "", t: "" } },
        { text: "It can't compete", change: { kind: "no-program", program } },
        missingProgram,
      ];
    }
    case "assumption": {
      const { assumption } = target;
      const status = scenario.assumptions.find(({ id }) => id === assumption)?.status;
      const ways = [
        { text: "It can't be taken for granted", to: "disputed" },
        { text: "It holds", to: "held" },
        { text: "It has no place here", to: "dropped" },
      ] as const;
      return [
        ...ways.flatMap(({ text, to }) =>
          to === status ? [] : [{ text, change: { kind: "assumption", assumption, to } as const }],
        ),
        missingAssumption,
      ];
    }
    case "claim":
      return [anyCost, missingAssumption, missingProgram];
    case "threshold":
      return [anyCost, missingProgram, anyPays, otherPrice];
    case "scenario":
      return [missingProgram, anyCost, ...parameterWays(scenario), otherPrice, timesAll];
  }
}

/** Every way that is not among those that fit best. */
export function otherWays(scenario: Scenario, target: Target): readonly Way[] {
  const known = new Set(waysFor(scenario, target).map(({ text }) => text));
  return [
    anyCost,
    ...parameterWays(scenario),
    {
      text: "A shared term differs per program",
      change: BLANK.differs,
    },
    {
      text: "Two terms overlap",
      change: BLANK.overlap,
    },
    missingProgram,
    anyPays,
    pays("A program should not pay for something", "remove", "", "c", ""),
    { text: "A program can't compete", change: BLANK["no-program"] },
    timesAll,
    otherPrice,
    missingAssumption,
  ].filter(({ text }) => !known.has(text));
}

const anyCost: Way = {
  text: "A cost is different",
  change: BLANK.cost,
};
const anyPays = pays("A program has to pay for something more", "add", "", "c", "");
const timesAll: Way = {
  text: "Everything costs a multiple",
  change: BLANK.times,
};

const parameterWays = (scenario: Scenario): readonly Way[] =>
  scenario.parameters.length === 0
    ? []
    : [
        {
          text: "A parameter has another value",
          change: { kind: "parameter", parameter: scenario.parameters[0]?.id ?? "", to: "" },
        },
      ];

function costWays(scenario: Scenario, term: string, axis: "c" | "t"): readonly Way[] {
  const cost = (text: string, how: "more" | "less" | "other"): Way => ({
    text,
    change: { kind: "cost", term, axis, how, to: "" },
  });
  return [
    cost("It costs more", "more"),
    cost("It costs less", "less"),
    cost("It costs something else", "other"),
    ...sharedWays(scenario, term, axis),
  ];
}

function sharedWays(scenario: Scenario, term: string, axis: "c" | "t"): readonly Way[] {
  const payers = scenario.programs.filter((program) => paysFor(program, term));
  const others = scenario.programs.some((program) => !paysFor(program, term, axis));
  return [
    ...(payers.length > 1
      ? [
          {
            text: "It differs per program",
            change: { kind: "differs", term, costs: {} } as const,
          },
          {
            text: "A program needs a second one",
            change: {
              ...BLANK.pays,
              axis,
              fresh: { name: `second ${termName(scenario, term)}`, c: "", t: "" },
            } as const,
          },
        ]
      : []),
    {
      text: "It overlaps with another term",
      change: { kind: "overlap", axis, term, other: "", share: "" } as const,
    },
    ...(payers.length > 0
      ? [pays("A program should not pay for it", "remove", payers[0]?.id ?? "", axis, `${axis}(${term})`)]
      : []),
    ...(others ? [pays("A program is missing it", "add", "", axis, `${axis}(${term})`)] : []),
  ];
}
