/** A small square in a program's colour and pattern. */
export function Swatch(props: { readonly hue: string; readonly pattern: string }) {
  return (
    <span
      aria-hidden
      data-hue={props.hue}
      data-pattern={props.pattern}
      className="swatch inline-block size-3.5 shrink-0 rounded-[4px] bg-[length:6px_6px]"
    />
  );
}
