import { type RefObject, useEffect, useRef } from "react";

/** A ref to put on an element whose height, in CSS pixels, its parent then has as the custom property `name`. */
export function useHeightVar<T extends HTMLElement>(name: `--${string}`): RefObject<T | null> {
  const ref = useRef<T>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      element.parentElement?.style.setProperty(name, `${element.offsetHeight}px`),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [name]);
  return ref;
}
