import { describe, expect, it } from "vitest";
import { createLog } from "./log.ts";

describe("createLog", () => {
  const said = (form: "text" | "json"): { lines: [string, boolean][]; log: ReturnType<typeof createLog> } => {
    const lines: [string, boolean][] = [];
    const log = createLog(
      form,
      (line, isError) => lines.push([line, isError]),
      () => new Date(0),
    );
    return { lines, log };
  };

  it("writes one JSON object a line, whatever the words hold", () => {
    const { lines, log } = said("json");
    log.info("listening", { port: 3000 });
    log.error("bug", 'a "quoted"\nline');
    expect(lines.map(([line]) => JSON.parse(line))).toEqual([
      { time: "1970-01-01T00:00:00.000Z", level: "info", event: "listening", port: 3000 },
      { time: "1970-01-01T00:00:00.000Z", level: "error", event: "bug", message: 'a "quoted"\nline' },
    ]);
    expect(lines.every(([line]) => !line.includes("\n"))).toBe(true);
  });

  it("leaves out what a library hangs on an error", () => {
    const { lines, log } = said("json");
    const error = Object.assign(new Error("duplicate key"), { detail: "Key (name)=(Ann)" });
    log.error("the store failed", error);
    expect(lines[0]?.[0]).toContain("duplicate key");
    expect(lines[0]?.[0]).not.toContain("Ann");
  });

  it("writes sentences for people", () => {
    const { lines, log } = said("text");
    log.info("Crux is at http://localhost:3000");
    log.error("closing failed", "disk full");
    expect(lines).toEqual([
      ["Crux is at http://localhost:3000", false],
      ["crux: closing failed: disk full", true],
    ]);
  });
});
