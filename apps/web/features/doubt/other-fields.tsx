"use client";

import { printComparison, printExpr, readPatch } from "@crux/core";
import { editWords } from "@crux/present";
import { PRICE_KEYS } from "../../client/debate/change.ts";
import { Choice, Field, FieldRow } from "./field.tsx";
import type { FieldsOf } from "./fields-of.ts";

/** A parameter's other value. */
export function ParameterFields({ change, scenario, problemAt, onChange }: FieldsOf<"parameter">) {
  const now = scenario.parameters.find(({ id }) => id === change.parameter);
  return (
    <FieldRow>
      <Choice
        label="Parameter"
        value={change.parameter}
        options={scenario.parameters.map(({ id, label }) => ({ value: id, text: label ?? id }))}
        onChange={(parameter) => onChange({ ...change, parameter })}
      />
      <Field
        label={`Value (${now?.value == null ? "unknown" : printExpr(now.value)} now)`}
        value={change.to}
        isMath
        isFocused={change.to === ""}
        problem={problemAt("to")}
        onChange={(to) => onChange({ ...change, to })}
      />
    </FieldRow>
  );
}

const STATUSES = [
  { value: "held", text: "holds" },
  { value: "disputed", text: "is in dispute: no proof may use it" },
  { value: "dropped", text: "has no place here" },
];

/** Whether an assumption may be used. */
export function AssumptionFields({ change, scenario, onChange }: FieldsOf<"assumption">) {
  const one = scenario.assumptions.find(({ id }) => id === change.assumption);
  return (
    <Choice
      label={one === undefined ? change.assumption : printComparison(one.statement)}
      value={change.to}
      options={STATUSES}
      onChange={(to) => onChange({ ...change, to: to === "held" || to === "disputed" ? to : "dropped" })}
    />
  );
}

/** A comparison to be held. */
export function AssumeFields({ change, problemAt, onChange }: FieldsOf<"assume">) {
  return (
    <Field
      label="It holds that"
      value={change.statement}
      placeholder="c(a) + c(b) < c(d)"
      isMath
      isFocused={change.statement === ""}
      problem={problemAt("statement")}
      onChange={(statement) => onChange({ ...change, statement })}
    />
  );
}

const FAMILIES = [
  { value: "linear", text: "in proportion: g · x" },
  { value: "power", text: "by a power: g · x ^ exponent" },
  { value: "affine", text: "with a fixed part: g · x + offset" },
  { value: "log", text: "by the logarithm: g · log2(1 + x)" },
  { value: "exponential", text: "exponentially: g · (base ^ x − 1)" },
  { value: "levin", text: "with the logarithm of time" },
  { value: "cap", text: "while the time is at most a cap" },
  { value: "custom", text: "by another formula in g and x" },
];

/** How complexity is priced. */
export function PriceFields({ change, problemAt, onChange }: FieldsOf<"price">) {
  const { [change.family]: key } = PRICE_KEYS;
  return (
    <>
      <Choice
        label="Complexity x costs"
        value={change.family}
        options={FAMILIES}
        onChange={(family) => onChange({ ...change, family })}
      />
      {key !== undefined && (
        <Field
          label={key}
          value={change.with}
          isMath
          problem={problemAt("with")}
          onChange={(text) => onChange({ ...change, with: text })}
        />
      )}
      <label className="flex items-center gap-1.5 text-sm">
        <input
          type="checkbox"
          className="size-4 accent-[var(--ink)]"
          checked={change.apply === "terms"}
          onChange={(event) => onChange({ ...change, apply: event.target.checked ? "terms" : "sum" })}
        />
        price each term by itself
      </label>
    </>
  );
}

/** An edit without fields of its own, in words. */
export function EditFields({ change, scenario }: FieldsOf<"edit">) {
  const read = readPatch([change.edit]);
  const [edit] = read.ok ? read.value : [];
  return (
    <p className="text-sm [overflow-wrap:anywhere]">
      {edit === undefined ? "A change that can't be read." : editWords(scenario, edit)}
    </p>
  );
}
