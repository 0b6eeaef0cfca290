import type { Outcome } from "@crux/room/client";
import { CheckCheck, CircleSlash, GitMerge, Handshake, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { useRailRoom } from "./rail-room.tsx";

const ICONS = {
  withdrawn: Undo2,
  conceded: Handshake,
  answered: CheckCheck,
  merged: GitMerge,
  declined: CircleSlash,
} as const;

/** How an objection was settled, by whom, and what remains. */
export function OutcomeLine({ outcome, scope }: { readonly outcome: Outcome; readonly scope: boolean }) {
  const { nameOf, isYou } = useRailRoom();
  const Icon = ICONS[outcome.kind];
  const who = isYou(outcome.by) ? "You" : nameOf(outcome.by);
  return (
    <p className="flex items-start gap-1.5 rounded-md bg-well px-2.5 py-1.5 text-sm">
      <Icon size={15} aria-hidden className="mt-0.5 shrink-0" />
      <span dir="auto" className="min-w-0 [overflow-wrap:anywhere]">
        {said(outcome, who, scope)}
      </span>
    </p>
  );
}

function said(outcome: Outcome, who: string, scope: boolean): ReactNode {
  switch (outcome.kind) {
    case "withdrawn":
      return <>{who} withdrew it.</>;
    case "merged":
      return <>{who} made it part of the model.</>;
    case "declined":
      return scope ? (
        <>
          {who} logged it as scope: {outcome.reason}
        </>
      ) : (
        <>
          {who} left it out: {outcome.reason}
        </>
      );
    case "conceded":
      return withRest(`${who} conceded.`, "Still held", outcome.residue);
    case "answered":
      return withRest(`${who} took the answer.`, "What remains", outcome.residue);
  }
}

const withRest = (text: string, rest: string, residue: string): ReactNode =>
  residue === "" ? text : `${text} ${rest}: ${residue}`;
