import Link from "next/link";
import type { Theme } from "../../ui/theme.ts";
import { ThemeSwitch } from "../../ui/theme-switch.tsx";

/** The bar over every page that is not a workspace. */
export function SiteBar({ theme }: { readonly theme: Theme }) {
  return (
    <header className="mx-auto flex max-w-[80rem] items-center gap-x-1 px-4 py-2 sm:px-6">
      <Link href="/" className="mr-auto font-semibold font-serif text-xl tracking-tight">
        Crux
      </Link>
      <nav aria-label="Site" className="flex items-center">
        <Link href="/library" className="button">
          Library
        </Link>
        <Link href="/import" className="button">
          Import
        </Link>
        <Link href="/help" className="button">
          Help
        </Link>
        <ThemeSwitch start={theme} />
      </nav>
    </header>
  );
}
