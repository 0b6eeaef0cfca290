"use client";

import { type ReactNode, type RefObject, useEffect, useRef } from "react";

/** Smaller than this nothing is read from the back row: what is longer scrolls. */
const LEAST = 0.55;

/** Draws its content smaller where it would be higher than the room that `box` has for it. */
export function Fit(props: { readonly box: RefObject<HTMLElement | null>; readonly children: ReactNode }) {
  const inner = useRef<HTMLDivElement>(null);
  const { box } = props;
  useEffect(() => {
    const [outside, inside] = [box.current, inner.current];
    if (outside === null || inside === null) return;
    let asked = 0;
    const fit = (): void => {
      asked = 0;
      let [low, high] = [LEAST, 1];
      const fits = (zoom: number): boolean => {
        inside.style.setProperty("zoom", `${zoom}`);
        return inside.getBoundingClientRect().height <= outside.getBoundingClientRect().height + 1;
      };
      if (fits(1)) return;
      for (let step = 0; step < 6; step += 1) {
        const middle = (low + high) / 2;
        if (fits(middle)) low = middle;
        else high = middle;
      }
      fits(low);
    };
    const ask = (): void => {
      if (asked === 0) asked = requestAnimationFrame(fit);
    };
    const changed = new MutationObserver(ask);
    changed.observe(inside, { childList: true, characterData: true, subtree: true });
    const sized = new ResizeObserver(ask);
    sized.observe(outside);
    void document.fonts.ready.then(ask);
    return () => {
      cancelAnimationFrame(asked);
      changed.disconnect();
      sized.disconnect();
    };
  }, [box]);
  return (
    <div ref={inner} className="grid min-h-full grid-cols-[minmax(0,1fr)]">
      {props.children}
    </div>
  );
}
