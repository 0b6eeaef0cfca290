"use client";

import type { Because } from "@crux/room/client";
import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { roundOf } from "../../client/estimates/round.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useLock } from "../../client/session/use-meeting.ts";
import { Everybody } from "./everybody.tsx";
import { MyCredences } from "./my-credences.tsx";
import { MyG } from "./my-g.tsx";
import { WhatMoved } from "./what-moved.tsx";

/** What this person holds, in numbers: g and a credence for each program; how the round stands; everybody's numbers. */
export function MePanel({ title = "Me" }: { readonly title?: string }) {
  const { room } = useRoom();
  const round = useRoomView(roundOf);
  const lock = useLock("estimate");
  const [because, setBecause] = useState<Because | undefined>(undefined);
  return (
    <section aria-labelledby="me-heading" className="space-y-4 text-sm">
      <div>
        <h2 id="me-heading" className="font-semibold font-serif text-lg">
          {title}
        </h2>
        <p role="status" data-testid="round" className="flex items-start gap-1.5">
          {round.kind === "open" ? (
            <Eye size={15} aria-hidden className="mt-0.5 shrink-0" />
          ) : (
            <EyeOff size={15} aria-hidden className="mt-0.5 shrink-0" />
          )}
          <span>{round.sentence}</span>
        </p>
        {round.mayReveal && (
          <button
            type="button"
            title="Shows everybody's numbers to everybody"
            className="button button-full mt-2"
            onClick={() => room.send({ kind: "reveal-estimates" })}
          >
            <Eye size={15} aria-hidden /> Reveal pins and credences
          </button>
        )}
        {round.mayBegin && (
          <button
            type="button"
            title="What is open now stays known; what comes is hidden until you open it"
            className="button button-line mt-2"
            onClick={() => room.send({ kind: "blind-estimates" })}
          >
            <EyeOff size={15} aria-hidden /> Begin another blind round
          </button>
        )}
      </div>
      {round.maySpeak ? (
        <fieldset disabled={lock !== null} className="min-w-0 space-y-4">
          {lock !== null && <p className="rounded-lg bg-well px-3 py-2">{lock}.</p>}
          <MyG because={because} />
          <MyCredences because={because} />
          <WhatMoved onChange={setBecause} />
        </fieldset>
      ) : (
        <p className="text-soft">You look on here: only those who take part place numbers.</p>
      )}
      <Everybody />
    </section>
  );
}
