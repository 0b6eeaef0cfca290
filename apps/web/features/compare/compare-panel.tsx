"use client";

import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useMine } from "../../client/mine/use-mine.tsx";
import type { Compared, Side } from "../../client/reason/reason.ts";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { competing } from "../../client/scenario-json.ts";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import type { Workspace, WorkspaceStore } from "../../client/workspace-store.ts";
import { Differences } from "./differences.tsx";
import { examplePositions } from "./positions.ts";
import { SideStrips, type StripView } from "./side-strips.tsx";

/** Two positions side by side: who wins for whom, what they differ on, and what would turn either. */
export function ComparePanel({ strip }: { readonly strip: StripView }) {
  const { sides, needsMine } = useSides();
  const client = useReasoning();
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null]);
  const [adopt, setAdopt] = useState<readonly string[]>([]);
  const [found, setFound] = useState<Compared | null>(null);
  const pick = (at: 0 | 1): Side | undefined => sides.find(({ name }) => name === chosen[at]) ?? sides[at];
  const [a, b] = [pick(0), pick(1)];
  const key = JSON.stringify([a, b, adopt]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of both sides and what is adopted
  useEffect(() => {
    if (a === undefined || b === undefined) return;
    void client.compare("compare", { kind: "compare", a, b, adopt }).then((next) => next && setFound(next));
  }, [client, key]);
  return (
    <section
      aria-labelledby="compare-heading"
      className="rounded-xl border border-rule bg-card px-4 pt-3 pb-4"
    >
      <h2 id="compare-heading" className="label mb-2">
        Compare
      </h2>
      <div className="mb-2 flex flex-wrap items-center gap-x-3 gap-y-1.5 text-sm">
        {([0, 1] as const).map((at) => (
          <label key={at} className="flex items-center gap-1.5">
            {at === 0 ? "Compare" : "with"}
            <select
              value={pick(at)?.name ?? ""}
              className="field py-0"
              onChange={(event) => {
                setChosen(at === 0 ? [event.target.value, chosen[1]] : [chosen[0], event.target.value]);
                setAdopt([]);
              }}
            >
              {sides.map(({ name }) => (
                <option key={name} value={name}>
                  {name === "you" ? "mine" : name.replace("the ", "")}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      {needsMine !== null && sides.length < 2 && (
        <p className="text-sm text-soft">
          Put in your own values first.{" "}
          <button type="button" className="button button-line" onClick={needsMine}>
            Open mine
          </button>
        </p>
      )}
      {found?.kind === "wrong" && <p className="text-sm">{found.why}</p>}
      {found?.kind === "compared" && a !== undefined && b !== undefined && (
        <>
          <SideStrips sides={found.strips} view={strip} />
          <p
            aria-live="polite"
            data-testid="crux"
            className="mt-3 text-pretty font-serif text-lg leading-snug"
          >
            {found.words.sentence}
          </p>
          {found.agreement !== "" && <p className="mt-1 text-sm">{found.agreement}</p>}
          <Differences
            names={[a.name, b.name]}
            words={found.words}
            adopt={adopt}
            adopted={found.adopted}
            onAdopt={setAdopt}
          />
        </>
      )}
    </section>
  );
}

/** The positions that can be compared: one's own, the shared one, and the argument's examples. */
function useSides(): { readonly sides: readonly Side[]; readonly needsMine: (() => void) | null } {
  const mine = useMine();
  const here = useWorkspaceStore();
  const shared = useAll(mine?.shared ?? here);
  const own = useAll(mine?.store ?? mine?.shared ?? here);
  const hasOwn = mine !== null && mine.store !== null;
  // One's own values are opened with this panel, but not shown in the model.
  useEffect(() => {
    void mine?.open();
  }, [mine]);
  const examples = useMemo(() => examplePositions(shared.draft), [shared.draft]);
  const common: Side = {
    name: `the ${mine?.sharedName.toLowerCase() ?? "model"}`,
    scenario: competing(shared.draft),
    g: shared.g,
  };
  const yours: Side = { name: "you", scenario: competing(own.draft), g: own.g };
  return {
    sides: [...(hasOwn ? [yours] : []), common, ...examples],
    needsMine: mine === null ? null : () => void mine.show(true),
  };
}

function useAll(store: WorkspaceStore): Workspace {
  return useSyncExternalStore(store.subscribe, store.read, store.read);
}
