"use client";

import { isScope } from "../../client/debate/board.ts";
import { targetName } from "../../client/debate/draft.ts";
import { KINDS } from "../../client/debate/kinds.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { Gone, Kicker, Said } from "./stage-parts.tsx";
import { useReadings } from "./use-ghosts.ts";

/** An objection: what it doubts, its words, and what each way to read it does to the flips; its ghosts lie over the strip. */
export function StageObjection({ id }: { readonly id: string }) {
  const { room } = useRoom();
  const { card, effects } = useReadings(id);
  const author = useRoomView((view) => nameOf(view, view.debate.objections[id]?.author ?? ""));
  const hidden = useRoomView((view) => view.session.hidden[`objection/${id}`]?.reason ?? null);
  if (card === null) return <Gone>This objection is not there any more.</Gone>;
  if (hidden !== null) return <Gone>Hidden by a moderator: {hidden}</Gone>;
  const { objection, outcome } = card;
  const scope = isScope(card);
  return (
    <div data-testid="stage-objection">
      <Kicker>
        <span className="font-semibold text-ink">{KINDS[objection.kind].name}</span>{" "}
        {targetName(room.getSnapshot().scenario, objection.anchor)} · <bdi>{author}</bdi>
      </Kicker>
      <Said text={objection.text} />
      <ul aria-label="Readings" className="mt-[0.6rem] space-y-[0.5rem]">
        {objection.readings.map((reading, at) => {
          const effect = effects[at]?.effect ?? null;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: readings keep their order, and two may say the same
            <li key={at} className="text-[1.05rem] leading-snug">
              {objection.readings.length > 1 && (
                <bdi className="mr-[0.5rem] text-soft [overflow-wrap:anywhere]">{reading.label}</bdi>
              )}
              {effect !== null && (
                <>
                  <span
                    data-testid="badge"
                    className="math inline-block rounded-full bg-ink px-[0.6rem] font-semibold text-[1.3rem] text-paper"
                  >
                    {effect.badge}
                  </span>{" "}
                  <span className="text-pretty">{effect.sentence}</span>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {scope && <ScopeWords />}
      {outcome !== null && (
        <p className="mt-[0.6rem] text-[0.95rem] text-soft">
          {outcome.kind === "declined" && scope ? "Logged as scope." : `${OUTCOMES[outcome.kind]}.`}
        </p>
      )}
    </div>
  );
}

/** Why an objection without a number matters. */
function ScopeWords() {
  return (
    <p className="mt-[0.6rem] max-w-[54ch] text-pretty border-edge border-l-[0.2rem] pl-[0.7rem] text-[1.1rem] leading-snug">
      It moves no flip, and that is no defeat: it doubts whether the model applies, and no price of complexity
      can answer that. How far the model applies is asked of everybody, apart from who wins in it.
    </p>
  );
}

const OUTCOMES = {
  withdrawn: "Withdrawn",
  conceded: "Conceded",
  answered: "Answered",
  merged: "Part of the model by now",
  declined: "Left out",
} as const;
