"use client";

import type { JoinedRoom, NotAdmitted } from "@crux/room/client";
import Link from "next/link";
import { type FormEvent, useEffect, useState } from "react";
import { later } from "../../client/later.tsx";
import { NameField, useNameField } from "../../client/name-field.tsx";
import { keepOwnName } from "../../client/own-name.ts";
import { sayNotAdmitted } from "../../client/room/say-not-admitted.ts";
import { untilLoaded } from "../../client/until-loaded.ts";
import type { Theme } from "../../ui/theme.ts";
import type { LibraryEntry } from "../library/library-dialog.tsx";

const enter = () => untilLoaded(() => import("../../client/room/enter.ts"));
const bringRoom = () => import("./live-room.tsx").then((file) => file.LiveRoom);
const prepareRoom = async () => {
  const { prepareSolver } = await import("../../client/use-workspace.tsx");
  prepareSolver();
  await bringRoom();
};
const LiveRoom = later(bringRoom, () => <Opening />);

type State =
  | { readonly kind: "door"; readonly problem: string }
  | { readonly kind: "opening" }
  | { readonly kind: "in"; readonly room: JoinedRoom };

/** The address of a room: asks for a name, unless this device has been in the room before; then the room itself. */
export function RoomDoor(props: {
  readonly code: string;
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
  /** Comes in to look on: without a say, and with values of one's own to play with. */
  readonly isWatching?: boolean;
}) {
  const { code, isWatching = false } = props;
  const [state, setState] = useState<State>({ kind: "door", problem: "" });
  const join = async (name: string, as?: "viewer") => {
    setState({ kind: "opening" });
    // While the server is asked, what is needed next is on its way.
    prepareRoom().catch(() => {});
    const entered = await (await enter()).enterRoom(code, name, as);
    setState(
      entered.ok ? { kind: "in", room: entered.value } : { kind: "door", problem: sayProblem(entered.error) },
    );
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked up once for each address
  useEffect(() => {
    let gone = false;
    enter()
      .then(({ knownRoom }) => knownRoom(code))
      .then((known) => {
        if (known !== null && !gone) void join(known.name, isWatching ? "viewer" : undefined);
      });
    return () => {
      gone = true;
    };
  }, [code]);
  if (state.kind === "in")
    return (
      <LiveRoom
        key={state.room.id}
        room={state.room}
        library={props.library}
        theme={props.theme}
        isWatching={isWatching}
      />
    );
  if (state.kind === "opening") return <Opening />;
  return <Door code={code} problem={state.problem} isWatching={isWatching} join={join} />;
}

function Opening() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <p role="status" className="text-soft">
        Opening the room …
      </p>
    </main>
  );
}

function Door(props: {
  readonly code: string;
  readonly problem: string;
  readonly isWatching: boolean;
  readonly join: (name: string, as?: "viewer") => void;
}) {
  const { name, field } = useNameField();
  const given = name !== "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!given) return;
    keepOwnName(name);
    props.join(name, props.isWatching ? "viewer" : undefined);
  };
  return (
    <main className="mx-auto max-w-md px-4 py-10 sm:py-20">
      <Link href="/" className="font-semibold font-serif text-xl tracking-tight">
        Crux
      </Link>
      <h1 className="mt-8 font-semibold font-serif text-3xl leading-tight tracking-tight">
        {props.isWatching ? "Watch" : "Join"} room{" "}
        <span className="figure whitespace-nowrap tracking-wide">{spelled(props.code)}</span>
      </h1>
      <p className="mt-3 text-pretty font-serif text-lg leading-relaxed">
        Programs compete here on two costs, and the price of complexity decides who wins. Change a cost, and
        everybody sees the winner move.
      </p>
      <form onSubmit={submit} className="mt-6 space-y-4">
        <NameField {...field} label="Your name, as the others will see it" />
        <p role="alert" className="text-alarm empty:hidden">
          {props.problem}
        </p>
        <div className="flex flex-wrap gap-2">
          <button
            type="submit"
            disabled={!given}
            className="button button-full h-11 flex-1 justify-center px-6"
          >
            {props.isWatching ? "Watch" : "Join"}
          </button>
          {!props.isWatching && (
            <button
              type="button"
              disabled={!given}
              onClick={() => props.join(name, "viewer")}
              className="button button-line h-11 px-4"
            >
              Only watch
            </button>
          )}
        </div>
        <p className="text-sm text-soft">No account. This device will remember you in this room.</p>
      </form>
    </main>
  );
}

/** A code in two groups, as people read it out. */
const spelled = (code: string): string =>
  /^[a-z]{6}$/i.test(code) ? `${code.slice(0, 3)} ${code.slice(3)}`.toUpperCase() : "";

const sayProblem = (error: NotAdmitted): string =>
  sayNotAdmitted(error, {
    unreachable: "The server does not answer. Is this device online? Try again in a moment.",
    noEntry: "Check the code with whoever gave it to you.",
  });
