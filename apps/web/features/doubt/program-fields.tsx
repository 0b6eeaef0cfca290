"use client";

import { type Axis, printExpr } from "@crux/core";
import { summandsOf } from "@crux/present";
import type { NewTerm } from "../../client/debate/change.ts";
import { Segments } from "../../ui/segments.tsx";
import { Choice, Field, FieldRow } from "./field.tsx";
import {
  AXES,
  axisOptions,
  type FieldsOf,
  programOptions,
  TITLES,
  termName,
  termOptions,
} from "./fields-of.ts";

/** A program that is missing: its name and what it pays for. */
export function ProgramFields({ change, scenario, problemAt, onChange }: FieldsOf<"program">) {
  return (
    <>
      <FieldRow>
        <Field
          label="Name"
          value={change.name}
          isFocused={change.name === ""}
          problem={problemAt("name")}
          onChange={(name) => onChange({ ...change, name })}
        />
        <Choice
          label="Kind"
          value={change.label}
          empty="not said"
          options={[
            { value: "honest", text: "honest" },
            { value: "deceptive", text: "deceptive" },
          ]}
          onChange={(label) =>
            onChange({ ...change, label: label === "honest" || label === "deceptive" ? label : "" })
          }
        />
      </FieldRow>
      {(["c", "t"] as const).map((axis) => (
        <TermPicker
          key={axis}
          legend={axis === "c" ? "It stores (complexity)" : "It runs (time)"}
          terms={termOptions(scenario, axis)}
          chosen={change[axis]}
          onChange={(chosen) => onChange({ ...change, [axis]: chosen })}
        />
      ))}
      <details>
        <summary className="w-fit text-sm text-soft hover:text-ink">It needs something new</summary>
        <FreshTerm
          term={change.fresh}
          problemAt={problemAt}
          onChange={(fresh) => onChange({ ...change, fresh })}
        />
      </details>
    </>
  );
}

