import { readScenario } from "@crux/core";
import { exportOf } from "@crux/present/export";
import { answerQuery } from "@crux/solver";
import type { Exported, ExportTask } from "./export-task.ts";

/** Solves a scenario and writes it in another format. */
export function exportScenario({ id, scenario, ...rest }: ExportTask): Exported {
  const read = readScenario(scenario);
  if (!read.ok) return read;
  const reply = answerQuery({ scenario, query: { kind: "winners" } });
  const map = reply.ok && reply.answer.kind === "map" ? reply.answer : null;
  return exportOf(id, { ...rest, scenario: read.value, map });
}
