"use client";

import { type ExportFormat, type ExportId, exportFormat, fileStem } from "@crux/present/export";
import type { JoinedRoom, NoAnswer } from "@crux/room/client";
import { Download } from "lucide-react";
import { useId, useState, useSyncExternalStore } from "react";
import { mapAxes } from "../../client/map/map-axes.ts";
import { useRoomIfAny } from "../../client/room/use-room.tsx";
import { useWorkspaceStore } from "../../client/use-workspace.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { debateOf } from "./debate-of.ts";
import { makeFile } from "./make-file.ts";

/** Everything that can be saved of a scenario: itself, what people said about it, and pictures. */
export function ExportDialog(props: { readonly open: boolean; readonly onClose: () => void }) {
  return (
    <Dialog title="Export" open={props.open} onClose={props.onClose}>
      <Choices />
    </Dialog>
  );
}

/** What a button's file is, in words that hold those on the button. */
const nameOf = ({ id, label }: ExportFormat): string => {
  if (id.includes(".")) return `${label} as ${id.endsWith("png") ? "PNG" : "SVG"}`;
  return id === "json" || id === "objections" ? `${label} as JSON` : label;
};

const silent = () => () => {};

function Choices() {
  const store = useWorkspaceStore();
  const here = useRoomIfAny();
  const field = useId();
  const [state, setState] = useState<{
    readonly kind: "idle" | "busy" | "saved" | "failed";
    readonly text: string;
  }>({
    kind: "idle",
    text: "",
  });
  const { draft, view } = store.read();
  const axes = mapAxes(draft, view.model);
  const [over, setOver] = useState(axes[0]?.name ?? "");
  // Drawn again when somebody says something meanwhile, oneself included.
  const heard = () => here?.room.getSnapshot().debate;
  useSyncExternalStore(here?.room.subscribe ?? silent, heard, heard);
  const debate = here === null ? [] : debateOf(here.room.getSnapshot());
  const save = async (format: ExportFormat) => {
    setState({ kind: "busy", text: `Writing ${nameOf(format)} …` });
    const name = `${fileStem(String(draft.title ?? ""))}.${format.extension}`;
    const source = here === null ? "urn:crux:scenario" : `${location.origin}/r/${here.room.id}`;
    const problem = await makeFile(format, name, { scenario: draft, debate, source, over: over || null });
    setState(problem === null ? { kind: "saved", text: `Saved ${name}` } : { kind: "failed", text: problem });
  };
  const saveRoom = async (room: JoinedRoom) => {
    setState({ kind: "busy", text: "Fetching the room …" });
    const file = await room.past.export();
    if (!file.ok) return setState({ kind: "failed", text: sayNoAnswer(file.error) });
    const name = `${fileStem(String(draft.title ?? ""))}.room.json`;
    saveFile(name, file.value, "application/json");
    setState({ kind: "saved", text: `Saved ${name}` });
  };
  const button = (id: ExportId, text: string, isOff = false) => {
    const format = exportFormat(id);
    return (
      format !== undefined && (
        <button
          key={id}
          type="button"
          className="button button-line"
          aria-label={nameOf(format)}
          disabled={isOff || state.kind === "busy"}
          onClick={() => void save(format)}
        >
          <Download size={15} aria-hidden /> {text}
        </button>
      )
    );
  };
  const picture = (kind: "strip" | "lines" | "map", text: string) => (
    <div className="flex flex-wrap items-center gap-2">
      <span className="w-14 text-sm">{text}</span>
      {button(`${kind}.svg`, "SVG")}
      {button(`${kind}.png`, "PNG")}
      {kind === "map" && axes.length > 0 && (
        <span className="flex min-w-0 items-center gap-2 text-sm">
          <label htmlFor={field}>g against</label>
          <select
            id={field}
            value={over}
            onChange={(event) => setOver(event.target.value)}
            className="field min-w-0 max-w-52 py-0"
          >
            {axes.map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
          </select>
        </span>
      )}
    </div>
  );
  return (
    <div className="space-y-5">
      <Group
        title="Scenario"
        about={`The JSON opens again by Import. Markdown and LaTeX say how the flip comes about${here === null ? "" : ", Markdown also what people object"}.`}
      >
        {button("json", "JSON")}
        {button("markdown", "Markdown")}
        {button("latex", "LaTeX")}
      </Group>
      {here !== null && (
        <Group
          title="Objections"
          about={
            debate.length === 0
              ? "Nobody has raised one yet."
              : `${debate.length} ${debate.length === 1 ? "objection or reply" : "objections and replies"}, with names.`
          }
        >
          {button("annotations", "Web annotations", debate.length === 0)}
          {button("argdown", "Argdown", debate.length === 0)}
          {button("objections", "JSON", debate.length === 0)}
        </Group>
      )}
      {here !== null && (
        <Group
          title="Whole room"
          about="One file with all that was said and done, as you may see it. “Bring back a room” on the home page opens it again."
        >
          <button
            type="button"
            className="button button-line"
            disabled={state.kind === "busy"}
            onClick={() => void saveRoom(here.room)}
          >
            <Download size={15} aria-hidden /> Whole room
          </button>
        </Group>
      )}
      <Group title="Pictures" about="On a white ground. SVG stays sharp at any size.">
        <div className="w-full space-y-2">
          {picture("strip", "Strip")}
          {picture("lines", "Lines")}
          {picture("map", "Map")}
        </div>
      </Group>
      <p role="status" className={`min-h-5 text-sm ${state.kind === "failed" ? "text-alarm" : "text-soft"}`}>
        {state.text}
      </p>
    </div>
  );
}

function Group(props: {
  readonly title: string;
  readonly about: string;
  readonly children: React.ReactNode;
}) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading} className="font-semibold">
        {props.title}
      </h3>
      <p className="mb-2 text-sm text-soft">{props.about}</p>
      <div className="flex flex-wrap gap-2">{props.children}</div>
    </section>
  );
}

const sayNoAnswer = (error: NoAnswer): string =>
  error === "unreachable"
    ? "Not saved: the whole room is on the server, which does not answer. Try again when there is a connection."
    : `Not saved: ${error.sentence}.`;
