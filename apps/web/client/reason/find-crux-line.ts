import {
  applyPatch,
  printExpr,
  readPatch,
  readScenario,
  type Scenario,
  summandsOf,
  writeScenario,
} from "@crux/core";
import { add, parseRational, printRational, subtract } from "@crux/core/exact";
import { cruxLineText } from "@crux/present/words";
import { answerQuery } from "@crux/solver";
import type { LineTask } from "./reason.ts";

/**
 * The one sentence to which two positions come down, where one cost alone turns both: whether it lies above a line.
 * Null where that is not so, or not known.
 */
export function findCruxLine({ scenario, a, b, g }: LineTask, who: "You" | "They" = "You"): string | null {
  const [one, other] = [after(scenario, a), after(scenario, b)];
  if (one === null || other === null) return null;
  const cruxes = answerTo(scenario, {
    kind: "cruxes",
    a: { owner: "a", patch: a, g },
    b: { owner: "b", patch: b, g },
  });
  if (cruxes?.kind !== "cruxes") return null;
  const [set, ...others] = cruxes.both;
  const [of] = set ?? [];
  const [first] = cruxes.winners.a;
  const [second] = cruxes.winners.b;
  if (of === undefined || set?.length !== 1 || others.length > 0) return null;
  if (!/^c\(.*\)$/.test(of) || first === undefined || second === undefined) return null;
  const between = payerFirst(one, of, first, second);
  const tie = answerTo(writeScenario(one), { kind: "break-even", of, between, at: { g } });
  const [line, ...more] = tie?.kind === "break-even" ? tie.solutions : [];
  const at = line === undefined || line.exact === null || more.length > 0 ? null : { g, line: line.exact };
  const said = cruxes.differences.find((difference) => difference.of === of)?.a ?? null;
  return cruxLineText(one, { of, between, bound: boundOf(one, between, said), at }, who);
}

type Between = readonly [string, string];

/** The two programs, first the one whose complexity has the cost in it. */
function payerFirst(scenario: Scenario, of: string, first: string, second: string): Between {
  const program = scenario.programs.find(({ id }) => id === first);
  const pays = program && summandsOf(scenario, program).some((one) => printExpr(one.of) === of);
  return pays === true ? [first, second] : [second, first];
}

/** Where the cost would have to lie for both complexities to be the same: `c(other) - c(payer) + cost`. */
function boundOf(scenario: Scenario, [payer, other]: Between, cost: string | null): string | null {
  if (scenario.exchange.family !== "linear" || cost === null) return null;
  const answer = answerTo(writeScenario(scenario), { kind: "score", at: { g: "1" } });
  if (answer?.kind !== "score") return null;
  const sizeOf = (id: string) => parseRational(answer.rows.find((row) => row.program === id)?.c?.exact ?? "");
  const [own, others, said] = [sizeOf(payer), sizeOf(other), parseRational(cost)];
  if (own === undefined || others === undefined || said === undefined) return null;
  return printRational(add(subtract(others, own), said));
}

function after(scenario: unknown, patch: unknown): Scenario | null {
  const read = readScenario(scenario);
  const edits = readPatch(patch);
  const changed = read.ok && edits.ok ? applyPatch(read.value, edits.value) : null;
  return changed?.ok === true ? changed.value : null;
}

function answerTo(scenario: unknown, query: unknown) {
  const reply = answerQuery({ scenario, query }, { certificate: false });
  return reply.ok ? reply.answer : null;
}
