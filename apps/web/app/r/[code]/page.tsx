import type { Metadata } from "next";
import { cookies } from "next/headers";
import { libraryEntries } from "../../../features/library/library-entries.ts";
import { RoomDoor } from "../../../features/room/room-door.tsx";
import { themeOf } from "../../../ui/theme.ts";

export const metadata: Metadata = { title: "Room · Crux" };

type Props = { readonly params: Promise<{ readonly code: string }> };

/** A room, by its code or, where the code is hidden, by its id. */
export default async function RoomPage({ params }: Props) {
  const { code } = await params;
  const theme = themeOf((await cookies()).get("theme")?.value);
  return <RoomDoor code={code} library={libraryEntries()} theme={theme} />;
}
