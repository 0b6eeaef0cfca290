import type { PatchJson } from "../patch/edit-schema.ts";
import { FIND } from "./speed-simplicity.ts";

/** A named change to a built-in scenario. `after` names the patches that it builds on, in order. */
export type PatchSource = {
  readonly name: string;
  readonly label: string;
  readonly gloss: string;
  readonly after: readonly string[];
  readonly patch: PatchJson;
};

const HYBRID: PatchJson[number] = {
  kind: "add-program",
  program: {
    id: "hy",
    name: "Hybrid deceptive",
    symbol: "H_{hy}",
    deceptive: true,
    gloss: "stores the simple goal and a deployment check, and works out the objective",
    c: "c(simplest_obj) + c(is_deployed_in_world) + c(mesaoptimize) + c(useful_knowledge)",
    t: `t(is_deployed_in_world) + t(${FIND}) + t(mesaoptimize_env)`,
    pseudocode:
      "# reconstructed\nif training is over: return best plan for simplest goal\nproxy = work out what this episode rewards\nreturn best plan for proxy in this episode",
  },
};

const LAZY: PatchJson[number] = {
  kind: "add-program",
  program: {
    id: "lz",
    name: "Lazy honest",
    symbol: "H_{lz}",
    deceptive: false,
    gloss: "stores only the wish to do what the environment wants, and works out what that is",
    c: "c(do_what_env_wants) + c(mesaoptimize) + c(useful_knowledge)",
    t: `t(${FIND}) + t(mesaoptimize_env)`,
    pseudocode:
      "# reconstructed\nproxy = work out what this episode rewards\nreturn best plan for proxy in this episode",
  },
};

const LAZY_TERM: PatchJson[number] = {
  kind: "add-term",
  term: {
    id: "do_what_env_wants",
    label: "do what is wanted",
    gloss: "description of wanting whatever the environment turns out to want",
    c: "3",
  },
};

/** The five moves of the debate are base, then the first four in this order. */
const MOVES: readonly PatchSource[] = [
  {
    name: "hybrid",
    label: "A hybrid program",
    gloss:
      "a deceptive program that hardcodes the deployment check but computes the objective: flip at 14/17",
    after: [],
    patch: [HYBRID],
  },
  {
    name: "overlap",
    label: "Finding comes free with optimising",
    gloss: "nine tenths of finding the objective is done by optimising anyway: flip at 1/34 with the hybrid",
    after: ["hybrid"],
    patch: [{ kind: "set-parameter", parameter: "phi", to: "9/10" }],
  },
  {
    name: "lazy-honest",
    label: "Then the honest program can be lazy too",
    gloss: "an honest program that derives the objective as well: it wins at every g",
    after: ["hybrid", "overlap"],
    patch: [LAZY_TERM, LAZY],
  },
  {
    name: "knowing-is-not-wanting",
    label: "Knowing is not wanting",
    gloss: "wanting what the environment wants has to be paid for: deception is back above 1/6",
    after: ["hybrid", "overlap", "lazy-honest"],
    patch: [{ kind: "set-cost", term: "do_what_env_wants", axis: "c", to: "12" }],
  },
];

const SPLIT: PatchJson[number] = {
  kind: "split-term",
  term: "mesaoptimize",
  into: { fh: "mesaoptimize_base", fd: "mesaoptimize_base", sd: "mesaoptimize_simple" },
};

const halfMore = (program: string, c: string, t: string): PatchJson => [
  { kind: "set-program", id: program, axis: "c", to: `2*(${c})` },
  { kind: "set-program", id: program, axis: "t", to: `3/2*(${t})` },
];

