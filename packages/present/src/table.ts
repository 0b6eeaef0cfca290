/** A table for reading: headings, rows of texts, and which columns hold numbers. */
export type Table = {
  readonly title: string;
  readonly columns: readonly { readonly heading: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
};

const text = (heading: string) => ({ heading, numeric: false });
const number = (heading: string) => ({ heading, numeric: true });
/** A column with its heading: words, or numbers, which stand right-aligned. */
export const column = { text, number };

/** The table with padded columns, for a terminal. */
export function tableText(table: Table): string {
  const cells = [table.columns.map((one) => one.heading), ...table.rows];
  const widths = table.columns.map((_, i) => Math.max(...cells.map((row) => [...(row[i] ?? "")].length)));
  const line = (row: readonly string[]) =>
    table.columns
      .map((one, i) => {
        const cell = row[i] ?? "";
        const gap = " ".repeat((widths[i] ?? 0) - [...cell].length);
        return one.numeric ? gap + cell : cell + gap;
      })
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("  ");
  return [line(cells[0] ?? []), rule, ...table.rows.map(line)].join("\n");
}

/** The table in Markdown. */
export function tableMarkdown(table: Table): string {
  const row = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  const rule = row(table.columns.map((one) => (one.numeric ? "--:" : "---")));
  return [row(table.columns.map((one) => one.heading)), rule, ...table.rows.map(row)].join("\n");
}
