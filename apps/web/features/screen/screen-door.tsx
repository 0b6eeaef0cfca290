"use client";

import type { JoinedRoom, NotAdmitted } from "@crux/room/client";
import { useEffect, useState } from "react";
import { later } from "../../client/later.tsx";
import { sayNotAdmitted } from "../../client/room/say-not-admitted.ts";
import { untilLoaded } from "../../client/until-loaded.ts";
import { prepareSolver } from "../../client/use-workspace.tsx";
import { TryAgain, WordsPage } from "../../ui/words-page.tsx";

const bringDoor = () => import("../../client/room/enter.ts");
const bringRoom = () => import("./screen-room.tsx").then((file) => file.ScreenRoom);
const ScreenRoom = later(bringRoom, () => <WordsPage large>Opening the screen …</WordsPage>);

// In a browser both are on their way before the page is drawn; no server has a use for them.
if (typeof window !== "undefined") void Promise.all([bringDoor(), bringRoom()]).catch(() => {});

type State =
  | { readonly kind: "opening" }
  | { readonly kind: "no"; readonly problem: string }
  | { readonly kind: "in"; readonly room: JoinedRoom };

/** The address of a room's screen: comes in without asking for a name, and tries again while no server answers. */
export function ScreenDoor({ code }: { readonly code: string }) {
  const [state, setState] = useState<State>({ kind: "opening" });
  const [tries, setTries] = useState(0);
  useEffect(() => {
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    prepareSolver();
    void untilLoaded(bringDoor)
      .then(({ enterAsScreen }) => enterAsScreen(code))
      .then((entered) => {
        if (gone) {
          if (entered.ok) entered.value.leave();
          return;
        }
        if (entered.ok) setState({ kind: "in", room: entered.value });
        else {
          setState({ kind: "no", problem: sayProblem(entered.error) });
          if (entered.error === "unreachable") timer = setTimeout(() => setTries(tries + 1), 3_000);
        }
      });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [code, tries]);
  if (state.kind === "in") return <ScreenRoom key={state.room.id} room={state.room} />;
  if (state.kind === "opening") return <WordsPage large>Opening the screen …</WordsPage>;
  return (
    <WordsPage large>
      {state.problem} <TryAgain onClick={() => setTries(tries + 1)} />
    </WordsPage>
  );
}

const sayProblem = (error: NotAdmitted): string =>
  sayNotAdmitted(error, {
    unreachable: "The server does not answer yet. This screen goes on trying.",
    noEntry:
      "A moderator may have hidden the code or closed the door: open this screen while new people can come in, and it stays.",
  });
