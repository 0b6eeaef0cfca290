"use client";

import { later, opening } from "../../client/later.tsx";
import { LinesPanel } from "../lines/lines-panel.tsx";
import { WinnerStrip } from "../strip/winner-strip.tsx";

/** The tabs of the centre. */
export type FocusTab = "lines" | "map" | "compare" | "claims";

/** The tab of that name; the first where there is none. */
export const tabNamed = (name: string | null): FocusTab => TABS.find(({ id }) => id === name)?.id ?? "lines";

const MapPanel = later(
  () => import("../map/map-panel.tsx").then((file) => file.MapPanel),
  () => <p className="p-4 text-soft">Drawing …</p>,
);

const ClaimsPanel = later(
  () => import("../claims/claims-panel.tsx").then((file) => file.ClaimsPanel),
  opening,
);

const ComparePanel = later(
  () => import("../compare/compare-panel.tsx").then((file) => file.ComparePanel),
  opening,
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
