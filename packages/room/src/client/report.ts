import type { PinnedClaim } from "../command/debate-state.ts";
import type { Estimate } from "../command/estimate-state.ts";
import type { ModerationNote } from "../command/moderation.ts";
import { phaseOf } from "../command/phase.ts";
import type { Poll } from "../command/poll.ts";
import { pseudonymName } from "../command/pseudonym-name.ts";
import { readOnce } from "./core-reader.ts";
import { type ObjectionView, objectionsOf } from "./objections.ts";
import { type Moment, momentsOf, type Reported } from "./record-seqs.ts";

/** What one person thought, in numbers, first and last. */
export type Position = {
  /** A person or a pseudonym. */
  readonly id: string;
  readonly name: string;
  /** Null when there was no round before. */
  readonly before: Estimate | null;
  readonly after: Estimate | null;
};

/** What a session came to, as data for whoever writes it down. */
export type Report = {
  readonly title: string;
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
  /** Phases as they were held; `to` is null for the one that is on. */
  readonly agenda: readonly { readonly name: string; readonly from: number; readonly to: number | null }[];
  readonly positions: readonly Position[];
  /** Whether the numbers are still blind: then only one's own are in `positions`. */
  readonly isBlind: boolean;
  readonly polls: readonly Poll[];
  /** In order of time. */
  readonly moments: readonly Moment[];
  readonly open: readonly ObjectionView[];
  readonly settled: readonly ObjectionView[];
  readonly claims: readonly PinnedClaim[];
  readonly notes: readonly ModerationNote[];
};

/** The report of a room as it stands. */
export function reportOf(view: Reported): Report {
  const { session, estimates, debate } = view;
  const objections = objectionsOf(debate, view.scenario, view.rows, readOnce);
  const isOpen = ({ outcome }: ObjectionView): boolean => outcome === null;
  const nameOf = (id: string): string => view.people.find((one) => one.id === id)?.name ?? pseudonymName(id);
  const placed = [...new Set([...Object.keys(estimates.before ?? {}), ...Object.keys(estimates.values)])];
  return {
    title: view.rows.scenario.texts.title ?? "",
    people: view.people
      .filter(({ role }) => role !== "screen")
      .map(({ id, name, role }) => ({ id, name, role })),
    agenda: agendaOf(view),
    positions: placed.map((id) => ({
      id,
      name: nameOf(id),
      before: estimates.before?.[id] ?? null,
      after: estimates.values[id] ?? null,
    })),
    isBlind: estimates.blind === true,
    polls: Object.values(session.polls).sort((a, b) => a.seq - b.seq),
    moments: momentsOf(view),
    open: objections.filter(isOpen),
    settled: objections.filter((one) => !isOpen(one)),
    claims: Object.values(debate.claims).sort((a, b) => a.seq - b.seq),
    notes: session.notes,
  };
}

function agendaOf({ session }: Reported): Report["agenda"] {
  const past = session.past.map(({ name, from, to }) => ({ name, from, to }));
  const on = phaseOf(session);
  return on && session.phase ? [...past, { name: on.name, from: session.phase.since, to: null }] : past;
}
