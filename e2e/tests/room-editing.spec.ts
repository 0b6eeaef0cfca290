import { expect, type Page, test } from "@playwright/test";
import { closeAll, combine, expectSame, join, newPerson, roomOf, sentence } from "../room.ts";

const field = (page: Page, label: RegExp) => page.getByLabel(label).first();

test("two people edit at once and see the same", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await Promise.all([combine(first).fill("14"), field(bob, /^time of plan for the outer world/).fill("20")]);
  await expectSame([first, bob]);
  // 14 more bits for the deceptive one, 25 steps fewer: (4 + 30 + 20 - 3) / (40 - 2 - 14) = 51/24 = 17/8
  await expect(sentence(bob)).toContainText("below 17/8");
  await expect(combine(bob)).toHaveValue("14");
  await closeAll([first, bob]);
});

test("five people edit at once, and one comes late", async ({ browser }) => {
  const [first, bob, cyd, dan, eve] = await roomOf(browser, ["Ann", "Bob", "Cyd", "Dan", "Eve"]);
  const url = first.url();
  await Promise.all([
    combine(first).fill("7"),
    field(bob, /^time of combine goals/).fill("5"),
    field(cyd, /^complexity of base objective/).fill("42"),
    field(dan, /^time of get the objective/).fill("2"),
    field(eve, /^complexity of simplest objective/).fill("3"),
  ]);
  await combine(eve).focus();
  await expect(
    first.locator('.value[data-person][aria-label^="complexity of combine goals"]').first(),
  ).toBeVisible();
  const late = await newPerson(browser);
  await join(late, url, "Flo");
  await expectSame([first, bob, cyd, dan, eve, late]);
  // (5 + 30 + 45 - 2) / (42 - 3 - 7) = 78/32 = 39/16
  await expect(sentence(late)).toContainText("below 39/16");
  await expect(late.getByRole("list", { name: "People here" }).getByRole("listitem")).toHaveCount(6);
  await closeAll([first, bob, cyd, dan, eve, late]);
});

test("both type into one text, and both keep their words", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const gloss = (page: Page) => page.getByLabel("meaning of combine goals");
  for (const page of [first, bob]) await page.getByText(/^All terms/).click();
  await gloss(first).focus();
  await gloss(first).press("Home");
  await gloss(bob).focus();
  await gloss(bob).press("End");
  await Promise.all([
    gloss(first).pressSequentially("always ", { delay: 15 }),
    gloss(bob).pressSequentially(", at once", { delay: 15 }),
  ]);
  await expectSame([first, bob]);
  await expect(gloss(first)).toHaveValue("always pursuing one goal by way of another, at once");
  await closeAll([first, bob]);
});

test("undoes one's own edits only", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await combine(first).fill("14");
  await expect(combine(bob)).toHaveValue("14");
  await expect(bob.getByRole("button", { name: "Undo" })).toBeDisabled();
  await field(bob, /^time of combine goals/).fill("9");
  await expect(field(first, /^time of combine goals/)).toHaveValue("9");
  await first.keyboard.press("Control+z");
  await expect(combine(bob)).toHaveValue("6");
  await expect(field(bob, /^time of combine goals/)).toHaveValue("9");
  await first.keyboard.press("Control+Shift+z");
  await expect(combine(bob)).toHaveValue("14");
  await expectSame([first, bob]);
  await closeAll([first, bob]);
});

test("keeps the last valid formula in force for everybody while one is half typed", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await combine(first).fill("14 +");
  await expect(combine(bob)).toHaveAttribute("aria-invalid", "true");
  await expect(bob.getByText(/holds meanwhile/)).toBeVisible();
  await expect(sentence(bob)).toContainText("19/");
  await combine(bob).fill("c(nothing)");
  await expect(first.getByText(/holds meanwhile/)).toBeVisible();
  await combine(bob).fill("14");
  await expect(sentence(first)).toContainText("below 19/6");
  await expect(first.getByText(/holds meanwhile/)).toBeHidden();
  await closeAll([first, bob]);
});

test("adds, orders and deletes rows; a used term asks first and says what refers to it", async ({
  browser,
}) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await first.getByLabel("Add a program").first().fill("Hybrid");
  await first.keyboard.press("Enter");
  const card = bob.getByRole("article", { name: "Hybrid" });
  await expect(card).toContainText("Takes part once both costs can be read");
  await card.getByLabel("formula for the complexity of Hybrid").fill("1");
  await card.getByLabel("formula for the time of Hybrid").fill("1000");
  await expect(sentence(first)).toContainText("Hybrid wins above");
  await first.getByRole("button", { name: "Change Hybrid" }).click();
  await first.getByRole("button", { name: "Move Hybrid up" }).click();
  await expect(bob.getByRole("article").nth(2)).toHaveAccessibleName("Hybrid");
  await first.getByRole("button", { name: "Delete Hybrid" }).click();
  await expect(sentence(bob)).not.toContainText("Hybrid");

  await bob.getByText(/^All terms/).click();
  await bob.getByRole("button", { name: "Delete combine goals" }).click();
  const dialog = bob.getByRole("dialog", { name: "Delete combine goals?" });
  await expect(dialog.getByRole("listitem")).toHaveText(["c of sd", "t of sd", /^statement of/]);
  await dialog.getByRole("button", { name: "Keep it" }).click();
  await expect(combine(first)).toHaveValue("6");
  await bob.getByRole("button", { name: "Delete combine goals" }).click();
  await dialog.getByRole("button", { name: "Delete it anyway" }).click();
  await expect(first.getByText(/left out meanwhile/).first()).toBeVisible();
  await bob.getByRole("button", { name: "Undo" }).click();
  await expect(sentence(first)).toContainText("below 19/8");
  await first.getByText(/^All terms/).click();
  await expectSame([first, bob]);
  await closeAll([first, bob]);
});

test("begins empty, says how to go on, and starts from the example", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Your name").fill("Ann");
  await page.getByRole("button", { name: "New room" }).click();
  await expect(sentence(page)).toHaveText("Add two programs to see a winner.");
  await page.getByRole("button", { name: "Start from the example" }).click();
  await expect(sentence(page)).toContainText("below 19/8");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(sentence(page)).toHaveText("Add two programs to see a winner.");
});
