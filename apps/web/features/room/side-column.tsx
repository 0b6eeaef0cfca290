"use client";

import { useBoard } from "../../client/debate/use-board.ts";
import { later, opening } from "../../client/later.tsx";
import { useHasMeetingPanel } from "../../client/session/use-meeting.ts";

/** What the right column shows. */
export type Side = "debate" | "ask" | "meeting";

const DebateRail = later(() => import("../debate/debate-rail.tsx").then((file) => file.DebateRail), opening);

const AskPanel = later(() => import("../ask/ask-panel.tsx").then((file) => file.AskPanel), opening);
const MeetingPanel = later(
  () => import("../session/meeting-panel.tsx").then((file) => file.MeetingPanel),
  opening,
);

/** The right column: what is said about the model, or the questions to it. On a phone the bar below chooses. */
export function SideColumn(props: {
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly showModel: (then: () => void) => void;
}) {
  const { onSide } = props;
  const count = useBoard().cards.size;
  const hasMeeting = useHasMeetingPanel();
  const side = props.side === "meeting" && !hasMeeting ? "debate" : props.side;
  const tabs = [
    { id: "debate", text: count === 0 ? "Debate" : `Debate ${count}` },
    { id: "ask", text: "Ask" },
    ...(hasMeeting ? ([{ id: "meeting", text: "Meeting" }] as const) : []),
  ] as const;
  return (
    <>
      <div role="tablist" aria-label="Debate and questions" className="mb-1.5 flex gap-1">
        {tabs.map(({ id, text }) => (
          <button
            key={id}
            type="button"
            role="tab"
            id={`side-${id}`}
            aria-selected={side === id}
            aria-controls="side-panel"
            tabIndex={side === id ? 0 : -1}
            onClick={() => onSide(id)}
            onKeyDown={(event) => {
              if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
              const step = event.key === "ArrowRight" ? 1 : tabs.length - 1;
              const next = tabs[(tabs.findIndex((one) => one.id === id) + step) % tabs.length]?.id ?? id;
              onSide(next);
              document.getElementById(`side-${next}`)?.focus();
            }}
            className="button aria-selected:bg-well aria-selected:font-semibold"
          >
            {text}
          </button>
        ))}
      </div>
      <div role="tabpanel" id="side-panel" aria-labelledby={`side-${side}`}>
        {side === "debate" && <DebateRail showModel={props.showModel} />}
        {side === "ask" && <AskPanel />}
        {side === "meeting" && <MeetingPanel />}
      </div>
    </>
  );
}
