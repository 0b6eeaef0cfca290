/** Text within a line in which nothing is read as Markdown or HTML. */
export const inMarkdown = (text: string): string =>
  text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
    .trim()
    .replace(/[\\`*_[\]<>|~$]/g, (c) => `\\${c}`)
    .replace(/&(?=#?\w+;)/g, "&amp;");

/** Text of a whole line: its start is no list and no heading either. */
export const escapeMarkdown = (text: string): string =>
  inMarkdown(text)
    .replace(/^([#+\-=])/, "\\$1")
    .replace(/^(\d+)([.)])/, "$1\\$2");
