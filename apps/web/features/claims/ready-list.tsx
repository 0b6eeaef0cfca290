"use client";

import { useEffect, useMemo, useState } from "react";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { useMine } from "../../client/mine/use-mine.tsx";
import type { Judged } from "../../client/reason/reason.ts";
import type { ReasonClient } from "../../client/reason/reason-client.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { isEssay, type ReadyClaim, readyClaims } from "./ready-claims.ts";
import { VerdictChip } from "./verdict-chip.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

/** The argument's statements, each judged by itself where nothing but its own assumptions is known. */
export function ReadyList(props: { readonly client: ReasonClient; readonly onTry: (claim: string) => void }) {
  const about = useWorkspace((workspace) => isEssay(workspace.draft));
  const claims = useMemo(readyClaims, []);
  if (!about) return null;
  return (
    <div className="mt-4 border-rule border-t pt-3">
      <h3 className="label">The argument's own claims</h3>
      <p className="text-soft text-xs">Judged for all costs, not just for the numbers in this model.</p>
      <ul className="mt-1 divide-y divide-rule">
        {claims.map((one) => (
          <Ready key={one.id} claim={one} {...props} />
        ))}
      </ul>
    </div>
  );
}

function Ready(props: {
  readonly claim: ReadyClaim;
  readonly client: ReasonClient;
  readonly onTry: (claim: string) => void;
}) {
  const { client, claim } = props;
  const mine = useMine();
  const [judged, setJudged] = useState<Judged | null>(null);
  const [extra, setExtra] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    const assume = [...claim.assume, ...extra];
    const task = { kind: "judge", scenario: claim.scenario, claim: claim.claim, assume } as const;
    void client.judge(claim.id, task).then((found) => current && found !== null && setJudged(found));
    return () => {
      current = false;
    };
  }, [client, claim, extra]);
  const given = [...claim.assume, ...extra];
  return (
    <li className="py-1.5" data-claim={claim.id}>
      <details>
        <summary className="flex cursor-pointer list-none items-start gap-2 text-sm">
          <span className="figure w-8 shrink-0 pt-px text-soft text-xs">{claim.id.split("-")[0]}</span>
          <span className="min-w-0 flex-1">{claim.gloss}</span>
          {judged?.kind === "verdict" ? (
            <VerdictChip verdict={judged.answer.verdict} />
          ) : (
            <span className="text-soft text-xs">…</span>
          )}
        </summary>
        <div className="mt-1 ml-10">
          <p className="math text-sm [overflow-wrap:anywhere]">{claim.claim}</p>
          {given.length > 0 && (
            <p className="text-sm text-soft">
              if <span className="math [overflow-wrap:anywhere]">{given.join(" and ")}</span>
            </p>
          )}
          {judged?.kind === "verdict" && (
            <VerdictDetails
              judged={judged}
              onLoad={mine && ((point) => void mine.load(point))}
              onRepair={(one) => setExtra([...extra, one])}
            />
          )}
          <div className="mt-2 flex flex-wrap gap-2">
            <button
              type="button"
              className="button button-line min-h-7"
              onClick={() => props.onTry(claim.claim)}
            >
              Judge it on this model
            </button>
            <DoubtButton target={{ kind: "claim", claim: claim.claim }} name={`the claim ${claim.id}`} />
          </div>
        </div>
      </details>
    </li>
  );
}
