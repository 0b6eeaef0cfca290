"use client";

import { useEffect, useRef } from "react";

/** Formulas that are longer, or that expand to more, are shown as they were typed. */
const LONGEST = 500;

/**
 * A formula in TeX as MathML, once the typesetter has loaded; as it was typed until then, and where it can't be read.
 * What it may say is limited: no links, no styles, no files, and macros that expand without end stop.
 */
export function Maths({ tex, block }: { readonly tex: string; readonly block: boolean }) {
  const ref = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null || tex.length > LONGEST) return;
    let gone = false;
    void import("temml").then(({ default: temml }) => {
      if (gone) return;
      try {
        temml.render(tex, element, {
          displayMode: block,
          throwOnError: true,
          trust: false,
          strict: false,
          maxExpand: 200,
          maxSize: [3, 6],
        });
      } catch {
        element.textContent = tex;
      }
    });
    return () => {
      gone = true;
    };
  }, [tex, block]);
  return (
    <span
      ref={ref}
      key={tex}
      suppressHydrationWarning
      className={
        block ? "block overflow-x-auto py-1" : "inline-block max-w-full overflow-x-auto align-middle"
      }
    >
      {tex}
    </span>
  );
}
