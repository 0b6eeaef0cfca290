/**
 * What finds the row `id` in the text of a formula: terms and programs inside `c(…)`, `t(…)`, `score(…)`, parameters by
 * themselves. It compares texts, so that it also finds names in formulas that can't be read yet; a name that stands
 * there by chance is found as well.
 */
export const mentionOf = (kind: "parameter" | "term or program", id: string): RegExp =>
  kind === "parameter"
    ? new RegExp(`(?<!\\w)${plain(id)}(?![\\w(])`)
    : new RegExp(`\\b(c|t|score)\\s*\\(\\s*${plain(id)}\\s*\\)`);

const plain = (text: string): string =>
  text.replace(/\s+/g, "").replace(/[\\^$.*+?()[\]{}|/]/g, "\\s*\\$&\\s*");
