"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { THEMES, type Theme } from "./theme.ts";

const ICONS = { system: Monitor, light: Sun, dark: Moon };

/** A button that goes through system, light and dark; the choice is kept in a cookie, so that no page flashes. */
export function ThemeSwitch({ start }: { readonly start: Theme }) {
  const [theme, setTheme] = useState<Theme>(start);
  const Icon = ICONS[theme];
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system";
  const change = () => {
    setTheme(next);
    document.documentElement.dataset.theme = next;
    // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is missing in Firefox and Safari
    document.cookie = `theme=${next}; path=/; max-age=31536000; samesite=lax`;
  };
  return (
    <button
      type="button"
      className="button"
      onClick={change}
      aria-label={`Colours: ${theme}. Change to ${next}.`}
    >
      <Icon size={16} aria-hidden />
    </button>
  );
}
