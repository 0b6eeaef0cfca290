import type { Change } from "@crux/present/report";

const MOST = 4;

/** What was changed, difference by difference, and what that did to who wins. */
export function ChangeWords({ change: { words, effect } }: { readonly change: Change }) {
  const isStill = effect.kind === "none" || effect.kind === "undecided" || effect.kind === "dominated";
  if (words.length === 0) return <p className="mt-0.5 text-sm text-soft">Nothing that counts.</p>;
  return (
    <div className="mt-1 flex flex-wrap items-baseline gap-x-2 gap-y-1 text-sm">
      <span
        data-testid="change-badge"
        title={effect.sentence}
        className={`math inline-block rounded-full px-2 py-px font-semibold text-[0.8125rem] [overflow-wrap:anywhere] ${isStill ? "border border-edge border-dashed text-soft" : "bg-ink text-paper"}`}
      >
        {effect.badge}
      </span>
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {words.slice(0, MOST).join("; ")}
        {words.length > MOST && `; and ${words.length - MOST} more`}
      </span>
    </div>
  );
}
