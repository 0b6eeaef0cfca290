"use client";

import { compare, parseRational } from "@crux/core/exact";
import { type PollForm as Form, limits } from "@crux/room/client";
import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { freshThing } from "../../client/fresh-thing.ts";
import { useRoom } from "../../client/room/use-room.tsx";
import { Segments } from "../../ui/segments.tsx";

type Kind = Form["kind"];

const KINDS: readonly { readonly value: Kind; readonly text: string }[] = [
  { value: "choice", text: "Choice" },
  { value: "slider", text: "Slider" },
  { value: "number", text: "Number" },
  { value: "words", text: "Few words" },
];

/** Puts a question to everybody; it starts blind. */
export function PollForm({ onDone }: { readonly onDone: () => void }) {
  const { room } = useRoom();
  const [kind, setKind] = useState<Kind>("choice");
  const [question, setQuestion] = useState("");
  const [options, setOptions] = useState<readonly string[]>(["", ""]);
  const [ends, setEnds] = useState({ from: "0", to: "100", fromLabel: "", toLabel: "" });
  const [unit, setUnit] = useState("");
  const form = formOf(kind, options, ends, unit);
  const isReady = question.trim() !== "" && form !== null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (form === null || !isReady) return;
    room.send({ kind: "open-poll", poll: freshThing(), question: question.trim(), form, blind: true });
    onDone();
  };
  return (
    <form
      onSubmit={submit}
      aria-label="A new question"
      className="space-y-2.5 rounded-xl bg-well p-3 text-sm"
    >
      <label className="block">
        <span className="label">Question</span>
        <textarea
          value={question}
          maxLength={limits.questionText}
          rows={2}
          onChange={(event) => setQuestion(event.target.value)}
          className="field mt-0.5 w-full"
        />
      </label>
      <Segments label="How it is answered" value={kind} options={KINDS} onChange={setKind} />
      {kind === "choice" && <Options options={options} onChange={setOptions} />}
      {kind === "slider" && (
        <div className="grid grid-cols-[5rem_minmax(0,1fr)] gap-1.5">
          {(["from", "to"] as const).map((end) => (
            <div key={end} className="contents">
              <input
                value={ends[end]}
                maxLength={60}
                inputMode="decimal"
                aria-label={end === "from" ? "From" : "To"}
                aria-invalid={parseRational(ends[end]) === undefined}
                onChange={(event) => setEnds({ ...ends, [end]: event.target.value })}
                className="field math aria-invalid:border-alarm"
              />
              <input
                value={ends[`${end}Label`]}
                maxLength={limits.labelText}
                aria-label={end === "from" ? "What the lower end means" : "What the upper end means"}
                placeholder={end === "from" ? "what this end means, e.g. surely not" : "e.g. surely"}
                onChange={(event) => setEnds({ ...ends, [`${end}Label`]: event.target.value })}
                className="field"
              />
            </div>
          ))}
        </div>
      )}
      {kind === "number" && (
        <input
          value={unit}
          maxLength={limits.labelText}
          aria-label="Unit, if it has one"
          placeholder="unit, if it has one"
          onChange={(event) => setUnit(event.target.value)}
          className="field w-full"
        />
      )}
      <div className="flex justify-end gap-2">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" disabled={!isReady} className="button button-full">
          Ask everybody
        </button>
      </div>
    </form>
  );
}

function Options(props: {
  readonly options: readonly string[];
  readonly onChange: (options: readonly string[]) => void;
}) {
  const { options, onChange } = props;
  return (
    <ul className="space-y-1.5">
      {options.map((option, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: options have no names of their own
        <li key={at} className="flex items-center gap-1">
          <input
            value={option}
            maxLength={limits.labelText}
            aria-label={`Option ${at + 1}`}
            placeholder={`option ${at + 1}`}
            onChange={(event) => onChange(options.with(at, event.target.value))}
            className="field min-w-0 flex-1"
          />
          {options.length > 2 && (
            <button
              type="button"
              aria-label={`Remove option ${at + 1}`}
              className="button px-1.5"
              onClick={() => onChange(options.toSpliced(at, 1))}
            >
              <X size={14} aria-hidden />
            </button>
          )}
        </li>
      ))}
      {options.length < limits.pollOptions && (
        <li>
          <button type="button" className="button" onClick={() => onChange([...options, ""])}>
            <Plus size={14} aria-hidden /> Add an option
          </button>
        </li>
      )}
    </ul>
  );
}

/** The form as it would be asked; null while something in it is missing. */
function formOf(
  kind: Kind,
  options: readonly string[],
  ends: { readonly from: string; readonly to: string; readonly fromLabel: string; readonly toLabel: string },
  unit: string,
): MutableForm | null {
  switch (kind) {
    case "choice": {
      const named = options.map((one) => one.trim()).filter((one) => one !== "");
      return named.length < 2 ? null : { kind, options: named };
    }
    case "slider": {
      const [from, to] = [parseRational(ends.from), parseRational(ends.to)];
      if (from === undefined || to === undefined || compare(from, to) >= 0) return null;
      return {
        kind,
        from: ends.from,
        to: ends.to,
        fromLabel: ends.fromLabel.trim(),
        toLabel: ends.toLabel.trim(),
      };
    }
    case "number":
      return { kind, unit: unit.trim() };
    case "words":
      return { kind };
  }
}

type MutableForm = Exclude<Form, { kind: "choice" }> | { kind: "choice"; options: string[] };
