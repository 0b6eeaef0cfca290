"use client";

import { Undo2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { sharedAt } from "../../client/mine/changes.ts";
import { type Mine, useMine } from "../../client/mine/use-mine.tsx";
import type { Path } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";

/** Says at a value whose it is where the shared one differs; of one's own, a click takes theirs. Nothing where they agree. */
export function MineMark(props: { readonly path: Path; readonly label: string }) {
  const mine = useMine();
  if (mine?.on === true) return <Mark {...props} mine={mine} />;
  return mine !== null && mine.other !== null ? <OtherMark path={props.path} mine={mine} /> : null;
}

/** What the shared draft says where the one on the page says something else at `path`; null where both say the same. */
function useShared(mine: Mine, path: Path): string | null {
  const read = () => mine.shared.read().draft;
  const shared = useSyncExternalStore(mine.shared.subscribe, read, read);
  return useWorkspace((workspace) => sharedAt(shared, workspace.draft, path));
}

function Mark({ path, label, mine }: { readonly path: Path; readonly label: string; readonly mine: Mine }) {
  const store = useWorkspaceStore();
  const there = useShared(mine, path);
  if (there === null) return null;
  const says = `mine; ${mine.sharedName.toLowerCase()}: ${there === "" ? "unknown" : there}`;
  return (
    <button
      type="button"
      title={`${says}. Click to take it.`}
      aria-label={`${label} is ${says}. Take it.`}
      onClick={() => store.edit(path, there === "" ? undefined : there)}
      className="ml-0.5 inline-flex min-h-6 items-center gap-0.5 rounded bg-ink px-1 font-sans font-semibold text-[0.625rem] text-paper leading-4"
    >
      mine <Undo2 size={10} aria-hidden />
    </button>
  );
}

function OtherMark({ path, mine }: { readonly path: Path; readonly mine: Mine }) {
  const there = useShared(mine, path);
  if (there === null || mine.other === null) return null;
  const { name, colour } = mine.other.position;
  const here = `${mine.sharedName.toLowerCase()}: ${there === "" ? "unknown" : there}`;
  return (
    <span
      title={`${name}'s value; ${here}`}
      data-person={colour === null ? undefined : colour % 8}
      className={`ml-0.5 inline-block max-w-20 truncate rounded px-1 font-sans font-semibold text-[0.625rem] leading-4 ${colour === null ? "border border-ink border-dashed" : "person-flag"}`}
    >
      {name}
      <span className="sr-only">'s value; {here}</span>
    </span>
  );
}
