"use client";

import { type ReactNode, useEffect, useState } from "react";
import type { OwnClaim } from "../../client/claims/own-claims.ts";
import { useMine } from "../../client/mine/use-mine.tsx";
import type { Judged } from "../../client/reason/reason.ts";
import type { ReasonClient } from "../../client/reason/reason-client.ts";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import { VerdictChip } from "./verdict-chip.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

/** A claim in a list with its verdict on the model as it is; opened, what stands behind it. */
export function ClaimRow(props: {
  readonly slot: string;
  readonly claim: OwnClaim;
  /** Who put it up; empty for one's own. */
  readonly by: string;
  /** Null while the model can't be read. */
  readonly scenario: ScenarioJson | null;
  readonly client: ReasonClient;
  readonly onTry: (claim: OwnClaim) => void;
  readonly children: ReactNode;
}) {
  const { client, slot, claim, scenario } = props;
  const mine = useMine();
  const [judged, setJudged] = useState<Judged | null>(null);
  const key = JSON.stringify(claim);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of the claim
  useEffect(() => {
    if (scenario === null) return;
    let current = true;
    const pause = setTimeout(() => {
      void client
        .judge(slot, { kind: "judge", scenario, ...claim }, "urgent")
        .then((found) => current && found !== null && setJudged(found));
    }, 300);
    return () => {
      current = false;
      clearTimeout(pause);
    };
  }, [client, slot, key, scenario]);
  return (
    <li className="py-1.5">
      <details>
        <summary className="flex cursor-pointer list-none items-start gap-2 text-sm">
          <span className="math min-w-0 flex-1 [overflow-wrap:anywhere]">
            {claim.claim}
            {claim.assume.length > 0 && <span className="text-soft"> if {claim.assume.join(" and ")}</span>}
            {props.by !== "" && <span className="ml-1.5 font-sans text-soft text-xs">{props.by}</span>}
          </span>
          {judged === null ? (
            <span className="text-soft text-xs">…</span>
          ) : judged.kind === "verdict" ? (
            <VerdictChip verdict={judged.answer.verdict} />
          ) : (
            <span className="text-alarm text-xs">can't be read here</span>
          )}
        </summary>
        <div className="mt-1 ml-3">
          {judged?.kind === "wrong" && <p className="text-sm">{judged.issues[0]?.message}</p>}
          {judged?.kind === "verdict" && (
            <VerdictDetails
              judged={judged}
              onLoad={mine && ((point) => void mine.load(point))}
              onRepair={(one) => props.onTry({ ...claim, assume: [...claim.assume, one] })}
            />
          )}
          <div className="mt-2 flex flex-wrap items-center gap-1.5">
            <button type="button" className="button button-line min-h-7" onClick={() => props.onTry(claim)}>
              Edit a copy
            </button>
            {props.children}
          </div>
        </div>
      </details>
    </li>
  );
}
