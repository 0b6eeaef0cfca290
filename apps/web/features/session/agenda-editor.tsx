"use client";

import {
  defaultAgenda,
  limits,
  type Permission,
  type Phase,
  type PhaseRole,
  permissions,
  phaseRoles,
} from "@crux/room/client";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { useRoom } from "../../client/room/use-room.tsx";
import { DEEDS } from "../../client/session/meeting.ts";
import { Dialog } from "../../ui/dialog.tsx";

const ROLE_NAMES: Readonly<Record<PhaseRole, string>> = {
  debater: "Debaters",
  participant: "Participants",
  viewer: "Viewers",
};

/** What each role could do at most: a phase gives nobody more than their role. */
const ROLE_MAY: Readonly<Record<PhaseRole, readonly Permission[]>> = {
  debater: permissions,
  participant: permissions.filter((one) => one !== "edit"),
  viewer: ["speak"],
};

const newPhase = (): Phase => ({
  id: [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join(""),
  name: "",
  seconds: 600,
  may: {
    debater: ["react", "answer", "speak"],
    participant: ["react", "answer", "speak"],
    viewer: ["speak"],
  },
  anonymous: false,
});

/** The agenda to change: names, order, lengths, and who may do what in each phase. Nothing changes until it is saved. */
export function AgendaEditor({ onClose }: { readonly onClose: () => void }) {
  const { room } = useRoom();
  const [phases, setPhases] = useState<readonly Phase[]>(() => room.getSnapshot().session.agenda);
  const [said, setSaid] = useState("");
  const change = (id: string, to: Partial<Phase>) =>
    setPhases(phases.map((one) => (one.id === id ? { ...one, ...to } : one)));
  const move = (at: number, by: -1 | 1) => {
    const phase = phases[at];
    if (phase === undefined) return;
    setPhases(phases.toSpliced(at, 1).toSpliced(at + by, 0, phase));
    setSaid(`${phase.name || "The phase"} is now ${at + by + 1} of ${phases.length}.`);
  };
  const isWhole = phases.every(({ name }) => name.trim() !== "");
  const save = () => {
    room.send({
      kind: "set-agenda",
      phases: phases.map((one) => ({ ...one, name: one.name.trim(), may: copied(one.may) })),
    });
    onClose();
  };
  return (
    <Dialog title="Agenda" open onClose={onClose}>
      <p className="text-sm text-soft">
        Each phase says what people may do while it lasts. Moderators may always do everything.
      </p>
      <ol className="mt-3 space-y-2">
        {phases.map((phase, at) => (
          <PhaseRow
            key={phase.id}
            phase={phase}
            number={at + 1}
            onChange={(to) => change(phase.id, to)}
            onUp={at > 0 ? () => move(at, -1) : null}
            onDown={at < phases.length - 1 ? () => move(at, 1) : null}
            onRemove={() => setPhases(phases.filter(({ id }) => id !== phase.id))}
          />
        ))}
      </ol>
      <p role="status" className="sr-only">
        {said}
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <button
          type="button"
          className="button button-line"
          disabled={phases.length >= limits.phases}
          onClick={() => setPhases([...phases, newPhase()])}
        >
          <Plus size={15} aria-hidden /> Add a phase
        </button>
        <button type="button" className="button" onClick={() => setPhases(defaultAgenda)}>
          The usual five
        </button>
        <span className="ml-auto flex gap-2">
          <button type="button" className="button button-line" onClick={onClose}>
            Cancel
          </button>
          <button type="button" className="button button-full" disabled={!isWhole} onClick={save}>
            Save the agenda
          </button>
        </span>
      </div>
    </Dialog>
  );
}

function PhaseRow(props: {
  readonly phase: Phase;
  readonly number: number;
  readonly onChange: (to: Partial<Phase>) => void;
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
  readonly onRemove: () => void;
}) {
  const { phase, number, onChange } = props;
  const name = phase.name || `phase ${number}`;
  return (
    <li className="rounded-lg border border-rule px-3 py-2">
      <div className="flex flex-wrap items-center gap-2">
        <span className="figure w-4 text-soft text-sm">{number}</span>
        <input
          value={phase.name}
          maxLength={limits.phaseName}
          aria-label={`Name of phase ${number}`}
          aria-invalid={phase.name.trim() === ""}
          placeholder="Name of the phase"
          onChange={(event) => onChange({ name: event.target.value })}
          className="field min-w-0 flex-1 basis-40 aria-invalid:border-alarm"
        />
        <Minutes name={name} seconds={phase.seconds} onChange={(seconds) => onChange({ seconds })} />
        <span className="flex">
          <button
            type="button"
            className="button px-1.5"
            aria-label={`Move ${name} up`}
            disabled={props.onUp === null}
            onClick={props.onUp ?? undefined}
          >
            <ArrowUp size={15} aria-hidden />
          </button>
          <button
            type="button"
            className="button px-1.5"
            aria-label={`Move ${name} down`}
            disabled={props.onDown === null}
            onClick={props.onDown ?? undefined}
          >
            <ArrowDown size={15} aria-hidden />
          </button>
          <button
            type="button"
            className="button px-1.5"
            aria-label={`Remove ${name}`}
            onClick={props.onRemove}
          >
            <Trash2 size={15} aria-hidden />
          </button>
        </span>
      </div>
      <details className="mt-1">
        <summary className="label w-fit">Who may do what{phase.anonymous ? ", anonymous" : ""}</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-3">
          {phaseRoles.map((role) => (
            <fieldset key={role} className="min-w-0">
              <legend className="font-semibold text-sm">{ROLE_NAMES[role]} may</legend>
              {ROLE_MAY[role].map((one) => (
                <label key={one} className="flex min-h-7 items-center gap-2 text-sm">
                  <input
                    type="checkbox"
                    checked={phase.may[role].includes(one)}
                    onChange={(event) => {
                      const others = phase.may[role].filter((old) => old !== one);
                      const next = event.target.checked ? [...others, one] : others;
                      onChange({ may: { ...phase.may, [role]: next } });
                    }}
                  />
                  {DEEDS[one]}
                </label>
              ))}
            </fieldset>
          ))}
        </div>
        <label className="mt-2 flex items-start gap-2 text-sm">
          <input
            type="checkbox"
            checked={phase.anonymous}
            onChange={(event) => onChange({ anonymous: event.target.checked })}
            className="mt-1"
          />
          <span>
            Anonymous: what is said in it stands under a made-up name, and nobody is told whose it is,
            moderators included. Edits of the model and raised hands keep their names
            {phase.may.debater.includes("edit") && (
              <>
                : <strong>debaters may edit here, and everybody will see who did</strong>
              </>
            )}
            .
          </span>
        </label>
      </details>
    </li>
  );
}

/** A length in minutes; empty for none. */
function Minutes(props: {
  readonly name: string;
  readonly seconds: number | null;
  readonly onChange: (seconds: number | null) => void;
}) {
  const { seconds } = props;
  const [text, setText] = useState(seconds === null ? "" : String(Math.round((seconds / 60) * 100) / 100));
  const read = Math.round(Number(text) * 60);
  const isWrong = text.trim() !== "" && !(read >= 5 && read <= 6 * 60 * 60);
  return (
    <label className="flex items-center gap-1 text-sm">
      <input
        value={text}
        inputMode="decimal"
        aria-label={`Minutes of ${props.name}`}
        aria-invalid={isWrong}
        placeholder="–"
        onChange={(event) => {
          const next = event.target.value;
          setText(next);
          const value = Math.round(Number(next) * 60);
          if (next.trim() === "") props.onChange(null);
          else if (value >= 5 && value <= 6 * 60 * 60) props.onChange(value);
        }}
        className="field w-14 py-0 text-right aria-invalid:border-alarm"
      />
      min
    </label>
  );
}

const copied = (may: Phase["may"]) => ({
  debater: [...may.debater],
  participant: [...may.participant],
  viewer: [...may.viewer],
});
