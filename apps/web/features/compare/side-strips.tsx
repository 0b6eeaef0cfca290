import type { StripScene } from "@crux/present";
import type { ComponentType, ReactNode } from "react";
import type { SideStrip } from "../../client/reason/reason.ts";

/** Draws a strip with something on it. */
export type StripView = ComponentType<{
  readonly scene: StripScene;
  readonly quiet: boolean;
  readonly children: ReactNode;
}>;

/** Two strips on one axis, each with its side's g on it; under them the first with what it takes over. */
export function SideStrips(props: {
  readonly sides: readonly SideStrip[];
  readonly adopted: SideStrip | null;
  readonly view: StripView;
}) {
  return (
    <div className="space-y-2">
      {props.sides.map((side, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always a first and a second, which may be the same
        <OneStrip key={index} side={side} view={props.view} />
      ))}
      {props.adopted !== null && (
        <div className="border-edge border-l-2 border-dashed pl-2">
          <OneStrip side={props.adopted} view={props.view} also="with what is taken over" />
        </div>
      )}
    </div>
  );
}

/** A side's strip with its g on it, under a line that says who wins there. */
export function OneStrip(props: {
  readonly side: SideStrip;
  readonly view: StripView;
  readonly also?: string;
  /** What can be done with it, beside its name. */
  readonly action?: ReactNode;
}) {
  const { name, g, strip, at, winners } = props.side;
  const also = props.also === undefined ? "" : ` ${props.also}`;
  return (
    <div role="group" aria-label={`Strip of ${name}${also}`}>
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <span className="font-semibold">
            {name === "you" ? "Mine" : name.replace("the room", "Room").replace("the model", "Model")}
          </span>
          {also}: at <span className="math italic">g</span> = <span className="math">{g}</span> {winners}
        </p>
        {props.action}
      </div>
      <props.view scene={strip} quiet>
        <span
          aria-hidden
          className="absolute -inset-y-1 z-20 -ml-[3px] w-1.5 rounded-full border border-paper bg-ink"
          style={{ left: `${at * 100}%` }}
        />
      </props.view>
    </div>
  );
}
