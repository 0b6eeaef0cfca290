"use client";

import { useMine } from "../../client/mine/use-mine.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { groupsOf } from "../../client/session/groups.ts";
import { JoinGroup } from "./groups-part.tsx";
import { TaskWords } from "./task-words.tsx";

/** On a phone: which group one is in and what it was given, and the way to its values; before that, the groups to pick from. */
export function GroupPrompt({ onValues }: { readonly onValues: () => void }) {
  const mine = useMine();
  const groups = useRoomView(groupsOf).filter(({ task }) => task !== null);
  const own = groups.filter(({ isIn }) => isIn);
  const open = async (): Promise<void> => {
    await mine?.show(true);
    onValues();
  };
  if (own.length === 0)
    return (
      <div className="rounded-xl border border-rule bg-card p-4">
        <h2 className="mb-2 font-semibold font-serif text-xl leading-snug">Which group are you in?</h2>
        <ul className="space-y-3">
          {groups.map((group) => (
            <li key={group.id}>
              {group.task !== null && (
                <p className="mb-1 text-sm">
                  <TaskWords task={group.task} />
                </p>
              )}
              <JoinGroup group={group} large />
            </li>
          ))}
        </ul>
      </div>
    );
  return own.map((group) => (
    <div key={group.id} className="rounded-xl border border-rule bg-card p-4">
      <h2 className="mb-2 text-pretty font-semibold font-serif text-xl leading-snug [overflow-wrap:anywhere]">
        Your group, <bdi>{group.name}</bdi>, has this to work on
      </h2>
      {group.task !== null && (
        <p className="text-base">
          <TaskWords task={group.task} />
        </p>
      )}
      <p className="mt-2 text-soft text-sm">
        What would the model say if it is right? Put that into your own values; one of you publishes them as
        the group's.
      </p>
      <button
        type="button"
        className="button button-line mt-3 min-h-12 px-4 text-base"
        onClick={() => void open()}
      >
        Work on the values
      </button>
    </div>
  ));
}
