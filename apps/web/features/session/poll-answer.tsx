"use client";

import { add, divide, integer, multiply, parseRational, printRational, subtract } from "@crux/core/exact";
import { rationalToFloat } from "@crux/present";
import { limits, type PollForm } from "@crux/room/client";
import { type FormEvent, useId, useState } from "react";
import { readAnswer } from "../../client/session/polls.ts";

type Props<K extends PollForm["kind"]> = {
  readonly form: Extract<PollForm, { kind: K }>;
  readonly question: string;
  readonly mine: string | null;
  readonly onAnswer: (answer: string) => void;
};

/** The way to answer a question: options, a slider with a typed twin, a number, or a few words. */
export function PollAnswer(props: Props<PollForm["kind"]>) {
  const { form, ...rest } = props;
  switch (form.kind) {
    case "choice":
      return <Choice form={form} {...rest} />;
    case "slider":
      return <Slider form={form} {...rest} />;
    case "number":
      return <Typed form={form} {...rest} isNumber />;
    case "words":
      return <Typed form={form} {...rest} isNumber={false} />;
  }
}

function Choice({ form, question, mine, onAnswer }: Props<"choice">) {
  return (
    <div role="group" aria-label={question} className="grid gap-1.5">
      {form.options.map((option, at) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer is the index of an option
          key={at}
          type="button"
          aria-pressed={mine === String(at)}
          onClick={() => onAnswer(String(at))}
          className="flex min-h-10 items-center gap-2 rounded-lg border border-edge px-3 py-1.5 text-left [overflow-wrap:anywhere] hover:bg-well aria-pressed:border-ink aria-pressed:bg-well aria-pressed:font-semibold"
        >
          <span className="min-w-0 flex-1">{option}</span>
          {mine === String(at) && <span aria-hidden>✓</span>}
        </button>
      ))}
    </div>
  );
}

const STEPS = 100;

/** The exact value at a step of the slider. */
function valueAt(form: Extract<PollForm, { kind: "slider" }>, step: number): string {
  const [from, to] = [parseRational(form.from), parseRational(form.to)];
  if (from === undefined || to === undefined) return form.from;
  const share = divide(integer(BigInt(step)), integer(BigInt(STEPS)));
  return printRational(add(from, multiply(subtract(to, from), share)));
}

function Slider({ form, question, mine, onAnswer }: Props<"slider">) {
  const [text, setText] = useState(mine ?? "");
  const value = readAnswer(form, text);
  const [from, to] = [rationalToFloat(form.from), rationalToFloat(form.to)];
  const step =
    value === null ? STEPS / 2 : Math.round(((rationalToFloat(value) - from) / (to - from)) * STEPS);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (value !== null) onAnswer(value);
      }}
    >
      <input
        type="range"
        min={0}
        max={STEPS}
        value={step}
        aria-label={question}
        aria-valuetext={value ?? "not placed"}
        onChange={(event) => setText(valueAt(form, Number(event.target.value)))}
        className={`h-8 w-full accent-[var(--ink)] ${value === null ? "opacity-50" : ""}`}
      />
      <p className="flex justify-between gap-4 text-soft text-xs">
        <span>{[form.from, form.fromLabel].filter(Boolean).join(": ")}</span>
        <span className="text-right">{[form.to, form.toLabel].filter(Boolean).join(": ")}</span>
      </p>
      <p className="mt-1.5 flex items-center gap-2">
        <input
          value={text}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${question}, typed`}
          aria-invalid={text !== "" && value === null}
          placeholder="–"
          onChange={(event) => setText(event.target.value)}
          className="field math w-24 aria-invalid:border-alarm"
        />
        <Submit isDone={value !== null && value === mine} isReady={value !== null} isAgain={mine !== null} />
      </p>
    </form>
  );
}

function Typed(props: Props<"number" | "words"> & { readonly isNumber: boolean }) {
  const { form, question, mine, onAnswer } = props;
  const [text, setText] = useState(mine ?? "");
  const hint = useId();
  const answer = form.kind === "number" ? readAnswer(form, text) : text.trim() === "" ? null : text.trim();
  const isWrong = text.trim() !== "" && answer === null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (answer !== null) onAnswer(answer);
  };
  return (
    <form onSubmit={submit}>
      <p className="flex flex-wrap items-center gap-2">
        <input
          value={text}
          maxLength={limits.answerText}
          inputMode={form.kind === "number" ? "decimal" : undefined}
          autoComplete="off"
          aria-label={question}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? hint : undefined}
          placeholder={form.kind === "number" ? "2, 0.5 or 19/8" : "a few words"}
          onChange={(event) => setText(event.target.value)}
          className="field min-w-0 flex-1 basis-40 aria-invalid:border-alarm"
        />
        {form.kind === "number" && form.unit !== "" && <span>{form.unit}</span>}
        <Submit
          isDone={answer !== null && answer === mine}
          isReady={answer !== null}
          isAgain={mine !== null}
        />
      </p>
      {isWrong && (
        <p id={hint} className="mt-0.5 text-alarm text-sm">
          A number is expected, such as 2, 0.5 or 19/8.
        </p>
      )}
    </form>
  );
}

function Submit(props: { readonly isDone: boolean; readonly isReady: boolean; readonly isAgain: boolean }) {
  return (
    <button type="submit" disabled={!props.isReady || props.isDone} className="button button-full">
      {props.isDone ? "Sent" : props.isAgain ? "Change my answer" : "Answer"}
    </button>
  );
}
