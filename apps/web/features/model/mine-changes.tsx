"use client";

import { useSyncExternalStore } from "react";
import { changesBetween } from "../../client/mine/changes.ts";
import type { MineStore } from "../../client/mine/mine-store.ts";
import type { Mine } from "../../client/mine/use-mine.tsx";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { ChangesTable, LostChanges } from "./changes-table.tsx";
import { MinePublish } from "./mine-publish.tsx";

/** What is one's own, value by value, with the difference; each can be taken back, or all; in a room, published. */
export function MineChanges({ mine }: { readonly mine: Mine }) {
  return mine.store === null ? (
    <p className="mt-1.5 text-soft text-xs">Opening …</p>
  ) : (
    <Opened mine={mine} own={mine.store} />
  );
}

function Opened({ mine, own }: { readonly mine: Mine; readonly own: MineStore }) {
  const store = useWorkspaceStore();
  const here = useRoomIfAny();
  const read = () => mine.shared.read().draft;
  const shared = useSyncExternalStore(mine.shared.subscribe, read, read);
  const draft = useWorkspace((workspace) => workspace.draft);
  const lost = useSyncExternalStore(own.subscribe, own.lost, own.lost);
  const changes = changesBetween(shared, draft);
  const said = useSyncExternalStore(own.subscribe, own.own, own.own);
  const others = mine.sharedName.toLowerCase();
  const inWords = said?.inWords ?? [];
  const isNothing = changes.length + inWords.length + lost.length === 0;
  return (
    <>
      {isNothing ? (
        <p className="mt-1.5 text-soft text-xs">
          {here === null ? "Change anything: only you see it. " : ""}So far all is as in the {others}.
        </p>
      ) : (
        <div className="mt-2 rounded-xl border border-ink border-dashed bg-card px-4 py-3 text-sm">
          <div className="flex items-center justify-between gap-2">
            <h3 className="label">{here === null ? "Mine, seen by nobody else" : "Mine"}</h3>
            <button type="button" className="button button-line min-h-7" onClick={own.discard}>
              Discard all
            </button>
          </div>
          {changes.length > 0 && (
            <ChangesTable
              changes={changes}
              whose="mine"
              others={others}
              action={(change) => (
                <button
                  type="button"
                  className="button min-h-6 px-1.5"
                  aria-label={`Discard: ${change.name}`}
                  onClick={() => store.edit(change.path, change.shared === "" ? undefined : change.shared)}
                >
                  ✕
                </button>
              )}
            />
          )}
          {inWords.length > 0 && (
            <ul className="mt-1 list-disc pl-5 text-soft [overflow-wrap:anywhere]">
              {inWords.map((edit) => (
                <li key={edit}>{edit}</li>
              ))}
            </ul>
          )}
          <LostChanges lost={lost}>
            <button type="button" className="button button-line mt-1 min-h-7" onClick={own.forgetLost}>
              Give up for good
            </button>
          </LostChanges>
        </div>
      )}
      {here !== null && <MinePublish patch={said?.patch ?? null} />}
    </>
  );
}
