"use client";

import { type Estimate, ratherNot } from "@crux/room/client";
import { roundOf } from "../../client/estimates/round.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { middleSentence } from "../../client/session/movements.ts";
import { Histogram } from "./histogram.tsx";
import { StageCauses } from "./stage-causes.tsx";

/** How many numbers are in while they are hidden; once they are open, how everybody's credences lie, before and now. */
export function StageEstimates() {
  const round = useRoomView(roundOf);
  const shares = useRoomView((view) => {
    const { values, before } = view.estimates;
    return view.rows.programs.map(({ key, id, texts }) => ({
      key,
      name: texts.name || id,
      now: Object.values(values).flatMap(({ credences }) => credences[key] ?? []),
      before: Object.values(before ?? {}).flatMap(({ credences }) => credences[key] ?? []),
    }));
  });
  const rates = useRoomView(({ estimates: { values, before } }) => ({
    form: { kind: "number", unit: "" } as const,
    answers: ratesIn(values),
    before: before && ratesIn(before),
  }));
  const moved = Object.entries(rates.answers).filter(
    ([id, g]) => rates.before?.[id] !== undefined && rates.before[id] !== g,
  ).length;
  const causes = useRoomView(({ estimates }) =>
    Object.values(estimates.values).flatMap(({ because }) => because?.objection ?? []),
  );
  const isOpen = round.kind === "open";
  const given = shares.filter(({ now, before }) => now.length + before.length > 0);
  return (
    <div data-testid="stage-estimates" className={isOpen ? "" : "grid h-full place-items-center"}>
      {isOpen ? (
        <>
          <p className="font-serif text-[1.6rem]">Where everybody stands</p>
          <ul className="mt-[0.6rem] grid gap-x-[1.5rem] gap-y-[0.8rem] sm:grid-cols-[repeat(auto-fit,minmax(11rem,1fr))]">
            {given.map((one) => (
              <li key={one.key}>
                <p className="text-[1rem]">{one.name}</p>
                <Histogram now={one.now} before={one.before} />
              </li>
            ))}
          </ul>
          <p data-testid="rates" className="mt-[0.6rem] text-[1.1rem]">
            {Object.keys(rates.answers).length === 0
              ? `${round.short}.`
              : `g, on the strip: ${middleSentence(rates)}${moved === 0 ? "" : moved === 1 ? " One person moved." : ` ${moved} people moved.`}`}
          </p>
          <StageCauses of={causes} />
        </>
      ) : (
        <div className="text-center">
          <p className="font-serif text-[1.8rem] leading-tight">How dear is complexity? Place your g.</p>
          <p className="figure mt-[0.6rem] font-semibold text-[3.4rem] leading-none" data-testid="count">
            {round.short}
          </p>
          <p className="mt-[0.6rem] text-[1rem] text-soft">
            Nobody's number is shown until all are opened at once.
          </p>
        </div>
      )}
    </div>
  );
}

/** Everybody's g of a round, of those who gave one. */
const ratesIn = (values: Readonly<Record<string, Estimate>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, { g }]) =>
      g === null || g === ratherNot ? [] : [[id, g] as const],
    ),
  );
