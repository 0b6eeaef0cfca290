"use client";

import { useEffect, useMemo, useState } from "react";
import { asking, without } from "../../client/claims/own-claims.ts";
import { useOwnClaims } from "../../client/claims/use-own-claims.ts";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import { useMine } from "../../client/mine/use-mine.tsx";
import type { Judged } from "../../client/reason/reason.ts";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { competing, entriesOf, valueAt } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { ClaimEditor } from "./claim-editor.tsx";
import { ClaimRow } from "./claim-row.tsx";
import { claimNames } from "./complete.ts";
import { PinClaim } from "./pin-claim.tsx";
import { PinnedClaims } from "./pinned-claims.tsx";
import { ReadyList } from "./ready-list.tsx";
import { VerdictChip } from "./verdict-chip.tsx";
import { VerdictDetails } from "./verdict-details.tsx";

/** Claims about the model: written here or taken from the argument, judged with a proof or a counterexample. */
export function ClaimsPanel() {
  const draft = useWorkspace((workspace) => workspace.draft);
  const issues = useWorkspace((workspace) => workspace.issues);
  const client = useReasoning();
  const mine = useMine();
  const isRoom = useRoomIfAny() !== null;
  const [own, change] = useOwnClaims(mine?.place ?? "");
  const { claim: text, assume, asked, past } = own;
  const [judged, setJudged] = useState<Judged | "working" | null>(null);
  const names = useMemo(() => {
    const ids = (list: string) => entriesOf(draft, list).map((row) => String(valueAt(row, ["id"]) ?? ""));
    return claimNames({ terms: ids("terms"), programs: ids("programs"), parameters: ids("parameters") });
  }, [draft]);
  const scenario = useMemo(() => competing(draft), [draft]);
  const isValid = issues.length === 0;
  // A verdict is about the model as it is: each change of it asks anew.
  useEffect(() => {
    if (asked === null || !isValid) return;
    setJudged("working");
    void client
      .judge("own", { kind: "judge", scenario, ...asked }, "urgent")
      .then((found) => found && setJudged(found));
  }, [client, asked, scenario, isValid]);
  const judge = (claim: string, held: readonly string[]) => {
    if (claim.trim() !== "") change((claims) => asking(claims, { claim, assume: held }));
  };
  /** What was judged goes to the list when something else is written. */
  const write = (claim: string, held: readonly string[]) =>
    change((claims) => ({
      ...(claims.asked === null ? claims : asking(claims, { claim, assume: held })),
      claim,
      assume: held,
      asked: null,
    }));
  const readable = isValid ? scenario : null;
  return (
    <section
      aria-labelledby="claims-heading"
      className="rounded-xl border border-rule bg-card px-4 pt-3 pb-4"
    >
      <h2 id="claims-heading" className="label mb-2">
        Claims
      </h2>
      <ClaimEditor
        text={text}
        names={names}
        issues={judged !== null && judged !== "working" && judged.kind === "wrong" ? judged.issues : []}
        onChange={(next) => {
          write(next, assume);
          if (judged !== null) {
            client.cancel("own");
            setJudged(null);
          }
        }}
        onJudge={() => judge(text, assume)}
      />
      {assume.length > 0 && (
        <ul aria-label="Taken for granted" className="mt-2 space-y-1 text-sm">
          {assume.map((one) => (
            <li key={one} className="flex flex-wrap items-center gap-x-2">
              <span className="text-soft">if</span>
              <code className="math min-w-0 [overflow-wrap:anywhere]">{one}</code>
              <button
                type="button"
                className="button min-h-6"
                aria-label={`No longer take for granted: ${one}`}
                onClick={() =>
                  judge(
                    text,
                    assume.filter((other) => other !== one),
                  )
                }
              >
                Remove
              </button>
            </li>
          ))}
        </ul>
      )}
      <div aria-live="polite" data-testid="own-verdict" className="mt-2">
        {judged === "working" && (
          <p className="flex items-center gap-2 text-soft text-sm">
            Working …
            <button
              type="button"
              className="button button-line min-h-7"
              onClick={() => {
                client.cancel("own");
                setJudged(null);
                change((claims) => ({ ...claims, asked: null }));
              }}
            >
              Cancel
            </button>
          </p>
        )}
        {judged !== null && judged !== "working" && judged.kind === "verdict" && (
          <>
            <span className="flex flex-wrap items-center gap-2">
              <VerdictChip verdict={judged.answer.verdict} />
              <DoubtButton target={{ kind: "claim", claim: asked?.claim ?? text }} name="this claim" />
              {asked !== null && <PinClaim claim={asked} />}
            </span>
            <VerdictDetails
              judged={judged}
              onLoad={mine && ((point) => void mine.load(point))}
              onRepair={(one) => judge(asked?.claim ?? text, [...assume, one])}
            />
          </>
        )}
      </div>
      {past.length > 0 && (
        <div className="mt-4 border-rule border-t pt-3">
          <h3 className="label">My claims, kept on this device</h3>
          <ul aria-label="My claims" className="mt-1 divide-y divide-rule">
            {past.map((one) => (
              <ClaimRow
                key={JSON.stringify(one)}
                slot={`past ${JSON.stringify(one)}`}
                claim={one}
                by=""
                scenario={readable}
                client={client}
                onTry={({ claim, assume }) => judge(claim, assume)}
              >
                <PinClaim claim={one} />
                <button
                  type="button"
                  className="button min-h-7"
                  onClick={() => change((claims) => without(claims, one))}
                >
                  Forget
                </button>
              </ClaimRow>
            ))}
          </ul>
        </div>
      )}
      {isRoom && (
        <PinnedClaims
          scenario={readable}
          client={client}
          onTry={({ claim, assume }) => judge(claim, assume)}
        />
      )}
      <ReadyList client={client} onTry={(claim) => judge(claim, [])} />
    </section>
  );
}
