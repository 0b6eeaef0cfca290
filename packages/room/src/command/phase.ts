import { type Permission, type PhaseRole, phaseRoles } from "../protocol/permission.ts";
import type { Role } from "../protocol/role.ts";

/** One part of a meeting: what each role may do while it lasts, beside what its role allows at all. */
export type Phase = {
  readonly id: string;
  readonly name: string;
  /** How long it is meant to take; null: no timer. */
  readonly seconds: number | null;
  readonly may: Readonly<Record<PhaseRole, readonly Permission[]>>;
  /** What is said in it stands under a pseudonym that nobody can resolve. */
  readonly anonymous: boolean;
};

/** The phase that is on, since when by the server's clock, begun by entry `seq`. */
export type RunningPhase = { readonly id: string; readonly since: number; readonly seq: number };

/** A phase that was on, for the record. */
export type PastPhase = {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly seq: number;
};

const opened = (debater: readonly Permission[], participant: readonly Permission[]): Phase["may"] => ({
  debater,
  participant,
  viewer: ["speak"],
});

const phase = (id: string, name: string, minutes: number, may: Phase["may"]): Phase => ({
  id,
  name,
  seconds: minutes * 60,
  may,
  anonymous: false,
});

/** The agenda of a new room. Moderators may always do everything; a phase rules over the others. */
export const defaultAgenda: readonly Phase[] = [
  phase("estimate", "Estimate", 5, opened(["estimate", "answer", "speak"], ["estimate", "answer", "speak"])),
  phase("state", "State", 10, opened(["edit", "react", "answer", "speak"], ["react", "answer", "speak"])),
  phase(
    "object",
    "Object",
    20,
    opened(
      ["object", "reply", "react", "claim", "overlay", "answer", "speak"],
      ["object", "reply", "react", "claim", "overlay", "answer", "speak"],
    ),
  ),
  phase(
    "crux",
    "Crux",
    10,
    opened(
      ["edit", "reply", "react", "claim", "overlay", "answer", "speak"],
      ["reply", "react", "claim", "overlay", "answer", "speak"],
    ),
  ),
  phase(
    "revise",
    "Revise",
    5,
    opened(["estimate", "react", "answer", "speak"], ["estimate", "react", "answer", "speak"]),
  ),
];

/** An agenda and which of its phases is on. */
export type Agenda = { readonly agenda: readonly Phase[]; readonly phase: RunningPhase | null };

/** The phase that is on; null when none is: then roles alone decide. */
export const phaseOf = ({ agenda, phase: running }: Agenda): Phase | null =>
  (running && agenda.find(({ id }) => id === running.id)) ?? null;

const opens = (one: Phase, role: PhaseRole, permission: Permission): boolean =>
  one.may[role].includes(permission);

/** Why a control is locked: the phase that is on, and the next one of the agenda that opens it. */
export type PhaseLock = { readonly phase: Phase; readonly opensIn: Phase | null };

/** What the phase that is on keeps from `role`; null when it may, as far as phases go. */
export function phaseLock(agenda: Agenda, role: Role, permission: Permission): PhaseLock | null {
  const on = phaseOf(agenda);
  const ruled = phaseRoles.find((one) => one === role);
  if (on === null || ruled === undefined || opens(on, ruled, permission)) return null;
  const at = agenda.agenda.indexOf(on);
  const later = agenda.agenda.slice(at + 1).find((one) => opens(one, ruled, permission));
  return { phase: on, opensIn: later ?? null };
}
