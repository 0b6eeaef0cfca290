import { expect, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";

const phone = { width: 360, height: 740 };

for (const colorScheme of ["light", "dark"] as const)
  for (const viewport of [{ width: 1280, height: 800 }, phone])
    test(`has no accessibility faults: ${colorScheme}, ${viewport.width} px wide`, async ({ browser }) => {
      const context = await browser.newContext({ colorScheme, viewport });
      const page = await context.newPage();
      await page.goto("/solo");
      await page.getByRole("button", { name: "why", exact: true }).click();
      await expect(page.getByRole("article", { name: "why", exact: true })).toContainText("19/8");
      await expectNoFaults(page);
      await page.getByRole("button", { name: "Import" }).click();
      await expectNoFaults(page);
      await context.close();
    });

for (const [name, viewport] of [
  ["on a phone", phone],
  ["at 200% zoom", { width: 640, height: 400 }],
] as const)
  test(`never scrolls sideways ${name}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto("/solo");
    await expectFits(page);
  });

test("reaches everything by keyboard, the strip first", async ({ page }) => {
  await page.goto("/solo");
  const seen: string[] = [];
  for (let i = 0; i < 14; i += 1) {
    await page.keyboard.press("Tab");
    seen.push(
      await page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      ),
    );
  }
  expect(seen.findIndex((name) => name.includes("19/8"))).toBeGreaterThan(0);
  expect(seen.findIndex((name) => name.startsWith("Your g, the price"))).toBeGreaterThan(0);
  expect(seen.some((name) => name.startsWith("complexity of"))).toBe(true);
});

test("runs under its content security policy", async ({ page }) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const response = await page.goto("/solo");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'(;|$)/);
  expect(policy).not.toContain("unsafe-eval");
  await page.getByRole("button", { name: "why", exact: true }).click();
  await expect(page.getByRole("article", { name: "why", exact: true })).toContainText("19/8");
  await page
    .getByLabel(/^complexity of combine/i)
    .first()
    .fill("sqrt(2)");
  await expect(page.getByTestId("sentence")).not.toContainText("19/8");
  expect(complaints).toEqual([]);
});

test("gives each response its own nonce and ignores one that a client sends", async ({ request }) => {
  const policy = async () =>
    (
      await request.get("/solo", { headers: { "content-security-policy": "script-src 'nonce-evil'" } })
    ).headers()["content-security-policy"];
  const [first, second] = [await policy(), await policy()];
  expect(first).not.toBe(second);
  expect(first).not.toContain("evil");
});

test("keeps a chosen colour scheme without a flash", async ({ page, request }) => {
  await page.goto("/solo");
  const change = page.getByRole("button", { name: /^Colours/ });
  await change.click();
  await change.click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  const html = await (await request.get("/solo", { headers: { cookie: "theme=dark" } })).text();
  expect(html).toContain('data-theme="dark"');
});
