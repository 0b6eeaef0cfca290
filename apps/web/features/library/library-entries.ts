import { fromLibrary, libraryNames, must } from "@crux/core";
import type { LibraryEntry } from "./library-dialog.tsx";

/** Names, titles and summaries of the built-in scenarios. For the server: it reads all of them. */
export const libraryEntries = (): readonly LibraryEntry[] =>
  libraryNames().map((name) => {
    const { title, summary } = must(fromLibrary(name), "a name of the library has a scenario");
    return { name, title, summary };
  });
