"use client";

import type { NotAdmitted } from "@crux/room/client";
import Link from "next/link";
import { useState } from "react";
import { later } from "../../client/later.tsx";
import { NameField, useNameField } from "../../client/name-field.tsx";
import { keepOwnName } from "../../client/own-name.ts";
import type { ScenarioJson } from "../../client/scenario-json.ts";
import { useHydrated } from "../../ui/use-hydrated.ts";

const BringRoom = later(() => import("./bring-room.tsx").then((file) => file.BringRoom));
const Dialog = later(() => import("../../ui/dialog.tsx").then((file) => file.Dialog));

/** Makes a room: with a scenario of the library in it, or empty. */
export function NewRoom(props: { readonly example: string; readonly title: string | null }) {
  const [bringing, setBringing] = useState(false);
  return (
    <section aria-labelledby="new-heading" className="rounded-xl border border-rule bg-card px-5 py-4">
      <h2 id="new-heading" className="font-semibold font-serif text-lg">
        {props.title === null ? "Open a room" : `Debate “${props.title}”`}
      </h2>
      <NewRoomForm
        submit={props.title === null ? "Open the example debate" : "Open the room"}
        load={() => fetchScenario(props.example)}
        debated={props.title === null}
        empty
      />
      <p className="mt-3 text-sm text-soft">
        Or{" "}
        <Link href={`/solo?open=${props.example}`} className="text-ink underline underline-offset-2">
          look at the model alone
        </Link>
        , or{" "}
        <button
          type="button"
          className="text-ink underline underline-offset-2"
          onClick={() => setBringing(true)}
        >
          bring back a room from its file
        </button>
        .
      </p>
      {bringing && (
        <Dialog title="Bring back a room" open onClose={() => setBringing(false)}>
          <BringRoom />
        </Dialog>
      )}
    </section>
  );
}

/** A name and the button that makes a room with what `load` brings; with `empty` also one for an empty room. */
export function NewRoomForm(props: {
  readonly submit: string;
  readonly load: () => Promise<ScenarioJson>;
  /** Whether the example debate has been held in it. */
  readonly debated?: boolean;
  readonly empty?: boolean;
}) {
  const { name, field } = useNameField();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  const ready = useHydrated() && !busy;
  const make = async (load: (() => Promise<ScenarioJson>) | null, debated: boolean) => {
    if (name === "") return setProblem("Give a name first: the others will see it.");
    setBusy(true);
    keepOwnName(name);
    const made = await makeWith(name, load, debated);
    if (typeof made === "string") {
      setProblem(made);
      setBusy(false);
    } else location.assign(`/r/${made.path}`);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void make(props.load, props.debated === true);
      }}
      className="mt-2"
    >
      <NameField {...field} label="Your name" />
      <p role="alert" className="mt-1 text-alarm text-sm empty:hidden">
        {problem}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <button type="submit" disabled={!ready} className="button button-full h-10 px-4">
          {busy ? "Opening …" : props.submit}
        </button>
        {props.empty === true && (
          <button
            type="button"
            disabled={!ready}
            onClick={() => make(null, false)}
            className="button button-line h-10 px-4"
          >
            New room
          </button>
        )}
      </div>
    </form>
  );
}

/** The last part of the new room's address, or why it was not made. */
async function makeWith(
  name: string,
  load: (() => Promise<ScenarioJson>) | null,
  debated: boolean,
): Promise<{ readonly path: string } | string> {
  try {
    const scenario = load === null ? null : await load();
    const { addressOf, makeRoom } = await import("../../client/room/enter.ts");
    const made =
      debated && scenario !== null
        ? await (await import("../../client/room/example-room.ts")).makeExampleRoom(name, scenario)
        : await makeRoom(name, scenario);
    if (!made.ok) return sayProblem(made.error);
    // The room's own page joins again, as the same person.
    made.value.leave();
    return { path: await addressOf(made.value) };
  } catch {
    return sayProblem("unreachable");
  }
}

async function fetchScenario(name: string): Promise<ScenarioJson> {
  const response = await fetch(`/api/scenarios/${encodeURIComponent(name)}`);
  return (await response.json()) as ScenarioJson;
}

const sayProblem = (error: NotAdmitted): string =>
  error === "unreachable"
    ? "The server does not answer. Is this device online? Try again in a moment."
    : `The room was not made: ${error.sentence}.`;
