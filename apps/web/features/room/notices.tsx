"use client";

import type { Place } from "@crux/room/client";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useMine } from "../../client/mine/use-mine.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { sayRefusal } from "./say.ts";

/** What a person has to know now: the connection, the room's state, calls, refusals, whom they follow. */
export function Notices(props: {
  readonly goTo: (place: Place) => void;
  /** Whoever looks on is told whose values they see by the line that says so. */
  readonly isWatching: boolean;
}) {
  return (
    <div className="space-y-1.5 pb-1.5 empty:hidden" role="status" aria-live="polite">
      <Connection />
      <Whose isWatching={props.isWatching} />
      <Call goTo={props.goTo} />
      <Refused />
      <Drafts />
    </div>
  );
}

function Notice(props: {
  readonly children: ReactNode;
  readonly alarm?: boolean;
  readonly action?: { readonly text: string; readonly run: () => void };
  readonly onClose?: () => void;
}) {
  return (
    <div
      className={`flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg px-3 py-1.5 text-sm ${props.alarm ? "bg-alarm-well" : "bg-well"}`}
    >
      <p className="min-w-0 flex-1">{props.children}</p>
      {props.action !== undefined && (
        <button type="button" className="button button-line" onClick={props.action.run}>
          {props.action.text}
        </button>
      )}
      {props.onClose !== undefined && (
        <button type="button" className="button -mr-2" aria-label="Dismiss" onClick={props.onClose}>
          <X size={15} aria-hidden />
        </button>
      )}
    </div>
  );
}

/** Says, also where the model is out of sight, that not the room's values are on the page. */
function Whose({ isWatching }: { readonly isWatching: boolean }) {
  const mine = useMine();
  const looksOn = useRoomView((view) => view.you?.role === "viewer");
  if (mine === null || (mine.other === null && (!mine.on || (looksOn && isWatching)))) return null;
  const { other } = mine;
  const name = other?.position.isGroup ? `the group ${other.position.name}` : other?.position.name;
  return (
    <Notice action={{ text: "Back to the room", run: () => void mine.show(false) }}>
      {mine.on
        ? looksOn
          ? "You look on here: what you change stays with you."
          : "Your own values: nobody else sees what you change here until you publish it."
        : `You see the values that ${name} published.`}
    </Notice>
  );
}

function Connection() {
  const connection = useRoomView((view) => view.connection);
  const closed = useRoomView((view) => view.closed);
  const mayEdit = useRoomView((view) => view.canEdit);
  const kept = useRoomView(({ saving }) => (saving.kind === "kept" ? saving.count : 0));
  const isSaved = useRoomView(({ saving }) => saving.kind === "saved");
  const [sent, setSent] = useState(0);
  const waiting = useRef(0);
  // What was kept while offline is said to be sent, once it is.
  useEffect(() => {
    if (connection.kind === "offline") {
      setSent(0);
      if (kept > 0) waiting.current = kept;
    } else if (isSaved && waiting.current > 0) {
      setSent(waiting.current);
      waiting.current = 0;
    }
  }, [connection.kind, kept, isSaved]);
  if (connection.kind === "ended")
    return (
      <Notice alarm action={{ text: "Reload", run: () => location.reload() }}>
        {sayRefusal(connection.refusal)} What you see is this device's copy.
      </Notice>
    );
  if (closed) return <Notice>The room is closed: it can be read, and not changed.</Notice>;
  if (connection.kind === "offline")
    return (
      <Notice>
        Offline, or the server is restarting.{" "}
        {!mayEdit
          ? "What you see may be old."
          : kept === 0
            ? "Go on editing: changes are kept on this device and sent later."
            : `${changesText(kept)} kept on this device. Go on editing: all is sent later.`}
      </Notice>
    );
  if (sent > 0) return <Notice onClose={() => setSent(0)}>Back online: {changesText(sent)} sent.</Notice>;
  return null;
}

const changesText = (count: number): string => (count === 1 ? "1 change" : `${count} changes`);

/** "Bring people here", as the others hear it; whether to go is up to them. */
function Call({ goTo }: { readonly goTo: (place: Place) => void }) {
  const call = useRoomView((view) => view.call);
  const you = useRoomView((view) => view.you?.id);
  const by = useRoomView((view) => view.people.find((one) => one.id === view.call?.by)?.name);
  const where = useRoomView((view) => {
    const [kind, key] = view.call?.place.row?.split("/") ?? [];
    const rows = kind === "terms" || kind === "programs" || kind === "parameters" ? view.rows[kind] : [];
    const row = rows.find((one) => one.key === key);
    return row ? row.texts.name || row.texts.label || row.id : null;
  });
  // Calls from before this page was opened are over.
  const [heard, setHeard] = useState(call?.seq ?? 0);
  if (call === null || call.seq <= heard || call.by === you) return null;
  const done = () => setHeard(call.seq);
  return (
    <Notice
      action={{
        text: "Go there",
        run: () => {
          goTo(call.place);
          done();
        },
      }}
      onClose={done}
    >
      {by ?? "Someone"} asks everybody to look at {where ?? "their place"}.
    </Notice>
  );
}

function Refused() {
  const refusal = useRoomView((view) => view.lastRefusal);
  const [seen, setSeen] = useState("");
  const text = refusal && JSON.stringify(refusal);
  if (refusal === null || text === seen) return null;
  return (
    <Notice alarm onClose={() => setSeen(text ?? "")}>
      {sayRefusal(refusal)}
    </Notice>
  );
}

/** Words that the room would not take: they are not lost. */
function Drafts() {
  const { room } = useRoom();
  const [first, ...others] = useRoomView((view) => view.drafts.map(({ id, refusal }) => ({ id, refusal })));
  if (first === undefined) return null;
  const save = () => {
    const draft = room.getSnapshot().drafts.find((one) => one.id === first.id);
    saveFile("draft.json", `${JSON.stringify(draft?.scenario, null, 2)}\n`, "application/json");
  };
  return (
    <Notice
      alarm
      action={{ text: "Save them as a file", run: save }}
      onClose={() => room.forgetDraft(first.id)}
    >
      The room did not take your last changes: {first.refusal.sentence}. They are kept as a draft
      {others.length > 0 ? `, one of ${others.length + 1}` : ""}.
    </Notice>
  );
}
