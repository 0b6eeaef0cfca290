"use client";

import type { Issue } from "@crux/core";
import { type FormEvent, type KeyboardEvent, useId, useRef, useState } from "react";
import { complete } from "./complete.ts";

/** Where a claim is written: names are completed as they are typed, mistakes are marked at their place. */
export function ClaimEditor(props: {
  readonly text: string;
  readonly names: readonly string[];
  readonly issues: readonly Issue[];
  readonly onChange: (text: string) => void;
  readonly onJudge: () => void;
}) {
  const { text, names } = props;
  const ref = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(text.length);
  const [help, wrong] = [useId(), useId()];
  const completions = complete(text, caret, names);
  const take = (completion: { readonly text: string; readonly caret: number }) => {
    props.onChange(completion.text);
    setCaret(completion.caret);
    requestAnimationFrame(() => {
      ref.current?.focus();
      ref.current?.setSelectionRange(completion.caret, completion.caret);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      props.onJudge();
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onJudge();
  };
  return (
    <form onSubmit={submit}>
      <textarea
        ref={ref}
        value={text}
        rows={2}
        maxLength={4000}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        aria-label="Your claim"
        aria-invalid={props.issues.length > 0}
        aria-describedby={props.issues.length > 0 ? `${wrong} ${help}` : help}
        placeholder="score(sd) < score(fh)"
        onChange={(event) => {
          props.onChange(event.target.value.replaceAll("\n", " "));
          setCaret(event.target.selectionStart);
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        className="field math w-full resize-none aria-invalid:border-alarm"
      />
      {completions.length > 0 && (
        <ul aria-label="Names to put in" className="mt-1 flex flex-wrap gap-1">
          {completions.map((one) => (
            <li key={one.name}>
              <button
                type="button"
                onClick={() => take(one)}
                className="math min-h-6 max-w-full break-all rounded-full border border-rule bg-paper px-2 text-left text-[0.8125rem] hover:border-edge"
              >
                {one.name}
              </button>
            </li>
          ))}
        </ul>
      )}
      <div id={wrong} role="status">
        {props.issues.slice(0, 3).map((issue) => (
          <p key={issue.message} className="mt-1 text-alarm text-sm">
            {issue.span !== null && issue.path[1] === "claim" && (
              <Marked text={text} start={issue.span.start} end={issue.span.end} />
            )}
            {issue.message}
            {issue.hint === "" ? "" : ` – ${issue.hint}`}
          </p>
        ))}
      </div>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
        <button type="submit" className="button button-full" disabled={text.trim() === ""}>
          Judge
        </button>
        <p id={help} className="text-soft text-xs">
          Comparisons, <code>wins(P)</code>, <code>dominates(P, Q)</code>, joined by and, or, not, implies,
          iff; meant for all values, or begin with <code>exists g:</code>
        </p>
      </div>
    </form>
  );
}

/** The part of the text that an issue is about, with a little around it. */
function Marked(props: { readonly text: string; readonly start: number; readonly end: number }) {
  const { text, start } = props;
  const end = Math.max(props.end, start + 1);
  return (
    <span className="math mb-0.5 block text-ink [overflow-wrap:anywhere]">
      {text.slice(Math.max(0, start - 30), start)}
      <mark className="bg-alarm-well text-alarm underline decoration-wavy">
        {text.slice(start, end) || " "}
      </mark>
      {text.slice(end, end + 30)}
    </span>
  );
}
