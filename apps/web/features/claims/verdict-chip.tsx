import type { JudgeAnswer } from "@crux/solver";
import { Check, CircleDashed, HelpCircle, X } from "lucide-react";

const LOOKS = {
  proved: {
    icon: Check,
    word: "Proved",
    look: "border-[var(--hue-ink)] text-[var(--hue-ink)]",
    hue: "green",
  },
  refuted: { icon: X, word: "Refuted", look: "border-alarm text-alarm", hue: undefined },
  vacuous: { icon: CircleDashed, word: "Vacuous", look: "border-edge text-soft", hue: undefined },
  undecided: { icon: HelpCircle, word: "Undecided", look: "border-edge text-soft", hue: undefined },
} as const;

/** A verdict as icon and word; green only for what is proved. */
export function VerdictChip({ verdict }: { readonly verdict: JudgeAnswer["verdict"] }) {
  const { icon: Icon, word, look, hue } = LOOKS[verdict];
  return (
    <span
      data-hue={hue}
      data-testid="claim-verdict"
      className={`inline-flex shrink-0 items-center gap-1 rounded-full border px-2 py-px font-semibold text-xs ${look}`}
    >
      <Icon size={13} aria-hidden strokeWidth={2.5} /> {word}
    </span>
  );
}
