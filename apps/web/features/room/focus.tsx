"use client";

import dynamic from "next/dynamic";
import { LinesPanel } from "../lines/lines-panel.tsx";

/** The tabs of the centre. */
export type FocusTab = "lines" | "map";

const MapPanel = dynamic(() => import("../map/map-panel.tsx").then((file) => file.MapPanel), {
  ssr: false,
  loading: () => <p className="p-4 text-soft">Drawing …</p>,
});

const TABS = [
  { id: "lines", text: "Lines" },
  { id: "map", text: "Map" },
] as const;

/** The picture in the centre: score lines, or the map of g against another value. */
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
              const next = props.tab === "lines" ? "map" : "lines";
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
        {props.tab === "lines" ? <LinesPanel /> : <MapPanel />}
      </div>
    </div>
  );
}
