import { expect, type Page } from "@playwright/test";

/** Starts a phase of the agenda as the moderator, and waits until it is on. */
export async function begin(moderator: Page, phase: string): Promise<void> {
  await moderator
    .getByRole("button", { name: /agenda$/i })
    .first()
    .click();
  await moderator
    .getByRole("list", { name: "Phases" })
    .getByRole("button", { name: `Start “${phase}”` })
    .click();
  await moderator.keyboard.press("Escape");
  await expect(moderator.getByTestId("phase").first()).toHaveText(phase);
}

/** One of a phone's panels. */
export const panel = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name }).click();

/** The switch between the room's values and one's own. */
export const whose = (page: Page, name: string) =>
  page.getByRole("group", { name: "Whose values" }).getByRole("button", { name, exact: true });

/** Publishes one's own values with one's g. */
export async function publishMine(page: Page): Promise<void> {
  await page.getByRole("checkbox", { name: /^with my g/ }).check();
  await page.getByRole("button", { name: "Publish mine", exact: true }).click();
  await expect(page.getByTestId("published")).toHaveText(/^Published: \d+ changes?\.$/);
}

/** Opens the comparison of two positions. */
export async function compare(page: Page, one: string, other: string): Promise<void> {
  await page.getByRole("tab", { name: "Compare" }).click();
  await page.getByRole("combobox", { name: "Compare", exact: true }).selectOption(one);
  await page.getByRole("combobox", { name: "with", exact: true }).selectOption(other);
}

/** The rows of the table of differences. */
export const differences = (page: Page) => page.getByTestId("differences").locator("tbody tr");

/** An entry of the menu in the bar. */
export async function menu(page: Page, item: string): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("button", { name: item, exact: true }).click();
}

/** A card of the debate by its words. */
export const card = (page: Page, words: string | RegExp) => page.getByRole("article", { name: words });

/** Opens what can be done with a card, and does it. */
export async function withCard(page: Page, words: string | RegExp, deed: string | RegExp): Promise<void> {
  const found = card(page, words);
  await found.getByRole("button", { name: /^(Settle or change it|More to do with it)$/ }).click();
  await found.getByRole("button", { name: deed }).click();
}
