import {
  applyPatch,
  diffScenarios,
  type Edit,
  type Patch,
  readExpr,
  readOverlay,
  readPatch,
  readScenario,
  type Scenario,
  writeOverlay,
  writePatch,
  writeScenario,
} from "@crux/core";
import { competing, entriesOf, type ScenarioJson, valueAt } from "../scenario-json.ts";
import { sayEdit } from "./say-edit.ts";

const OWNER = "me";

/** What `own` changes in `shared`; null while either can't be read. */
function patchBetween(shared: ScenarioJson, own: ScenarioJson): Patch | null {
  const [from, to] = [readScenario(competing(shared)), readScenario(competing(own))];
  return from.ok && to.ok ? diffScenarios(from.value, to.value) : null;
}

/** What is one's own over the shared draft. */
export type Own = {
  /** All of it, as JSON of the patch format. */
  readonly patch: readonly unknown[];
  /** Changes that are more than one value, such as a new program, in words. */
  readonly inWords: readonly string[];
};

/** Tells what a draft changes in the shared one; null while either can't be read. The same object while both stay the same. */
export function createPatchReader(): (shared: ScenarioJson, own: ScenarioJson) => Own | null {
  let last: {
    readonly shared: ScenarioJson;
    readonly own: ScenarioJson;
    readonly said: Own | null;
  } | null = null;
  return (shared, own) => {
    if (last?.shared === shared && last.own === own) return last.said;
    const patch = patchBetween(shared, own);
    const said = patch && {
      patch: writePatch(patch),
      inWords: [...new Set(patch.filter(isMore).map(sayEdit))],
    };
    last = { shared, own, said };
    return said;
  };
}

/** Edits in a few words each. */
export const sayEdits = (edits: Patch): readonly string[] => edits.map(sayEdit);

const isMore = ({ kind }: Edit): boolean =>
  kind !== "set-cost" && kind !== "set-parameter" && kind !== "set-program";

/**
 * What one's own draft changes in the shared one, as the text that is kept; null while either can't be read. `lost`
 * are changes that do not fit now: they are kept with the others, for what they are about may come back.
 */
export function overlayText(
  shared: ScenarioJson,
  own: ScenarioJson,
  g: string,
  lost: Patch = [],
): string | null {
  const changes = patchBetween(shared, own);
  if (changes === null) return null;
  const rate = readExpr(g);
  const patch = [...changes, ...lost];
  return JSON.stringify(writeOverlay({ owner: OWNER, patch, g: rate.ok ? rate.value : null }));
}

/** A draft with changes laid over it, the `g` that goes with them, and the changes that do not fit. */
export type Laid = { readonly draft: ScenarioJson; readonly g: string | null; readonly lost: Patch };

/** One's own draft again: the shared one with the kept changes, as far as they still apply, and the kept `g`. */
export function applyOverlayText(shared: ScenarioJson, text: string | null): Laid {
  const json = text === null ? null : parsed(text);
  const overlay = readOverlay(json);
  if (!overlay.ok) return { draft: shared, g: null, lost: [] };
  const g = valueAt(json, ["g"]);
  return { ...layPatch(shared, overlay.value.patch), g: typeof g === "string" ? g : null };
}

/** A draft with a patch laid over it as far as it fits; words that it does not change stay as they were typed. */
export function layPatch(shared: ScenarioJson, patch: Patch): Omit<Laid, "g"> {
  const base = readScenario(competing(shared));
  // Nothing can be said of what fits while the draft can't be read; it is laid again when it can.
  if (!base.ok) return { draft: shared, lost: [] };
  const { scenario, lost } = applyWhatFits(base.value, patch);
  return { draft: merged(shared, writeScenario(base.value), writeScenario(scenario)), lost };
}

/** A draft with patches (JSON of the patch format) laid over it one after the other; what is none is left out. */
export function layPatches(draft: ScenarioJson, patches: readonly unknown[]): ScenarioJson {
  let laid = draft;
  for (const json of patches) {
    const patch = readPatch(json);
    if (patch.ok) laid = layPatch(laid, patch.value).draft;
  }
  return laid;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** All edits at once; if they don't fit together any more, those that fit one after the other. */
function applyWhatFits(base: Scenario, patch: Patch): { scenario: Scenario; lost: Patch } {
  const whole = applyPatch(base, patch);
  if (whole.ok) return { scenario: whole.value, lost: [] };
  let scenario = base;
  const lost: Edit[] = [];
  for (const edit of patch) {
    const next = applyPatch(scenario, [edit]);
    if (next.ok) scenario = next.value;
    else lost.push(edit);
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
