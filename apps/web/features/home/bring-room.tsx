"use client";

import type { NotAdmitted } from "@crux/room/client";
import { type ChangeEvent, type FormEvent, useState } from "react";
import { NameField, useNameField } from "../../client/name-field.tsx";
import { keepOwnName } from "../../client/own-name.ts";

/** Larger files are not even looked at: a room lets none out. */
const LARGEST_MB = 17;

type Found = { readonly name: string; readonly json: unknown; readonly about: string };

/** Makes a room that goes on from the file of another: what is in the file, a name to moderate it under, what is wrong with it. */
export function BringRoom() {
  const { name, field } = useNameField();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    const read = await readFile(file);
    setProblem(typeof read === "string" ? read : "");
    setFound(typeof read === "string" ? null : read);
  };
  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (found === null) return setProblem("Choose the file of a room first.");
    if (name === "") return setProblem("Give a name first: the others will see it.");
    keepOwnName(name);
    setBusy(true);
    const { addressOf, bringRoom } = await import("../../client/room/enter.ts");
    const made = await bringRoom(name, found.json);
    if (!made.ok) {
      setBusy(false);
      return setProblem(sayProblem(found.name, made.error));
    }
    made.value.leave();
    location.assign(`/r/${await addressOf(made.value)}`);
  };
  return (
    <form onSubmit={open} className="space-y-3">
      <p className="text-pretty text-sm text-soft">
        The file that “Whole room” saves, under Export in a room. It becomes a room of its own with all that
        was said; you moderate it, and those who were there stay as authors.
      </p>
      <label className="button button-line cursor-pointer focus-within:outline-2 focus-within:outline-ink">
        Choose the file of a room
        <input type="file" accept=".json,application/json" onChange={pick} className="sr-only" />
      </label>
      <p role="status" className="text-sm [overflow-wrap:anywhere] empty:hidden">
        {found?.about ?? ""}
      </p>
      <NameField {...field} label="Your name" />
      <p role="alert" className="text-alarm text-sm [overflow-wrap:anywhere] empty:hidden">
        {problem}
      </p>
      <button type="submit" disabled={busy} className="button button-full h-10 px-4">
        {busy ? "Opening …" : "Open this room"}
      </button>
    </form>
  );
}

/** What a file is, as far as this page looks into it; why it can't be a room, in a sentence. */
async function readFile(file: File): Promise<Found | string> {
  if (file.size > LARGEST_MB * 1_000_000)
    return `${file.name} has ${Math.round(file.size / 1_000_000)} MB; a room's file has at most ${LARGEST_MB}.`;
  let json: unknown;
  try {
    json = JSON.parse(await file.text());
  } catch {
    return `${file.name} is not JSON, or only a part of it is there.`;
  }
  const { format, exported, entries } = (typeof json === "object" && json !== null ? json : {}) as Record<
    string,
    unknown
  >;
  if (format === "crux/scenario")
    return `${file.name} holds a scenario without a room. Import, in the bar over this page, takes it.`;
  if (format !== "crux/room" || !Array.isArray(entries)) return `${file.name} is not the file of a room.`;
  const when = typeof exported === "number" ? new Date(exported) : null;
  const day =
    when === null || Number.isNaN(when.getTime())
      ? ""
      : `, saved ${when.toLocaleDateString("en-GB", { dateStyle: "long" })}`;
  return { name: file.name, json, about: `${file.name}: a room with ${entries.length} entries${day}.` };
}

function sayProblem(file: string, error: NotAdmitted): string {
  if (error === "unreachable")
    return "The server does not answer. Is this device online? Try again in a moment.";
  const detail = error.detail === "" ? "" : ` (${error.detail})`;
  return `${file} was not taken: ${error.sentence}${detail}.`;
}
