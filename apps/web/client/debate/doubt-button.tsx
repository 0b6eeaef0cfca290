"use client";

import { MessageSquarePlus } from "lucide-react";
import type { Target } from "./draft.ts";
import type { Start } from "./draft-store.ts";
import { useDebate } from "./use-debate.tsx";

/** "I doubt this", for one thing of the model; nothing on a page without a room. Locked, with the reason, for those who may not. */
export function DoubtButton(props: {
  readonly target: Target;
  /** What it is called, e.g. `the complexity of combine goals`. */
  readonly name: string;
  readonly start?: Start;
  /** Only the sign, where there is little room. */
  readonly isSmall?: boolean;
  readonly className?: string;
}) {
  const debate = useDebate();
  if (debate === null) return null;
  const { isSmall = false, className = "" } = props;
  const { drafts, lock } = debate;
  const label = `I doubt ${props.name}`;
  return (
    <button
      type="button"
      aria-label={lock === "" ? label : `${label}: ${lock}`}
      aria-disabled={lock !== ""}
      title={lock === "" ? label : lock}
      onClick={() => (lock === "" ? drafts.startDoubt(props.target, props.start) : drafts.lock(true))}
      className={`doubt ${isSmall ? "doubt-small" : "button min-h-7 px-1.5"} ${className}`}
    >
      <MessageSquarePlus size={isSmall ? 13 : 15} aria-hidden />
      {!isSmall && "I doubt this"}
    </button>
  );
}
