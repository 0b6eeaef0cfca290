/** Control, formatting and bidirectional characters: they are shown by number, never put through. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]/gu;

/** A piece of a person's text made safe and short enough to stand in a message. */
export function showText(text: string, longest = 60): string {
  const short = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return short.replace(
    HIDDEN,
    (char) => `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`,
  );
}
