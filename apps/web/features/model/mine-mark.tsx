"use client";

import { Undo2 } from "lucide-react";
import { useSyncExternalStore } from "react";
import { sharedAt } from "../../client/mine/changes.ts";
import { type Mine, useMine } from "../../client/mine/use-mine.tsx";
import type { Path } from "../../client/scenario-json.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";

/** Says at a value that it is one's own and what the others have; a click takes theirs. Nothing where they agree. */
export function MineMark(props: { readonly path: Path; readonly label: string }) {
  const mine = useMine();
  return mine?.on === true ? <Mark {...props} mine={mine} /> : null;
}

function Mark({ path, label, mine }: { readonly path: Path; readonly label: string; readonly mine: Mine }) {
  const store = useWorkspaceStore();
  const read = () => mine.shared.read().draft;
  const shared = useSyncExternalStore(mine.shared.subscribe, read, read);
  const there = useWorkspace((workspace) => sharedAt(shared, workspace.draft, path));
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
