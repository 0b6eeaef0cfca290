import type { ReactNode } from "react";

/** A line over what is shown: what kind of thing it is, and whose. */
export function Kicker({ children }: { readonly children: ReactNode }) {
  return <p className="text-[0.9rem] text-soft leading-snug [overflow-wrap:anywhere]">{children}</p>;
}

/** Words of people, smaller the more there are, so that all of them are on the screen. */
export function Said({ text }: { readonly text: string }) {
  const size =
    text.length < 120
      ? "text-[2rem]"
      : text.length < 280
        ? "text-[1.5rem]"
        : text.length < 600
          ? "text-[1.15rem]"
          : "text-[0.9rem]";
  return (
    <p
      dir="auto"
      className={`mt-[0.3rem] whitespace-pre-line text-pretty font-serif leading-snug [overflow-wrap:anywhere] ${size}`}
    >
      {text}
    </p>
  );
}

/** A thing that is not there any more, or was hidden. */
export function Gone({ children }: { readonly children: ReactNode }) {
  return <p className="grid h-full place-items-center text-center text-[1.2rem] text-soft">{children}</p>;
}
