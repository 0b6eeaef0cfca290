"use client";

import { readPatch } from "@crux/core";
import { byShare } from "@crux/present/words";
import { useEffect, useMemo, useState } from "react";
import { layPatch } from "../../client/mine/overlay-text.ts";
import type { Compared, Side, SideStrip } from "../../client/reason/reason.ts";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { usePositions } from "../../client/room/use-positions.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { competing } from "../../client/scenario-json.ts";
import { taskAt } from "../../client/session/groups.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Gone, Kicker } from "./stage-parts.tsx";

/** Two published positions, or one and the room: their strips on one axis, and the values on which they part. */
export function StageCompare({ between }: { readonly between: readonly [string, string] }) {
  const [first, second] = [useSide(between[0]), useSide(between[1])];
  const client = useReasoning();
  const task = useRoomView((view) => taskAt(view, between[1]));
  const [found, setFound] = useState<Compared | null>(null);
  const key = JSON.stringify([first, second]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of both sides
  useEffect(() => {
    if (first === null || second === null) return;
    const task = { kind: "compare", a: first, b: second, adopt: [] } as const;
    void client.compare("screen", task).then((next) => next && setFound(next));
  }, [client, key]);
  if (first === null || second === null) return <Gone>These values are not published any more.</Gone>;
  if (found === null) return <Gone>Comparing …</Gone>;
  if (found.kind === "wrong") return <Gone>{found.why}</Gone>;
  const rows = byShare(found.words.rows).slice(0, 4);
  return (
    <div data-testid="stage-compare">
      <Kicker>
        <bdi className="font-semibold text-ink">{first.name}</bdi> and{" "}
        <bdi className="font-semibold text-ink">{second.name}</bdi>
      </Kicker>
      {task !== null && task.text !== "" && (
        <p
          data-testid="task"
          className="mt-[0.2rem] line-clamp-3 text-[1.1rem] leading-snug [overflow-wrap:anywhere]"
        >
          It was given: <bdi className="font-serif">“{task.text}”</bdi>
        </p>
      )}
      {found.strips.map((side, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always a first and a second
        <SmallStrip key={at} side={side} />
      ))}
      <p className="mt-[0.4rem] text-pretty text-[1.1rem] leading-snug">{found.words.sentence}</p>
      {found.line !== null && (
        <p className="mt-[0.3rem] font-semibold font-serif text-[1.1rem] leading-snug [overflow-wrap:anywhere]">
          {found.line}
        </p>
      )}
      {rows.length > 0 && (
        <table className="mt-[0.5rem] w-full text-[1.05rem]">
          <thead>
            <tr className="text-left text-[0.875rem] text-soft">
              <th className="font-medium">they differ on</th>
              <th className="font-medium">{first.name}</th>
              <th className="font-medium">{second.name}</th>
              <th className="font-medium">share of the gap</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.of} className="border-rule border-t">
                <th scope="row" className="text-left font-normal">
                  {row.label}
                </th>
                <td className="math font-semibold">{row.a}</td>
                <td className="math font-semibold">{row.b}</td>
                <td className="figure">{row.share}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.agreement !== "" && task === null && (
        <p className="mt-[0.4rem] text-[1.1rem]">{found.agreement}</p>
      )}
    </div>
  );
}

/** A side as it can be compared; null where it is not published. */
function useSide(id: string): Side | null {
  const positions = usePositions();
  const draft = useWorkspace((workspace) => workspace.draft);
  const g = useWorkspace((workspace) => workspace.g);
  const position = positions.find((one) => one.id === id);
  return useMemo(() => {
    if (id === "room") return { name: "the room", scenario: competing(draft), g };
    if (position === undefined) return null;
    const patch = readPatch(position.patch);
    if (!patch.ok) return null;
    return {
      name: position.name,
      scenario: competing(layPatch(draft, patch.value).draft),
      g: position.g ?? g,
    };
  }, [id, position, draft, g]);
}

function SmallStrip({ side }: { readonly side: SideStrip }) {
  return (
    <div className="mt-[0.5rem]">
      <p className="text-[1rem]">
        <bdi className="font-semibold">{side.name}</bdi>: at <span className="math italic">g</span> ={" "}
        <span className="math">{side.g}</span> {side.winners}
      </p>
      <div className="relative h-[2rem]">
        <div className="flex h-full overflow-hidden rounded-[0.4rem]">
          {side.strip.bands.map((band) => (
            <div
              key={`${band.from} ${band.winners.join(" ")}`}
              className="swatch flex items-center justify-center overflow-hidden whitespace-nowrap font-semibold text-[0.9rem]"
              data-hue={band.styles[0]?.hue ?? "slate"}
              data-pattern={band.styles[0]?.pattern ?? "plain"}
              style={{ width: `${(band.to - band.from) * 100}%` }}
            >
              <span className="truncate px-[0.3rem]">{band.label}</span>
            </div>
          ))}
        </div>
        <span
          aria-hidden
          className="absolute -inset-y-[0.2rem] w-[0.25rem] -translate-x-1/2 rounded-full border border-paper bg-ink"
          style={{ left: `${side.at * 100}%` }}
        />
      </div>
    </div>
  );
}
