"use client";

import { bothWaysText } from "@crux/present";
import { isScope } from "../../client/debate/board.ts";
import { targetName } from "../../client/debate/draft.ts";
import { KINDS } from "../../client/debate/kinds.ts";
import { whyItMatters } from "../../client/debate/why-it-matters.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { Gone, Kicker, Said } from "./stage-parts.tsx";
import { DRAWN, useReadings } from "./use-ghosts.ts";

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
  const effect = effects[0]?.effect ?? null;
  const why = whyItMatters(
    card,
    effects.map((one) => one.effect ?? null),
  );
  const bothWays = bothWaysText(
    "It",
    objection.readings.map(({ label }, at) => ({ label, effect: effects[at]?.effect ?? null })),
  );
  return (
    <div data-testid="stage-objection">
      <Kicker>
        <span className="font-semibold text-ink">{KINDS[objection.kind].name}</span>{" "}
        {targetName(room.getSnapshot().scenario, objection.anchor)} · <bdi>{author}</bdi>
      </Kicker>
      <Said text={objection.text} />
      {bothWays !== "" && outcome === null && (
        <p data-testid="both-ways" className="mt-[0.5rem] text-pretty text-[1.2rem] leading-snug">
          {bothWays}
        </p>
      )}
      {objection.readings.length > 1 &&
        outcome === null &&
        (bothWays === "" || objection.readings.length > DRAWN) && (
          <p className="mt-[0.5rem] text-[1.05rem] text-soft">
            It can be read in {objection.readings.length} ways:{" "}
            {objection.readings.length > DRAWN ? `the first ${DRAWN} are` : "each is"} drawn below.
            {objection.readings.slice(DRAWN).map(({ label }, at) => (
              <span key={label} className="block">
                <bdi>{label}</bdi>: <span className="math">{effects[DRAWN + at]?.effect?.badge}</span>
              </span>
            ))}
          </p>
        )}
      {objection.readings.length === 1 && effect !== null && (
        <p data-testid="effect" className="mt-[0.5rem] max-w-[56ch] text-pretty text-[1.2rem] leading-snug">
          {effect.sentence}
        </p>
      )}
      {why !== "" && (
        <p className="mt-[0.6rem] max-w-[56ch] text-pretty border-edge border-l-[0.2rem] pl-[0.7rem] text-[1.1rem] leading-snug">
          {why}
        </p>
      )}
      {outcome !== null && (
        <p className="mt-[0.6rem] text-[0.95rem] text-soft">
          {outcome.kind === "declined" && scope ? "Logged as scope." : `${OUTCOMES[outcome.kind]}.`}
        </p>
      )}
    </div>
  );
}

const OUTCOMES = {
  withdrawn: "Withdrawn",
  conceded: "Conceded",
  answered: "Answered",
  merged: "Part of the model by now",
  declined: "Left out",
} as const;
