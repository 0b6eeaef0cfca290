"use client";

import type { StripScene } from "@crux/present";
import type { ReactNode } from "react";
import { DecadeMarks } from "../../ui/decade-marks.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { StripBand } from "./strip-band.tsx";
import { StripTick } from "./strip-tick.tsx";
import { tickRows } from "./tick-rows.ts";

/** The winner strip: bands, thresholds and the axis. `children` are handles and pins that lie over the bands. */
export function WinnerStrip(props: {
  readonly scene: StripScene;
  readonly quiet?: boolean;
  /** Without the axis: it is drawn by the strip below. */
  readonly bare?: boolean;
  readonly children?: ReactNode;
}) {
  const { scene, quiet = false, bare = false } = props;
  const [ref, width] = useWidth<HTMLDivElement>(1200);
  const rows = tickRows(
    scene.ticks.map((tick) => ({
      at: tick.position * width,
      width: Math.max(44, tick.exact.length * 10 + 12),
    })),
  );
  const lifted = rows.includes(1);
  return (
    <div ref={ref} className="relative" style={{ paddingTop: quiet ? 24 : lifted ? 66 : 38 }}>
      <div className={quiet ? "relative h-7" : "relative h-12 sm:h-14"}>
        <div className="absolute inset-0 flex overflow-hidden rounded-[10px]">
          {scene.bands.map((band) => (
            <StripBand
              key={`${band.from} ${band.winners.join(" ")}`}
              band={band}
              width={(band.to - band.from) * width}
              quiet={quiet}
            />
          ))}
        </div>
        {scene.ticks.map((tick, index) => (
          <StripTick key={`${tick.kind} ${tick.exact}`} tick={tick} row={rows[index] ?? null} quiet={quiet} />
        ))}
        {props.children}
      </div>
      {!bare && <StripAxis scene={scene} width={width} low={props.children !== undefined} />}
    </div>
  );
}

function StripAxis(props: { readonly scene: StripScene; readonly width: number; readonly low: boolean }) {
  const { scene, width } = props;
  const every = Math.max(1, Math.ceil((scene.decades.length * 52) / (width * 0.8)));
  return (
    <DecadeMarks
      decades={scene.decades}
      every={every}
      className={`h-4 ${props.low ? "mt-3.5" : "mt-1"} text-[0.6875rem]`}
    />
  );
}
