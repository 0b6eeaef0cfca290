"use client";

import type { StripScene } from "@crux/present";
import type { EffectView } from "../../client/debate/effects-client.ts";

/** What a reading does to who wins: badge and sentence, and where the strip above is hidden, both strips small. */
export function EffectBox(props: { readonly view: EffectView | null; readonly hasChanges: boolean }) {
  const { view, hasChanges } = props;
  const effect = view?.effect ?? null;
  return (
    <div data-testid="draft-effect" className="mb-2 text-sm empty:hidden">
      {effect === null && hasChanges && (
        <p className="text-soft">
          {view === null ? "Fill it in, and see what it does." : "Working it out …"}
        </p>
      )}
      {effect !== null && (
        <div className={view?.isWaiting === true ? "opacity-60" : ""}>
          {effect.strips !== null && (
            <div aria-hidden className="mb-1 space-y-0.5 md:tall:hidden">
              <MiniStrip word="now" scene={effect.strips.before} />
              <MiniStrip word="if so" scene={effect.strips.after} />
            </div>
          )}
          <p className="line-clamp-3 [overflow-wrap:anywhere]">
            <strong className="math mr-1.5 text-base">{effect.badge}</strong>
            {effect.sentence}
          </p>
        </div>
      )}
    </div>
  );
}

/** Who wins where, as a thin bar. */
function MiniStrip({ word, scene }: { readonly word: string; readonly scene: StripScene }) {
  return (
    <div className="flex items-center gap-1.5">
      <span className="w-8 shrink-0 text-soft text-xs">{word}</span>
      <div className="flex h-4 min-w-0 flex-1 overflow-hidden rounded">
        {scene.bands.map((band) => (
          <div
            key={`${band.from} ${band.winners.join(" ")}`}
            data-hue={band.styles[0]?.hue}
            data-pattern={band.styles[0]?.pattern}
            className="swatch truncate px-1 text-center font-semibold text-[0.6875rem] leading-4"
            style={{ width: `${(band.to - band.from) * 100}%` }}
          >
            {band.label}
          </div>
        ))}
      </div>
    </div>
  );
}
