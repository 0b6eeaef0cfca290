"use client";

import { useSelection } from "../../client/debate/use-board.ts";
import { useEffects } from "../../client/debate/use-debate.tsx";
import type { Task } from "../../client/session/groups.ts";

/** What a group is asked to work on: the objection's words, what it does to the flips, and the way to its card. */
export function TaskWords({ task, onGo }: { readonly task: Task; readonly onGo?: () => void }) {
  const { store } = useSelection();
  const views = useEffects(task.patches.map((patch) => ({ over: [], patch })));
  const badges = views.flatMap(({ effect }) => (effect === null ? [] : [effect.badge]));
  if (task.text === "") return <span className="text-soft">An objection that a moderator hides.</span>;
  return (
    <span className="[overflow-wrap:anywhere]">
      <bdi>{task.by}</bdi>:{" "}
      <button
        type="button"
        className="text-left underline"
        onClick={() => {
          onGo?.();
          store.goToCard(task.objection);
        }}
        dir="auto"
      >
        {task.text.length > 160 ? `${task.text.slice(0, 158)} …` : task.text}
      </button>
      {badges.length > 0 && <span className="math font-semibold"> {badges.join(", or ")}</span>}
    </span>
  );
}
