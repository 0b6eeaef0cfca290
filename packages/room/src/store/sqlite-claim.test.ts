import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must } from "@crux/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { claimFile } from "./sqlite-claim.ts";

describe("claimFile", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "crux-claim-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** What another process finds. */
  const elsewhere = (file: string): string => {
    const module = new URL("./sqlite-claim.ts", import.meta.url);
    const script = `const { claimFile } = await import(${JSON.stringify(module)});
      console.log((await claimFile(${JSON.stringify(file)}, 0)) === null ? "taken" : "free");`;
    return spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      encoding: "utf8",
    }).stdout.trim();
  };

  it("is one process's alone, until that lets go or ends", async () => {
    const file = join(folder, "data", "rooms.sqlite");
    expect(elsewhere(file)).toBe("free");
    const release = must((await claimFile(file, 0)) ?? undefined, "a claim");
    expect([await claimFile(file, 0), elsewhere(file)]).toEqual([null, "taken"]);
    expect(elsewhere(join(folder, "other", "rooms.sqlite"))).toBe("free");
    release();
    expect(elsewhere(file)).toBe("free");
  });
});
