import type { Band } from "@crux/present";
import { BandShape } from "../../ui/band-shape.tsx";

/** One band in the colour, pattern and name of its winner; a tie is split into stripes and bears all names. */
export function StripBand(props: { readonly band: Band; readonly width: number; readonly quiet: boolean }) {
  const { band, width, quiet } = props;
  return (
    <BandShape
      band={band}
      name={<BandName label={band.label} width={width} quiet={quiet} />}
      tie={
        <span className="relative max-w-[92%] truncate rounded-md bg-card px-2 py-0.5 font-semibold text-[0.8125rem] text-ink">
          {width > 70 ? `tie: ${band.label}` : "tie"}
        </span>
      }
    />
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
