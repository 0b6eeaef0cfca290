import {
  applyPatch,
  diffScenarios,
  type Edit,
  readExpr,
  readOverlay,
  readScenario,
  type Scenario,
  writeOverlay,
  writeScenario,
} from "@crux/core";
import { competing, entriesOf, type ScenarioJson, valueAt } from "../scenario-json.ts";

const OWNER = "me";

/** What one's own draft changes in the shared one, as the text that is kept; null while either can't be read. */
export function overlayText(shared: ScenarioJson, own: ScenarioJson, g: string): string | null {
  const [from, to] = [readScenario(competing(shared)), readScenario(competing(own))];
  if (!from.ok || !to.ok) return null;
  const rate = readExpr(g);
  const patch = diffScenarios(from.value, to.value);
  return JSON.stringify(writeOverlay({ owner: OWNER, patch, g: rate.ok ? rate.value : null }));
}

/** One's own draft again: the shared one with the kept changes, as far as they still apply, and the kept `g`. */
export function applyOverlayText(
  shared: ScenarioJson,
  text: string | null,
): { readonly draft: ScenarioJson; readonly g: string | null; readonly lost: number } {
  const nothing = { draft: shared, g: null, lost: 0 };
  const json = text === null ? null : parsed(text);
  const overlay = readOverlay(json);
  const base = readScenario(competing(shared));
  if (!overlay.ok || !base.ok) return nothing;
  const g = valueAt(json, ["g"]);
  const { scenario, lost } = applyWhatFits(base.value, overlay.value.patch);
  const draft = merged(shared, writeScenario(base.value), writeScenario(scenario));
  return { draft, g: typeof g === "string" ? g : null, lost };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** All edits at once; if they don't fit together any more, those that fit one after the other. */
function applyWhatFits(base: Scenario, patch: readonly Edit[]): { scenario: Scenario; lost: number } {
  const whole = applyPatch(base, patch);
  if (whole.ok) return { scenario: whole.value, lost: 0 };
  let scenario = base;
  let lost = 0;
  for (const edit of patch) {
    const next = applyPatch(scenario, [edit]);
    if (next.ok) scenario = next.value;
    else lost += 1;
  }
  return { scenario, lost };
}

const LISTS = ["terms", "parameters", "programs", "assumptions"] as const;
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** `next`, but with the words of `raw` wherever it says what `before` says: nothing looks changed that is not. */
function merged(raw: ScenarioJson, before: ScenarioJson, next: ScenarioJson): ScenarioJson {
  const out: Record<string, unknown> = keepWords(raw, before, next);
  for (const list of LISTS) {
    const rows = (json: ScenarioJson) =>
      new Map(entriesOf(json, list).map((row) => [valueAt(row, ["id"]), row as ScenarioJson]));
    const [rawRows, oldRows] = [rows(raw), rows(before)];
    const changed = entriesOf(next, list).map((row) => {
      const id = valueAt(row, ["id"]);
      const [rawRow, oldRow] = [rawRows.get(id), oldRows.get(id)];
      return rawRow === undefined || oldRow === undefined
        ? row
        : keepWords(rawRow, oldRow, row as ScenarioJson);
    });
    if (list in next || list in raw) out[list] = changed;
  }
  return out;
}

function keepWords(raw: ScenarioJson, before: ScenarioJson, next: ScenarioJson): Record<string, unknown> {
  const keys = [...new Set([...Object.keys(raw), ...Object.keys(next)])];
  return Object.fromEntries(
    keys
      .map((key) => [key, same(before[key], next[key]) ? raw[key] : next[key]] as const)
      .filter(([, value]) => value !== undefined),
  );
}
