"use client";

import { EyeOff } from "lucide-react";
import { useState } from "react";
import { useHidden, useModerates, useMovedFocus } from "./hidden.ts";
import { HideForm } from "./hide-form.tsx";

type Hides = { readonly to: string /** What it is, e.g. `this claim`. */; readonly name: string };

/**
 * Hides something that somebody wrote, for moderators; nothing for everybody else, and nothing where it is hidden. Its
 * form takes a whole row of the wrapping flex box that it stands in.
 */
export function HideButton(props: Hides) {
  const moderates = useModerates();
  const hidden = useHidden(props.to);
  return moderates && hidden === null ? <Button {...props} /> : null;
}

function Button({ to, name }: Hides) {
  const [open, setOpen] = useState(false);
  const ref = useMovedFocus<HTMLButtonElement>(to);
  const close = () => {
    setOpen(false);
    ref.current?.focus();
  };
  return (
    <>
      <button
        ref={ref}
        type="button"
        aria-expanded={open}
        title={`Hide ${name}: a stub with the reason stays`}
        aria-label={`Hide ${name}`}
        className="button ml-auto min-h-6 px-1"
        onClick={() => setOpen(!open)}
      >
        <EyeOff size={13} aria-hidden />
      </button>
      {open && <HideForm to={to} onDone={close} />}
    </>
  );
}
