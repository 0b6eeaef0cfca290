import type { Metadata } from "next";
import { cookies } from "next/headers";
import { libraryEntries } from "../../../../features/library/library-entries.ts";
import { RoomDoor } from "../../../../features/room/room-door.tsx";
import { themeOf } from "../../../../ui/theme.ts";

export const metadata: Metadata = { title: "Watch · Crux" };

type Props = { readonly params: Promise<{ readonly code: string }> };

/** A room for who looks on: live, with values of their own to play with, and a way to ask to speak. */
export default async function WatchPage({ params }: Props) {
  const { code } = await params;
  const theme = themeOf((await cookies()).get("theme")?.value);
  return <RoomDoor code={code} library={libraryEntries()} theme={theme} isWatching />;
}
