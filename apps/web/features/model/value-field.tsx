"use client";

import type { Issue } from "@crux/core";
import type { KeyboardEvent } from "react";
import { type Path, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { fieldText, issueAt } from "./places.ts";
import { stepNumber } from "./step-number.ts";

/** A value of the model to type in; arrow keys step numbers. Empty means unknown where that is allowed. */
export function ValueField(props: {
  readonly path: Path;
  readonly label: string;
  readonly placeholder?: string;
  readonly className?: string;
}) {
  const { path } = props;
  const store = useWorkspaceStore();
  const text = useWorkspace((workspace) => fieldText(valueAt(workspace.draft, path)));
  const issue: Issue | undefined = useWorkspace((workspace) => issueAt(workspace.issues, path));
  const write = (value: string) => store.edit(path, value.trim() === "" ? undefined : value);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const size = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
    const direction = { ArrowUp: 1, PageUp: 1, ArrowDown: -1, PageDown: -1 }[event.key];
    if (direction !== undefined) {
      const next = stepNumber(text, direction * size);
      if (next === null) return;
      event.preventDefault();
      store.edit(path, next);
    } else if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
  };
  return (
    <input
      value={text}
      placeholder={props.placeholder ?? "?"}
      aria-label={props.label}
      aria-invalid={issue !== undefined}
      title={issue?.message}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      style={
        props.className === undefined
          ? { width: `${Math.min(24, Math.max(1.5, text.length)) + 0.75}ch` }
          : undefined
      }
      onChange={(event) => write(event.target.value)}
      onFocus={(event) => event.target.select()}
      onBlur={store.settle}
      onKeyDown={onKeyDown}
      className={`value math ${props.className ?? ""}`}
    />
  );
}
