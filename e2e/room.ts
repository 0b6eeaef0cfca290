import { type Browser, type BrowserContextOptions, expect, type Page } from "@playwright/test";

/** Someone in a window of their own, with storage of their own. */
export const newPerson = async (browser: Browser, options: BrowserContextOptions = {}): Promise<Page> =>
  (await browser.newContext({ locale: "en-US", ...options })).newPage();

/** The sentence that says who wins where. */
export const sentence = (page: Page) => page.getByTestId("sentence");
/** The words that say whether all is saved. */
export const saving = (page: Page) => page.getByTestId("saving");
/** The cost field of the essay's term that most tests change: the flip is at 19/8 where it is 6. */
export const combine = (page: Page) => page.getByLabel(/^complexity of combine goals/).first();

/** Opens a room with the essay's scenario, in which nobody has said anything; the page is then in it. */
export async function openRoom(page: Page, name: string): Promise<string> {
  await page.goto("/?with=speed-simplicity");
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Open the room" }).click();
  await expect(sentence(page)).toContainText("19/8");
  await expect(page).toHaveURL(/\/r\/[A-Z]{6}$/);
  await expect(saving(page)).toHaveText("Saved");
  return page.url();
}

/** Opens a room in which the example debate has been held. */
export async function openExample(page: Page, name: string): Promise<string> {
  await page.goto("/");
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Open the example debate" }).click();
  await expect(page).toHaveURL(/\/r\/[A-Z]{6}$/, { timeout: 15_000 });
  await expect(sentence(page)).toContainText("19/8");
  return page.url();
}

/** Joins by the room's address, as a newcomer. */
export async function join(page: Page, url: string, name: string, how = "Join"): Promise<void> {
  await page.goto(url);
  await page.getByLabel(/^Your name/).fill(name);
  await page.getByRole("button", { name: how, exact: true }).click();
  await expect(saving(page)).toHaveText("Saved");
  await expect(sentence(page)).not.toBeEmpty();
}

/** A room with people in it, each in a window of their own that is at the room's address; the first one moderates. */
export async function roomOf<const Names extends readonly [string, ...string[]]>(
  browser: Browser,
  [host, ...guests]: Names,
): Promise<{ readonly [At in keyof Names]: Page }> {
  const first = await newPerson(browser);
  const url = await openRoom(first, host);
  const others = await Promise.all(
    guests.map(async (name) => {
      const page = await newPerson(browser);
      await join(page, url, name);
      return page;
    }),
  );
  return [first, ...others] as { readonly [At in keyof Names]: Page };
}

/** The model as this window shows it: every field with its text, and the sentence. */
export async function shown(page: Page): Promise<string> {
  const fields = await page
    .locator("[data-field]")
    .evaluateAll((all) =>
      all.map((one) => [one.getAttribute("data-field"), (one as HTMLInputElement).value].join("=")),
    );
  return [...new Set(fields)].sort().join("\n") + (await sentence(page).textContent());
}

/** Waits until every window shows the same, all of it saved. */
export async function expectSame(pages: readonly Page[]): Promise<void> {
  await expect(async () => {
    for (const page of pages) await expect(saving(page)).toHaveText("Saved", { timeout: 1_000 });
    const [first, ...others] = await Promise.all(pages.map(shown));
    for (const other of others) expect(other).toBe(first);
  }).toPass({ timeout: 10_000 });
}

/** Closes the windows, each with its storage. */
export async function closeAll(pages: readonly Page[]): Promise<void> {
  await Promise.all(pages.map((page) => page.context().close()));
}
