import type { Band } from "@crux/present";

/** One band in the colour, pattern and name of its winner; a tie is split into stripes and bears all names. */
export function StripBand(props: { readonly band: Band; readonly width: number; readonly quiet: boolean }) {
  const { band, width, quiet } = props;
  const [first] = band.styles;
  const name = <BandName label={band.label} width={width} quiet={quiet} />;
  const size = { width: `${(band.to - band.from) * 100}%` };
  const shape = "relative flex h-full shrink-0 items-center justify-center overflow-hidden";
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
      <span className="relative max-w-[92%] truncate rounded-md bg-card px-2 py-0.5 font-semibold text-[0.8125rem] text-ink">
        {width > 70 ? `tie: ${band.label}` : "tie"}
      </span>
    </div>
  );
}

function BandName(props: { readonly label: string; readonly width: number; readonly quiet: boolean }) {
  if (props.width < 34) return <span className="sr-only">{props.label}</span>;
  return (
    <span
      className={`line-clamp-2 px-2 text-center font-semibold leading-tight ${props.quiet ? "text-xs" : "text-sm sm:text-[0.9375rem]"}`}
    >
      {props.label}
    </span>
  );
}
