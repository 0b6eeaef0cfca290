"use client";

import { isScope } from "../../client/debate/board.ts";
import { targetName } from "../../client/debate/draft.ts";
import { KINDS } from "../../client/debate/kinds.ts";
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
  const isStill =
    objection.readings.length > 0 &&
    effects.length > 0 &&
    effects.every((one) => one.effect?.kind === "none");
  return (
    <div data-testid="stage-objection">
      <Kicker>
        <span className="font-semibold text-ink">{KINDS[objection.kind].name}</span>{" "}
        {targetName(room.getSnapshot().scenario, objection.anchor)} · <bdi>{author}</bdi>
      </Kicker>
      <Said text={objection.text} />
      {objection.readings.length > 1 && outcome === null && (
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
      {isStill && !scope && <StillWords />}
      {objection.kind === "scope" && objection.readings.length === 0 && <ScopeWords />}
      {outcome !== null && (
        <p className="mt-[0.6rem] text-[0.95rem] text-soft">
          {outcome.kind === "declined" && scope ? "Logged as scope." : `${OUTCOMES[outcome.kind]}.`}
        </p>
      )}
    </div>
  );
}

/** Why an objection whose numbers move nothing is no lost one. */
function StillWords() {
  return (
    <p className="mt-[0.6rem] max-w-[56ch] text-pretty border-edge border-l-[0.2rem] pl-[0.7rem] text-[1.1rem] leading-snug">
      That is a finding: whoever grants it still sees the same winner at every price, so it can be settled
      apart from who wins.
    </p>
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
