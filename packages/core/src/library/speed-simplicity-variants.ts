import type { PatchJson } from "../patch/edit-schema.ts";
import { FIND } from "./speed-simplicity.ts";
import type { PatchSource } from "./speed-simplicity-patches.ts";

const addParameter = (
  id: string,
  label: string,
  gloss: string,
  value: string,
  domain: string[],
): PatchJson[number] => ({ kind: "add-parameter", parameter: { id, label, gloss, value, domain } });

const time = (term: string, to: string | null): PatchJson[number] => ({
  kind: "set-cost",
  term,
  axis: "t",
  to,
});

/** Remarks of the thread, each as a number that can be moved. */
const THREAD: readonly PatchSource[] = [
  {
    name: "overlap-alone",
    label: "Finding comes free, and nothing else",
    gloss: "nine tenths of finding the objective is done anyway, no program is added: flip at 49/32",
    after: [],
    patch: [{ kind: "set-parameter", parameter: "phi", to: "9/10" }],
  },
  {
    name: "own-optimiser",
    label: "The optimiser is no common part",
    gloss:
      "each program's optimiser is its own, delta simpler in the simple deceptive one: flip at 76/(32 + delta)",
    after: [],
    patch: [
      addParameter("delta", "difference", "complexity of the honest optimiser above the deceptive one", "0", [
        "delta < 30",
      ]),
      { kind: "split-term", term: "mesaoptimize", into: { sd: "mesaoptimize_sd" } },
      { kind: "set-cost", term: "mesaoptimize_sd", axis: "c", to: "c(mesaoptimize) - delta" },
    ],
  },
  {
    name: "switch-cost",
    label: "Changing over to deceiving costs something",
    gloss: "the simple deceptive program pays for the change of what it pursues: flip at 3",
    after: [],
    patch: [
      {
        kind: "add-term",
        term: {
          id: "switch",
          label: "change of pursuit",
          gloss: "pursuing a goal by way of its opposite",
          c: "4",
          t: "8",
        },
      },
      {
        kind: "set-program",
        id: "sd",
        axis: "c",
        to: "c(simplest_obj) + c(combine) + c(switch) + c(mesaoptimize) + c(useful_knowledge)",
      },
      {
        kind: "set-program",
        id: "sd",
        axis: "t",
        to: `t(combine) + t(switch) + t(${FIND}) + t(mesaoptimize_env) + t(mesaoptimize_outer_world_env)`,
      },
    ],
  },
  {
    name: "capability",
    label: "Finding gets faster with capability",
    gloss: "at stage 3 finding takes a third of the time: flip at 7/4",
    after: [],
    patch: [
      addParameter("stage", "stage", "how capable the program is by now; 1 is where the defaults are", "3", [
        "stage > 0",
      ]),
      time(FIND, "30/stage"),
    ],
  },
  {
    name: "too-long-to-store",
    label: "The objective is too long to store",
    gloss: "programs that store it do not fit: what wins among the rest",
    after: [],
    patch: [
      { kind: "remove-program", program: "fh" },
      { kind: "remove-program", program: "fd" },
    ],
  },
  {
    name: "instrumental-weight",
    label: "Time for means counts less than time for ends",
    gloss: "time that serves the own goal is weighed by 1/2: flip at 73/64",
    after: [],
    patch: [
      addParameter(
        "w",
        "weight of means",
        "what a step towards a means counts, in steps towards an end",
        "1/2",
        ["w > 0"],
      ),
      {
        kind: "set-program",
        id: "sd",
        axis: "t",
        to: `w*(t(combine) + t(${FIND}) + t(mesaoptimize_outer_world_env)) + t(mesaoptimize_env)`,
      },
    ],
  },
  {
    name: "finding-defined",
    label: "Finding is what the honest optimiser is spared",
    gloss:
      "finding is by definition how much longer the deceptive search takes; paid twice, if it is listed as well: flip at 53/16",
    after: [],
    patch: [
      { kind: "split-term", term: "mesaoptimize_env", into: { sd: "mesaoptimize_env_sd" } },
      time("mesaoptimize_env_sd", "80"),
      time(FIND, "t(mesaoptimize_env_sd) - t(mesaoptimize_env)"),
    ],
  },
  {
    name: "dear-lazy-alone",
    label: "A lazy honest program that is paid for",
    gloss: "without hybrid and overlap: three bands, flips at 27/28 and 49/4",
    after: ["lazy-alone"],
    patch: [{ kind: "set-cost", term: "do_what_env_wants", axis: "c", to: "12" }],
  },
  {
    name: "all-open",
    label: "All six programs, nothing known",
    gloss:
      "hybrid, lazy honest and proxy programs beside the first three, with every cost a positive unknown",
    after: ["hybrid", "lazy-alone", "proxy-twin", "nothing-known"],
    patch: [{ kind: "set-cost", term: "do_what_env_wants", axis: "c", to: null }],
  },
];

/** Remarks of the argument itself, each as a number that can be moved. */
const ARGUMENT: readonly PatchSource[] = [
  {
    name: "slightly-simpler",
    label: "A goal that is slightly simpler",
    gloss:
      "the other goal is 3 simpler than the objective, less than combining costs: the honest program wins",
    after: [],
    patch: [
      addParameter(
        "epsilon",
        "how much simpler",
        "complexity of the objective above that of the other goal",
        "3",
        ["epsilon > 0", "epsilon < 40"],
      ),
      { kind: "set-cost", term: "simplest_obj", axis: "c", to: "c(get_base_obj) - epsilon" },
    ],
  },
  {
    name: "extra-knowledge",
    label: "Only deceptive programs need to know about training",
    gloss: "knowledge of 8 that the honest program does without: flip at 19/6",
    after: [],
    patch: [
      addParameter("sigma", "further knowledge", "what deceptive programs have to know besides", "8", [
        "sigma >= 0",
      ]),
      {
        kind: "split-term",
        term: "useful_knowledge",
        into: { sd: "deceptive_knowledge", fd: "deceptive_knowledge" },
      },
      { kind: "set-cost", term: "deceptive_knowledge", axis: "c", to: "c(useful_knowledge) + sigma" },
    ],
  },
  {
    name: "linked-finding",
    label: "Long objectives take long to find",
    gloss: "time of finding is 3/4 of the objective's complexity: the same flip, but less sensitive to it",
    after: [],
    patch: [
      addParameter("link", "steps a unit", "time of finding one unit of complexity of the objective", "3/4", [
        "link > 0",
      ]),
      time(FIND, "link*c(get_base_obj)"),
    ],
  },
  {
    name: "amortised",
    label: "Worked out once in ten episodes",
    gloss: "objective and plan are kept from one episode to the next, for 10 episodes: flip at 17/64",
    after: [],
    patch: [
      addParameter("n", "episodes", "episodes for which what was worked out is kept", "10", ["n >= 1"]),
      time(FIND, "30/n"),
      time("mesaoptimize_outer_world_env", "45/n"),
    ],
  },
];

/** Further changes to the speed + simplicity scenario, one for each remark that can be put as a number. */
export const speedSimplicityVariants: readonly PatchSource[] = [...THREAD, ...ARGUMENT];
