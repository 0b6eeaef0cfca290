"use client";

import type { StripScene, Tick } from "@crux/present";
import { usePreview } from "../../client/debate/use-debate.tsx";
import { useShownOver } from "../../client/mine/use-mine.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { tickMoves } from "./tick-moves.ts";
import { WinnerStrip } from "./winner-strip.tsx";

/** Who would win if what is tried out were so: a faint strip above the winner strip, with arrows from old flips to new. */
export function GhostStrip(props: {
  readonly ghost: StripScene;
  readonly strip: StripScene;
  /** Flips of other readings, drawn as dashed marks. */
  readonly marks: readonly Tick[];
}) {
  const { ghost, strip, marks } = props;
  return (
    <div data-testid="ghost" className="rounded-t-xl border border-edge border-b-0 border-dashed px-0 pt-0.5">
      <TryingOut />
      <WinnerStrip
        scene={marks.length === 0 ? ghost : { ...ghost, ticks: [...ghost.ticks, ...marks] }}
        quiet
        bare
      />
      <Arrows ghost={ghost} strip={strip} />
    </div>
  );
}

/** Whose patches are tried out, and the button that ends it. */
export function TryingOut() {
  const preview = usePreview();
  const below = useShownOver();
  if (preview === null || preview.layers.length === 0) return null;
  const { layers, store } = preview;
  return (
    <p className="flex items-center gap-2 px-2 text-sm">
      <span className="min-w-0 truncate">
        <span className="font-semibold">Trying out</span>
        {below !== null && ` over ${below.whose}:`}{" "}
        <span title={layers.map(({ title }) => title).join(" + ")}>
          {layers.map(({ title }) => title).join(" + ")}
        </span>
      </span>
      <button type="button" className="button ml-auto min-h-6" onClick={store.clear}>
        Stop
      </button>
    </p>
  );
}

const HEIGHT = 22;

function Arrows({ ghost, strip }: { readonly ghost: StripScene; readonly strip: StripScene }) {
  const [ref, width] = useWidth<HTMLDivElement>(1200);
  const moves = tickMoves(
    strip.ticks.map(({ position }) => position),
    ghost.ticks.map(({ position }) => position),
  );
  return (
    <div ref={ref} aria-hidden>
      <svg width={width} height={HEIGHT} className="block overflow-visible text-ink">
        <title>From old flips to new</title>
        <defs>
          <marker
            id="ghost-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0,0.5 8,4 0,7.5z" fill="currentColor" />
          </marker>
        </defs>
        {moves.map((move) => {
          const key = `${move.from} ${move.to}`;
          const [from, to] = [move.from, move.to].map((at) => (at === null ? 0 : at * width));
          if (move.to === null) return <Cross key={key} at={from ?? 0} />;
          if (move.from === null)
            return (
              <circle
                key={key}
                cx={to}
                cy={HEIGHT / 2}
                r="4"
                fill="none"
                stroke="currentColor"
                strokeWidth="1.75"
              />
            );
          return (
            <path
              key={key}
              d={`M${from},${HEIGHT - 1} C${from},${HEIGHT / 2} ${to},${HEIGHT / 2} ${to},2`}
              fill="none"
              stroke="currentColor"
              strokeWidth="1.75"
              markerEnd="url(#ghost-head)"
            />
          );
        })}
      </svg>
    </div>
  );
}

function Cross({ at }: { readonly at: number }) {
  const [top, bottom] = [HEIGHT / 2 - 4, HEIGHT / 2 + 4];
  return (
    <path
      d={`M${at - 4},${top} L${at + 4},${bottom} M${at - 4},${bottom} L${at + 4},${top}`}
      stroke="currentColor"
      strokeWidth="1.75"
    />
  );
}
