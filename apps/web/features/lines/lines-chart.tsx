"use client";

import { positionOf, rationalToFloat } from "@crux/present";
import type { PointerEvent } from "react";
import type { Here, View } from "../../client/solve/view.ts";
import { useWidth } from "../../ui/use-width.ts";
import { spreadLabels } from "./spread-labels.ts";

const DASHES: Record<string, string> = {
  plain: "",
  rising: "9 4",
  dots: "2 4",
  falling: "12 4 2 4",
  cross: "6 6",
  level: "16 5",
  upright: "4 3",
  checks: "12 3 4 3",
};
const MARGIN = { top: 28, bottom: 40, left: 46 };

/** Narrower charts name their lines in a legend above, wider ones beside each line. */
const NAMED = 410;

type Chart = NonNullable<View["chart"]>;

/** Scores against g on the axis of the strip: a line for each program, crossings with their values, and the handle. */
export function LinesChart(props: {
  readonly chart: Chart;
  readonly here: Here | null;
  readonly g: string;
  readonly choose: (position: number) => void;
}) {
  const { chart, here } = props;
  const [ref, width] = useWidth<HTMLDivElement>(560);
  const height = Math.round(Math.min(440, Math.max(260, width * 0.68)));
  const named = chart.lines.length > 8 ? chart.lines.filter((line) => line.wins) : chart.lines;
  const longest = Math.max(...named.map((line) => line.style.name.length));
  const right = width < NAMED ? 12 : Math.min(width * 0.34, 18 + 6.6 * longest);
  const x = (position: number) => MARGIN.left + position * (width - MARGIN.left - right);
  const y = (share: number) => height - MARGIN.bottom - share * (height - MARGIN.top - MARGIN.bottom);
  const at = x(Math.min(1, Math.max(0, positionOf(chart.axis, rationalToFloat(props.g)))));

  const drag = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const inside = event.clientX - box.left - MARGIN.left;
    props.choose(Math.min(1, Math.max(0, inside / (width - MARGIN.left - right))));
  };
  return (
    <div ref={ref}>
      {width < NAMED && <Legend lines={named} />}
      <svg
        role="img"
        aria-label={`Scores of all programs against g. ${chart.crossings.map((one) => `${one.description}.`).join(" ")}`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        className="figure block h-auto max-w-full cursor-ew-resize touch-pan-y select-none overflow-visible"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && drag(event)}
      >
        <clipPath id="lines-clip">
          <rect x={x(0)} y={MARGIN.top - 6} width={x(1) - x(0)} height={y(0) - MARGIN.top + 6} />
        </clipPath>
        <Grid chart={chart} x={x} y={y} width={width} />
        <g clipPath="url(#lines-clip)">
          {[...chart.lines]
            .sort((a, b) => Number(a.wins) - Number(b.wins))
            .map((line) => (
              <polyline
                key={line.program}
                data-hue={line.style.hue}
                points={line.points.map(([px, py]) => `${x(px).toFixed(1)},${y(py).toFixed(1)}`).join(" ")}
                fill="none"
                stroke="var(--hue-ink)"
                strokeWidth={line.wins ? 2.75 : 1.75}
                strokeOpacity={line.wins ? 1 : 0.65}
                strokeDasharray={DASHES[line.style.pattern] ?? ""}
                strokeLinejoin="round"
              />
            ))}
        </g>
        <line x1={at} x2={at} y1={MARGIN.top - 6} y2={y(0)} stroke="var(--ink)" strokeWidth={1.5} />
        {here?.rows.map((row) =>
          row.height === null || !named.some((line) => line.program === row.program) ? null : (
            <circle
              key={row.program}
              data-hue={row.style.hue}
              cx={at}
              cy={y(row.height)}
              r={4.5}
              fill="var(--hue-ink)"
              stroke="var(--card)"
              strokeWidth={1.5}
            />
          ),
        )}
        <Crossings chart={chart} x={x} y={y} width={width - right} />
        {width >= NAMED && <LineNames lines={named} x={x} y={y} />}
        <text x={at} y={y(0) + 32} textAnchor="middle" className="math fill-ink font-semibold text-[13px]">
          <tspan fontStyle="italic">g</tspan> = {props.g}
        </text>
      </svg>
    </div>
  );
}

