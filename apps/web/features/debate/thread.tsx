import { memo } from "react";
import type { Thread as Shape } from "../../client/debate/board.ts";
import { Card } from "./card.tsx";

/** Replies deeper than this are no longer set in: there would be no room left for words. */
const DEEPEST = 3;

/** An objection with the replies to it, each set in below what it answers. What is off screen is not laid out. */
export const Thread = memo(function Thread(props: { readonly thread: Shape; readonly depth?: number }) {
  const { thread, depth = 0 } = props;
  return (
    <li className={depth === 0 ? "[contain-intrinsic-block-size:auto_12rem] [content-visibility:auto]" : ""}>
      <Card card={thread.card} />
      {thread.replies.length > 0 && (
        <ul
          aria-label="Replies"
          className={`mt-2 space-y-2 ${depth < DEEPEST ? "ml-2.5 border-rule border-l-2 pl-2.5" : ""}`}
        >
          {thread.replies.map((reply) => (
            <Thread key={reply.card.objection.id} thread={reply} depth={depth + 1} />
          ))}
        </ul>
      )}
    </li>
  );
});
