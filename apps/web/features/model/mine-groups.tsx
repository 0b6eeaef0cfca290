"use client";

import { limits } from "@crux/room/client";
import { type FormEvent, useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { isYou, nameOf } from "../../client/room/who.ts";
import { HiddenValues, HideValues } from "../../client/session/hide-values.tsx";

/** The room's groups: their values are published by any member; the first to publish for a name makes the group. */
export function MineGroups(props: { readonly publish: (group: string) => void; readonly disabled: boolean }) {
  const { room } = useRoom();
  const [name, setName] = useState("");
  const rules = useRoomView((view) => view.you?.role === "moderator");
  const groups = useRoomView((view) =>
    Object.values(view.debate.overlays).flatMap(({ group, members, patch }) =>
      group === null
        ? []
        : [
            {
              group,
              changes: patch.length,
              isIn: members.some((id) => isYou(view, id)),
              who: members.map((id) => nameOf(view, id)),
            },
          ],
    ),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "") return;
    props.publish(name.trim());
    setName("");
  };
  return (
    <details className="mt-2" open={groups.some(({ isIn }) => isIn)}>
      <summary className="label w-fit">Groups{groups.length === 0 ? "" : `: ${groups.length}`}</summary>
      <ul aria-label="Groups" className="mt-1 divide-y divide-rule">
        {groups.map(({ group, changes, isIn, who }) => (
          <li key={group} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1.5">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <span className="font-medium">{group}</span>
              <span className="block text-soft text-xs">
                {who.length === 0 ? "nobody yet" : who.join(", ")}; {changes}{" "}
                {changes === 1 ? "change" : "changes"}
              </span>
            </span>
            {isIn ? (
              <button
                type="button"
                disabled={props.disabled}
                title="My values become the group's"
                className="button button-line min-h-7"
                onClick={() => props.publish(group)}
              >
                Publish mine as {group.length > 16 ? "the group's" : group}
              </button>
            ) : (
              <button
                type="button"
                className="button button-line min-h-7"
                onClick={() => room.send({ kind: "join-group", group })}
              >
                Join
              </button>
            )}
            {(isIn || rules) && (
              <button
                type="button"
                className="button min-h-7"
                aria-label={`Withdraw the values of ${group}`}
                onClick={() => room.send({ kind: "withdraw-overlay", group })}
              >
                Withdraw
              </button>
            )}
            <HideValues id={`group/${group}`} name={`group ${group}`} />
          </li>
        ))}
      </ul>
      <HiddenValues />
      <form onSubmit={submit} className="mt-1 flex items-center gap-1.5">
        <input
          value={name}
          maxLength={limits.groupName}
          onChange={(event) => setName(event.target.value)}
          aria-label="Name of a new group"
          placeholder="a new group, e.g. Doubters"
          autoComplete="off"
          className="field min-w-0 flex-1 text-sm"
        />
        <button
          type="submit"
          className="button button-line"
          disabled={name.trim() === "" || props.disabled || groups.some(({ group }) => group === name.trim())}
        >
          Make it with mine
        </button>
      </form>
    </details>
  );
}
