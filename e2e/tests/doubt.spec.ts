import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { closeAll, join, newPerson, openRoom, roomOf, sentence } from "../room.ts";

const form = (page: Page) => page.getByRole("region", { name: /^I doubt this/ });
const effect = (page: Page) => page.getByTestId("draft-effect");
const ghost = (page: Page) => page.getByTestId("ghost");
const doubt = (page: Page, what: string | RegExp) =>
  page
    .getByRole("button", {
      name: typeof what === "string" ? new RegExp(`^I doubt ${what}`) : what,
    })
    .first();
const why = (page: Page) => page.getByLabel("Why, in a few sentences");
const post = (page: Page) => form(page).getByRole("button", { name: "Post", exact: true });

test("raises an objection that can be read in two ways, each with its effect, for all to see", async ({
  browser,
}) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await ann
    .getByLabel(/^complexity of optimiser/)
    .first()
    .hover();
  await doubt(ann, "the complexity of optimiser").click();
  await ann.getByLabel("Your doubt is about").selectOption({ label: "the term optimiser" });
  await form(ann).getByRole("button", { name: "It differs per program" }).click();
  await ann.getByLabel("Complexity in Fast honest").fill("50");
  await ann.getByLabel("Complexity in Fast deceptive").fill("50");
  await ann.getByLabel("Complexity in Simple deceptive").fill("20");
  await expect(effect(ann)).toContainText("19/8 → 38/31");
  await expect(ghost(ann).getByRole("button", { name: /38\/31/ })).toBeVisible();
  await expect(ann.getByTestId("ghost-sentence")).toContainText("Moves the flip at 19/8 to 38/31.");
  await form(ann).getByRole("button", { name: "Another reading of it" }).click();
  await expect(ghost(ann)).toBeHidden();
  await ann.getByLabel("This reading in a few words").fill("it carries both");
  await form(ann).getByRole("button", { name: "A program needs a second one" }).click();
  await ann.getByLabel("Program", { exact: true }).selectOption({ label: "Simple deceptive" });
  await expect(ann.getByLabel("New term")).toHaveValue("second optimiser");
  await ann.getByLabel("Its complexity").fill("20");
  await expect(effect(ann)).toContainText("19/8 → 19/3");
  await why(ann).fill("Nobody has shown that *one* optimiser serves any goal.");
  await post(ann).click();
  await expect(ann.getByTestId("receipt")).toContainText("Posted. Moves the flip at 19/8 to 38/31.");
  await expect(ghost(ann)).toBeHidden();
  for (const page of [ann, bob]) {
    const card = page.locator('[id^="objection-"]').first();
    await expect(card).toContainText("19/8 → 38/31");
    await expect(card).toContainText("19/8 → 19/3");
    await expect(card).toContainText("it carries both");
    await expect(card.locator("em")).toHaveText("one");
  }
  await expect(ann.locator('[id^="objection-"]').first()).toBeFocused();
  await expect(sentence(ann)).toContainText("below 19/8");
  await closeAll([ann, bob]);
});

