"use client";

import { BLANK } from "../../client/debate/change.ts";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { valueAt } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { fieldText } from "./places.ts";
import { ValueField } from "./value-field.tsx";

/** Every way to price complexity x in time, its formula, and the further number that it needs. */
const FAMILIES: Record<string, { readonly price: string; readonly key?: string; readonly start?: string }> = {
  linear: { price: "g · x" },
  affine: { price: "g · x + offset", key: "offset", start: "1" },
  power: { price: "g · x ^ exponent", key: "exponent", start: "2" },
  log: { price: "g · log2(1 + x)" },
  exponential: { price: "g · (base ^ x − 1)", key: "base", start: "2" },
  levin: { price: "g · x, time as log2(t)" },
  cap: { price: "g · x, while t ≤ cap", key: "cap", start: "100" },
  custom: { price: "rate, in g and x", key: "rate", start: "g*x" },
};

/** How complexity is priced: the family, its number, and whether totals or single terms are priced. */
export function ExchangeField() {
  const store = useWorkspaceStore();
  const family =
    useWorkspace((workspace) => fieldText(valueAt(workspace.draft, ["exchange", "family"]))) || "linear";
  const apply =
    useWorkspace((workspace) => fieldText(valueAt(workspace.draft, ["exchange", "apply"]))) || "sum";
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  const chosen = FAMILIES[family];
  const choose = (next: string) => {
    const { key, start } = FAMILIES[next] ?? {};
    store.edit(["exchange"], { family: next, apply, ...(key === undefined ? {} : { [key]: start }) });
    store.settle();
  };
  return (
    <div className="rounded-xl border border-rule bg-card px-4 py-3">
      <header className="mb-2 flex items-center justify-between">
        <h3 className="label">Price of complexity</h3>
        <DoubtButton
          isSmall
          target={{ kind: "scenario" }}
          start={{
            doubt: "undercut",
            changes: [BLANK.price],
          }}
          name="the price of complexity"
        />
      </header>
      <div className="flex flex-wrap items-center gap-2 text-sm">
        <select
          aria-label="How complexity x is priced"
          value={family}
          disabled={!canEdit}
          onChange={(event) => choose(event.target.value)}
          className="field w-full max-w-56 py-0"
        >
          {Object.entries(FAMILIES).map(([name, one]) => (
            <option key={name} value={name}>
              {`${name}: ${one.price}`}
            </option>
          ))}
        </select>
        {chosen?.key !== undefined && (
          <span className="chip">
            <span>{chosen.key}</span>
            <ValueField path={["exchange", chosen.key]} label={chosen.key} />
          </span>
        )}
        <label className="flex items-center gap-1.5">
          <input
            type="checkbox"
            checked={apply === "terms"}
            disabled={!canEdit}
            onChange={(event) => {
              store.edit(["exchange", "apply"], event.target.checked ? "terms" : "sum");
              store.settle();
            }}
            className="size-4 accent-[var(--ink)]"
          />
          price each term by itself
        </label>
      </div>
    </div>
  );
}
