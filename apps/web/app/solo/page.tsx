import { fromLibrary, libraryNames, must, writeScenario } from "@crux/core";
import { cookies } from "next/headers";
import { startOf } from "../../client/solve/start.ts";
import type { Start } from "../../client/workspace-store.ts";
import { libraryEntries } from "../../features/library/library-entries.ts";
import { Workspace } from "../../features/workspace/workspace.tsx";
import { themeOf } from "../../ui/theme.ts";

const FIRST = "speed-simplicity";

type Props = { readonly searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>> };

/** The page for one person, open at the essay's scenario, or at the one of the library that `?open=` names. */
export default async function SoloPage({ searchParams }: Props) {
  const { open } = await searchParams;
  const theme = themeOf((await cookies()).get("theme")?.value);
  const name = libraryNames().find((one) => one === open) ?? FIRST;
  return <Workspace key={name} start={await startFrom(name)} library={libraryEntries()} theme={theme} />;
}

/** Solved once for the process: it is the same for everybody. */
const starts = new Map<string, Promise<Start>>();

function startFrom(name: string): Promise<Start> {
  const scenario = must(fromLibrary(name), "a name of the library has a scenario");
  const start = starts.get(name) ?? startOf(writeScenario(scenario));
  starts.set(name, start);
  return start;
}
