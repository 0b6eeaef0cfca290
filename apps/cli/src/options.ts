import { BadInput, type Exit } from "./exit.ts";
import type { Style } from "./print.ts";

/** Told the exit status of a command. */
export type Done = (status: Exit) => void;

/** Options that several commands share. */
export type Common = Style & {
  readonly at?: readonly string[];
  readonly over?: string;
  readonly assume?: readonly string[];
};

/** What FILE may be, for the help of each command. */
export const FILE =
  "FILE is a scenario in JSON, `-` for standard input, or library:NAME, also with\nchanges to it as library:NAME+PATCH+PATCH (see `crux library`).";

/** Collects an option that may be given several times. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** The `over` of a query, if asked for. */
export const over = (options: Common) => (options.over === undefined ? {} : { over: options.over });
/** The `assume` of a query, if asked for. */
export const assume = (options: Common) => (options.assume === undefined ? {} : { assume: options.assume });

/** The `at` of a query from `--at NAME=VALUE`; throws `BadInput` where there is no value. */
export function at(options: Common): { readonly at?: Readonly<Record<string, string>> } {
  if (options.at === undefined) return {};
  const pairs = options.at.map((text) => {
    const cut = text.lastIndexOf("=");
    if (cut <= 0) throw new BadInput([`no value in --at: ${text}`, "  write it as --at g=2"]);
    return [text.slice(0, cut).trim(), text.slice(cut + 1).trim()] as const;
  });
  return { at: Object.fromEntries(pairs) };
}
