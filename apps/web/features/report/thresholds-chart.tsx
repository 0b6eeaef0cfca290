"use client";

import type { ThresholdRow } from "@crux/present/report";
import { useId } from "react";
import { ProgramPatterns } from "../../ui/program-patterns.tsx";
import { useWidth } from "../../ui/use-width.ts";

type Drawn = ThresholdRow & { readonly strip: NonNullable<ThresholdRow["strip"]> };

const HEIGHT = 26;
const STEP = 74;
const TOP = 20;

/** Who won at which g: a strip for the first moment and for each that changed something, with lines along which flips moved. */
export function ThresholdsChart({ rows }: { readonly rows: readonly ThresholdRow[] }) {
  const [ref, width] = useWidth<HTMLDivElement>(800);
  const prefix = useId();
  const drawn = rows.filter((row): row is Drawn => row.strip !== null && row.badge !== "as before");
  const [first] = drawn;
  if (first === undefined) return null;
  const x = (position: number): number => 1 + position * (width - 2);
  const y = (row: number): number => TOP + row * STEP;
  const height = y(drawn.length - 1) + HEIGHT + 40;
  const every = Math.max(1, Math.ceil((first.strip.decades.length * 56) / (width * 0.8)));
  return (
    <div ref={ref} aria-hidden className="mt-3 break-inside-avoid">
      <svg
        data-testid="thresholds-chart"
        viewBox={`0 0 ${width} ${height}`}
        className="figure block w-full overflow-visible text-ink"
      >
        <title>Who wins at which g, moment by moment</title>
        <ProgramPatterns prefix={prefix} />
        {drawn.slice(1).map((row, at) => (
          <Moves key={`${row.name} ${row.at}`} from={drawn[at]} to={row} x={x} top={y(at) + HEIGHT} />
        ))}
        {drawn.map((row, at) => (
          <Row key={`${row.name} ${row.at}`} row={row} x={x} top={y(at)} prefix={prefix} />
        ))}
        <g className="fill-[var(--soft)] text-[11px]">
          <text x={x(0)} y={height - 4}>
            0
          </text>
          {first.strip.decades.map((mark, at) =>
            at % every === 0 ? (
              <text key={mark.text} x={x(mark.position)} y={height - 4} textAnchor="middle">
                {mark.text}
              </text>
            ) : null,
          )}
          <text x={x(1)} y={height - 4} textAnchor="end">
            ∞
          </text>
        </g>
      </svg>
    </div>
  );
}

function Row(props: {
  readonly row: Drawn;
  readonly x: (position: number) => number;
  readonly top: number;
  readonly prefix: string;
}) {
  const { row, x, top, prefix } = props;
  return (
    <g>
      <text x={x(0)} y={top - 6} className="fill-current font-semibold text-[13px]">
        {row.name}
      </text>
      {row.strip.bands.map((band) => {
        const [from, size] = [x(band.from), x(band.to) - x(band.from)];
        const part = HEIGHT / Math.max(1, band.styles.length);
        const label = size > band.label.length * 7.4 + 8 ? band.label : "";
        return (
          <g key={`${band.from} ${band.winners.join(" ")}`}>
            {band.styles.map((style, at) => (
              <g key={style.name} data-hue={style.hue}>
                <rect x={from} y={top + at * part} width={size} height={part} fill="var(--hue)" />
                <rect
                  x={from}
                  y={top + at * part}
                  width={size}
                  height={part}
                  fill={`url(#${prefix}-${style.pattern})`}
                />
              </g>
            ))}
            <text
              data-hue={band.styles[0]?.hue ?? "slate"}
              x={from + size / 2}
              y={top + HEIGHT / 2 + 4.5}
              textAnchor="middle"
              className="fill-[var(--on-hue)] font-medium text-[12.5px]"
            >
              {label}
            </text>
          </g>
        );
      })}
      {row.strip.ticks.map((tick) => (
        <g key={`${tick.kind} ${tick.exact}`}>
          <line
            x1={x(tick.position)}
            x2={x(tick.position)}
            y1={top - 2}
            y2={top + HEIGHT + 3}
            stroke="currentColor"
            strokeWidth={2}
            strokeDasharray={tick.kind === "threshold" ? undefined : "3 3"}
          />
          <text
            x={x(tick.position)}
            y={top + HEIGHT + 16}
            textAnchor="middle"
            className="math fill-current font-semibold text-[13px]"
          >
            {tick.exact}
          </text>
        </g>
      ))}
    </g>
  );
}

/** Lines from the flips of one moment to those of the next, where there are as many. */
function Moves(props: {
  readonly from: Drawn | undefined;
  readonly to: Drawn;
  readonly x: (position: number) => number;
  readonly top: number;
}) {
  const [old, now] = [props.from, props.to].map((row) =>
    (row?.strip.ticks ?? []).filter(({ kind }) => kind === "threshold"),
  );
  if (old === undefined || now === undefined || old.length !== now.length) return null;
  return old.map((tick, at) => (
    <line
      key={tick.exact}
      x1={props.x(tick.position)}
      x2={props.x(now[at]?.position ?? 0)}
      y1={props.top + 21}
      y2={props.top + STEP - HEIGHT - 4}
      className="stroke-[var(--edge)]"
      strokeWidth={1.5}
      strokeDasharray="2 3"
    />
  ));
}
