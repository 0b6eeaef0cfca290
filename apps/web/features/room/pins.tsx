"use client";

import { Eye, Pin, PinOff } from "lucide-react";
import { knobPosition } from "../../client/choose-g.ts";
import { useShownStrip } from "../../client/debate/use-shown-strip.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { initials } from "./say.ts";

/** Everybody's pinned g on the strip, in their colours. */
export function Pins() {
  const { strip } = useShownStrip();
  const pins = useRoomView((view) =>
    view.people.flatMap(({ id, name, colour }) => {
      const g = view.pins[id];
      return g === undefined ? [] : [{ id, name, colour, g }];
    }),
  );
  if (strip === null) return null;
  return (
    <ul aria-label="Pinned g" className="pointer-events-none absolute inset-x-0 top-0 z-30 h-full">
      {pins.map((pin) => (
        <li
          key={pin.id}
          data-person={pin.colour % 8}
          title={`${pin.name}: g = ${pin.g}`}
          style={{ left: `${knobPosition(strip.axis, pin.g) * 100}%` }}
          className="absolute -top-2.5 -translate-x-1/2"
        >
          <span className="person-flag block rounded-full px-1.5 font-semibold text-[0.625rem] leading-4 shadow">
            <span aria-hidden>{initials(pin.name)}</span>
            <span className="sr-only">
              {pin.name} pinned g = {pin.g}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Pins the person's own g to the strip for all to see, or takes it off. */
export function PinButton() {
  const { room } = useRoom();
  const g = useWorkspace((workspace) => workspace.g);
  const pinned = useRoomView((view) => (view.you === null ? undefined : view.pins[view.you.id]));
  const may = useRoomView(
    (view) => view.you !== null && view.you.role !== "viewer" && view.you.role !== "screen",
  );
  const isBlind = useRoomView((view) => view.estimates.blind !== false);
  if (!may) return null;
  const off = pinned === g;
  return (
    <button
      type="button"
      title={isBlind ? "Others see it when the moderator reveals" : "Everybody sees it on the strip"}
      className="button button-line"
      onClick={() => room.send({ kind: "pin", g: off ? null : g })}
    >
      {off ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
      {off ? "Unpin" : "Pin"} <span className="sr-only">my g</span>
    </button>
  );
}

/** While pins are blind: how many are in, and for the moderator the button that shows them to all. */
export function RevealButton() {
  const { room } = useRoom();
  const count = useRoomView((view) => (view.estimates.blind === true ? view.estimates.count : null));
  const may = useRoomView((view) => view.you?.role === "moderator");
  if (count === null) return null;
  const said = `${count} in, hidden`;
  if (!may) return <span className="text-soft text-xs">{said}</span>;
  return (
    <button
      type="button"
      title="Shows everybody's pins to everybody"
      className="button button-line"
      onClick={() => room.send({ kind: "reveal-estimates" })}
    >
      <Eye size={15} aria-hidden /> Reveal pins <span className="font-normal">({said})</span>
    </button>
  );
}
