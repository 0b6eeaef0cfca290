"use client";

import { type Scenario, unreachable } from "@crux/core";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { ChangeProblem } from "../../client/debate/build-patch.ts";
import type { Change } from "../../client/debate/change.ts";
import { CostFields, DiffersFields, OverlapFields } from "./cost-fields.tsx";
import type { FieldsOf } from "./fields-of.ts";
import { AssumeFields, AssumptionFields, EditFields, ParameterFields, PriceFields } from "./other-fields.tsx";
import { FormulaFields, NoProgramFields, PaysFields, ProgramFields, TimesFields } from "./program-fields.tsx";

const TITLES: Readonly<Record<Change["kind"], string>> = {
  cost: "Another cost",
  parameter: "Another value",
  differs: "Differs per program",
  program: "A missing program",
  "no-program": "Does not compete",
  overlap: "Overlap",
  pays: "Who pays for what",
  times: "A multiple",
  formula: "Another formula",
  assumption: "An assumption",
  assume: "A missing assumption",
  price: "Price of complexity",
  edit: "A change",
};

/** One change with its fields, and the button that takes it back. */
export function ChangeCard(props: {
  readonly change: Change;
  readonly scenario: Scenario;
  readonly problems: readonly ChangeProblem[];
  readonly onChange: (change: Change) => void;
  readonly onRemove: () => void;
}) {
  const { change, problems } = props;
  // What was not filled in yet is asked for by the button that posts, not in red while someone types.
  const problemAt = (field: string): string =>
    problems.find((one) => one.field === field && !one.isMissing)?.message ?? "";
  const whole = problemAt("");
  const asked = problems.find(({ isMissing }) => isMissing)?.message;
  return (
    <fieldset className="min-w-0 rounded-lg border border-rule bg-paper px-3 pt-1 pb-3">
      <legend className="sr-only">{TITLES[change.kind]}</legend>
      <div className="flex items-center justify-between">
        <p aria-hidden className="font-medium text-sm">
          {TITLES[change.kind]}
        </p>
        <button
          type="button"
          className="button -mr-2 px-1.5"
          aria-label={`Take back: ${TITLES[change.kind]}`}
          onClick={props.onRemove}
        >
          <X size={15} aria-hidden />
        </button>
      </div>
      <div className="space-y-2">
        {fieldsOf(change, { scenario: props.scenario, problemAt, onChange: props.onChange })}
      </div>
      {whole !== "" && (
        <p role="status" className="mt-1 text-alarm text-sm [overflow-wrap:anywhere]">
          {whole}
        </p>
      )}
      {asked !== undefined && <p className="mt-1 text-soft text-xs">Still to do: {asked}.</p>}
    </fieldset>
  );
}

function fieldsOf(change: Change, rest: Omit<FieldsOf<Change["kind"]>, "change">): ReactNode {
  switch (change.kind) {
    case "cost":
      return <CostFields change={change} {...rest} />;
    case "parameter":
      return <ParameterFields change={change} {...rest} />;
    case "differs":
      return <DiffersFields change={change} {...rest} />;
    case "program":
      return <ProgramFields change={change} {...rest} />;
    case "no-program":
      return <NoProgramFields change={change} {...rest} />;
    case "overlap":
      return <OverlapFields change={change} {...rest} />;
    case "pays":
      return <PaysFields change={change} {...rest} />;
    case "times":
      return <TimesFields change={change} {...rest} />;
    case "formula":
      return <FormulaFields change={change} {...rest} />;
    case "assumption":
      return <AssumptionFields change={change} {...rest} />;
    case "assume":
      return <AssumeFields change={change} {...rest} />;
    case "price":
      return <PriceFields change={change} {...rest} />;
    case "edit":
      return <EditFields change={change} {...rest} />;
    default:
      return unreachable(change);
  }
}
