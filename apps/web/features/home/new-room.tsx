"use client";

import type { NotAdmitted } from "@crux/room/client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useEffect, useId, useState } from "react";
import { keepOwnName, ownName } from "../../client/own-name.ts";
import type { ScenarioJson } from "../../client/scenario-json.ts";

/** Makes a room: with the example in it, or empty. */
export function NewRoom({ example }: { readonly example: string }) {
  const router = useRouter();
  const field = useId();
  const [name, setName] = useState("");
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState("");
  useEffect(() => setName((typed) => typed || ownName()), []);
  const make = async (withExample: boolean) => {
    const given = name.trim();
    if (given === "") return setProblem("Give a name first: the others will see it.");
    setBusy(true);
    keepOwnName(given);
    const made = await makeWith(given, withExample ? example : null);
    if (typeof made === "string") {
      setProblem(made);
      setBusy(false);
    } else router.push(`/r/${made.path}`);
  };
  return (
    <section aria-labelledby="new-heading" className="rounded-xl border border-rule bg-card px-5 py-4">
      <h2 id="new-heading" className="font-semibold font-serif text-lg">
        Open a room
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void make(true);
        }}
        className="mt-2"
      >
        <label htmlFor={field} className="label">
          Your name
        </label>
        <input
          id={field}
          value={name}
          onChange={(event) => setName(event.target.value)}
          maxLength={60}
          autoComplete="nickname"
          className="field mt-1 h-11 w-full"
        />
        <p role="alert" className="mt-1 text-alarm text-sm empty:hidden">
          {problem}
        </p>
        <div className="mt-3 flex flex-wrap gap-2">
          <button type="submit" disabled={busy} className="button button-full h-10 px-4">
            Open the example debate
          </button>
          <button
            type="button"
            disabled={busy}
            onClick={() => make(false)}
            className="button button-line h-10 px-4"
          >
            New room
          </button>
        </div>
      </form>
      <p className="mt-3 text-sm text-soft">
        Or{" "}
        <Link href="/solo" className="text-ink underline underline-offset-2">
          look at the model alone
        </Link>
        .
      </p>
    </section>
  );
}

async function makeWith(name: string, example: string | null): Promise<{ readonly path: string } | string> {
  try {
    const scenario = example === null ? null : await fetchScenario(example);
    const { addressOf, makeRoom } = await import("../../client/room/enter.ts");
    const made = await makeRoom(name, scenario);
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
