import { describe, expect, it } from "vitest";
import { createSimClock } from "../../test/sim-clock.ts";
import { createServerClock } from "./server-clock.ts";

describe("createServerClock", () => {
  it("finds how far the device's clock is off, trusting the quickest answer", async () => {
    const clock = createSimClock();
    const server = createServerClock(clock);
    const ahead = 3_600_000;
    const ask = async (there: number, back: number): Promise<boolean> => {
      const asked = clock.now();
      await clock.run(there);
      const said = clock.now() + ahead;
      await clock.run(back);
      return server.hear(said, asked);
    };
    expect(await ask(1_900, 100)).toBe(true);
    expect(server.offsetMs()).toBe(ahead + 900);
    expect(await ask(60, 40)).toBe(true);
    expect(server.offsetMs()).toBe(ahead + 10);
    expect(await ask(900, 0)).toBe(false);
    expect(server.offsetMs()).toBe(ahead + 10);
  });

  it("measures anew after it forgot, for the device's clock may have been set", async () => {
    const clock = createSimClock();
    const server = createServerClock(clock);
    server.hear(clock.now() + 500, clock.now());
    server.forget();
    expect(server.hear(clock.now() - 90_000, clock.now())).toBe(true);
    expect(server.offsetMs()).toBe(-90_000);
  });
});
