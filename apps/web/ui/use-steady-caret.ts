import { type RefObject, useLayoutEffect, useRef } from "react";
import { carried } from "./carried.ts";

/** Keeps the caret of a field at its words when someone else changes the text around them. */
export function useSteadyCaret(
  ref: RefObject<HTMLInputElement | HTMLTextAreaElement | null>,
  text: string,
): { readonly note: () => void } {
  const last = useRef({ text, start: 0, end: 0 });
  const note = () => {
    const field = ref.current;
    if (field === null) return;
    last.current = {
      text: field.value,
      start: field.selectionStart ?? field.value.length,
      end: field.selectionEnd ?? field.value.length,
    };
  };
  useLayoutEffect(() => {
    const field = ref.current;
    const before = last.current;
    if (field === null || before.text === text) return;
    const start = carried(before.text, text, before.start);
    const end = carried(before.text, text, before.end);
    if (document.activeElement === field) field.setSelectionRange(start, end);
    last.current = { text, start, end };
  }, [ref, text]);
  return { note };
}
