import type { Metadata } from "next";
import { ScreenDoor } from "../../../../features/screen/screen-door.tsx";

export const metadata: Metadata = { title: "Screen · Crux" };

type Props = { readonly params: Promise<{ readonly code: string }> };

/** The big screen of a room: one thing at a time, readable from the back row. */
export default async function ScreenPage({ params }: Props) {
  const { code } = await params;
  return <ScreenDoor code={code} />;
}
