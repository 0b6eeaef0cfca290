// Measures the production build in Chromium: how long a keystroke takes to the strip, in the same window and in
// another one, and what a page sends and how fast it shows. Prints tables; run it with `pnpm bench:web` after a build
// (`pnpm bench:web debate` for one part: keystrokes, debate or pages).
import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type CDPSession, chromium, type Page } from "@playwright/test";
import { browserLaunchOptions } from "../browser.ts";
import { debateTimes } from "./debate.ts";
import { listen, takeEvents, withQuick } from "./interactions.ts";
import { pages } from "./pages.ts";
import { ms, quantile, table } from "./print.ts";
import { sixtyTerms } from "./sixty-terms.ts";

const port = Number(process.env.CRUX_BENCH_PORT ?? 3190);
const origin = `http://127.0.0.1:${port}`;
const KEYS = Number(process.env.CRUX_BENCH_KEYS ?? 100);

const server = spawn(process.execPath, ["server/main.ts"], {
  cwd: join(import.meta.dirname, "..", "..", "apps", "web"),
  env: {
    ...process.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    NODE_ENV: "production",
    CRUX_DATA: mkdtempSync(join(tmpdir(), "crux-bench-")),
  },
  stdio: ["ignore", "ignore", "inherit"],
});
try {
  await answering(`${origin}/readyz`);
  const browser = await chromium.launch(await browserLaunchOptions());
  console.log(
    `Chromium ${browser.version()}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}, load average ${loadavg()[0]?.toFixed(1) ?? "?"}\n`,
  );
  const wanted = process.argv.slice(2);
  const is = (part: string) => wanted.length === 0 || wanted.includes(part);
  if (is("keystrokes")) await keystrokes(browser);
  if (is("debate")) await debate(browser);
  if (is("pages")) await pages(browser, origin);
  await browser.close();
} finally {
  server.kill("SIGTERM");
}

/** The time from a key going down to the sentence under the strip saying something else. */
async function keystrokes(browser: Browser): Promise<void> {
  const first = await (await browser.newContext({ locale: "en-US" })).newPage();
  await first.goto(`${origin}/import`);
  await first.getByLabel("or paste its JSON").fill(JSON.stringify(sixtyTerms()));
  await first.getByRole("button", { name: "Check it" }).click();
  // The page has a second form, for the file of a whole room.
  const open = first.getByRole("button", { name: "Open a room with it" });
  await first.locator("form", { has: open }).getByLabel("Your name").fill("Ann");
  await open.click();
  await first.getByTestId("sentence").waitFor();
  const second = await (await browser.newContext({ locale: "en-US" })).newPage();
  await second.goto(first.url());
  await second.getByLabel(/^Your name/).fill("Bob");
  await second.getByRole("button", { name: "Join", exact: true }).click();
  await second.getByTestId("sentence").waitFor();
  await first.waitForTimeout(3_000); // the page keeps its files for offline work in the background

  const same: number[] = [];
  const other: number[] = [];
  const field = first.getByLabel(/^complexity of term 0, /).first();
  await field.focus();
  const session = await first.context().newCDPSession(first);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  await first.evaluate(listen);
  let before = await work(session);
  for (let key = 0; key < KEYS + 20; key += 1) {
    if (key === 20) {
      await first.evaluate(takeEvents);
      before = await work(session);
    }
    await first.waitForTimeout(150); // as one who types fast
    const seen = [changed(first), changed(second)];
    await Promise.all(seen.map((one) => one.ready));
    const down = first.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const heard = (event: KeyboardEvent) => resolve(performance.timeOrigin + event.timeStamp);
          document.addEventListener("keydown", heard, { capture: true, once: true });
        }),
    );
    await first.evaluate(() => 0); // the listener stands
    await first.keyboard.press("ArrowUp");
    const [pressed, here, there] = await Promise.all([down, seen[0]?.at, seen[1]?.at]);
    if (key < 20 || here === undefined || there === undefined) continue; // warm first
    same.push(here - pressed);
    other.push(there - pressed);
  }
  const latency = withQuick(await first.evaluate(takeEvents), KEYS);
  const after = await work(session);
  console.log(`Keystroke to strip, 60 terms, 6 programs, ${same.length} keys (ms)`);
  table(
    ["", "median", "p95", "max", "aim"],
    [
      ["same window", ms(quantile(same, 0.5)), ms(quantile(same, 0.95)), ms(Math.max(...same)), "16"],
      ["another window", ms(quantile(other, 0.5)), ms(quantile(other, 0.95)), ms(Math.max(...other)), "60"],
      [
        "key to next paint",
        ms(quantile(latency, 0.5)),
        ms(quantile(latency, 0.95)),
        ms(Math.max(...latency)),
        "50",
      ],
    ],
  );
  const perKey = (name: keyof typeof after) => ms(((after[name] - before[name]) / KEYS) * 1_000);
  console.log(
    `Main thread of the window that is typed in, CPU for each key until the next one: ${perKey("TaskDuration")} ms, of which scripts ${perKey("ScriptDuration")} ms and layout ${perKey("LayoutDuration")} ms`,
  );
}

/** Seconds of processor time that the page's main thread has taken; unlike times on a clock, other processes hardly change them. */
async function work(
  session: CDPSession,
): Promise<Record<"TaskDuration" | "ScriptDuration" | "LayoutDuration", number>> {
  const { metrics } = await session.send("Performance.getMetrics");
  const of = (name: string) => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return {
    TaskDuration: of("TaskDuration"),
    ScriptDuration: of("ScriptDuration"),
    LayoutDuration: of("LayoutDuration"),
  };
}

/** What a room with many objections costs whoever looks at them, and what one with few does. */
async function debate(browser: Browser): Promise<void> {
  const rows: string[][] = [];
  for (const count of [5, 500])
    for (const { what, times } of await debateTimes(browser, origin, count))
      rows.push([
        `${count}: ${what}`,
        String(times.length),
        ms(quantile(times, 0.5)),
        ms(quantile(times, 0.95)),
        ms(Math.max(...times)),
        "50",
      ]);
  console.log("\nRooms with 5 and 500 objections (ms; a press and a key to the next paint)");
  table(["", "count", "median", "p95", "max", "aim (p95)"], rows);
}

/** When the sentence says something else next, on a clock that all windows share. */
function changed(page: Page): { readonly ready: Promise<unknown>; readonly at: Promise<number> } {
  const at = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const sentence = document.querySelector('[data-testid="sentence"]');
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve(performance.timeOrigin + performance.now());
        });
        if (sentence !== null)
          observer.observe(sentence, { characterData: true, childList: true, subtree: true });
      }),
  );
  return { ready: page.evaluate(() => 0), at };
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const ok = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} does not answer: was the app built?`);
}
