export { type Mutation, mutations, withValue } from "./mutate.ts";
export { positiveRational } from "./rational.ts";
export { law, runs } from "./runs.ts";
export {
  anyScenario,
  type Family,
  families,
  type ScenarioJson,
  type ScenarioOptions,
  scenario,
  scoredScenario,
} from "./scenario.ts";
