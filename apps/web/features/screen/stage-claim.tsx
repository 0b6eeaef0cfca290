"use client";

import { useEffect, useState } from "react";
import type { Judged } from "../../client/reason/reason.ts";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { competing } from "../../client/scenario-json.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Gone, Kicker } from "./stage-parts.tsx";

/** A claim and what this screen's own solver makes of it. */
export function StageClaim({ id }: { readonly id: string }) {
  const claim = useRoomView((view) => {
    const found = view.debate.claims[id];
    return found === undefined
      ? null
      : {
          text: found.text,
          by: nameOf(view, found.by),
          hidden: view.session.hidden[`claim/${id}`]?.reason ?? null,
        };
  });
  const draft = useWorkspace((workspace) => workspace.draft);
  const client = useReasoning();
  const [judged, setJudged] = useState<Judged | null>(null);
  const text = claim?.text ?? "";
  useEffect(() => {
    setJudged(null);
    if (text === "") return;
    const task = { kind: "judge", scenario: competing(draft), claim: text, assume: [] } as const;
    void client.judge("screen", task).then((found) => found && setJudged(found));
  }, [client, draft, text]);
  if (claim === null) return <Gone>This claim is not there any more.</Gone>;
  if (claim.hidden !== null) return <Gone>Hidden by a moderator: {claim.hidden}</Gone>;
  return (
    <div data-testid="stage-claim">
      <Kicker>
        <span className="font-semibold text-ink">Claim</span> · <bdi>{claim.by}</bdi>
      </Kicker>
      <p className="math mt-[0.4rem] text-[2rem] leading-snug [overflow-wrap:anywhere]">{claim.text}</p>
      <p className="mt-[0.8rem] font-semibold text-[1.6rem]">{judged === null ? "…" : sayVerdict(judged)}</p>
      {judged?.kind === "verdict" &&
        judged.answer.verdict === "refuted" &&
        judged.answer.counterexample !== null && (
          <p className="math mt-[0.3rem] text-[1.1rem]">
            For example at{" "}
            {Object.entries(judged.answer.counterexample)
              .map(([name, value]) => `${name} = ${value}`)
              .join(", ")}
          </p>
        )}
      {judged?.kind === "verdict" && judged.answer.missing !== "" && (
        <p className="mt-[0.3rem] text-[1rem] text-soft">{judged.answer.missing}</p>
      )}
    </div>
  );
}

function sayVerdict(judged: Judged): string {
  if (judged.kind === "wrong") return "Can't be read here";
  switch (judged.answer.verdict) {
    case "proved":
      return "✓ Proved";
    case "refuted":
      return "✗ Refuted";
    case "vacuous":
      return "Vacuous: nothing fulfils what it assumes";
    case "undecided":
      return "? Undecided";
  }
}
