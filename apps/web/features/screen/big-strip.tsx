"use client";

import { alignStrips, type Band, type StripScene } from "@crux/present";
import { ratherNot } from "@crux/room/client";
import { knobPosition } from "../../client/choose-g.ts";
import { standingsOf } from "../../client/estimates/round.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { BandShape } from "../../ui/band-shape.tsx";
import { DecadeMarks } from "../../ui/decade-marks.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { stackPins } from "./stack-pins.ts";
import type { Ghost } from "./use-ghosts.ts";

/** The strip at the size of a wall, with ghosts above it, and the numbers that are in the open as dots. */
export function BigStrip({
  strip,
  ghosts,
  hasPins,
}: {
  readonly strip: StripScene;
  readonly ghosts: readonly Ghost[];
  /** Whether everybody's g is drawn over it, where it is in the open. */
  readonly hasPins: boolean;
}) {
  const [ref, width] = useWidth<HTMLDivElement>(1800);
  const [main = strip, ...above] =
    ghosts.length === 0 ? [strip] : alignStrips([strip, ...ghosts.map((one) => one.strip)]);
  return (
    <div ref={ref}>
      {above.map((scene, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: readings keep their order
          key={at}
          data-testid="ghost"
          className="mb-[0.3rem] rounded-[0.4rem] border-[0.1rem] border-edge border-dashed px-0"
        >
          <p className="flex items-baseline gap-[0.5rem] px-[0.4rem] text-[0.9rem] leading-snug">
            <span className="shrink-0 font-semibold">If so:</span>
            <bdi className="min-w-0 truncate">{ghosts[at]?.label}</bdi>
            <span data-testid="badge" className="math ml-auto shrink-0 font-semibold text-[1.2rem]">
              {ghosts[at]?.badge}
            </span>
          </p>
          <Bands scene={scene} width={width} tall={false} />
        </div>
      ))}
      {hasPins && <Pins scene={main} width={width} />}
      <Bands scene={main} width={width} tall />
      <Axis scene={main} />
    </div>
  );
}

