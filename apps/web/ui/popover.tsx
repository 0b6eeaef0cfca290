"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/**
 * A button that opens a small panel below itself, or above where there is more room. Escape, a click beside it and
 * `close` close it again. The panel lies in the top layer: nothing around the button cuts it off.
 */
export function Popover(props: {
  /** What the button says; also the name of the panel. */
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly children: (close: () => void) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const panel = useId();
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return;
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    // What had the focus may be gone with what a press did: then the page hears Escape.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.target !== document.body) return;
      setOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", onPointer);
    document.addEventListener("keydown", onKey);
    return () => {
      document.removeEventListener("pointerdown", onPointer);
      document.removeEventListener("keydown", onKey);
    };
  }, [open]);
  const place = (shown: HTMLElement | null): (() => void) | undefined => {
    const anchor = button.current;
    if (shown === null || anchor === null) return;
    shown.showPopover();
    const follow = (): void => placeAt(shown, anchor.getBoundingClientRect());
    follow();
    const sized = new ResizeObserver(follow);
    sized.observe(shown);
    window.addEventListener("scroll", follow, { passive: true, capture: true });
    window.addEventListener("resize", follow);
    return () => {
      sized.disconnect();
      window.removeEventListener("scroll", follow, { capture: true });
      window.removeEventListener("resize", follow);
    };
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape is heard wherever the focus is inside
    <div
      ref={root}
      className="relative"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !open) return;
        event.stopPropagation();
        close();
      }}
    >
      <button
        ref={button}
        type="button"
        aria-label={props.label}
        title={props.label}
        aria-expanded={open}
        aria-controls={open ? panel : undefined}
        onClick={() => setOpen(!open)}
        className={props.className ?? "button"}
      >
        {props.button}
      </button>
      {open && (
        <section
          id={panel}
          ref={place}
          popover="manual"
          aria-label={props.label}
          className="fixed inset-auto m-0 max-h-[80dvh] min-w-56 max-w-[calc(100vw-1rem)] overflow-auto rounded-xl border border-rule bg-card p-1.5 text-ink shadow-xl"
        >
          {props.children(close)}
        </section>
      )}
    </div>
  );
}

const GAP = 4;
const MARGIN = 8;

/** Puts a shown panel below a button, its right edge on the button's, inside the window. */
function placeAt(panel: HTMLElement, button: DOMRect): void {
  const { offsetWidth: width, offsetHeight: height } = panel;
  const below = button.bottom + GAP;
  const fits =
    below + height <= window.innerHeight - MARGIN || button.top < window.innerHeight - button.bottom;
  const top = fits ? Math.min(below, window.innerHeight - MARGIN - height) : button.top - GAP - height;
  const left = Math.min(button.right - width, window.innerWidth - MARGIN - width);
  panel.style.top = `${Math.max(MARGIN, top)}px`;
  panel.style.left = `${Math.max(MARGIN, left)}px`;
}
