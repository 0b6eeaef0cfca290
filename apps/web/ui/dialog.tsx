"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";

/** A modal dialog with a title. Escape, the cross and a click beside it close it; focus returns to where it was. */
export function Dialog(props: {
  readonly title: string;
  readonly open: boolean;
  readonly onClose: () => void;
  /** As wide as the page allows. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const title = useId();
  const { open, onClose } = props;
  useEffect(() => {
    if (open) ref.current?.showModal();
    else ref.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself
    <dialog
      ref={ref}
      aria-labelledby={title}
      onClose={onClose}
      onClick={(event) => event.target === ref.current && onClose()}
      className={`m-auto max-h-[85dvh] overflow-auto ${props.wide ? "w-[min(80rem,calc(100vw-1.5rem))] max-w-none" : "w-[min(44rem,calc(100vw-1.5rem))]"} rounded-xl border border-rule bg-card p-0 text-ink shadow-2xl backdrop:bg-black/40`}
    >
      {open && (
        <div className="p-5 sm:p-6">
          <div className="mb-4 flex items-start justify-between gap-4">
            <h2 id={title} className="font-semibold font-serif text-xl">
              {props.title}
            </h2>
            <button type="button" className="button -mr-2 -mt-1" aria-label="Close" onClick={onClose}>
              <X size={18} aria-hidden />
            </button>
          </div>
          {props.children}
        </div>
      )}
    </dialog>
  );
}
