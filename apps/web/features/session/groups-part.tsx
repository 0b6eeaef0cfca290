"use client";

import { limits, speakers } from "@crux/room/client";
import { type FormEvent, useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { type GroupView, givable, groupsOf } from "../../client/session/groups.ts";
import { useLeads, useLock } from "../../client/session/use-meeting.ts";
import { TaskWords } from "./task-words.tsx";

/** The groups of the room, each with the objection that it was given; who leads gives them, anybody joins. */
export function GroupsPart() {
  const groups = useRoomView(groupsOf);
  const isLeader = useLeads();
  return (
    <div className="space-y-2 text-sm">
      {groups.length > 0 && (
        <ul aria-label="Groups and their tasks" className="divide-y divide-rule">
          {groups.map((group) => (
            <Group key={group.id} group={group} isLeader={isLeader} />
          ))}
        </ul>
      )}
      {isLeader && <GiveTask />}
    </div>
  );
}

function Group({ group, isLeader }: { readonly group: GroupView; readonly isLeader: boolean }) {
  const { room } = useRoom();
  const { name, members, task, changes } = group;
  return (
    <li className="py-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        <bdi className="min-w-0 flex-1 font-medium [overflow-wrap:anywhere]">{name}</bdi>
        <span className="text-soft text-xs">
          {members.length === 0
            ? "nobody yet"
            : members.length === 1
              ? "1 person"
              : `${members.length} people`}
          {changes !== null && ", has published"}
        </span>
      </p>
      {task !== null && (
        <p>
          <TaskWords task={task} />
        </p>
      )}
      <div className="mt-1 flex flex-wrap gap-1.5 empty:hidden">
        {!isLeader && <JoinGroup group={group} />}
        {isLeader && task !== null && (
          <button
            type="button"
            className="button min-h-7"
            aria-label={`Take the task back from ${name}`}
            onClick={() => room.send({ kind: "set-task", group: name, objection: null })}
          >
            Take the task back
          </button>
        )}
      </div>
    </li>
  );
}

/** The way into a group; nothing for whoever is in it. */
export function JoinGroup({ group, large }: { readonly group: GroupView; readonly large?: boolean }) {
  const { room } = useRoom();
  const lock = useLock("overlay");
  const may = useRoomView((view) => view.you !== null && speakers.includes(view.you.role));
  if (group.isIn || !may) return null;
  return (
    <button
      type="button"
      disabled={lock !== null}
      title={lock ?? undefined}
      className={`button button-line ${large === true ? "min-h-12 px-4 text-base" : "min-h-7"}`}
      onClick={() => room.send({ kind: "join-group", group: group.name })}
    >
      Join {group.name}
    </button>
  );
}

/** Gives a group an objection; a name that is new makes the group. */
function GiveTask() {
  const { room } = useRoom();
  const objections = useRoomView(givable);
  const names = useRoomView((view) => groupsOf(view).map(({ name }) => name));
  const [name, setName] = useState("");
  const [chosen, setChosen] = useState("");
  const objection = objections.find(({ id }) => id === chosen)?.id ?? "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === "" || objection === "") return;
    room.send({ kind: "set-task", group: name.trim(), objection });
    setName("");
    setChosen("");
  };
  if (objections.length === 0)
    return (
      <p className="text-soft">
        Groups can each be given an objection to work on. There is none yet: somebody has to doubt something
        first.
      </p>
    );
  return (
    <form onSubmit={submit} aria-label="Give a group a task" className="space-y-1.5 rounded-xl bg-well p-3">
      <label className="block">
        <span className="label">Group, a new one or one of these</span>
        <input
          value={name}
          list="groups-known"
          maxLength={limits.groupName}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
          className="field mt-0.5 w-full"
        />
        <datalist id="groups-known">
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      </label>
      <label className="block">
        <span className="label">Objection to work on</span>
        <select
          value={objection}
          onChange={(event) => setChosen(event.target.value)}
          className="field mt-0.5 w-full"
        >
          <option value="">Choose one …</option>
          {objections.map(({ id, name: text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="button button-line" disabled={name.trim() === "" || objection === ""}>
        Give it to them
      </button>
    </form>
  );
}
