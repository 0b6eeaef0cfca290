import type { Browser } from "@playwright/test";
import { raising, speaker, until } from "../speaker.ts";
import { listen, takeEvents } from "./interactions.ts";

/** How long presses, keys and frames took, in milliseconds. */
export type DebateTimes = { readonly what: string; readonly times: readonly number[] };

const PEOPLE = 3;

/**
 * A room with so many objections, a fifth of them replies: what filtering, typing in the model and scrolling cost a
 * window that shows them. Presses and keys are timed from the event to the next paint, scrolling by its frames.
 */
export async function debateTimes(
  browser: Browser,
  origin: string,
  count: number,
): Promise<readonly DebateTimes[]> {
  const page = await (
    await browser.newContext({ locale: "en-US", viewport: { width: 1440, height: 900 } })
  ).newPage();
  await page.goto(`${origin}/?with=speed-simplicity`);
  await page.getByLabel("Your name").fill("Ann");
  await page.getByRole("button", { name: "Open the room" }).click();
  await page.waitForURL(/\/r\//);
  await page.getByTestId("sentence").waitFor();
  await fill(page.url(), count);
  await page.getByText(`${count} open`).waitFor({ timeout: 60_000 });
  await page.waitForTimeout(3_000);
  await page.evaluate(listen);
  await page.evaluate(() => {
    document.querySelector('[id^="objection-"]')?.scrollIntoView();
  });

  await page.mouse.move(1_250, 700);
  const frames = page.evaluate(countFrames, 9_000);
  for (let step = 0; step < 150; step += 1) {
    await page.mouse.wheel(0, 240);
    await page.waitForTimeout(40);
  }
  const scrolling = await frames;
  const drawn = await page.getByRole("region", { name: "Debate", exact: true }).getByRole("article").count();
  console.log(`${count} objections: ${drawn} cards drawn after scrolling`);
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.waitForTimeout(500);

  await page.evaluate(takeEvents);
  for (let round = 0; round < 10; round += 1)
    for (const name of ["Open", "Settled", "All"]) {
      await page
        .getByRole("group", { name: "Which objections" })
        .getByRole("button", { name, exact: true })
        .click();
      await page.waitForTimeout(150);
    }
  const presses = await page.evaluate(takeEvents);
  const field = page.getByLabel(/^complexity of combine/).first();
  await field.focus();
  for (let key = 0; key < 60; key += 1) {
    await page.keyboard.press(key % 2 === 0 ? "1" : "Backspace");
    await page.waitForTimeout(120);
  }
  const keys = await page.evaluate(takeEvents);
  return [
    { what: "scrolling, frame", times: scrolling },
    { what: "filtering, press", times: presses },
    { what: "typing, key", times: keys },
  ];
}

/** Raises them all; each person may raise 200. */
async function fill(url: string, count: number): Promise<void> {
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, at) => speaker(url, `Debater ${at + 1} (example)`)),
  );
  for (let at = 0; at < count; at += 1) {
    const by = people[at % PEOPLE];
    if (by === undefined) continue;
    const isReply = at % 5 === 4;
    const to = String(4 + (at % 90));
    const patch = [{ kind: "set-cost", term: "combine", axis: "t", to }];
    by.send(
      raising(by, {
        objection: `bench${String(at).padStart(6, "0")}`,
        text: `Objection ${at}: combining takes ${to} steps, *not* four. It has to look at both goals, weigh them, and keep what it found.`,
        readings: [{ label: `${to} steps`, patch }],
        // Its own person's last one, which the room has by then.
        replyTo: isReply && at >= PEOPLE ? `bench${String(at - PEOPLE).padStart(6, "0")}` : null,
      }),
    );
    if (at % 50 === 49) await until(by, (view) => view.saving.kind === "saved");
  }
  for (const by of people) await until(by, (view) => Object.keys(view.debate.objections).length === count);
  for (const by of people) by.leave();
}

/** The time from frame to frame for so many milliseconds. */
function countFrames(during: number): Promise<number[]> {
  return new Promise((resolve) => {
    const times: number[] = [];
    const end = performance.now() + during;
    let last = performance.now();
    const frame = (now: number): void => {
      times.push(now - last);
      last = now;
      if (now < end) requestAnimationFrame(frame);
      else resolve(times.slice(1));
    };
    requestAnimationFrame(frame);
  });
}
