/** Where the command writes and what that place can show. */
export type Terminal = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Takes bytes as they are; null where a person would have to look at them. */
  readonly bytes: ((bytes: Uint8Array) => void) | null;
  readonly width: number;
  readonly colour: boolean;
};

/** The terminal of this process: colour only on a terminal, and never with `NO_COLOR`. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(`${text}\n`),
    err: (text) => void stderr.write(`${text}\n`),
    bytes: stdout.isTTY === true ? null : (bytes) => void stdout.write(bytes),
    width: Math.max(40, Math.min(stdout.columns ?? 80, 160)),
    colour: stdout.isTTY === true && (env.NO_COLOR ?? "") === "" && env.TERM !== "dumb",
  };
}