/** Bands in the colour, pattern and name of who wins, and a labelled mark for each flip. */
function Bands(props: { readonly scene: StripScene; readonly width: number; readonly tall: boolean }) {
  const { scene, width, tall } = props;
  return (
    <div className={`relative ${tall ? "pt-[1.9rem]" : "pt-[0.2rem]"}`}>
      <div className={`flex overflow-hidden rounded-[0.5rem] ${tall ? "h-[3.4rem]" : "h-[1.5rem]"}`}>
        {scene.bands.map((band) => (
          <BigBand
            key={`${band.from} ${band.winners.join(" ")}`}
            band={band}
            tall={tall}
            narrow={(band.to - band.from) * width < 90}
          />
        ))}
      </div>
      {scene.ticks.map((tick) => (
        <div
          key={`${tick.kind} ${tick.exact}`}
          className="absolute inset-y-0 w-0 transition-[left] duration-500"
          style={{ left: `${tick.position * 100}%` }}
        >
          <span
            aria-hidden
            className={`absolute bottom-0 -ml-[0.06rem] w-[0.12rem] bg-ink ${tall ? "top-[1.5rem]" : "top-0"}`}
          />
          <span
            className={`math absolute top-0 -translate-x-1/2 whitespace-nowrap font-semibold text-[1.4rem] leading-none ${tall ? "" : "sr-only"}`}
          >
            {tick.exact}
            {tick.decimal !== tick.exact && !tick.exact.startsWith("≈") && (
              <span className="figure ml-[0.3rem] font-normal text-[0.875rem] text-soft">{tick.decimal}</span>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}

function BigBand({
  band,
  tall,
  narrow,
}: {
  readonly band: Band;
  readonly tall: boolean;
  readonly narrow: boolean;
}) {
  const text = `line-clamp-2 px-[0.3rem] text-center font-semibold leading-tight ${tall ? "text-[1.25rem]" : "text-[0.875rem]"}`;
  return (
    <BandShape
      band={band}
      className="transition-[width] duration-500"
      name={<span className={narrow ? "sr-only" : text}>{band.label}</span>}
      tie={
        <span className={`relative rounded-[0.3rem] bg-card text-ink ${text}`}>
          {narrow ? "tie" : `tie: ${band.label}`}
        </span>
      }
    />
  );
}

function Axis({ scene }: { readonly scene: StripScene }) {
  const every = Math.max(1, Math.ceil(scene.decades.length / 12));
  return (
    <DecadeMarks
      decades={scene.decades}
      every={every}
      className="mt-[0.15rem] h-[1rem] text-[0.875rem] leading-none"
    />
  );
}

/** Everybody's g that is in the open: dots that pile up where many agree, with names while these are few. */
function Pins({ scene, width }: { readonly scene: StripScene; readonly width: number }) {
  const pins = useRoomView((view) =>
    view.estimates.blind === true
      ? []
      : standingsOf(view).flatMap(({ id, name, colour, before }) => {
          const g = view.pins[id];
          const old = before?.g ?? null;
          const hasMoved = old !== null && old !== ratherNot && old !== g;
          return g === undefined ? [] : [{ id, name, colour, g, before: hasMoved ? old : null }];
        }),
  );
  if (pins.length === 0) return null;
  const few = pins.length <= 5;
  const size = width / 52; // a dot, in CSS pixels: about a rem
  const half = few ? size * 3.5 : size / 2;
  // While few have moved, each of them has a line of their own.
  const hasLines = pins.filter(({ before }) => before !== null).length <= 6;
  const stacked = stackPins(
    pins.map(({ g, before }) => {
      const now = knobPosition(scene.axis, g) * width;
      const old = before === null || !hasLines ? now : knobPosition(scene.axis, before) * width;
      return [Math.min(now - half, old - size / 2), Math.max(now + half, old + size / 2)];
    }),
  );
  const height = Math.max(...stacked.map(({ level }) => level)) + 1;
  return (
    <ul
      aria-label="Pinned g"
      className="grow-up relative mb-[0.2rem]"
      style={{ height: `${Math.min(height, 6) * (few ? 1.3 : 0.8)}rem` }}
    >
      {pins.map((pin, at) => {
        if (pin.before === null) return null;
        const [old, now] = [knobPosition(scene.axis, pin.before), knobPosition(scene.axis, pin.g)];
        const level = Math.min(stacked[at]?.level ?? 0, 5);
        return (
          <li
            key={`${pin.id} before`}
            aria-hidden
            data-person={pin.colour % 8}
            data-testid="moved"
            style={{
              left: `${Math.min(old, now) * 100}%`,
              width: `${Math.abs(now - old) * 100}%`,
              bottom: `${(level + 0.5) * (few ? 1.3 : 0.8) - 0.06}rem`,
            }}
            className={`absolute h-[0.12rem] bg-[var(--person)] ${few ? "" : "opacity-60"}`}
          >
            <span
              className={`absolute top-1/2 size-[0.6rem] -translate-y-1/2 rounded-full border-[0.12rem] border-[var(--person)] bg-paper ${
                old < now ? "-left-[0.3rem]" : "-right-[0.3rem]"
              }`}
            />
          </li>
        );
      })}
      {pins.map((pin, at) => {
        const level = Math.min(stacked[at]?.level ?? 0, 5);
        return (
          <li
            key={pin.id}
            data-person={pin.colour % 8}
            style={{
              left: `${knobPosition(scene.axis, pin.g) * 100}%`,
              bottom: `${level * (few ? 1.3 : 0.8)}rem`,
            }}
            className="absolute flex w-0 justify-center"
          >
            {few ? (
              <span className="person-flag max-w-[8rem] shrink-0 truncate rounded-full px-[0.4rem] text-[0.875rem] leading-[1.2rem]">
                {pin.name} <span className="math">{pin.g}</span>
                {pin.before !== null && <span className="sr-only">, before {pin.before}</span>}
              </span>
            ) : (
              <>
                <span aria-hidden className="person-flag size-[0.7rem] shrink-0 rounded-full" />
                <span className="sr-only">
                  {pin.name}: {pin.g}
                  {pin.before !== null && `, before ${pin.before}`}
                </span>
              </>
            )}
          </li>
        );
      })}
    </ul>
  );
}
