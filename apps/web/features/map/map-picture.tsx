"use client";

import type { DrawingAxis, ProgramStyle } from "@crux/present";
import { decades, rationalToFloat } from "@crux/present";
import type { Region } from "@crux/present/map";
import type { PointerEvent } from "react";
import { ProgramPatterns } from "../../ui/program-patterns.tsx";
import { useWidth } from "../../ui/use-width.ts";

const MARGIN = { top: 10, right: 10, bottom: 36, left: 46 };

/** The regions of a map with their names, axes, and the point. */
export function MapPicture(props: {
  readonly axis: DrawingAxis;
  readonly regions: readonly Region[];
  readonly styles: Readonly<Record<string, ProgramStyle>>;
  readonly label: string;
  readonly low: string;
  readonly high: string;
  readonly value: string;
  readonly g: string;
  readonly knob: number;
  readonly sentence: string;
  /** Whether the key moved the point. */
  readonly onKey: (key: string, big: boolean) => boolean;
  /** Both from 0 to 1. */
  readonly onMove: (x: number, y: number) => void;
}) {
  const { regions, styles, axis } = props;
  const [ref, width] = useWidth<HTMLDivElement>(520);
  const height = Math.round(Math.min(440, Math.max(260, width * 0.72)));
  const inner = { width: width - MARGIN.left - MARGIN.right, height: height - MARGIN.top - MARGIN.bottom };
  const x = (share: number) => MARGIN.left + share * inner.width;
  const y = (share: number) => MARGIN.top + (1 - share) * inner.height;
  const low = rationalToFloat(props.low);
  const high = rationalToFloat(props.high);
  const share = (rationalToFloat(props.value) - low) / (high - low);
  const drag = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    props.onMove(
      (event.clientX - box.left - MARGIN.left) / inner.width,
      1 - (event.clientY - box.top - MARGIN.top) / inner.height,
    );
  };
  return (
    <div ref={ref} className="relative">
      <svg
        width={width}
        height={height}
        className="figure block touch-none select-none"
        aria-hidden
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event)}
      >
        <ProgramPatterns prefix="map" />
        {regions.map((region) => {
          const points = region.outline
            .map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`)
            .join(" ");
          const [winner = ""] = region.winners;
          const style = styles[winner];
          return (
            <g key={`${region.winners.join(" ")} ${points.slice(0, 60)}`} data-hue={style?.hue ?? "slate"}>
              <polygon points={points} fill="var(--hue)" stroke="var(--card)" strokeWidth={1} />
              <polygon
                points={points}
                fill={`url(#map-${region.winners.length > 1 ? "cross" : (style?.pattern ?? "plain")})`}
              />
            </g>
          );
        })}
        {regions.map((region) => (
          <Name
            key={`${region.label.x} ${region.label.y}`}
            region={region}
            styles={styles}
            x={x}
            y={y}
            inner={inner}
          />
        ))}
        <Axes axis={axis} x={x} y={y} low={props.low} high={props.high} label={props.label} height={height} />
        <line
          x1={x(props.knob)}
          x2={x(props.knob)}
          y1={y(0)}
          y2={y(1)}
          stroke="var(--ink)"
          strokeDasharray="2 3"
        />
        <line x1={x(0)} x2={x(1)} y1={y(share)} y2={y(share)} stroke="var(--ink)" strokeDasharray="2 3" />
      </svg>
      <div
        role="slider"
        tabIndex={0}
        aria-label={`Point of the map: left and right change g, up and down change ${props.label}`}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        aria-valuetext={`g = ${props.g}, ${props.label} = ${props.value}. ${props.sentence}`}
        onKeyDown={(event) => {
          if (props.onKey(event.key, event.shiftKey)) event.preventDefault();
        }}
        style={{ left: x(props.knob), top: y(Math.min(1, Math.max(0, share))) }}
        className="pointer-events-none absolute size-4.5 -translate-x-1/2 -translate-y-1/2 rounded-full border-[2.5px] border-ink bg-card shadow-md focus-visible:outline-3 focus-visible:outline-offset-2"
      />
      <ul className="sr-only" aria-label="Regions of the map">
        {regions.map((region) => (
          <li key={`${region.label.x} ${region.label.y}`}>
            {namesOf(region, styles)}, around {props.label} ={" "}
            {(low + region.label.y * (high - low)).toPrecision(3)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const namesOf = (region: Region, styles: Readonly<Record<string, ProgramStyle>>): string =>
  region.winners.map((winner) => styles[winner]?.name ?? winner).join(" = ");

function Name(props: {
  readonly region: Region;
  readonly styles: Readonly<Record<string, ProgramStyle>>;
  readonly x: (share: number) => number;
  readonly y: (share: number) => number;
  readonly inner: { readonly width: number; readonly height: number };
}) {
  const { region, x, y, inner } = props;
  const text = namesOf(region, props.styles);
  const { label } = region;
  if (label.width * inner.width < text.length * 7.2 || label.height * inner.height < 20) return null;
  const hue = props.styles[region.winners[0] ?? ""]?.hue ?? "slate";
  return (
    <text
      data-hue={hue}
      x={x(label.x)}
      y={y(label.y) + 4}
      textAnchor="middle"
      fill="var(--on-hue)"
      stroke="var(--hue)"
      strokeWidth={3}
      paintOrder="stroke"
      className="font-sans font-semibold text-[13px]"
    >
      {text}
    </text>
  );
}

function Axes(props: {
  readonly axis: DrawingAxis;
  readonly x: (share: number) => number;
  readonly y: (share: number) => number;
  readonly low: string;
  readonly high: string;
  readonly label: string;
  readonly height: number;
}) {
  const { x, y, axis } = props;
  const marks = axis.kind === "log" ? decades(axis) : [];
  const [bottom, top] = [y(0), y(1)];
  return (
    <g className="fill-soft text-[11px]">
      {marks.map((mark) => (
        <text key={mark.text} x={x(mark.position)} y={bottom + 14} textAnchor="middle">
          {mark.text}
        </text>
      ))}
      <text x={x(0)} y={bottom + 14} textAnchor="middle">
        0
      </text>
      <text x={x(1)} y={bottom + 14} textAnchor="end">
        ∞
      </text>
      <text x={x(1)} y={bottom + 30} textAnchor="end" className="italic">
        g, the price of complexity
      </text>
      <text x={x(0) - 6} y={bottom} textAnchor="end">
        {props.low}
      </text>
      <text x={x(0) - 6} y={top + 8} textAnchor="end">
        {props.high}
      </text>
      <text
        transform={`translate(12 ${(top + bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
        className="italic"
      >
        {props.label}
      </text>
    </g>
  );
}
