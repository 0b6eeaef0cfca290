/** What the process says of itself. Never who did what: no names, addresses, codes, rooms or texts. */
export type Log = {
  info(event: string, facts?: Facts): void;
  /** Something of ours went wrong. */
  error(event: string, error: unknown): void;
};

/** What belongs to an event, by name. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** Lines for people, or JSON for machines (one object a line: time, level, event, and what belongs to it). */
export function createLog(
  form: "text" | "json",
  out: (line: string, isError: boolean) => void,
  now: () => Date = () => new Date(),
): Log {
  const say = (level: "info" | "error", event: string, facts: Facts): void => {
    const isError = level === "error";
    if (form === "json") {
      out(JSON.stringify({ time: now().toISOString(), level, event, ...facts }), isError);
      return;
    }
    const { stack, message, ...others } = facts;
    const rest = Object.entries(others).map(([name, value]) => `${name} ${value}`);
    const told = [stack ?? message, rest.join(", ")].filter((part) => part !== undefined && part !== "");
    out(`${isError ? "crux: " : ""}${[event, ...told].join(": ")}`, isError);
  };
  return {
    info: (event, facts = {}) => say("info", event, facts),
    error: (event, error) => say("error", event, factsOf(error)),
  };
}

/** Only what our own code says about an error; what libraries hang on it may quote data. */
function factsOf(error: unknown): Facts {
  if (!(error instanceof Error)) return { message: String(error) };
  return { message: error.message, ...(error.stack !== undefined && { stack: error.stack }) };
}
