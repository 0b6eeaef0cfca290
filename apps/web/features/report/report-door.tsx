"use client";

import type { JoinedRoom, NotAdmitted } from "@crux/room/client";
import { useEffect, useState } from "react";
import { later } from "../../client/later.tsx";
import { prepareRecord } from "../../client/report/ask-record.ts";
import { sayNotAdmitted } from "../../client/room/say-not-admitted.ts";
import { untilLoaded } from "../../client/until-loaded.ts";
import { TryAgain, WordsPage } from "../../ui/words-page.tsx";

const bringDoor = () => import("../../client/room/enter.ts");
const bringRoom = () => import("./report-room.tsx").then((file) => file.ReportRoom);
const ReportRoom = later(bringRoom, () => <WordsPage>Opening the report …</WordsPage>);

// In a browser both are on their way before the page is drawn; no server has a use for them.
if (typeof window !== "undefined") void Promise.all([bringDoor(), bringRoom()]).catch(() => {});

type State =
  | { readonly kind: "opening" }
  | { readonly kind: "no"; readonly problem: string }
  | { readonly kind: "in"; readonly room: JoinedRoom };

/** The address of a room's report: whoever has been in the room reads it as themselves, others like a screen, without a name. */
export function ReportDoor({ code }: { readonly code: string }) {
  const [state, setState] = useState<State>({ kind: "opening" });
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another try asks again
  useEffect(() => {
    let gone = false;
    let left: JoinedRoom | null = null;
    prepareRecord();
    void untilLoaded(bringDoor)
      .then(async ({ enterAsScreen, enterRoom, knownRoom }) => {
        const known = await knownRoom(code);
        return known === null ? enterAsScreen(code) : enterRoom(code, known.name);
      })
      .then((entered) => {
        if (entered.ok) left = entered.value;
        if (gone) left?.leave();
        else
          setState(
            entered.ok
              ? { kind: "in", room: entered.value }
              : { kind: "no", problem: sayProblem(entered.error) },
          );
      });
    return () => {
      gone = true;
      left?.leave();
    };
  }, [code, tries]);
  if (state.kind === "in") return <ReportRoom key={state.room.id} room={state.room} code={code} />;
  if (state.kind === "opening") return <WordsPage>Opening the report …</WordsPage>;
  return (
    <WordsPage>
      {state.problem} <TryAgain onClick={() => setTries(tries + 1)} />
    </WordsPage>
  );
}

const sayProblem = (error: NotAdmitted): string =>
  sayNotAdmitted(error, {
    unreachable: "The server does not answer. Is this device online?",
    noEntry: "Check the code with whoever gave it to you.",
  });
