/** Colour schemes to choose from; `system` follows the device. */
export const THEMES = ["system", "light", "dark"] as const;
/** A colour scheme that a person may choose. */
export type Theme = (typeof THEMES)[number];

/** The theme that a cookie names, else `system`. */
export const themeOf = (text: string | undefined): Theme =>
  THEMES.find((theme) => theme === text) ?? "system";
