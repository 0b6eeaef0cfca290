"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/**
 * A small button whose words show while the pointer or the focus is on it, and after a press until the next one, in the
 * top layer. A screen reader hears them as the button's description.
 */
export function Tip(props: {
  readonly label: string;
  readonly text: string;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useRef<HTMLSpanElement>(null);
  const words = useId();
  useEffect(() => {
    const [shown, anchor] = [panel.current, button.current];
    if (!open || shown === null || anchor === null) return;
    shown.showPopover();
    const box = anchor.getBoundingClientRect();
    const left = Math.min(box.left, window.innerWidth - shown.offsetWidth - 8);
    const below = box.bottom + 4;
    const top = below + shown.offsetHeight < window.innerHeight ? below : box.top - 4 - shown.offsetHeight;
    shown.style.left = `${Math.max(8, left)}px`;
    shown.style.top = `${Math.max(8, top)}px`;
    const close = () => setOpen(false);
    window.addEventListener("scroll", close, { passive: true, capture: true });
    return () => {
      window.removeEventListener("scroll", close, { capture: true });
      shown.hidePopover();
    };
  }, [open]);
  return (
    <>
      <button
        ref={button}
        type="button"
        aria-label={props.label}
        aria-describedby={words}
        className={props.className ?? "button"}
        onClick={() => setOpen(true)}
        onPointerEnter={(event) => event.pointerType === "mouse" && setOpen(true)}
        onPointerLeave={(event) => event.pointerType === "mouse" && setOpen(false)}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || !open) return;
          event.stopPropagation();
          setOpen(false);
        }}
      >
        {props.children}
      </button>
      <span
        ref={panel}
        id={words}
        popover="manual"
        className="fixed inset-auto m-0 max-w-[min(20rem,calc(100vw-1rem))] rounded-lg border border-rule bg-card px-3 py-2 text-ink text-sm shadow-xl [overflow-wrap:anywhere]"
      >
        {props.text}
      </span>
    </>
  );
}
