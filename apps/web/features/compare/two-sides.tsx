"use client";

import { useEffect, useState } from "react";
import type { Compared } from "../../client/reason/reason.ts";
import type { ReasonClient } from "../../client/reason/reason-client.ts";
import { HideValues } from "../../client/session/hide-values.tsx";
import { Differences } from "./differences.tsx";
import { SideStrips, type StripView } from "./side-strips.tsx";
import type { Candidate } from "./use-sides.ts";

/** Two positions: who wins for whom, what they differ on, and what would turn either. It follows both as they change. */
export function TwoSides(props: {
  readonly strip: StripView;
  readonly client: ReasonClient;
  readonly candidates: readonly Candidate[];
  readonly openMine: (() => void) | null;
}) {
  const { strip, client, candidates } = props;
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const [adopt, setAdopt] = useState<readonly string[]>([]);
  const [found, setFound] = useState<Compared | null>(null);
  const pick = (at: 0 | 1): Candidate | undefined =>
    candidates.find(({ id }) => id === chosen[at]) ?? candidates[at];
  const [a, b] = [pick(0), pick(1)];
  const key = JSON.stringify([a?.side, b?.side, adopt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of both sides and what is adopted
  useEffect(() => {
    if (a === undefined || b === undefined) return;
    void client
      .compare("compare", { kind: "compare", a: a.side, b: b.side, adopt })
      .then((next) => next && setFound(next));
  }, [client, key]);
  const borrowed = [a, b].filter((one) => one?.hasG === false).map((one) => one?.text);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        {([0, 1] as const).map((at) => (
          <label key={at} className="flex max-w-full items-center gap-1.5">
            {at === 0 ? "Compare" : "with"}
            <select
              value={pick(at)?.id ?? ""}
              className="field min-w-0 max-w-48 py-0"
              onChange={(event) => {
                setChosen(at === 0 ? [event.target.value, chosen[1]] : [chosen[0], event.target.value]);
                setAdopt([]);
              }}
            >
              {candidates.map(({ id, text }) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
        {[a, b].map(
          (one) => one !== undefined && <HideValues key={one.id} id={one.id} name={one.side.name} />,
        )}
      </div>
      {borrowed.length > 0 && (
        <p className="mb-2 text-soft text-xs">
          The g of {borrowed.join(" and ")} is not public: yours stands in for it.
        </p>
      )}
      {props.openMine !== null && candidates.length < 2 && (
        <p className="text-sm">
          Pick someone, or compare yourself: put in your own values first.{" "}
          <button type="button" className="button button-line" onClick={props.openMine}>
            Open mine
          </button>
        </p>
      )}
      {found?.kind === "wrong" && <p className="text-sm">{found.why}</p>}
      {found?.kind === "compared" && a !== undefined && b !== undefined && (
        <>
          <SideStrips sides={found.strips} adopted={found.adopted} view={strip} />
          <p
            aria-live="polite"
            data-testid="crux"
            className="mt-3 text-pretty font-serif text-lg leading-snug [overflow-wrap:anywhere]"
          >
            {found.words.sentence}
          </p>
          {found.line !== null && (
            <p
              data-testid="crux-line"
              className="mt-2 rounded-lg bg-well px-3 py-2 font-semibold font-serif [overflow-wrap:anywhere]"
            >
              {found.line}
            </p>
          )}
          {found.agreement !== "" && <p className="mt-1 text-sm">{found.agreement}</p>}
          <Differences
            names={[a.side.name, b.side.name]}
            words={found.words}
            adopt={adopt}
            adopted={found.adopted?.winners ?? null}
            onAdopt={setAdopt}
          />
          {found.agreed.length > 0 && (
            <details className="mt-2 text-sm">
              <summary className="label w-fit">Alike: {found.agreed.length} values</summary>
              <ul className="mt-1 columns-2 pl-1 text-soft max-sm:columns-1">
                {found.agreed.map((text) => (
                  <li key={text} className="[overflow-wrap:anywhere]">
                    {text}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </>
      )}
    </>
  );
}