function Legend({ lines }: { readonly lines: Chart["lines"] }) {
  return (
    <ul className="mb-1 flex flex-wrap gap-x-4 gap-y-0.5 text-[0.8125rem]">
      {lines.map((line) => (
        <li
          key={line.program}
          data-hue={line.style.hue}
          className="flex items-center gap-1.5 text-[var(--hue-ink)]"
        >
          <svg aria-hidden width={26} height={6}>
            <path
              d="M0 3H26"
              stroke="var(--hue-ink)"
              strokeWidth={2.5}
              strokeDasharray={DASHES[line.style.pattern]}
            />
          </svg>
          {line.style.name}
        </li>
      ))}
    </ul>
  );
}

type Scales = {
  readonly chart: Chart;
  readonly x: (at: number) => number;
  readonly y: (at: number) => number;
};

function Grid({ chart, x, y, width }: Scales & { readonly width: number }) {
  const every = Math.max(1, Math.ceil((chart.xMarks.length * 50) / Math.max(1, x(1) - x(0))));
  return (
    <g className="fill-soft text-[11px]">
      {chart.yMarks.map((mark) => (
        <g key={mark.text}>
          <line x1={x(0)} x2={x(1)} y1={y(mark.position)} y2={y(mark.position)} stroke="var(--rule)" />
          <text x={x(0) - 8} y={y(mark.position) + 4} textAnchor="end">
            {mark.text}
          </text>
        </g>
      ))}
      {chart.xMarks.map((mark, index) =>
        index % every === 0 ? (
          <text key={mark.text} x={x(mark.position)} y={y(0) + 16} textAnchor="middle">
            {mark.text}
          </text>
        ) : null,
      )}
      {chart.axis.kind === "log" && (
        <>
          <text x={x(0)} y={y(0) + 16} textAnchor="middle">
            0
          </text>
          <text x={x(1)} y={y(0) + 16} textAnchor="middle">
            ∞
          </text>
        </>
      )}
      <text x={0} y={10} className="italic">
        score, lower wins
      </text>
      {width > 420 && (
        <text x={x(1)} y={y(0) + 32} textAnchor="end" className="italic">
          g, the price of complexity
        </text>
      )}
    </g>
  );
}

function Crossings({ chart, x, y, width }: Scales & { readonly width: number }) {
  return chart.crossings.map((one) => {
    const left = x(one.x) > width - 110;
    return (
      <g key={one.label}>
        <circle cx={x(one.x)} cy={y(one.y)} r={5} fill="var(--card)" stroke="var(--ink)" strokeWidth={2} />
        <text
          x={x(one.x) + (left ? -9 : 9)}
          y={y(one.y) + 19}
          textAnchor={left ? "end" : "start"}
          stroke="var(--card)"
          strokeWidth={4}
          paintOrder="stroke"
          className="math fill-ink font-semibold text-[14px]"
        >
          {one.label}
        </text>
      </g>
    );
  });
}

function LineNames({ lines, x, y }: Omit<Scales, "chart"> & { readonly lines: Chart["lines"] }) {
  const ends = lines.map((line) => line.points.findLast(([, height]) => height <= 1.02 && height >= 0));
  const heights = spreadLabels(
    ends.map((end) => y(Math.min(1, end?.[1] ?? 0))),
    17,
    MARGIN.top + 4,
    y(0),
  );
  return lines.map((line, index) => {
    const end = ends[index];
    if (end === undefined) return null;
    return (
      <text
        key={line.program}
        data-hue={line.style.hue}
        x={x(1) + 8}
        y={(heights[index] ?? 0) + 4}
        fill="var(--hue-ink)"
        className={`font-sans text-[12.5px] ${line.wins ? "font-semibold" : ""}`}
      >
        {line.style.name}
      </text>
    );
  });
}
