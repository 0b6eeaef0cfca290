"use client";

import dynamic from "next/dynamic";
import { untilLoaded } from "../../client/until-loaded.ts";
import { LinesPanel } from "../lines/lines-panel.tsx";
import { WinnerStrip } from "../strip/winner-strip.tsx";

/** The tabs of the centre. */
export type FocusTab = "lines" | "map" | "compare" | "claims";

/** The tab of that name; the first where there is none. */
export const tabNamed = (name: string | null): FocusTab => TABS.find(({ id }) => id === name)?.id ?? "lines";

const MapPanel = dynamic(
  () => untilLoaded(() => import("../map/map-panel.tsx").then((file) => file.MapPanel)),
  {
    ssr: false,
    loading: () => <p className="p-4 text-soft">Drawing …</p>,
  },
);

const ClaimsPanel = dynamic(
  () => untilLoaded(() => import("../claims/claims-panel.tsx").then((file) => file.ClaimsPanel)),
  {
    ssr: false,
    loading: () => <p className="p-4 text-soft">Opening …</p>,
  },
);

const ComparePanel = dynamic(
  () => untilLoaded(() => import("../compare/compare-panel.tsx").then((file) => file.ComparePanel)),
  {
    ssr: false,
    loading: () => <p className="p-4 text-soft">Opening …</p>,
  },
);

const TABS = [
  { id: "lines", text: "Lines" },
  { id: "map", text: "Map" },
  { id: "compare", text: "Compare" },
  { id: "claims", text: "Claims" },
] as const;

/** The centre: score lines, the map of g against another value, two positions compared, or claims. */
export function Focus(props: { readonly tab: FocusTab; readonly onTab: (tab: FocusTab) => void }) {
  return (
    <div>
      <div role="tablist" aria-label="Pictures" className="mb-1.5 flex gap-1">
        {TABS.map(({ id, text }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`tab-${id}`}
            aria-selected={props.tab === id}
            aria-controls="focus-panel"
            tabIndex={props.tab === id ? 0 : -1}
            onClick={() => props.onTab(id)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
              const step = event.key === "ArrowRight" ? 1 : TABS.length - 1;
              const next = TABS[(TABS.findIndex((one) => one.id === id) + step) % TABS.length]?.id ?? id;
              props.onTab(next);
              document.getElementById(`tab-${next}`)?.focus();
            }}
            className="button aria-selected:bg-well aria-selected:font-semibold"
          >
            {text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="focus-panel" aria-labelledby={`tab-${props.tab}`}>
        {props.tab === "lines" && <LinesPanel />}
        {props.tab === "map" && <MapPanel />}
        {props.tab === "compare" && <ComparePanel strip={WinnerStrip} />}
        {props.tab === "claims" && <ClaimsPanel />}
      </div>
    </div>
  );
}
