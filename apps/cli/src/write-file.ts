import { writeFileSync } from "node:fs";
import { BadInput } from "./exit.ts";

/** Writes a file; throws `BadInput` where that can't be. */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === "ENOENT"
        ? "no such folder"
        : code === "EISDIR"
          ? "this is a folder"
          : `can't be written (${code})`;
    throw new BadInput([`${file}: ${why}`, "  name a file in a folder that you may write to"]);
  }
}