const OBJECTIONS: readonly PatchSource[] = [
  {
    name: "repair",
    label: "The simple deceptive program runs what it found",
    gloss: "it pays for fetching the objective too: flip at 79/32",
    after: [],
    patch: [
      {
        kind: "set-program",
        id: "sd",
        axis: "t",
        to: `t(combine) + t(${FIND}) + t(get_proxy_for_base_obj) + t(mesaoptimize_env) + t(mesaoptimize_outer_world_env)`,
      },
    ],
  },
  {
    name: "core-per-goal",
    label: "No value-neutral core: one optimiser per goal",
    gloss: "the simple goal has a simpler optimiser of its own: flip at 38/31",
    after: [],
    patch: [
      SPLIT,
      { kind: "set-cost", term: "mesaoptimize_base", axis: "c", to: "50" },
      { kind: "set-cost", term: "mesaoptimize_simple", axis: "c", to: "20" },
    ],
  },
  {
    name: "both-cores",
    label: "No value-neutral core: the deceptive program carries both",
    gloss: "it needs the optimiser for the simple goal and the one for the objective: flip at 19/3",
    after: [],
    patch: [
      { kind: "add-term", term: { id: "mesaoptimize_simple", label: "second optimiser", c: "20" } },
      {
        kind: "set-program",
        id: "sd",
        axis: "c",
        to: "c(simplest_obj) + c(combine) + c(mesaoptimize) + c(mesaoptimize_simple) + c(useful_knowledge)",
      },
    ],
  },
  {
    name: "proxy-twin",
    label: "A program that fools the cameras",
    gloss: "same costs as the honest program, not honest: a tie wherever that wins",
    after: [],
    patch: [
      {
        kind: "add-program",
        program: {
          id: "px",
          name: "Proxy optimiser",
          symbol: "H_{px}",
          gloss: "optimises what is measured instead of what is meant",
          c: "c(get_base_obj) + c(mesaoptimize) + c(useful_knowledge)",
          t: "t(get_proxy_for_base_obj) + t(mesaoptimize_env)",
        },
      },
    ],
  },
  {
    name: "capacity",
    label: "Space is scarce",
    gloss: "every unit of complexity also displaces knowledge worth 1/2: flip at 15/8",
    after: [],
    patch: [{ kind: "set-exchange", exchange: { family: "custom", apply: "sum", rate: "(g + 1/2)*x" } }],
  },
  {
    name: "heuristics",
    label: "Heuristics make all of it larger and slower",
    gloss: "twice the complexity, half as much time again: flip at 57/32",
    after: [],
    patch: [
      ...halfMore(
        "fh",
        "c(get_base_obj) + c(mesaoptimize) + c(useful_knowledge)",
        "t(get_proxy_for_base_obj) + t(mesaoptimize_env)",
      ),
      ...halfMore(
        "sd",
        "c(simplest_obj) + c(combine) + c(mesaoptimize) + c(useful_knowledge)",
        `t(combine) + t(${FIND}) + t(mesaoptimize_env) + t(mesaoptimize_outer_world_env)`,
      ),
      ...halfMore(
        "fd",
        "c(get_base_obj) + c(simplest_obj) + c(is_deployed_in_world) + c(mesaoptimize) + c(useful_knowledge)",
        "t(is_deployed_in_world) + t(get_proxy_for_base_obj) + t(mesaoptimize_env)",
      ),
    ],
  },
  {
    name: "slow-getter",
    label: "Fetching the objective is slow",
    gloss: "the simple deceptive program is faster as well: it wins at every g",
    after: [],
    patch: [{ kind: "set-cost", term: "get_proxy_for_base_obj", axis: "t", to: "90" }],
  },
  {
    name: "short-objective",
    label: "The objective is short",
    gloss: "the honest program is simpler as well: it wins at every g",
    after: [],
    patch: [{ kind: "set-cost", term: "get_base_obj", axis: "c", to: "7" }],
  },
  {
    name: "square-price",
    label: "Complexity is priced by its square",
    gloss: "shared terms no longer cancel: flip at 1/96",
    after: [],
    patch: [{ kind: "set-exchange", exchange: { family: "power", apply: "sum", exponent: "2" } }],
  },
  {
    name: "root-price",
    label: "Complexity is priced by its square root",
    gloss: "shared terms no longer cancel: flip near 50.6",
    after: [],
    patch: [{ kind: "set-exchange", exchange: { family: "power", apply: "sum", exponent: "1/2" } }],
  },
  {
    name: "nothing-known",
    label: "Nothing is known",
    gloss: "every cost is a positive unknown: what follows from the formulas alone",
    after: [],
    patch: [
      ...[
        "get_base_obj",
        "simplest_obj",
        "combine",
        "mesaoptimize",
        "useful_knowledge",
        "is_deployed_in_world",
      ].map((term) => ({ kind: "set-cost" as const, term, axis: "c" as const, to: null })),
      ...[
        "combine",
        "is_deployed_in_world",
        "get_proxy_for_base_obj",
        "mesaoptimize_env",
        FIND,
        "mesaoptimize_outer_world_env",
      ].map((term) => ({ kind: "set-cost" as const, term, axis: "t" as const, to: null })),
    ],
  },
];

const LAZY_ALONE: PatchSource = {
  name: "lazy-alone",
  label: "A lazy honest program, and nothing else",
  gloss: "without hybrid and overlap: flip at 27/37, deceptive programs never",
  after: [],
  patch: [LAZY_TERM, LAZY],
};

/** The changes to the speed + simplicity scenario: the debate's moves, then single objections. */
export const speedSimplicityPatches: readonly PatchSource[] = [...MOVES, ...OBJECTIONS, LAZY_ALONE];
