"use client";

import type { StripScene } from "@crux/present";
import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { chooseG, keyG, knobPosition } from "../../client/choose-g.ts";

/** The handle for `g` over the bands, with the whole strip as its track. */
export function GHandle(props: {
  readonly scene: StripScene;
  readonly g: string;
  readonly verdict: string;
  readonly onChange: (g: string) => void;
}) {
  const { scene, g } = props;
  const scale = { axis: scene.axis, marks: scene.ticks.map((tick) => tick.exact) };
  const track = useRef<HTMLDivElement>(null);
  const [touched, setTouched] = useState(false);
  const position = knobPosition(scene.axis, g);

  const change = (next: string) => {
    setTouched(true);
    props.onChange(next);
  };
  const drag = (event: PointerEvent) => {
    const box = track.current?.getBoundingClientRect();
    if (box !== undefined) change(chooseG(scale, (event.clientX - box.left) / box.width));
  };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag(event);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = keyG(scale, g, event.key);
    if (next === null) return;
    event.preventDefault();
    change(next);
  };
  return (
    <div
      ref={track}
      className="absolute inset-x-0 top-0 -bottom-4 cursor-ew-resize touch-pan-y select-none"
      onPointerDown={onPointerDown}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event)}
    >
      <div className="absolute inset-y-0 z-20 w-0" style={{ left: `${position * 100}%` }}>
        <span
          aria-hidden
          className="absolute -top-1 bottom-4 -ml-[1.5px] w-[3px] border-ink border-x bg-paper"
        />
        <div
          role="slider"
          tabIndex={0}
          aria-label="Your g, the price of complexity in time"
          aria-orientation="horizontal"
          aria-valuemin={0}
          aria-valuemax={1000}
          aria-valuenow={Math.round(position * 1000)}
          aria-valuetext={`g = ${g}. ${props.verdict}`}
          onKeyDown={onKeyDown}
          className={`absolute bottom-0.5 grid size-7 -translate-x-1/2 place-items-center rounded-full border-[2.5px] border-ink bg-card text-ink shadow-md focus-visible:rounded-full focus-visible:outline-3 focus-visible:outline-offset-3 ${touched ? "" : "pulse"}`}
        >
          <span aria-hidden className="math -mt-0.5 font-semibold text-base italic leading-none">
            g
          </span>
        </div>
      </div>
    </div>
  );
}
