import type { Band } from "@crux/present";
import type { ReactNode } from "react";

/** One band of a strip in the colours and patterns of who wins: `name` on one winner's, `tie` on the stripes of several. */
export function BandShape(props: {
  readonly band: Band;
  readonly name: ReactNode;
  readonly tie: ReactNode;
  readonly className?: string;
}) {
  const { band, name, tie, className = "" } = props;
  const [first] = band.styles;
  const size = { width: `${(band.to - band.from) * 100}%` };
  const shape = `relative flex h-full shrink-0 items-center justify-center overflow-hidden ${className}`;
  if (first === undefined)
    return (
      <div className={`${shape} bg-well text-soft`} style={size}>
        {name}
      </div>
    );
  if (band.styles.length === 1)
    return (
      <div className={`swatch ${shape}`} data-hue={first.hue} data-pattern={first.pattern} style={size}>
        {name}
      </div>
    );
  return (
    <div className={shape} style={size}>
      <div className="absolute inset-0 flex flex-col">
        {band.styles.map((style) => (
          <div key={style.name} className="swatch flex-1" data-hue={style.hue} data-pattern={style.pattern} />
        ))}
      </div>
      {tie}
    </div>
  );
}
