import { cookies } from "next/headers";
import Link from "next/link";
import { SiteBar } from "../features/site/site-bar.tsx";
import { themeOf } from "../ui/theme.ts";

/** What stands at an address where nothing is: how to go on. */
export default async function NotFound() {
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <>
      <SiteBar theme={theme} />
      <main className="mx-auto max-w-[46rem] px-4 pt-10 pb-16 sm:px-6 sm:pt-20">
        <title>No such page · Crux</title>
        <p className="label">404</p>
        <h1 className="mt-1 font-semibold font-serif text-3xl tracking-tight">There is no such page.</h1>
        <p className="mt-3 text-pretty font-serif text-lg text-soft leading-relaxed">
          A room is at /r/ and its six letters. Check the address, or type the code on the first page.
        </p>
        <p className="mt-6 flex flex-wrap gap-2">
          <Link href="/" className="button button-full h-11 px-5">
            Go to the first page
          </Link>
          <Link href="/solo" className="button button-line h-11 px-4">
            Look at the model alone
          </Link>
        </p>
      </main>
    </>
  );
}
