"use client";

import { type Axis, printExpr, type Scenario } from "@crux/core";
import { paysFor } from "../../client/debate/summands.ts";
import { Segments } from "../../ui/segments.tsx";
import { Choice, Field, FieldRow } from "./field.tsx";
import { axisOptions, type FieldsOf, TITLES, termName, termOptions } from "./fields-of.ts";

const HOWS = [
  { value: "more", text: "more" },
  { value: "less", text: "less" },
  { value: "other", text: "other" },
  { value: "unknown", text: "unknown" },
] as const;

/** What a term costs now on an axis, as text. */
function nowText(scenario: Scenario, term: string, axis: Axis): string {
  const now = scenario.terms.find(({ id }) => id === term)?.[axis] ?? null;
  return now === null ? "unknown now" : `${printExpr(now)} now`;
}

/** A cost that is more, less, something else or unknown. */
export function CostFields({ change, scenario, problemAt, onChange }: FieldsOf<"cost">) {
  const { term, axis, how } = change;
  return (
    <>
      <FieldRow>
        <Choice
          label="Term"
          value={term}
          ask="choose a term"
          options={termOptions(scenario)}
          onChange={(next) => onChange({ ...change, term: next })}
        />
        <Choice
          label="Its"
          value={axis}
          options={axisOptions}
          onChange={(next) => onChange({ ...change, axis: next === "t" ? "t" : "c" })}
        />
      </FieldRow>
      <Segments
        label="How it differs"
        value={how}
        options={HOWS}
        onChange={(next) => onChange({ ...change, how: next })}
      />
      {how !== "unknown" && term !== "" && (
        <Field
          label={`${TITLES[axis]} of ${termName(scenario, term)} (${nowText(scenario, term, axis)})`}
          value={change.to}
          placeholder="a number or a formula"
          isMath
          isFocused={change.to === ""}
          problem={problemAt("to")}
          onChange={(to) => onChange({ ...change, to })}
        />
      )}
    </>
  );
}

/** What a shared term costs in each program. */
export function DiffersFields({ change, scenario, problemAt, onChange }: FieldsOf<"differs">) {
  const { term, costs } = change;
  const programs = scenario.programs.filter((one) => paysFor(one, term));
  const axes = (["c", "t"] as const).filter((axis) => programs.some((one) => paysFor(one, term, axis)));
  return (
    <>
      <Choice
        label="Shared term"
        value={term}
        ask="choose a term"
        options={termOptions(scenario)}
        onChange={(next) => onChange({ ...change, term: next, costs: {} })}
      />
      {programs.map(({ id, name }) => (
        <FieldRow key={id}>
          {axes.map((axis) => (
            <Field
              key={axis}
              label={`${TITLES[axis]} in ${name}`}
              value={costs[id]?.[axis] ?? ""}
              placeholder={nowText(scenario, term, axis)}
              isMath
              problem={problemAt(`${id}/${axis}`)}
              onChange={(text) =>
                onChange({
                  ...change,
                  costs: { ...costs, [id]: { ...(costs[id] ?? { c: "", t: "" }), [axis]: text } },
                })
              }
            />
          ))}
        </FieldRow>
      ))}
      {programs.length > 0 && (
        <p className="text-soft text-xs">
          An empty field: as shared now. Programs with the same costs keep sharing.
        </p>
      )}
    </>
  );
}

/** Which share of a term comes free with another. */
export function OverlapFields({ change, scenario, problemAt, onChange }: FieldsOf<"overlap">) {
  const { axis, term, other } = change;
  return (
    <>
      <Choice
        label="On the axis of"
        value={axis}
        options={axisOptions}
        onChange={(next) => onChange({ ...change, axis: next === "t" ? "t" : "c" })}
      />
      <FieldRow>
        <Choice
          label="The cost of"
          value={term}
          ask="choose a term"
          options={termOptions(scenario, axis)}
          problem={problemAt("term")}
          onChange={(next) => onChange({ ...change, term: next })}
        />
        <Choice
          label="comes free with"
          value={other}
          ask="choose a term"
          options={termOptions(scenario, axis).filter(({ value }) => value !== term)}
          problem={problemAt("other")}
          onChange={(next) => onChange({ ...change, other: next })}
        />
      </FieldRow>
      <Field
        label="to this share, from 0 to 1"
        value={change.share}
        placeholder="9/10"
        isMath
        problem={problemAt("share")}
        onChange={(share) => onChange({ ...change, share })}
      />
      <p className="text-soft text-xs">Programs that pay for both pay that much less.</p>
    </>
  );
}
