import type { Metadata } from "next";
import { ReportDoor } from "../../../../features/report/report-door.tsx";

export const metadata: Metadata = { title: "Report · Crux" };

type Props = { readonly params: Promise<{ readonly code: string }> };

/** What a room came to, to read and to print. */
export default async function ReportPage({ params }: Props) {
  const { code } = await params;
  return <ReportDoor code={code} />;
}
