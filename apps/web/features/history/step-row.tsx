"use client";

import type { Change } from "@crux/present/report";
import type { Version } from "@crux/room/client";
import { useState } from "react";
import { sayTime } from "../../client/report/say-time.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { isYou, nameOf } from "../../client/room/who.ts";
import { compareWithNow, type KnownStep } from "../../client/versions/load-history.ts";
import { ChangeWords } from "./change-words.tsx";

/** One step of the history: who, when, what it changed, how that differs from now, and the way back to it. */
export function StepRow(props: {
  readonly step: KnownStep;
  /** Null for those who may not edit. */
  readonly onRestore: ((version: Version, name: string) => void) | null;
}) {
  const { step, onRestore } = props;
  const { room } = useRoom();
  const who = useRoomView((view) => {
    if (step.by === "server" || step.by === "") return null;
    const person = view.people.find(({ id }) => id === step.by);
    return { name: isYou(view, step.by) ? "You" : nameOf(view, step.by), colour: (person?.colour ?? 7) % 8 };
  });
  const title = useRoomView((view) => titleOf(step, view.session));
  const [since, setSince] = useState<Change | "working" | "unknown" | null>(null);
  const [asking, setAsking] = useState(false);
  const { version } = step;
  const when = sayTime(step.at);
  const name = title === null ? `at ${when}` : `at “${title}”`;
  const compare = async () => {
    if (since !== null || version === null) return setSince(null);
    setSince("working");
    setSince((await compareWithNow(room, version)) ?? "unknown");
  };
  return (
    <li className="py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {who !== null && (
          <span aria-hidden data-person={who.colour} className="size-2.5 rounded-full bg-[var(--person)]" />
        )}
        <p className="min-w-0 text-sm [overflow-wrap:anywhere]">
          {title !== null && <strong className="font-semibold">{title}</strong>}
          <span className={title === null ? "" : "text-soft"}>
            {title === null ? "" : " · "}
            {saidBy(step, who?.name ?? null)}
          </span>
          <span className="figure text-soft"> · {when}</span>
        </p>
        {version !== null && (
          <span className="ml-auto flex gap-1">
            <button
              type="button"
              className="button min-h-7 px-2"
              aria-expanded={since !== null}
              aria-label={`Compare with now the version ${name}`}
              onClick={() => void compare()}
            >
              Compare with now
            </button>
            {onRestore !== null && (
              <button
                type="button"
                className="button min-h-7 px-2"
                aria-label={`Restore the version ${name}`}
                onClick={() => setAsking(!asking)}
              >
                Restore
              </button>
            )}
          </span>
        )}
      </div>
      {step.change !== null && <ChangeWords change={step.change} />}
      {asking && version !== null && onRestore !== null && (
        <div className="mt-2 flex flex-wrap items-center gap-2 rounded-lg bg-well px-3 py-2 text-sm">
          <p className="min-w-0 flex-1 basis-52">
            The model goes back to how it was {name}, for everybody, as an edit of yours. One undo takes it
            back.
          </p>
          <button type="button" className="button button-line" onClick={() => setAsking(false)}>
            Keep it as it is
          </button>
          <button
            type="button"
            // biome-ignore lint/a11y/noAutofocus: the question was just asked for
            autoFocus
            className="button button-full"
            onClick={() => {
              setAsking(false);
              onRestore(version, name);
            }}
          >
            Restore this version
          </button>
        </div>
      )}
      {since !== null && (
        <div data-testid="since" role="status" className="mt-2 rounded-lg bg-well px-3 py-2">
          {since === "working" && <p className="text-soft text-sm">Comparing …</p>}
          {since === "unknown" && <p className="text-sm">Nothing readable was there to compare.</p>}
          {typeof since === "object" && <SinceThen change={since} />}
        </div>
      )}
    </li>
  );
}

function SinceThen({ change }: { readonly change: Change }) {
  const { strips } = change.effect;
  if (change.words.length === 0) return <p className="text-sm">The model is now as it was then.</p>;
  return (
    <>
      <p className="label">From then to now</p>
      <ChangeWords change={change} />
      {strips !== null && (
        <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-3 gap-y-0.5 text-sm">
          <dt className="text-soft">Then</dt>
          <dd>{strips.before.sentence}</dd>
          <dt className="text-soft">Now</dt>
          <dd>{strips.after.sentence}</dd>
        </dl>
      )}
    </>
  );
}

type Named = {
  readonly checkpoints: readonly { readonly seq: number; readonly name: string }[];
  readonly past: readonly { readonly seq: number; readonly name: string }[];
  readonly phase: { readonly seq: number; readonly id: string } | null;
  readonly agenda: readonly { readonly id: string; readonly name: string }[];
};

/** The name of a checkpoint or a phase; null for other steps. */
function titleOf({ seq, kind }: KnownStep, session: Named): string | null {
  if (kind === "checkpoint") return session.checkpoints.find((one) => one.seq === seq)?.name ?? "Checkpoint";
  if (kind !== "phase") return null;
  const on = session.phase?.seq === seq ? session.agenda.find(({ id }) => id === session.phase?.id) : null;
  return `Phase: ${on?.name ?? session.past.find((one) => one.seq === seq)?.name ?? "none"}`;
}

function saidBy({ kind }: KnownStep, name: string | null): string {
  switch (kind) {
    case "start":
      return "The room was made";
    case "restore":
      return `${name ?? "Someone"} restored an earlier version`;
    case "merge":
      return `${name ?? "Someone"} merged an objection`;
    default:
      return name ?? "Someone";
  }
}
