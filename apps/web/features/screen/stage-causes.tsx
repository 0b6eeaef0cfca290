"use client";

import { useRoomView } from "../../client/room/use-room.tsx";
import { causesOf } from "../../client/session/movements.ts";

/** So many causes are named. */
const NAMED = 3;

/** The objections that people name as what moved them, the most frequent first, without saying whom. */
export function StageCauses({ of }: { readonly of: readonly string[] }) {
  const causes = useRoomView((view) => causesOf(view, of));
  if (causes.length === 0) return null;
  return (
    <ul
      aria-label="What moved people"
      data-testid="causes"
      className="mt-[0.5rem] space-y-[0.15rem] text-[1rem] leading-snug"
    >
      {causes.slice(0, NAMED).map(({ id, text, count }) => (
        <li key={id} className="[overflow-wrap:anywhere]">
          <span className="font-semibold">{count === 1 ? "One" : count}</span>{" "}
          <span className="text-soft">moved by</span> <bdi className="font-serif">{text}</bdi>
        </li>
      ))}
      {causes.length > NAMED && <li className="text-soft">and {causes.length - NAMED} more objections</li>}
    </ul>
  );
}
