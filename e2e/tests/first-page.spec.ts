import { expect, test } from "@playwright/test";

test("serves a page", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("main")).toBeVisible();
});
