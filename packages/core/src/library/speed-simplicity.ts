import type { ScenarioJson } from "../syntax/scenario-schema.ts";

/** Time of working out the proxy objective from the environment: the share `phi` of it comes free with optimising. */
export const FIND = "find(get_proxy_for_base_obj(env))";

/**
 * The argument about honest and deceptive programs under a prior for speed and simplicity. The structure (which
 * program pays for what) is the argument's; the figures are a worked example, since none were published. Complexity
 * and time of getting the objective have two names in the source (`get_base_obj`, `get_proxy_for_base_obj`); both
 * are kept, each with the one cost that is spoken of.
 */
export const speedSimplicity: ScenarioJson = {
  format: "crux/scenario",
  version: 1,
  title: "Speed + simplicity prior",
  summary:
    "Training prefers programs that are short and fast. Does an honest or a deceptive one win, and at which price of complexity? The figures are a worked example.",
  exchange: { family: "linear", apply: "sum" },
  terms: [
    {
      id: "get_base_obj",
      label: "base objective",
      gloss: "description of how to get the objective that training rewards",
      c: "40",
    },
    {
      id: "simplest_obj",
      label: "simplest objective",
      gloss: "description of the simplest goal there is to pursue",
      c: "2",
    },
    { id: "combine", label: "combine goals", gloss: "pursuing one goal by way of another", c: "6", t: "4" },
    {
      id: "mesaoptimize",
      label: "optimiser",
      gloss: "description of the search that all programs share",
      c: "30",
    },
    { id: "useful_knowledge", label: "knowledge", gloss: "what any capable program has to know", c: "60" },
    {
      id: "is_deployed_in_world",
      label: "deployment check",
      gloss: "noticing that training is over",
      c: "4",
      t: "1",
    },
    {
      id: "get_proxy_for_base_obj",
      label: "get the objective",
      gloss: "time to fetch the stored objective",
      t: "3",
    },
    { id: "mesaoptimize_env", label: "optimise", gloss: "time of the search inside an episode", t: "50" },
    {
      id: FIND,
      label: "find the objective",
      gloss: "time to work out in every episode what is rewarded, instead of storing it",
      t: "(1 - phi)*30",
    },
    {
      id: "mesaoptimize_outer_world_env",
      label: "plan for the outer world",
      gloss: "time to work out that playing along serves the own goal",
      t: "45",
    },
  ],
  parameters: [
    {
      id: "phi",
      label: "overlap",
      gloss: "share of finding the objective that optimising does anyway",
      value: "0",
      domain: ["0 <= phi", "phi <= 1"],
    },
  ],
  programs: [
    {
      id: "fh",
      name: "Fast honest",
      symbol: "H_{fh}",
      deceptive: false,
      gloss: "stores the objective and pursues it",
      c: "c(get_base_obj) + c(mesaoptimize) + c(useful_knowledge)",
      t: "t(get_proxy_for_base_obj) + t(mesaoptimize_env)",
      pseudocode:
        "# reconstructed: the source's listing is lost\ngoal = stored objective\nreturn best plan for goal in this episode",
    },
    {
      id: "sd",
      name: "Simple deceptive",
      symbol: "H_{sd}",
      deceptive: true,
      gloss: "stores only a simple goal and works out each time that playing along serves it",
      c: "c(simplest_obj) + c(combine) + c(mesaoptimize) + c(useful_knowledge)",
      t: `t(combine) + t(${FIND}) + t(mesaoptimize_env) + t(mesaoptimize_outer_world_env)`,
      pseudocode:
        "# reconstructed: the source's listing is lost\ngoal = simplest goal\nplan for goal in the outer world; find it pays to be trained well\nproxy = work out what this episode rewards\nreturn best plan for proxy in this episode",
    },
    {
      id: "fd",
      name: "Fast deceptive",
      symbol: "H_{fd}",
      deceptive: true,
      gloss: "stores both goals and checks whether training is over",
      c: "c(get_base_obj) + c(simplest_obj) + c(is_deployed_in_world) + c(mesaoptimize) + c(useful_knowledge)",
      t: "t(is_deployed_in_world) + t(get_proxy_for_base_obj) + t(mesaoptimize_env)",
      pseudocode:
        "# reconstructed: the source's listing is lost\ngoal = simplest goal if training is over, else stored objective\nreturn best plan for goal in this episode",
    },
  ],
  assumptions: [
    {
      id: "storing_is_dearer",
      statement: "c(simplest_obj) + c(combine) < c(get_base_obj)",
      gloss: "the simple deceptive program is the simpler one",
      status: "disputed",
    },
    {
      id: "fetching_is_quicker",
      statement: `t(get_proxy_for_base_obj) <= t(${FIND})`,
      gloss: "fetching the stored objective takes no longer than finding it",
      status: "disputed",
    },
  ],
};
