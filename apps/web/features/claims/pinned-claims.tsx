"use client";

import { Fragment, useState } from "react";
import type { OwnClaim } from "../../client/claims/own-claims.ts";
import { DoubtButton } from "../../client/debate/doubt-button.tsx";
import type { ReasonClient } from "../../client/reason/reason-client.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { isYou, nameOf } from "../../client/room/who.ts";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import { ClaimRow } from "./claim-row.tsx";

const FIRST = 20;

/** The claims that stand in the room for everybody, newest first, each judged on the model that this page shows. */
export function PinnedClaims(props: {
  readonly scenario: ScenarioJson | null;
  readonly client: ReasonClient;
  readonly onTry: (claim: OwnClaim) => void;
}) {
  const { room } = useRoom();
  const [all, setAll] = useState(false);
  const claims = useRoomView((view) =>
    Object.values(view.debate.claims)
      .toSorted((a, b) => b.seq - a.seq)
      .map(({ id, by, text }) => ({
        id,
        text,
        by: isYou(view, by) ? "you" : nameOf(view, by),
        mayRemove: isYou(view, by) || view.you?.role === "moderator",
        isHidden: view.session.hidden[`claim/${id}`] !== undefined,
      })),
  );
  if (claims.length === 0) return null;
  return (
    <div className="mt-4 border-rule border-t pt-3">
      <h3 className="label">Pinned in the room: {claims.length}</h3>
      <ul aria-label="Pinned claims" className="mt-1 divide-y divide-rule">
        {(all ? claims : claims.slice(0, FIRST)).map(({ id, text, by, mayRemove, isHidden }) => (
          <Fragment key={id}>
            {isHidden && (
              <li className="py-1.5">
                <HiddenStub to={`claim/${id}`} what="a claim" isOwn={text !== ""} />
              </li>
            )}
            {text !== "" && (
              <ClaimRow {...props} slot={`pinned ${id}`} claim={{ claim: text, assume: [] }} by={by}>
                <DoubtButton target={{ kind: "claim", claim: text }} name="this claim" />
                {mayRemove && (
                  <button
                    type="button"
                    className="button min-h-7"
                    onClick={() => room.send({ kind: "remove-claim", claim: id })}
                  >
                    Take down
                  </button>
                )}
                <HideButton to={`claim/${id}`} name="this claim" />
              </ClaimRow>
            )}
          </Fragment>
        ))}
      </ul>
      {claims.length > FIRST && !all && (
        <button type="button" className="button button-line mt-1 min-h-7" onClick={() => setAll(true)}>
          Show all {claims.length}
        </button>
      )}
    </div>
  );
}
