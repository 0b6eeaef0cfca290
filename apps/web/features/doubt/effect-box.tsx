"use client";

import type { EffectView } from "../../client/debate/effects-client.ts";

/** What a reading does to who wins: badge and sentence. */
export function EffectBox({
  view,
  hasChanges,
}: {
  readonly view: EffectView | null;
  readonly hasChanges: boolean;
}) {
  const effect = view?.effect ?? null;
  return (
    <div
      aria-live="polite"
      data-testid="draft-effect"
      className="rounded-lg border border-edge border-dashed px-3 py-2 text-sm"
    >
      {effect === null ? (
        <p className="text-soft">
          {view !== null
            ? "Working it out …"
            : hasChanges
              ? "Fill in what is still to do, and you see what it does to who wins."
              : "Change something above to see what it does to who wins. Without a change it is a remark in words."}
        </p>
      ) : (
        <div className={view?.isWaiting === true ? "opacity-60" : ""}>
          <p className="math font-semibold text-base">{effect.badge}</p>
          <p className="[overflow-wrap:anywhere]">{effect.sentence}</p>
        </div>
      )}
    </div>
  );
}
