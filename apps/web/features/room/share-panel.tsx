"use client";

import type { Role } from "@crux/room/client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { QrCode } from "../../client/qr-code.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { PeopleList } from "./people-list.tsx";
import { ROLES, sayCode } from "./say.ts";

/** How others come in: code, link and picture of it; who is in the room and what each may do. */
export function SharePanel(props: { readonly open: boolean; readonly onClose: () => void }) {
  const { room } = useRoom();
  const code = useRoomView((view) => view.code);
  const rules = useRoomView((view) => view.you?.role === "moderator");
  const link = code.value === null ? null : `${location.origin}/r/${code.value}`;
  return (
    <Dialog title="Share this room" open={props.open} onClose={props.onClose}>
      {link === null || code.value === null || code.hidden ? (
        <p className="rounded-lg bg-well px-4 py-3">
          The code is hidden: nobody new can come in.
          {!rules && " A moderator can show it again."}
        </p>
      ) : (
        <div className="flex flex-wrap items-center gap-6">
          <QrCode link={link} className="size-40" />
          <div className="min-w-0 flex-1">
            <p className="label">Code</p>
            <p className="figure font-semibold text-4xl tracking-wide" data-testid="code">
              {sayCode(code.value)}
            </p>
            <p className="label mt-3">Link</p>
            <p className="break-all font-mono text-sm">{link}</p>
            <CopyButton text={link} />
            <p className="mt-2 text-sm text-soft">
              Who comes in by it becomes a {ROLES[code.role].name.toLowerCase()}: {ROLES[code.role].may}.
            </p>
          </div>
        </div>
      )}
      {rules && (
        <fieldset className="mt-5 rounded-lg border border-rule px-4 py-3">
          <legend className="label px-1">As moderator</legend>
          <div className="flex flex-wrap items-center gap-2">
            <button
              type="button"
              className="button button-line"
              onClick={() => room.send({ kind: "set-code", hidden: !code.hidden })}
            >
              {code.hidden ? "Show the code" : "Hide the code"}
            </button>
            <button
              type="button"
              className="button button-line"
              onClick={() => room.send({ kind: "renew-code" })}
            >
              New code
            </button>
            <label className="flex items-center gap-2 text-sm">
              The code makes people
              <select
                value={code.role}
                onChange={(event) => room.send({ kind: "set-code", role: event.target.value as Role })}
                className="field py-0"
              >
                {(["debater", "participant", "viewer"] as const).map((role) => (
                  <option key={role} value={role}>
                    {ROLES[role].name.toLowerCase()}s
                  </option>
                ))}
              </select>
            </label>
            <CloseRoom />
          </div>
          <Embed link={link} />
        </fieldset>
      )}
      <PeopleList rules={rules} />
    </Dialog>
  );
}

/** Whether other pages may show the strip to anybody, and what to paste there. */
function Embed({ link }: { readonly link: string | null }) {
  const { room } = useRoom();
  const on = useRoomView((view) => view.session.embed);
  const source = link?.replace("/r/", "/embed/") ?? null;
  const text = `<iframe src="${source}" title="Crux" width="640" height="220"></iframe>`;
  return (
    <div className="mt-3">
      <label className="flex items-center gap-2 text-sm">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => room.send({ kind: "set-embed", on: event.target.checked })}
          className="size-4 accent-[var(--ink)]"
        />
        Other pages may show the live strip to anybody
      </label>
      {on && source !== null && (
        <div className="mt-1.5">
          <p className="break-all rounded-lg bg-well px-3 py-2 font-mono text-xs" data-testid="embed">
            {text}
          </p>
          <CopyButton text={text} what="Copy the frame" />
        </div>
      )}
    </div>
  );
}

function CloseRoom() {
  const { room } = useRoom();
  const closed = useRoomView((view) => view.closed);
  return (
    <button
      type="button"
      className="button button-line"
      title={
        closed
          ? "Let people edit again"
          : "Nobody can change anything any more, and nobody new comes in; you can open it again"
      }
      onClick={() => room.send({ kind: "close-room", closed: !closed })}
    >
      {closed ? "Open the room again" : "Close the room"}
    </button>
  );
}

function CopyButton({ text, what = "Copy the link" }: { readonly text: string; readonly what?: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setCopied(true);
    } catch {
      setCopied(false); // not allowed here: the link stands beside the button to be copied by hand
    }
  };
  return (
    <button type="button" className="button button-line mt-2" onClick={copy}>
      {copied ? <Check size={15} aria-hidden /> : <Copy size={15} aria-hidden />}
      <span aria-live="polite">{copied ? "Copied" : what}</span>
    </button>
  );
}
