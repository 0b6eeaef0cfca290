import type { Metadata } from "next";
import { cookies } from "next/headers";
import Link from "next/link";
import { libraryEntries } from "../../features/library/library-entries.ts";
import { SiteBar } from "../../features/site/site-bar.tsx";
import { themeOf } from "../../ui/theme.ts";

export const metadata: Metadata = { title: "Library · Crux" };

/** The built-in scenarios, each to look at alone or to debate in a room. */
export default async function LibraryPage() {
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <>
      <SiteBar theme={theme} />
      <main className="mx-auto max-w-[80rem] px-4 pb-16 sm:px-6">
        <h1 className="mt-6 font-semibold font-serif text-3xl tracking-tight">Library</h1>
        <p className="mt-2 max-w-[44rem] font-serif text-lg text-soft">
          Ready scenarios: the essay's model, its variants, and other fields in which two costs compete.
        </p>
        <ul className="mt-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
          {libraryEntries().map((entry) => (
            <li key={entry.name} className="flex flex-col rounded-xl border border-rule bg-card px-5 py-4">
              <h2 className="font-semibold font-serif text-lg leading-snug">{entry.title}</h2>
              <p className="mt-1 flex-1 text-sm text-soft">{entry.summary}</p>
              <div className="mt-3 flex gap-2">
                <Link href={`/?with=${entry.name}`} className="button button-full">
                  Debate it<span className="sr-only">: {entry.title}</span>
                </Link>
                <Link href={`/solo?open=${entry.name}`} className="button button-line">
                  Look alone<span className="sr-only">: {entry.title}</span>
                </Link>
              </div>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
