import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** Fails with a line for each element that axe finds at fault; `within`, a selector, leaves out the rest of the page. */
export async function expectNoFaults(
  page: Page,
  { within, where }: { readonly within?: string; readonly where?: string } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const faults = violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`));
  expect(faults, where).toEqual([]);
}

/** Fails when the page can be scrolled sideways. */
export async function expectFits(page: Page, where?: string): Promise<void> {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, where).toBeLessThanOrEqual(0);
}
