import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { differences } from "../meeting.ts";

const crux = (page: Page) => page.getByTestId("crux");

async function open(page: Page) {
  await page.goto("/solo");
  await page.getByRole("tab", { name: "Compare" }).click();
  await expect(page.getByRole("combobox", { name: "Compare" })).toHaveValue("mine");
}

async function openExamples(page: Page) {
  await open(page);
  await page.getByRole("combobox", { name: "Compare" }).selectOption("example A");
  await page.getByRole("combobox", { name: "with" }).selectOption("example B");
  await expect(crux(page)).toContainText("No double crux");
}

test("shows what divides the example pair: six sets one way, four the other, none in both", async ({
  page,
}) => {
  await openExamples(page);
  await expect(crux(page)).toContainText("example A changes sides with any two of");
  await expect(crux(page)).toContainText("example B changes sides with any three of");
  const shares = await differences(page).locator("td:nth-of-type(4)").allInnerTexts();
  expect(shares.map((text) => text.split("\n")[0])).toEqual(["31%", "31%", "24%", "20%", "−6%"]);
  await expect(differences(page).nth(4)).toContainText("masks the others");
  await expect(page.getByText("Smallest sets that flip example A: 6")).toBeVisible();
  await expect(page.getByText("Smallest sets that flip example B: 4")).toBeVisible();
  await expect(page.getByText("Double cruxes: smallest both ways: none")).toBeVisible();
  await expect(page.getByRole("group", { name: "Strip of example B" })).toContainText("43/44");
});

test("shows at once who wins with what is taken over", async ({ page }) => {
  await openExamples(page);
  await page.getByLabel("Take over g").check();
  await expect(page.getByTestId("adopted")).toContainText("Fast honest");
  await page.getByLabel(/^Take over complexity of base objective/i).check();
  await expect(page.getByTestId("adopted")).toContainText("Simple deceptive");
});

test("compares my own values with the model, while I change them", async ({ page }) => {
  await open(page);
  await expect(crux(page)).toHaveText("You and the model hold the same values.");
  await page.getByRole("group", { name: "Whose values" }).getByRole("button", { name: "Mine" }).click();
  await page
    .getByLabel(/^complexity of combine/i)
    .first()
    .fill("9");
  await expect(differences(page)).toHaveCount(1);
  await expect(crux(page)).toContainText("No crux");
  await expect(page.getByText(/^You would stop agreeing if/)).toBeVisible();
  await page.getByRole("textbox", { name: "Your g" }).fill("3");
  await expect(crux(page)).toContainText("The crux is g: you say 3");
});

for (const colorScheme of ["light", "dark"] as const)
  test(`has no accessibility faults on a phone: ${colorScheme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 360, height: 740 } });
    const page = await context.newPage();
    await openExamples(page);
    await expectFits(page);
    await expectNoFaults(page);
    await context.close();
  });
