import { gzipSync } from "node:zlib";
import type { Browser, Page } from "@playwright/test";
import { listen, takeEvents, withQuick } from "./interactions.ts";
import { ms, quantile, table } from "./print.ts";

/**
 * Prints, of every page: the scripts that it sends before anybody touches it (kB, gzip), its largest paint, when it is
 * loaded, and the time from a key or a press to the next paint (ms).
 */
export async function pages(browser: Browser, origin: string): Promise<void> {
  const rows: string[][] = [];
  const room = await (await browser.newContext({ locale: "en-US" })).newPage();
  await room.goto(`${origin}/?with=speed-simplicity`);
  await room.getByLabel("Your name").fill("Ann");
  await room.getByRole("button", { name: "Open the room" }).click();
  await room.waitForURL(/\/r\//);
  await room.getByTestId("sentence").waitFor();
  await room.getByRole("button", { name: "Share" }).click();
  await room.getByLabel("Other pages may show the live strip to anybody").click();
  await room.getByTestId("embed").waitFor();
  await room.keyboard.press("Escape");
  const code = new URL(room.url()).pathname;

  const guest = async () => (await browser.newContext({ locale: "en-US" })).newPage();
  const row = async (page: Page, path: string, aim = "", name = path) => {
    rows.push(await measure(page, origin, path, aim, name));
    if (page !== room) await page.context().close();
  };
  await row(await guest(), "/", "200");
  for (const path of ["/solo", "/library", "/import", "/help", "/docs/api"]) await row(await guest(), path);
  await row(await guest(), code, "300", "the door of a room");
  await row(await guest(), `${code}/screen`, "", "the big screen");
  await row(await guest(), code.replace("/r/", "/embed/"), "", "the framed strip");
  await row(room, `${code}/watch`, "", "watching");
  await row(room, `${code}/report`, "", "the report");
  await row(room, code, "300", "in a room");
  console.log(
    "\nPages, cold cache (scripts in kB, gzip; times in ms; keys and presses to the next paint, those under 16 as 16; aim 50 at p95)",
  );
  table(
    [
      "page",
      "page scripts",
      "aim",
      "worker scripts",
      "largest paint",
      "loaded",
      "keys and presses",
      "median",
      "p95",
    ],
    rows,
  );
}

async function measure(
  page: Page,
  origin: string,
  path: string,
  aim: string,
  name: string,
): Promise<string[]> {
  const sizes = { page: 0, worker: 0 };
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const workers = new Set<string>();
  page.on("worker", (worker) => {
    const parameters = decodeURIComponent(worker.url().split("#params=")[1] ?? "[[]]");
    const [files] = JSON.parse(parameters) as [string[]];
    for (const file of [...files, new URL(worker.url()).pathname]) workers.add(file);
  });
  // Without a connection the room does not bring ahead what is opened later, which is no part of opening it.
  await page.addInitScript(() => Object.defineProperty(navigator, "onLine", { get: () => false }));
  await page.goto(`${origin}${path}`, { waitUntil: "load" });
  await page.waitForLoadState("networkidle");
  const paint = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let last = 0;
        new PerformanceObserver((list) => {
          last = list.getEntries().at(-1)?.startTime ?? last;
        }).observe({ type: "largest-contentful-paint", buffered: true });
        setTimeout(() => resolve(last), 500);
      }),
  );
  const loaded = await page.evaluate(
    () => (performance.getEntriesByType("navigation")[0] as PerformanceNavigationTiming).loadEventEnd,
  );
  const files = await page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .map((entry) => new URL(entry.name).pathname)
      .filter((file) => file.endsWith(".js")),
  );
  for (const file of new Set(files)) sizes.page += await packed(`${origin}${file}`);
  for (const file of workers) sizes.worker += await packed(`${origin}${file}`);
  const times = await touch(page);
  const kB = (size: number) => (size / 1_000).toFixed(0);
  return [
    name,
    kB(sizes.page),
    aim,
    kB(sizes.worker),
    ms(paint),
    ms(loaded),
    String(times.length),
    ms(quantile(times, 0.5)),
    ms(quantile(times, 0.95)),
  ];
}

/**
 * Does what the page offers: steps the price on its strip, types into its first field, goes from control to control,
 * and changes the colours. How long each took to the next paint, in milliseconds.
 */
async function touch(page: Page): Promise<readonly number[]> {
  await page.evaluate(listen);
  let deeds = 0;
  const press = async (key: string) => {
    await page.keyboard.press(key);
    deeds += 1;
    await page.waitForTimeout(120);
  };
  const price = page.getByRole("slider").first();
  if (await price.isVisible()) {
    await price.focus();
    for (let step = 0; step < 20; step += 1) await press(step % 2 === 0 ? "ArrowRight" : "ArrowLeft");
  }
  const field = page.getByRole("textbox").first();
  if (await field.isVisible()) {
    await field.focus();
    for (let key = 0; key < 20; key += 1) await press(key % 2 === 0 ? "1" : "Backspace");
  }
  for (let step = 0; step < 10; step += 1) await press("Tab");
  const colours = page.getByRole("button", { name: /^Colours:/ });
  for (let turn = 0; turn < 6 && (await colours.isVisible()); turn += 1) {
    await colours.click();
    deeds += 1;
    await page.waitForTimeout(120);
  }
  return withQuick(await page.evaluate(takeEvents), deeds);
}

/** A file's size in bytes after gzip. */
async function packed(url: string): Promise<number> {
  const response = await fetch(url);
  return gzipSync(Buffer.from(await response.arrayBuffer())).length;
}
