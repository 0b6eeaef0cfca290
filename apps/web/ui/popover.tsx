"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";

/** A button that opens a small panel below itself. Escape, a click beside it and `close` close it again. */
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
    document.addEventListener("pointerdown", onPointer);
    return () => document.removeEventListener("pointerdown", onPointer);
  }, [open]);
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
          aria-label={props.label}
          className="absolute top-full right-0 z-50 mt-1 max-h-[80dvh] min-w-56 overflow-auto rounded-xl border border-rule bg-card p-1.5 shadow-xl"
        >
          {props.children(close)}
        </section>
      )}
    </div>
  );
}
