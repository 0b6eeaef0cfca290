export { type ExprOptions, expr } from "./expr.ts";
export { type Field, fieldLaws, type RoundTrip, roundTripLaw } from "./law-kit.ts";
export { type Mutation, mutations, withValue } from "./mutate.ts";
export { positiveRational, rational } from "./rational.ts";
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
