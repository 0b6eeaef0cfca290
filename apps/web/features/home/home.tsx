"use client";

import { WorkspaceProvider } from "../../client/use-workspace.tsx";
import type { Start } from "../../client/workspace-store.ts";
import type { Theme } from "../../ui/theme.ts";
import { SiteBar } from "../site/site-bar.tsx";
import { StripSection } from "../strip/strip-section.tsx";
import { JoinBox } from "./join-box.tsx";
import { NewRoom } from "./new-room.tsx";
import { RecentRooms } from "./recent-rooms.tsx";

/** The first page: a question to try at once, and the ways into a room. */
export function Home(props: {
  readonly start: Start;
  readonly example: string;
  readonly title: string | null;
  readonly theme: Theme;
}) {
  return (
    <>
      <SiteBar theme={props.theme} />
      <main className="mx-auto max-w-[80rem] px-4 pb-16 sm:px-6">
        <h1 className="mt-4 max-w-[44rem] text-balance font-semibold font-serif text-3xl leading-tight tracking-tight sm:mt-8 sm:text-[2.6rem]">
          If training prefers short and fast programs, does an honest or a deceptive one win?
        </h1>
        <p className="mt-3 max-w-[44rem] text-pretty font-serif text-lg text-soft leading-relaxed">
          It depends on <em className="math text-ink">g</em>, the time that one unit of complexity is worth.
          Drag it to where you think training sits.
        </p>
        <div className="mt-6">
          <WorkspaceProvider start={props.start}>
            <StripSection />
          </WorkspaceProvider>
        </div>
        <div className="mt-8 grid grid-cols-[minmax(0,1fr)] items-start gap-4 md:grid-cols-3">
          <JoinBox />
          <NewRoom example={props.example} title={props.title} />
          <RecentRooms />
        </div>
      </main>
    </>
  );
}
