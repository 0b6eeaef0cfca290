import { writeFileSync } from "node:fs";
import { BadInput } from "./exit.ts";

/** Writes a file; throws `BadInput` where that can't be. */
export function writeFile(file: string, content: string | Uint8Array): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new BadInput([`${file}: can't be written (${(error as NodeJS.ErrnoException).code})`]);
  }
}
