"use client";

import type { ChangeEvent, FocusEvent, KeyboardEvent } from "react";
import { type Path, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { fieldText, issueAt } from "./places.ts";
import { stepNumber } from "./step-number.ts";

type Field = HTMLInputElement | HTMLTextAreaElement;

/** A value of the model to type in; arrow keys step numbers. Empty means unknown where that is allowed. `wide` ones wrap. */
export function ValueField(props: { readonly path: Path; readonly label: string; readonly wide?: boolean }) {
  const { path } = props;
  const store = useWorkspaceStore();
  const text = useWorkspace((workspace) => fieldText(valueAt(workspace.draft, path)));
  const message = useWorkspace((workspace) => issueAt(workspace.issues, path)?.message);
  const onKeyDown = (event: KeyboardEvent<Field>) => {
    if (event.key === "Enter" || event.key === "Escape") {
      event.preventDefault();
      event.currentTarget.blur();
    }
    const next = stepped(text, event);
    if (next === null) return;
    event.preventDefault();
    store.edit(path, next);
  };
  const shared = {
    value: text,
    placeholder: "?",
    "aria-label": props.label,
    "aria-invalid": message !== undefined,
    "data-field": path.join("/"),
    title: message,
    autoComplete: "off",
    autoCapitalize: "off",
    spellCheck: false,
    onChange: (event: ChangeEvent<Field>) => {
      const value = event.target.value.replaceAll("\n", " ");
      store.edit(path, value.trim() === "" ? undefined : value);
    },
    onFocus: (event: FocusEvent<Field>) => event.target.select(),
    onBlur: store.settle,
    onKeyDown,
  };
  if (props.wide === true)
    return <textarea {...shared} rows={Math.ceil(text.length / 40) || 1} className="value value-wide math" />;
  const width = Math.min(24, Math.max(1.5, text.length)) + 0.75;
  return <input {...shared} style={{ width: `${width}ch` }} className="value math" />;
}

/** The number that an arrow or page key leads to; null for other keys and for what is not a number. */
function stepped(text: string, event: KeyboardEvent): string | null {
  const direction = { ArrowUp: 1, PageUp: 1, ArrowDown: -1, PageDown: -1 }[event.key];
  if (direction === undefined) return null;
  const size = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
  return stepNumber(text, direction * size);
}
