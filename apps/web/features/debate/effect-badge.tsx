import type { EffectView } from "../../client/debate/effects-client.ts";

/** What a patch does to the flips, in a few words; the whole sentence for those who rest on it. */
export function EffectBadge({ view }: { readonly view: EffectView | undefined }) {
  const effect = view?.effect ?? null;
  if (effect === null)
    return (
      <span className="text-soft text-xs" aria-hidden>
        …
      </span>
    );
  const still = effect.kind === "none" || effect.kind === "dominated" || effect.kind === "undecided";
  return (
    <span
      data-testid="badge"
      title={effect.sentence}
      className={`math inline-block max-w-full rounded-full px-2 py-px font-semibold text-[0.8125rem] [overflow-wrap:anywhere] ${
        effect.kind === "unfit"
          ? "border border-alarm border-dashed text-alarm"
          : still
            ? "border border-edge border-dashed text-soft"
            : "bg-ink text-paper"
      } ${view?.isWaiting === true ? "opacity-60" : ""}`}
    >
      {effect.badge}
    </span>
  );
}