function TermPicker(props: {
  readonly legend: string;
  readonly terms: readonly { readonly value: string; readonly text: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) {
  const { chosen } = props;
  return (
    <fieldset>
      <legend className="label">{props.legend}</legend>
      <div className="flex flex-wrap gap-1">
        {props.terms.map(({ value, text }) => (
          <label key={value} className="chip cursor-pointer has-checked:border-ink has-checked:bg-card">
            <input
              type="checkbox"
              className="size-3.5 accent-[var(--ink)]"
              checked={chosen.includes(value)}
              onChange={(event) =>
                props.onChange(
                  event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value),
                )
              }
            />
            <span className="chip-name">{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function FreshTerm(props: {
  readonly term: NewTerm;
  readonly problemAt: (field: string) => string;
  readonly onChange: (term: NewTerm) => void;
}) {
  const { term, problemAt, onChange } = props;
  return (
    <div className="mt-1 space-y-2">
      <Field
        label="New term"
        value={term.name}
        placeholder="e.g. a second goal"
        problem={problemAt("fresh/name")}
        onChange={(name) => onChange({ ...term, name })}
      />
      <FieldRow>
        {(["c", "t"] as const).map((axis) => (
          <Field
            key={axis}
            label={`Its ${AXES[axis]}`}
            value={term[axis]}
            placeholder="none"
            isMath
            problem={problemAt(`fresh/${axis}`)}
            onChange={(text) => onChange({ ...term, [axis]: text })}
          />
        ))}
      </FieldRow>
    </div>
  );
}

/** A program that should not compete. */
export function NoProgramFields({ change, scenario, onChange }: FieldsOf<"no-program">) {
  return (
    <Choice
      label="Leaves the competition"
      value={change.program}
      ask="choose a program"
      options={programOptions(scenario)}
      onChange={(program) => onChange({ ...change, program })}
    />
  );
}

const DOES = [
  { value: "add", text: "pays for" },
  { value: "remove", text: "does not pay for" },
] as const;

/** What a program has to pay for besides, or should not pay for. */
export function PaysFields({ change, scenario, problemAt, onChange }: FieldsOf<"pays">) {
  const { axis, does, of } = change;
  const cost = scenario.programs.find(({ id }) => id === change.program)?.cost;
  const paid = cost?.kind === "sum" ? summandsOf(cost[axis]).map(({ expr }) => printExpr(expr)) : [];
  const options =
    does === "remove"
      ? paid.map((text) => ({ value: text, text: summandName(text) }))
      : termOptions(scenario)
          .map(({ value, text }) => ({ value: `${axis}(${value})`, text }))
          .filter(({ value }) => !paid.includes(value));
  function summandName(text: string): string {
    const [, id] = /^[ct]\((.*)\)$/.exec(text) ?? [];
    return id === undefined ? text : termName(scenario, id);
  }
  const isKnown = of === "" || options.some(({ value }) => value === of);
  return (
    <>
      <FieldRow>
        <Choice
          label="Program"
          value={change.program}
          ask="choose a program"
          options={programOptions(scenario)}
          problem={problemAt("program")}
          onChange={(program) => onChange({ ...change, program })}
        />
        <Choice
          label="In its"
          value={axis}
          options={axisOptions}
          onChange={(next) => onChange({ ...change, axis: next === "t" ? "t" : "c", of: "" })}
        />
      </FieldRow>
      <Segments
        label="Pays or not"
        value={does}
        options={DOES}
        onChange={(next) => onChange({ ...change, does: next, of: "" })}
      />
      <Choice
        label={does === "add" ? "What it pays for" : "What it does not pay for"}
        value={of}
        {...(does === "add" ? { empty: "something new" } : { ask: "choose a summand" })}
        options={isKnown ? options : [...options, { value: of, text: summandName(of) }]}
        problem={problemAt("of")}
        onChange={(next) => onChange({ ...change, of: next })}
      />
      {does === "add" && of === "" && (
        <FreshTerm
          term={change.fresh}
          problemAt={problemAt}
          onChange={(fresh) => onChange({ ...change, fresh })}
        />
      )}
    </>
  );
}

/** Factors for all that a program, or each of them, costs. */
export function TimesFields({ change, scenario, problemAt, onChange }: FieldsOf<"times">) {
  return (
    <>
      <Choice
        label="Program"
        value={change.program}
        empty="all programs"
        options={programOptions(scenario)}
        onChange={(program) => onChange({ ...change, program })}
      />
      <FieldRow>
        {(["c", "t"] as const).map((axis) => (
          <Field
            key={axis}
            label={`${TITLES[axis]} times`}
            value={change[axis]}
            placeholder="1"
            isMath
            problem={problemAt(axis)}
            onChange={(text) => onChange({ ...change, [axis]: text })}
          />
        ))}
      </FieldRow>
    </>
  );
}

/** A program's formula, written anew. */
export function FormulaFields({ change, scenario, problemAt, onChange }: FieldsOf<"formula">) {
  const program = scenario.programs.find(({ id }) => id === change.program);
  const { axis } = change;
  const now: string =
    program === undefined
      ? ""
      : program.cost.kind === "score"
        ? printExpr(program.cost.score)
        : printExpr(program.cost[axis === "score" ? "c" : axis]);
  return (
    <>
      <p className="math text-soft text-xs [overflow-wrap:anywhere]">now {now}</p>
      <Field
        label={`${axisName(axis)} of ${program?.name ?? change.program}`}
        value={change.to}
        placeholder={now}
        isMath
        problem={problemAt("to")}
        onChange={(to) => onChange({ ...change, to })}
      />
      {change.to === "" && (
        <button type="button" className="button button-line" onClick={() => onChange({ ...change, to: now })}>
          Start from the formula of now
        </button>
      )}
    </>
  );
}

const axisName = (axis: Axis | "score"): string => (axis === "score" ? "Score" : TITLES[axis]);
