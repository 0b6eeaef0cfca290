"use client";

import type { Anchor } from "@crux/core";
import { showField } from "../room/use-follow.ts";
import { placeIn, type ScenarioJson } from "../scenario-json.ts";

/** Milliseconds for which the thing that was gone to stands out. */
const SHINE = 1_600;

/** Brings what an anchor points at into view and makes it stand out; false when it is not on the page. */
export function goToAnchor(anchor: Anchor, draft: ScenarioJson): boolean {
  const element = elementOf(anchor, draft);
  if (element === null) return false;
  element.scrollIntoView({ block: "center" });
  element.focus({ preventScroll: true });
  const shining = element.closest<HTMLElement>(".chip, article, li") ?? element;
  shining.dataset.shine = "true";
  setTimeout(() => {
    delete shining.dataset.shine;
  }, SHINE);
  return true;
}

function elementOf(anchor: Anchor, draft: ScenarioJson): HTMLElement | null {
  switch (anchor.kind) {
    case "term":
    case "cost": {
      const place = placeIn(draft, "terms", anchor.term);
      const axes = anchor.kind === "cost" ? [anchor.axis] : ["c", "t"];
      return place && (axes.map((axis) => fieldAt([...place, axis])).find((one) => one !== null) ?? null);
    }
    case "program":
    case "summand": {
      const place = placeIn(draft, "programs", anchor.program);
      const name = place && nameAt(draft, Number(place[1]));
      return name === null
        ? null
        : document.querySelector(`article[aria-label="${CSS.escape(name)}"] button`);
    }
    case "assumption": {
      const place = placeIn(draft, "assumptions", anchor.assumption);
      return place && fieldAt([...place, "statement"]);
    }
    case "threshold":
    case "scenario":
      return document.querySelector('[aria-label="Who wins at which g"] [role="slider"]');
    case "claim":
      return document.getElementById("tab-claims");
  }
}

/** The field with that path, also where only another field of the same row is on the page. */
function fieldAt(path: readonly (string | number)[]): HTMLElement | null {
  const exact = document.querySelector<HTMLElement>(`[data-field="${path.join("/")}"]`);
  if (exact !== null) return exact;
  showField(path);
  return null;
}

function nameAt(draft: ScenarioJson, index: number): string | null {
  const { programs } = draft;
  const row = Array.isArray(programs) ? (programs[index] as ScenarioJson | undefined) : undefined;
  const name = row?.name ?? row?.id;
  return typeof name === "string" ? name : null;
}
