"use client";

import { snap } from "@crux/present";
import { axisOfSheet, regionsOf, type Sheet } from "@crux/present/map";
import { useEffect, useMemo, useRef, useState } from "react";
import { keyG, knobPosition } from "../../client/choose-g.ts";
import { mapAxes } from "../../client/map/map-axes.ts";
import { createMapClient, type MapClient } from "../../client/map/map-client.ts";
import type { MapRequest } from "../../client/map/sheet.ts";
import { competing } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { MapPicture } from "./map-picture.tsx";
import { stepValue, valueAtShare } from "./steps.ts";

/** Who wins over g and one other value of the model, as a map with a point to move. */
export function MapPanel() {
  const store = useWorkspaceStore();
  const draft = useWorkspace((workspace) => workspace.draft);
  const model = useWorkspace((workspace) => workspace.view.model);
  const issues = useWorkspace((workspace) => workspace.issues);
  const g = useWorkspace((workspace) => workspace.g);
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const axes = mapAxes(draft, model);
  const [chosen, setChosen] = useState<string | null>(null);
  const axis = axes.find((one) => one.path.join("/") === chosen) ?? axes[0];
  const [moved, setMoved] = useState<{ readonly key: string; readonly value: string } | null>(null);
  const key = axis?.path.join("/") ?? "";
  const value = moved?.key === key ? moved.value : (axis?.value ?? axis?.low ?? "0");
  const request: MapRequest | null =
    axis === undefined
      ? null
      : { scenario: competing(draft), path: axis.path, low: axis.low, high: axis.high };
  const { sheet, sentence } = useMap(request, issues.length === 0, value, g);
  const scene = useMemo(() => {
    if (sheet === null || sheet.rows.length === 0) return null;
    const over = axisOfSheet(sheet);
    return { axis: over, regions: regionsOf(sheet, over), styles: sheet.styles };
  }, [sheet]);

  if (axis === undefined)
    return (
      <Frame>
        <p className="text-soft">
          A map needs a value to go up and down: a parameter, or a cost that is a number or unknown.
        </p>
      </Frame>
    );
  const setValue = (next: string) => setMoved({ key, value: next });
  const onKey = (pressed: string, big: boolean): boolean => {
    const up = pressed === "ArrowUp" || pressed === "PageUp";
    if (up || pressed === "ArrowDown" || pressed === "PageDown") {
      setValue(stepValue(axis, value, (up ? 1 : -1) * (big || pressed.startsWith("Page") ? 10 : 1)));
      return true;
    }
    const next = scene === null ? null : keyG({ axis: scene.axis, marks: [] }, g, pressed);
    if (next !== null) store.setG(next);
    return next !== null;
  };
  return (
    <Frame>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <label className="flex items-center gap-2 text-sm">
          g against
          <select
            value={key}
            onChange={(event) => setChosen(event.target.value)}
            className="field max-w-64 py-0"
          >
            {axes.map((one) => (
              <option key={one.path.join("/")} value={one.path.join("/")}>
                {one.label}
                {one.value === null ? " (unknown)" : ""}
              </option>
            ))}
          </select>
        </label>
        {canEdit && value !== axis.value && (
          <button type="button" className="button button-line" onClick={() => store.edit(axis.path, value)}>
            Put {value} into the model
          </button>
        )}
      </div>
      {scene === null ? (
        <p className="text-soft">
          {sheet === null
            ? "Drawing …"
            : "No map: other costs are unknown or the winner has no answer in numbers here. Give the others a value."}
        </p>
      ) : (
        <MapPicture
          {...scene}
          label={axis.label}
          low={axis.low}
          high={axis.high}
          value={value}
          g={g}
          sentence={sentence}
          onKey={onKey}
          onMove={(x, y) => {
            store.setG(snap(scene.axis, Math.min(0.99, Math.max(0.01, x))));
            setValue(valueAtShare(axis, y));
          }}
          knob={knobPosition(scene.axis, g)}
        />
      )}
      <p aria-live="polite" className="mt-2 text-sm" data-testid="map-point">
        At <span className="math italic">g</span> = <span className="math">{g}</span> and {axis.label} ={" "}
        <span className="math">{value}</span>: {sentence.replace(/^At your g /, "")}
      </p>
    </Frame>
  );
}

function Frame({ children }: { readonly children: React.ReactNode }) {
  return (
    <section aria-labelledby="map-heading" className="rounded-xl border border-rule bg-card px-4 pt-3 pb-4">
      <h2 id="map-heading" className="label mb-2">
        Map
      </h2>
      {children}
    </section>
  );
}

/** The sheet of the newest valid request and the sentence at the point; the old sheet stays until the new one is there. */
function useMap(
  request: MapRequest | null,
  valid: boolean,
  value: string,
  g: string,
): { readonly sheet: Sheet | null; readonly sentence: string } {
  const client = useRef<MapClient>(undefined);
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const [sentence, setSentence] = useState("");
  useEffect(() => {
    client.current = createMapClient();
    return () => client.current?.close();
  }, []);
  const key = JSON.stringify(request);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of `request`
  useEffect(() => {
    if (request === null || !valid) return;
    void client.current?.sheet(request).then((drawn) => {
      if (drawn !== "overtaken") setSheet(drawn ?? { rows: [], styles: {} });
    });
  }, [key, valid]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of `request`
  useEffect(() => {
    if (request === null || !valid) return;
    void client.current?.point(request, value, g).then((said) => {
      if (said !== "overtaken") setSentence(said);
    });
  }, [key, valid, value, g]);
  return { sheet, sentence };
}
