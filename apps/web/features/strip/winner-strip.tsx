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
          {scene.bands.map((band, at) => (
            <StripBand
              key={bandKey(scene.bands, at)}
              band={band}
              width={(band.to - band.from) * width}
              quiet={quiet}
            />
          ))}
        </div>
        {scene.ticks.map((tick, index) => (
          <StripTick key={tickKey(scene.ticks, index)} tick={tick} row={rows[index] ?? null} quiet={quiet} />
        ))}
        {props.children}
      </div>
      {!bare && <StripAxis scene={scene} width={width} low={props.children !== undefined} />}
    </div>
  );
}

/** Stays with a band while its edges move: nothing is taken out and put in for it. */
const bandKey = (bands: StripScene["bands"], at: number): string =>
  nth(
    bands.map(({ winners }) => winners.join(" ")),
    at,
  );

/** Stays with a flip while its value moves, and so does the focus on it. */
const tickKey = (ticks: StripScene["ticks"], at: number): string =>
  nth(
    ticks.map(({ kind, between }) => `${kind} ${between?.join(" ") ?? ""}`),
    at,
  );

/** The text at `at`, and which of the equal ones it is. */
const nth = (texts: readonly string[], at: number): string =>
  `${texts[at]} ${texts.slice(0, at).filter((one) => one === texts[at]).length}`;

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
