import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../bin/crux.mjs", import.meta.url));

/** Runs the real command with `input` on standard input. */
function run(
  words: readonly string[],
  input: string,
): Promise<{ status: number | null; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, ...words], { env: { ...process.env, NO_COLOR: "1" } });
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

describe("crux solve", () => {
  it("answers one request a line in the same order, and goes on after a bad one", async () => {
    const requests = [
      '{"id":"a","query":{"kind":"solve","equation":"g^2 = 2","for":"g"}}',
      "not json",
      '{"id":"c","scenario":{"library":"speed-simplicity"},"query":{"kind":"winners"}}',
      '{"id":"d","query":{"kind":"nonsense"}}',
    ];
    const { status, out } = await run(["solve", "--no-certificate"], `${requests.join("\n")}\n`);
    const replies = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(status).toBe(0);
    expect(replies.map((reply) => [reply.id, reply.ok])).toEqual([
      ["a", true],
      [null, false],
      ["c", true],
      ["d", false],
    ]);
    expect(replies[0].answer.solutions[0].exact).toBe("sqrt(2)");
    expect(replies[2].answer.thresholds[0].at.exact).toBe("19/8");
  }, 30_000);

  it("reads a scenario from standard input", async () => {
    const scenario = {
      format: "crux/scenario",
      version: 1,
      programs: [
        { id: "a", name: "A", c: "2", t: "1" },
        { id: "b", name: "B", c: "1", t: "4" },
      ],
    };
    const { status, out } = await run(["thresholds", "-"], JSON.stringify(scenario));
    expect(status).toBe(0);
    expect(out.trim()).toBe("3\ta -> b");
  }, 30_000);
});
