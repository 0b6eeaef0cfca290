"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { observeNear } from "../../ui/observe-near.ts";

/** Whether an element is on screen or about to be. */
export function useInView<T extends Element>(margin = "200px"): readonly [RefObject<T | null>, boolean] {
  const ref = useRef<T>(null);
  const [inView, setInView] = useState(false);
  useEffect(() => {
    const element = ref.current;
    return element === null ? undefined : observeNear(element, margin, setInView);
  }, [margin]);
  return [ref, inView];
}
