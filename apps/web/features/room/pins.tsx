"use client";

import type { StripScene } from "@crux/present";
import { Pin, PinOff } from "lucide-react";
import { knobPosition } from "../../client/choose-g.ts";
import { useShownStrip } from "../../client/debate/use-shown-strip.ts";
import { sayG, standingsOf } from "../../client/estimates/round.ts";
import { spreadPins } from "../../client/estimates/spread-pins.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn } from "../../client/room/who.ts";
import { useLock } from "../../client/session/use-meeting.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { useWidth } from "../../ui/use-width.ts";

const ROWS = 3;
const ROW_HEIGHT = 18;

/** Where everybody's g stands on the strip: a mark at its upper edge, in their colour. */
export function Pins() {
  const { strip } = useShownStrip();
  const pins = usePins();
  if (strip === null) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-x-0 top-0 z-30 h-full">
      {pins.map((pin) => (
        <span
          key={pin.id}
          data-pin
          data-person={pin.colour % 8}
          style={{ left: `${knobPosition(strip.axis, pin.g) * 100}%` }}
          className="person-flag absolute -top-1 -ml-[3px] h-3 w-1.5 rounded-b-full border border-paper"
        />
      ))}
    </div>
  );
}

/** The names to the marks, in rows that never cover each other, with the g before where it moved; all of it as a list. */
export function PinNames() {
  const { strip } = useShownStrip();
  const pins = usePins();
  return strip === null || pins.length === 0 ? null : <Names axis={strip.axis} pins={pins} />;
}

function Names({ axis, pins }: { readonly axis: StripScene["axis"]; readonly pins: readonly PinnedG[] }) {
  const [ref, width] = useWidth<HTMLUListElement>(1200);
  const labels = pins.map(({ name, g, before }) => ({
    text: before === null ? `${name}: ${g}` : `${name}: ${before} → ${g}`,
  }));
  const places = spreadPins(
    pins.map(({ g }, index) => ({
      at: knobPosition(axis, g) * width,
      width: widthOf(labels[index]?.text ?? ""),
    })),
    width,
    ROWS,
  );
  const hidden = places.filter((place) => place === null).length;
  const rows = Math.max(0, ...places.map((place) => (place === null ? 0 : place.row + 1)));
  return (
    <div className="mt-0.5">
      <ul ref={ref} aria-label="Pinned g" className="relative" style={{ height: rows * ROW_HEIGHT }}>
        {pins.map((pin, index) => {
          const place = places[index] ?? null;
          const label = labels[index]?.text ?? "";
          const moved = pin.before === null ? "" : `, before ${pin.before}`;
          return (
            <li
              key={pin.id}
              data-person={pin.colour % 8}
              title={`${pin.name}: g = ${pin.g}${moved}`}
              style={
                place === null
                  ? undefined
                  : { left: place.left, top: place.row * ROW_HEIGHT, width: widthOf(label) }
              }
              className={
                place === null
                  ? "sr-only"
                  : "person-flag absolute truncate rounded-full px-1.5 text-center font-medium text-[0.6875rem] leading-4"
              }
            >
              <span aria-hidden>{label}</span>
              <span className="sr-only">
                {pin.name} pinned g = {pin.g}
                {moved}
              </span>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <p aria-hidden className="text-soft text-xs">
          and {hidden} more, all listed under Me
        </p>
      )}
    </div>
  );
}

/** How wide a name is drawn, in CSS pixels; longer ones are cut off. */
const widthOf = (text: string): number => Math.min(150, 16 + text.length * 6.4);

type PinnedG = {
  readonly id: string;
  readonly name: string;
  readonly colour: number;
  readonly g: string;
  readonly before: string | null;
};

/** Everybody's pinned number that this page knows; `before` where it was another in the round before. */
function usePins(): readonly PinnedG[] {
  return useRoomView((view) =>
    standingsOf(view).flatMap(({ id, name, colour, before }) => {
      const g = view.pins[id];
      if (g === undefined) return [];
      const old = before?.g ?? null;
      return [{ id, name, colour, g, before: old === null || old === g ? null : sayG(old) }];
    }),
  );
}

/** Pins the person's own g to the strip for all to see, or takes it off. */
export function PinButton() {
  const { room } = useRoom();
  const g = useWorkspace((workspace) => workspace.g);
  const pinned = useRoomView((view) => ownIn(view, view.pins));
  const may = useRoomView(
    (view) => view.you !== null && view.you.role !== "viewer" && view.you.role !== "screen",
  );
  const isBlind = useRoomView((view) => view.estimates.blind !== false);
  const lock = useLock("estimate");
  if (!may) return null;
  const off = pinned === g;
  return (
    <button
      type="button"
      disabled={lock !== null}
      title={
        lock ?? (isBlind ? "Others see it when the moderator reveals" : "Everybody sees it on the strip")
      }
      className="button button-line"
      onClick={() => room.send({ kind: "pin", g: off ? null : g })}
    >
      {off ? <PinOff size={15} aria-hidden /> : <Pin size={15} aria-hidden />}
      {off ? "Unpin" : "Pin"} <span className="sr-only">my g</span>
    </button>
  );
}
