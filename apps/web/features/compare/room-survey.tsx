"use client";

import { useEffect, useState } from "react";
import type { SideStrip, Split, Surveyed } from "../../client/reason/reason.ts";
import type { ReasonClient } from "../../client/reason/reason-client.ts";
import { HiddenValues, HideValues } from "../../client/session/hide-values.tsx";
import { OneStrip, type StripView } from "./side-strips.tsx";
import { pairsOf } from "./strip-pairs.ts";
import type { Candidate } from "./use-sides.ts";

/** The whole room: who wins for whom, and which values split it. Everybody with published values or a g in the open. */
export function RoomSurvey(props: {
  readonly strip: StripView;
  readonly client: ReasonClient;
  readonly candidates: readonly Candidate[];
}) {
  const { client, candidates } = props;
  const [found, setFound] = useState<Surveyed | null>(null);
  const shared = candidates.find(({ kind }) => kind === "shared");
  const sides = candidates.filter(({ kind }) => kind === "mine" || kind === "person" || kind === "group");
  const key = JSON.stringify([shared?.side, sides.map(({ side }) => side)]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of all sides
  useEffect(() => {
    if (shared === undefined) return;
    const task = { kind: "survey", shared: shared.side, sides: sides.map(({ side }) => side) } as const;
    void client.survey("survey", task).then((next) => next && setFound(next));
  }, [client, key]);
  if (found === null) return <p className="text-soft text-sm">Working …</p>;
  if (found.kind === "wrong") return <p className="text-sm">{found.why}</p>;
  const borrowed = sides.filter(({ hasG }) => !hasG).map(({ text }) => text);
  return (
    <>
      <p aria-live="polite" data-testid="survey" className="text-pretty font-serif text-lg leading-snug">
        {summary(found.strips)}
      </p>
      {borrowed.length > 0 && (
        <p className="mt-1 text-soft text-xs">Not public, so at your g: {borrowed.join(", ")}.</p>
      )}
      <ul aria-label="Who wins for whom" className="mt-2 space-y-2">
        {pairsOf(sides, found.strips).map(({ id, strip }) => (
          <li key={id}>
            <OneStrip side={strip} view={props.strip} action={<HideValues id={id} name={strip.name} />} />
          </li>
        ))}
      </ul>
      <HiddenValues />
      {sides.length < 2 && (
        <p className="mt-2 text-soft text-sm">
          Others come in as soon as they publish values of their own, or a pinned g is in the open.
        </p>
      )}
      {found.unread.length > 0 && (
        <p className="mt-2 text-sm">Left out, because something is unknown: {found.unread.join(", ")}.</p>
      )}
      <Splits splits={found.splits} />
    </>
  );
}

function Splits({ splits }: { readonly splits: readonly Split[] }) {
  if (splits.length === 0) return null;
  return (
    <>
      <h3 className="label mt-4">What splits the room</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard */}
      <div className="overflow-x-auto" tabIndex={0} role="group" aria-label="What splits the room">
        <table className="figure w-full text-sm" data-testid="splits">
          <thead>
            <tr className="border-rule border-b text-left text-soft text-xs">
              <th className="py-1 pr-2 font-medium">value</th>
              <th className="py-1 pr-2 text-right font-medium">room</th>
              <th className="py-1 pr-2 font-medium">who says what</th>
              <th className="py-1 font-medium">changes sides with the room's</th>
            </tr>
          </thead>
          <tbody>
            {splits.map((split) => (
              <tr key={split.of} className="border-rule border-b align-top last:border-0">
                <th scope="row" className="py-1 pr-2 text-left font-normal">
                  {split.label}
                </th>
                <td className="math py-1 pr-2 text-right">{split.shared}</td>
                <td className="py-1 pr-2">
                  {split.held.map(({ value, names }) => (
                    <span key={value} className="block">
                      <span className="math">{value}</span>: {names.map(said).join(", ")}
                    </span>
                  ))}
                </td>
                <td className="py-1">
                  {split.turns.length === 0 ? "nobody" : split.turns.map(said).join(", ")}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const said = (name: string): string => (name === "you" ? "me" : name);

/** Who wins for how many, the most first. */
function summary(strips: readonly SideStrip[]): string {
  if (strips.length === 0) return "Nobody has published values or a g yet.";
  const names = new Map<string, string[]>();
  for (const { winners, name } of strips) names.set(winners, [...(names.get(winners) ?? []), said(name)]);
  const groups = [...names].toSorted(([, a], [, b]) => b.length - a.length);
  const [[only] = [""]] = groups;
  if (strips.length === 1) return `${only} wins for ${names.get(only)?.[0] ?? ""}; nobody else is in yet.`;
  if (groups.length === 1) return `${only} wins for all ${strips.length}.`;
  const parts = groups.map(
    ([winners, who]) =>
      `${winners} for ${who.length} (${who.slice(0, 4).join(", ")}${who.length > 4 ? ", …" : ""})`,
  );
  return `Split: ${parts.join("; ")}.`;
}
