import { limits } from "../protocol/limits.ts";
import { phaseOf } from "./phase.ts";
import { type RoomState, withSession } from "./room-state.ts";
import type { EntryMeta } from "./rule.ts";
import { startedTimer } from "./timer.ts";

/** The state in which phase `id` is on (null: none), its timer running; the one that was on is past. */
export function withPhase(state: RoomState, id: string | null, { seq, at }: EntryMeta): RoomState {
  const { session } = state;
  const [before, running] = [phaseOf(session), session.phase];
  const over =
    before && running ? [{ name: before.name, from: running.since, to: at, seq: running.seq }] : [];
  const seconds = session.agenda.find((one) => one.id === id)?.seconds ?? null;
  const timer = id === null || seconds === null ? null : startedTimer(seconds, session.timePercent, at, seq);
  return withSession(state, {
    phase: id === null ? null : { id, since: at, seq },
    muted: Object.fromEntries(Object.entries(session.muted).filter(([, { until }]) => until !== "phase")),
    past: [...session.past, ...over].slice(-limits.pastPhases),
    timers: { ...session.timers, phase: timer },
  });
}
