import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";

const claim = (page: Page) => page.getByRole("textbox", { name: "Your claim" });
const verdict = (page: Page) => page.getByTestId("own-verdict");

async function judge(page: Page, text: string) {
  await claim(page).fill(text);
  await page.getByRole("button", { name: "Judge", exact: true }).click();
}

async function open(page: Page) {
  await page.goto("/solo");
  await page.getByRole("tab", { name: "Claims" }).click();
  await expect(claim(page)).toBeVisible();
}

test("proves a claim line by line", async ({ page }) => {
  await open(page);
  await judge(page, "score(fd) > score(fh)");
  await expect(verdict(page)).toContainText("Proved");
  await expect(page.getByTestId("own-verdict").getByTestId("proof")).toContainText("6*g + 1 > 0");
  await expect(page.getByTestId("own-verdict").getByTestId("proof")).toContainText("impossible");
});

test("refutes a claim at a point, and judges it anew when the model changes", async ({ page }) => {
  await open(page);
  await judge(page, "score(fh) < score(sd)");
  await expect(verdict(page)).toContainText("Refuted");
  await expect(verdict(page).getByRole("table", { name: "It fails at" })).toContainText("g");
  await page
    .getByLabel(/^complexity of base objective/i)
    .first()
    .fill("7");
  await expect(verdict(page)).toContainText("Proved");
});

test("says where a claim can't be read, and completes names", async ({ page }) => {
  await open(page);
  await judge(page, "score(fh) < < 3");
  await expect(page.getByText(/score\(fh\) </).first()).toBeVisible();
  await expect(claim(page)).toHaveAttribute("aria-invalid", "true");
  await claim(page).fill("c(comb");
  await page.getByRole("button", { name: "c(combine)", exact: true }).click();
  await expect(claim(page)).toHaveValue("c(combine)");
  await expect(claim(page)).toBeFocused();
});

test("judges the argument's own claims, and one again with its repair", async ({ page }) => {
  await open(page);
  const slower = page.locator('[data-claim="E33"]');
  await expect(slower.getByTestId("claim-verdict")).toHaveText("Refuted", { timeout: 20_000 });
  await slower.locator("summary").first().click();
  await slower.getByRole("button", { name: "Judge again with it" }).first().click();
  await expect(slower.getByTestId("claim-verdict")).toHaveText("Proved", { timeout: 20_000 });
});

for (const colorScheme of ["light", "dark"] as const)
  test(`has no accessibility faults on a phone: ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await open(page);
    await judge(page, "score(fh) < score(sd)");
    await expect(verdict(page)).toContainText("Refuted");
    await expectFits(page);
    await expectNoFaults(page);
    await context.close();
  });
