import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Writes what a tool measured to `file` (from where the command was typed): between `<!-- NAME -->` and
 * `<!-- /NAME -->` when the file has them, so that the words around the tables stay; else as the whole file.
 */
export function writeSection(file: string, name: string, markdown: string): void {
  const path = resolve(process.env.INIT_CWD ?? ".", file);
  const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const old = existsSync(path) ? readFileSync(path, "utf8") : "";
  const [from, to] = [old.indexOf(start), old.indexOf(end)];
  const isThere = from >= 0 && to > from;
  writeFileSync(
    path,
    isThere ? `${old.slice(0, from)}${start}\n\n${markdown.trim()}\n\n${old.slice(to)}` : markdown,
  );
}
