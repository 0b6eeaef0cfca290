import type { StripScene } from "@crux/present";
import type { ComponentType, ReactNode } from "react";
import type { SideStrip } from "../../client/reason/reason.ts";

/** Draws a strip with something on it. */
export type StripView = ComponentType<{
  readonly scene: StripScene;
  readonly quiet: boolean;
  readonly children: ReactNode;
}>;

/** Two strips on one axis, each with its side's g on it. */
export function SideStrips(props: { readonly sides: readonly SideStrip[]; readonly view: StripView }) {
  return (
    <div className="space-y-2">
      {props.sides.map(({ name, g, strip, at, winners }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: always a first and a second, which may be the same
        <div key={index} role="group" aria-label={`Strip of ${name}`}>
          <p className="text-sm">
            <span className="font-semibold">{name === "you" ? "Mine" : name.replace("the ", "")}</span>: at{" "}
            <span className="math italic">g</span> = <span className="math">{g}</span> {winners}
          </p>
          <props.view scene={strip} quiet>
            <span
              aria-hidden
              className="absolute -inset-y-1 z-20 -ml-[3px] w-1.5 rounded-full border border-paper bg-ink"
              style={{ left: `${at * 100}%` }}
            />
          </props.view>
        </div>
      ))}
    </div>
  );
}
