"use client";

import { type Anchor, printExpr, type Scenario, snapshotOf } from "@crux/core";
import { summandsOf } from "@crux/present";
import type { Change } from "../../client/debate/change.ts";
import { type Target, targetName, topicName } from "../../client/debate/draft.ts";
import { paysFor } from "../../client/debate/summands.ts";
import { Choice } from "./field.tsx";

/** What the doubt is about, what that says now, and what is next to it. */
export function AboutField(props: {
  readonly scenario: Scenario;
  readonly target: Target;
  /** What would be different, which says it where a parameter is meant. */
  readonly changes: readonly Change[];
  /** Whether it may still be about something else. */
  readonly isFixed: boolean;
  readonly onChange: (target: Target) => void;
}) {
  const { scenario, target } = props;
  const near = nearTo(scenario, target);
  const now = snapshotOf(scenario, { ...target, snapshot: "" } as Anchor);
  return (
    <div>
      {near.length > 1 && !props.isFixed ? (
        <Choice
          label="Your doubt is about"
          value={keyOf(target)}
          options={near.map((one) => ({ value: keyOf(one), text: targetName(scenario, one) }))}
          onChange={(key) => {
            const chosen = near.find((one) => keyOf(one) === key);
            if (chosen !== undefined) props.onChange(chosen);
          }}
        />
      ) : (
        <p className="text-sm [overflow-wrap:anywhere]">
          <span className="label">Your doubt is about </span>
          <span className="font-medium">{topicName(scenario, target, props.changes)}</span>
        </p>
      )}
      {now !== null && hasText(target) && (
        <p className="mt-0.5 line-clamp-3 text-sm text-soft [overflow-wrap:anywhere]">
          now <span className="math">{now}</span>
        </p>
      )}
      {now === null && target.kind !== "claim" && (
        <p className="mt-0.5 text-alarm text-sm">It is no longer in the model.</p>
      )}
    </div>
  );
}

const keyOf = (target: Target): string => JSON.stringify({ ...target, snapshot: undefined });

const hasText = ({ kind }: Target): boolean => kind === "cost" || kind === "term" || kind === "assumption";

/** The target itself, and what someone who points at it may mean as well. */
function nearTo(scenario: Scenario, target: Target): readonly Target[] {
  switch (target.kind) {
    case "cost":
    case "term": {
      const axes = target.kind === "cost" ? [target.axis] : (["c", "t"] as const);
      const summands = scenario.programs.flatMap((program): readonly Target[] => {
        const { cost } = program;
        if (cost.kind !== "sum" || !paysFor(program, target.term)) return [];
        return axes.flatMap((axis) =>
          summandsOf(cost[axis]).some(({ expr }) => printExpr(expr) === `${axis}(${target.term})`)
            ? [{ kind: "summand", program: program.id, axis, of: `${axis}(${target.term})` } as const]
            : [],
        );
      });
      const costs = (target.kind === "cost" ? [target.axis] : (["c", "t"] as const)).map(
        (axis): Target => ({ kind: "cost", term: target.term, axis }),
      );
      return target.kind === "cost"
        ? [target, { kind: "term", term: target.term }, ...summands]
        : [target, ...costs, ...summands];
    }
    case "summand":
      return [target, { kind: "program", program: target.program }];
    case "program":
    case "assumption":
    case "threshold":
    case "claim":
      return [target, { kind: "scenario" }];
    case "scenario":
      return [target];
  }
}
