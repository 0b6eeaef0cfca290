import { asSentence } from "@crux/core";
import type { ConnectionState, Refusal, Role, Saving } from "@crux/room/client";

/** What each role may do, in a few words. */
export const ROLES: Readonly<Record<Role, { readonly name: string; readonly may: string }>> = {
  moderator: { name: "Moderator", may: "edits, and rules over roles and the code" },
  debater: { name: "Debater", may: "edits the model" },
  participant: { name: "Participant", may: "places a g, objects, publishes own values" },
  viewer: { name: "Viewer", may: "looks, tries things out alone" },
  screen: { name: "Screen", may: "shows the room to all" },
};

/** Whether all is saved, in words. */
export function saySaving(saving: Saving, connection: ConnectionState): string {
  if (saving.kind === "kept")
    return saving.count === 1
      ? "1 change kept on this device"
      : `${saving.count} changes kept on this device`;
  if (connection.kind === "offline") return "Offline";
  if (connection.kind === "connecting") return "Connecting …";
  if (connection.kind === "ended" || connection.kind === "left") return "Not connected";
  return saving.kind === "saved" ? "Saved" : "Saving …";
}

/** A refusal as a sentence. */
export const sayRefusal = ({ sentence }: Refusal): string => asSentence(sentence);

/** A code in two groups, as people read it out. */
export const sayCode = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The first letters of a name, for an avatar. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "?"] = words[0] ?? "";
  const [last = ""] = words.length > 1 ? (words.at(-1) ?? "") : "";
  return `${first}${last}`.toUpperCase();
}
