import type { Metadata } from "next";
import { cookies } from "next/headers";
import { BringRoom } from "../../features/home/bring-room.tsx";
import { ImportForm } from "../../features/home/import-form.tsx";
import { SiteBar } from "../../features/site/site-bar.tsx";
import { themeOf } from "../../ui/theme.ts";

export const metadata: Metadata = { title: "Import · Crux" };

/** A room from a file. */
export default async function ImportPage() {
  const theme = themeOf((await cookies()).get("theme")?.value);
  return (
    <>
      <SiteBar theme={theme} />
      <main className="mx-auto max-w-[44rem] px-4 pb-16 sm:px-6">
        <h1 className="mt-6 font-semibold font-serif text-3xl tracking-tight">Import a scenario</h1>
        <p className="mt-2 font-serif text-lg text-soft">
          A JSON file in the scenario format, for instance one that was exported from a room. It is checked on
          this device; only what you open a room with is sent.
        </p>
        <ImportForm />
        <section aria-labelledby="room-heading" className="mt-10 border-rule border-t pt-5">
          <h2 id="room-heading" className="mb-2 font-semibold font-serif text-xl">
            Bring back a whole room
          </h2>
          <BringRoom />
        </section>
      </main>
    </>
  );
}
