import { type RefObject, useEffect, useRef, useState } from "react";

/** A ref to put on an element, and that element's width in CSS pixels; `assumed` until it is measured. */
export function useWidth<T extends HTMLElement>(assumed: number): [RefObject<T | null>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(assumed);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(([entry]) => {
      if (entry !== undefined && entry.contentRect.width > 0) setWidth(entry.contentRect.width);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
