"use client";

import { type ChangeEvent, type FocusEvent, type KeyboardEvent, useRef } from "react";
import { type Path, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { useSteadyCaret } from "../../ui/use-steady-caret.ts";
import { FieldMarks } from "./field-marks.tsx";
import { MineMark } from "./mine-mark.tsx";
import { fieldText, issueAt } from "./places.ts";
import { stepNumber } from "./step-number.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/**
 * A value of the model to type in; arrow keys step numbers. Empty means unknown where that is allowed. `wide` ones
 * wrap; `prose` ones hold words. Who else is in the field shows at its edge.
 */
export function ValueField(props: {
  readonly path: Path;
  readonly label: string;
  readonly wide?: boolean;
  readonly prose?: boolean;
  readonly placeholder?: string;
}) {
  const { path, prose = false } = props;
  const key = path.join("/");
  const store = useWorkspaceStore();
  const ref = useRef<Field>(null);
  const text = useWorkspace((workspace) => fieldText(valueAt(workspace.draft, path)));
  const message = useWorkspace((workspace) => issueAt(workspace.issues, path)?.message);
  const locked = useWorkspace((workspace) => workspace.locked[path.slice(0, 2).join("/")]);
  const mayEdit = useWorkspace((workspace) => workspace.canEdit);
  const canEdit = mayEdit && locked === undefined;
  const marks = useWorkspace((workspace) => workspace.marks[key]);
  const caret = useSteadyCaret(ref, text);
  const onKeyDown = (event: KeyboardEvent<Field>) => {
    store.show();
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.currentTarget.blur();
    }
    // The text on the page is drawn anew only after this.
    const next = prose ? null : stepped(fieldText(valueAt(store.read().draft, path)), event);
    if (next === null || !canEdit) return;
    event.preventDefault();
    store.step(path, next);
  };
  const shared = {
    value: text,
    placeholder: props.placeholder ?? "?",
    "aria-label": props.label,
    "aria-invalid": message !== undefined,
    "data-field": key,
    "data-person": marks?.[0] && marks[0].colour % 8,
    title: message ?? locked,
    autoComplete: "off",
    autoCapitalize: prose ? undefined : "off",
    spellCheck: prose,
    readOnly: !canEdit,
    onChange: (event: ChangeEvent<Field>) => {
      caret.note();
      const value = event.target.value.replaceAll("\n", " ");
      store.edit(path, value.trim() === "" ? undefined : value);
    },
    onSelect: caret.note,
    onFocus: (event: FocusEvent<Field>) => {
      if (!prose) event.target.select();
      store.focus(path);
    },
    onBlur: () => {
      store.settle();
      store.focus(null);
    },
    onKeyDown,
  };
  const look = prose ? "value value-prose" : "value math";
  const setRef = (field: Field | null) => {
    ref.current = field;
  };
  const width = Math.min(24, Math.max(1.5, (text || props.placeholder || "").length)) + 0.75;
  return (
    <span className={`relative ${props.wide === true ? "block w-full min-w-0" : "inline-flex"}`}>
      {props.wide === true ? (
        <textarea
          {...shared}
          ref={setRef}
          rows={Math.ceil(text.length / 40) || 1}
          className={`${look} value-wide`}
        />
      ) : (
        <input {...shared} ref={setRef} style={{ width: `${width}ch` }} className={look} />
      )}
      {marks !== undefined && <FieldMarks marks={marks} />}
      <MineMark path={path} label={props.label} />
    </span>
  );
}

/** The number that an arrow or page key leads to; null for other keys and for what is not a number. */
function stepped(text: string, event: KeyboardEvent): string | null {
  const direction = { ArrowUp: 1, PageUp: 1, ArrowDown: -1, PageDown: -1 }[event.key];
  if (direction === undefined) return null;
  const size = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
  return stepNumber(text, direction * size);
}
