import { describe, expect, it } from "vitest";
import { runHostileCrowd } from "./hostile-crowd.ts";
import { startServer } from "./room-server.ts";
import { runs } from "./seeded.ts";

describe("a hostile crowd beside honest people", () => {
  it("is refused by name or ignored, and nobody loses a word", async () => {
    const server = await startServer(undefined, { addressOf: (request) => `${request.socket.remotePort}` });
    const report = await runHostileCrowd({
      urls: [server.url],
      messages: runs(600),
      seed: Number(process.env.CRUX_SEED ?? "1"),
      hostile: 4,
      everyMs: 50,
    });
    await server.close();
    if (process.env.CRUX_COUNTS)
      process.stdout.write(
        `${JSON.stringify({ ...report, alone: report.alone.length, beside: report.beside.length })}\n`,
      );
    expect(server.errors).toEqual([]);
    expect([report.honestRefused, report.isSame]).toEqual([0, true]);
    expect(report.beside.length).toBeGreaterThan(0);
    const { taken = 0, ...refused } = report.answers;
    const count = Object.values(refused).reduce((sum, one) => sum + one, 0);
    expect(count).toBeGreaterThan(report.messages / 4);
    expect(taken).toBeLessThan(report.messages / 3);
    expect(Object.keys(refused)).toEqual(expect.arrayContaining(["bad-message", "malformed", "bad-ticket"]));
  });
});
