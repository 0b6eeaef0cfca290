"use client";

import Link from "next/link";
import { useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import type { Theme } from "../../ui/theme.ts";
import { ThemeSwitch } from "../../ui/theme-switch.tsx";
import type { LibraryEntry } from "../library/library-dialog.tsx";

/** The bar over a room: its name, whether all is saved, who is here. */
export function RoomBar(props: { readonly library: readonly LibraryEntry[]; readonly theme: Theme }) {
  const title = useWorkspace((workspace) => workspace.view.title);
  const saving = useRoomView((view) => view.saving);
  const code = useRoomView((view) => view.code.value);
  const people = useRoomView((view) =>
    view.people.filter((one) => one.at.length > 0).map(({ name, colour }) => ({ name, colour })),
  );
  return (
    <header className="mx-auto flex max-w-[112rem] items-center gap-x-3 px-3 py-1.5 sm:min-h-12 sm:px-6">
      <Link href="/" className="font-semibold font-serif text-xl tracking-tight">
        Crux
      </Link>
      <h1 className="min-w-0 truncate border-rule border-l pl-3 font-medium">{title}</h1>
      <span className="mr-auto text-sm text-soft">{saving.kind}</span>
      <span className="figure">{code}</span>
      {people.map((one) => (
        <span key={one.name} data-person={one.colour % 8} className="person-flag rounded-full px-2">
          {one.name}
        </span>
      ))}
      <ThemeSwitch start={props.theme} />
    </header>
  );
}
