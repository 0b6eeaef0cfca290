import type { Objection } from "@crux/core";
import type { RoomObjection } from "../command/debate-state.ts";
import { phaseOf } from "../command/phase.ts";
import type { RoomView } from "./room-view.ts";

/** What a report is made of: a page's view of the room, or what a room's file folds to. */
export type Reported = Pick<RoomView, "session" | "estimates" | "debate" | "scenario" | "rows" | "people">;

/** A moment at which the scenario is worth looking at: `room.past.versions` tells what it was. */
export type Moment = {
  readonly seq: number;
  /** start: as the room was made; phase: when one began; checkpoint: someone named it; merge: an objection became part of the model. */
  readonly kind: "start" | "phase" | "checkpoint" | "merge";
  /** Of the phase or checkpoint; for a merge the objection's id. */
  readonly name: string;
};

/** The entry after which a room has its first scenario. */
const firstScenario = 2;

/** As many settled objections are looked at on the scenario for which they were written. */
const mostWritten = 96;

/** The entries as of which `recordOf` needs the scenario. Nothing has to be read for it, so a page can ask it. */
export function recordSeqs(view: Pick<Reported, "session" | "debate">): readonly number[] {
  const settled = Object.values(view.debate.objections)
    .filter(({ outcome }) => outcome !== null)
    .sort((a, b) => a.seq - b.seq);
  const written = settled.slice(-mostWritten).map(writtenAt);
  return [...new Set([...momentsOf(view).map(({ seq }) => seq), ...written])].sort((a, b) => a - b);
}

/** The entry as which an objection was written as it is now. */
export const writtenAt = ({ stamp }: Pick<RoomObjection | Objection, "stamp">): number =>
  Number(stamp?.version ?? 0);

/** The moments of a room, in order of time. */
export function momentsOf({ session, debate }: Pick<Reported, "session" | "debate">): Moment[] {
  const on = phaseOf(session);
  const phases = session.past.map(({ seq, name }): Moment => ({ seq, name, kind: "phase" }));
  const now: Moment[] = on && session.phase ? [{ seq: session.phase.seq, name: on.name, kind: "phase" }] : [];
  const named = session.checkpoints.map(({ seq, name }): Moment => ({ seq, name, kind: "checkpoint" }));
  const merges = Object.values(debate.objections).flatMap(({ id, outcome }): Moment[] =>
    outcome?.kind === "merged" ? [{ seq: outcome.seq, name: id, kind: "merge" }] : [],
  );
  const start: Moment = { seq: firstScenario, name: "", kind: "start" };
  return [start, ...[...phases, ...now, ...named, ...merges].sort((a, b) => a.seq - b.seq)];
}
