"use client";

import { MessageSquareWarning } from "lucide-react";
import type { Draft } from "./draft.ts";
import type { Start } from "./draft-store.ts";
import { useDebate } from "./use-debate.tsx";
import { useMayDoubt } from "./use-may-doubt.ts";

/** "I doubt this", for one thing of the model; nothing on a page without a room. Locked for those who only look on. */
export function DoubtButton(props: {
  readonly target: Draft["target"];
  /** What it is called, e.g. `the complexity of combine goals`. */
  readonly name: string;
  readonly start?: Start;
  /** Only the sign, where there is little room. */
  readonly isSmall?: boolean;
  readonly className?: string;
}) {
  const debate = useDebate();
  if (debate === null) return null;
  return <Button {...props} onDoubt={() => debate.drafts.startDoubt(props.target, props.start)} />;
}

function Button(props: Parameters<typeof DoubtButton>[0] & { readonly onDoubt: () => void }) {
  const may = useMayDoubt();
  const { isSmall = false } = props;
  const label = `I doubt ${props.name}`;
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={!may}
      title={may ? label : "Only people who take part can object. Ask the moderator to let you take part."}
      onClick={() => may && props.onDoubt()}
      className={`doubt ${isSmall ? "doubt-small" : "button min-h-7"} ${props.className ?? ""}`}
    >
      <MessageSquareWarning size={isSmall ? 13 : 14} aria-hidden />
      {!isSmall && "I doubt this"}
    </button>
  );
}
