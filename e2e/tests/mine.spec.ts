import { expect, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { whose } from "../meeting.ts";
import { combine, sentence } from "../room.ts";

test("keeps my own values over the model, through a reload, and gives them up again", async ({ page }) => {
  await page.goto("/solo");
  await whose(page, "Mine").click();
  await combine(page).fill("14");
  await expect(sentence(page)).toContainText("below 19/6");
  const row = page.getByRole("row", { name: /^c of combine/i });
  await expect(row).toContainText("+8");
  await whose(page, "Model").click();
  await expect(sentence(page)).toContainText("below 19/8");
  await expect(combine(page)).toHaveValue("6");
  await expect.poll(() => page.evaluate(() => JSON.stringify(localStorage))).toContain("14");
  await page.reload();
  await whose(page, "Mine").click();
  await expect(sentence(page)).toContainText("below 19/6");
  await expectNoFaults(page);
  await page.getByRole("button", { name: "Discard all" }).click();
  await expect(sentence(page)).toContainText("below 19/8");
});

test("follows the model below my own values", async ({ page }) => {
  await page.goto("/solo");
  await whose(page, "Mine").click();
  await combine(page).fill("14");
  await expect(sentence(page)).toContainText("below 19/6");
  await whose(page, "Model").click();
  await page
    .getByLabel(/^complexity of base objective/i)
    .first()
    .fill("48");
  await expect(sentence(page)).toContainText("below 19/10");
  await whose(page, "Mine").click();
  await expect(sentence(page)).toContainText("below 19/8");
  await expect(combine(page)).toHaveValue("14");
});

test("loads a counterexample into my own values", async ({ page }) => {
  await page.goto("/solo");
  await page.getByRole("tab", { name: "Claims" }).click();
  const slower = page.locator('[data-claim="E33"]');
  await expect(slower.getByTestId("claim-verdict")).toHaveText("Refuted", { timeout: 20_000 });
  await slower.locator("summary").first().click();
  await slower.getByRole("button", { name: "Load into mine" }).first().click();
  await expect(whose(page, "Mine")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByRole("heading", { name: "Mine, seen by nobody else" })).toBeVisible();
});
