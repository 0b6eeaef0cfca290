import { applyPatch, type RecordGroup, readPatch, type Scenario } from "@crux/core";
import { effectBetween } from "../effect-between.ts";
import type { GroupPart, ObjectionPart } from "./report.ts";
import { withWinners } from "./winners-in.ts";

/** A group of a record in words; its values are laid over `now`, the model as it is in the end. */
export function groupPart(
  { name, members, task, patch }: RecordGroup,
  now: Scenario | null,
  objections: readonly ObjectionPart[],
): GroupPart {
  return {
    name,
    members: members.join(", "),
    task: task === null ? "" : taskText(objections.find(({ id }) => id === task)),
    ...(patch === null ? { badge: "nothing published", sentence: "" } : effectOf(patch, now)),
  };
}

function taskText(objection: ObjectionPart | undefined): string {
  if (objection === undefined) return "an objection";
  const cited = `objection ${objection.number}`;
  const { text } = objection;
  return text === "" ? cited : `${cited}: ${text.length > 80 ? `${text.slice(0, 78)} …` : text}`;
}

function effectOf(patch: readonly unknown[], now: Scenario | null): Pick<GroupPart, "badge" | "sentence"> {
  const read = readPatch(patch);
  const changed = now !== null && read.ok ? applyPatch(now, read.value) : null;
  if (now === null || changed === null || !changed.ok)
    return { badge: "does not fit", sentence: "Its values do not fit the model as it is now." };
  const { badge, sentence } = effectBetween(withWinners(now), withWinners(changed.value));
  return { badge, sentence };
}