test("raises an objection by keyboard alone", async ({ page }) => {
  await openRoom(page, "Ann");
  const focused = () =>
    page.evaluate(
      () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
    );
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      await page.keyboard.press("Tab");
      if ((await focused()).startsWith(name)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo("I doubt the complexity of base objective");
  await page.keyboard.press("Enter");
  await expect(form(page).getByRole("heading")).toBeFocused();
  await tabTo("It costs less");
  await page.keyboard.press("Enter");
  const cost = page.getByLabel(/^Complexity of base objective \(40 now\)/);
  await expect(cost).toBeFocused();
  await page.keyboard.type("50");
  await expect(page.getByText("it is 40 now: less than that is meant")).toBeVisible();
  await expect(cost).toHaveAttribute("aria-invalid", "true");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7");
  await expect(effect(page)).toContainText("removes the flip");
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Say why" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form(page)).toBeHidden();
  await expect(doubt(page, "the complexity of base objective")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Continue it" }).press("Enter");
  await why(page).focus();
  await page.keyboard.type("It is short.");
  await page.keyboard.press("ControlOrMeta+Enter");
  const card = page.locator('[id^="objection-"]').first();
  await expect(card).toContainText("removes the flip");
  await expect(card).toBeFocused();
});

test("keeps a draft on a phone through a reload, and posts it", async ({ browser }) => {
  const context = await browser.newContext({
    locale: "en-US",
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await openRoom(page, "Ann");
  await doubt(page, "the program Simple deceptive").tap();
  await form(page).getByRole("button", { name: "A program is missing", exact: true }).tap();
  await page.getByLabel("Name", { exact: true }).fill("Hybrid deceptive");
  const [stores, runs] = ["It stores (complexity)", "It runs (time)"].map((name) =>
    page.getByRole("group", { name }),
  );
  for (const name of ["simplest objective", "deployment check", "optimiser", "knowledge"])
    await stores?.getByLabel(name, { exact: true }).check();
  for (const name of ["deployment check", "find the objective", "optimise"])
    await runs?.getByLabel(name, { exact: true }).check();
  await expect(effect(page)).toContainText("19/8 → 14/17");
  await expectNoFaults(page);
  await page.reload();
  await page.getByRole("button", { name: /^Draft your doubt about the program Simple deceptive/ }).tap();
  await expect(effect(page)).toContainText("19/8 → 14/17");
  await why(page).fill("It stores a check and works the objective out.");
  await expectFits(page);
  await post(page).tap();
  await expect(page.getByTestId("receipt")).toContainText("Simple deceptive no longer wins: ");
  await expect(page.locator('[id^="objection-"]').first()).toContainText("19/8 → 14/17");
  await context.close();
});

test("answers patch with patch, each on top of what it answers, and changes one's own", async ({ page }) => {
  await openRoom(page, "Ann");
  const reply = page.getByRole("region", { name: /^Your reply/ });
  const cards = page.locator('[id^="objection-"]');
  const send = async (text: string, badge: string) => {
    await expect(effect(page)).toContainText(badge);
    await why(page).fill(text);
    await page.keyboard.press("ControlOrMeta+Enter");
    await expect(page.getByTestId("receipt")).toBeVisible();
    await expect(ghost(page)).toBeHidden();
  };
  await page.getByRole("button", { name: "I doubt this" }).first().click();
  await form(page).getByRole("button", { name: "A program is missing" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Hybrid deceptive");
  await page.getByLabel("Kind").selectOption("deceptive");
  for (const name of ["simplest objective", "deployment check", "optimiser", "knowledge"])
    await page
      .getByRole("group", { name: "It stores (complexity)" })
      .getByLabel(name, { exact: true })
      .check();
  for (const name of ["deployment check", "find the objective", "optimise"])
    await page.getByRole("group", { name: "It runs (time)" }).getByLabel(name, { exact: true }).check();
  await send("One check, and the rest is worked out.", "19/8 → 14/17");

  await cards.first().getByRole("button", { name: "Reply" }).click();
  await reply.getByRole("button", { name: "A parameter has another value" }).click();
  await page.getByLabel(/^Value \(0 now\)/).fill("9/10");
  await expect(page.getByTestId("ghost-sentence")).toContainText("1/34");
  await send("Finding comes almost free.", "14/17 → 1/34");

  await cards.nth(1).getByRole("button", { name: "Reply" }).click();
  await reply.getByRole("button", { name: "A program is missing" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Lazy honest");
  for (const name of ["optimiser", "knowledge"])
    await page
      .getByRole("group", { name: "It stores (complexity)" })
      .getByLabel(name, { exact: true })
      .check();
  for (const name of ["find the objective", "optimise"])
    await page.getByRole("group", { name: "It runs (time)" }).getByLabel(name, { exact: true }).check();
  await page.getByText("It needs something new").click();
  await page.getByLabel("New term").fill("do what is wanted");
  await page.getByLabel("Its complexity").fill("3");
  await send("Then honesty is lazy, too.", "removes the flip");

  await cards.nth(2).getByRole("button", { name: "Reply" }).click();
  await reply.getByRole("button", { name: "A cost is different" }).click();
  await page.getByLabel("Term", { exact: true }).selectOption({ label: "do what is wanted" });
  await page.getByLabel(/^Complexity of do what is wanted \(3 now\)/).fill("12");
  await send("Knowing is not wanting.", "no flip → 1/6");

  await cards.nth(3).getByRole("button", { name: "Settle or change it" }).click();
  await page.getByRole("button", { name: "Edit", exact: true }).last().click();
  await expect(page.getByRole("heading", { name: /^Change your objection/ })).toBeFocused();
  await page.getByLabel(/^Complexity of do what is wanted/).fill("13");
  await expect(effect(page)).toContainText("no flip → 1/7");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(cards.nth(3)).toContainText("no flip → 1/7");
});

test("says why nothing moves, and what does not fit", async ({ page }) => {
  await openRoom(page, "Ann");
  await page
    .getByLabel(/^complexity of optimiser/)
    .first()
    .hover();
  await doubt(page, "the complexity of optimiser").click();
  await form(page).getByRole("button", { name: "It costs more" }).click();
  const cost = page.getByLabel(/^Complexity of optimiser/);
  await cost.fill("31");
  await expect(effect(page)).toContainText("no effect");
  await expect(effect(page)).toContainText("shared by all programs and cancels");
  await cost.fill("31*nobody");
  await expect(form(page).getByText(/nobody/)).toBeVisible();
  await expect(effect(page)).toContainText("Fill it in");
  await form(page).getByRole("button", { name: "Discard" }).click();
  await form(page).getByRole("button", { name: "Discard the draft" }).click();
  await expect(form(page)).toBeHidden();
});

test("lets those who look on see that they can't object, and why", async ({ browser }) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const vic = await newPerson(browser);
  await join(vic, url, "Vic", "Only watch");
  const locked = doubt(vic, "the program Fast honest");
  await expect(locked).toHaveAttribute("aria-disabled", "true");
  await expect(locked).toHaveAccessibleName(/Only people who take part/);
  await locked.click({ force: true });
  await expect(vic.getByText("You can't object now. Only people who take part can object")).toBeVisible();
  await expect(form(vic)).toBeHidden();
  await closeAll([ann, vic]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`has no accessibility faults while something is tried out: ${colorScheme}`, async ({ browser }) => {
    const page = await newPerson(browser, { colorScheme });
    await openRoom(page, "Ann");
    await page.getByRole("button", { name: "I doubt this" }).first().click();
    await form(page).getByRole("button", { name: "A parameter has another value" }).click();
    await page.getByLabel(/^Value \(0 now\)/).fill("9/10");
    await expect(effect(page)).toContainText("19/8 → 49/32");
    await expectNoFaults(page);
    await closeAll([page]);
  });
