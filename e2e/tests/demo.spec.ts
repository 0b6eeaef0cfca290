import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { card } from "../meeting.ts";
import { closeAll, join, newPerson, openExample, sentence } from "../room.ts";

const tour = (page: Page) => page.getByRole("region", { name: /^The example debate/ });
const badge = (page: Page) => tour(page).getByTestId("badge");

test("opens with the example debate, whose moves show their effects, each on what it builds on", async ({
  page,
}) => {
  await openExample(page, "Ann");
  const effects = [
    [/A program is missing/, "19/8 → 14/17"],
    [/Working out the objective/, "14/17 → 1/34"],
    [/If finding costs/, "removes the flip"],
    [/A program can know/, "no flip → 1/6"],
  ] as const;
  for (const [text, effect] of effects) {
    await card(page, text).scrollIntoViewIfNeeded();
    await expect(card(page, text).getByTestId("badge")).toHaveText(effect);
  }
  await expect(card(page, /A program is missing/)).toContainText("Commenter (example)");
});

test("steps through five moves on the strip and ends on the sentence that names the crux", async ({
  page,
}) => {
  await openExample(page, "Ann");
  const ghost = page.getByTestId("ghost-sentence");
  await expect(tour(page)).toContainText("move 1 of 5");
  await expect(tour(page)).toContainText("Fast honest wins below 19/8");
  const next = tour(page).getByRole("button", { name: "Next move" });
  const moves = [
    ["19/8 → 14/17", "14/17"],
    ["14/17 → 1/34", "1/34"],
    ["removes the flip", "Lazy honest"],
    ["no flip → 1/6", "1/6"],
  ] as const;
  for (const [at, [effect, inGhost]] of moves.entries()) {
    await next.click();
    await expect(tour(page)).toContainText(`move ${at + 2} of 5`);
    await expect(badge(page)).toHaveText(effect);
    await expect(ghost).toContainText(inGhost);
  }
  await expect(next).toBeDisabled();
  await expect(page.getByTestId("crux-line")).toHaveText(
    "You differ only on whether c(do_what_env_wants) is above c(simplest_obj) + c(is_deployed_in_world) = 6. At g = 1 the line is 7.",
  );
  // What is tried out is nobody else's, and changes nothing.
  await expect(sentence(page)).toContainText("Fast honest wins below 19/8");
  for (let back = 0; back < 4; back += 1)
    await tour(page).getByRole("button", { name: "Previous move" }).click();
  await expect(ghost).toHaveCount(0);
});

test("finds the smallest sets that flip the winner, and lays one over the strip", async ({ page }) => {
  await openExample(page, "Ann");
  await page.getByText("What would flip the winner?").click();
  const sets = page.locator("details", { hasText: "What would flip the winner?" });
  await expect(sets.getByRole("button", { name: /the hybrid competes too/ }).first()).toContainText(
    "then Hybrid deceptive",
  );
  await expect(sets).toContainText("The one that matters most:");
  await sets
    .getByRole("button", { name: /the hybrid competes too/ })
    .first()
    .click();
  await expect(page.getByTestId("ghost-sentence")).toContainText("14/17");
});

test("works for someone who joins, on a phone, by keyboard, without a moderator about", async ({
  browser,
}) => {
  const first = await newPerson(browser);
  const url = await openExample(first, "Ann");
  await closeAll([first]);
  const phone = await newPerson(browser, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await join(phone, url, "Bob");
  await phone
    .getByRole("navigation", { name: "Panels" })
    .getByRole("button", { name: "Debate" })
    .press("Enter");
  const next = tour(phone).getByRole("button", { name: "Next move" });
  await next.focus();
  for (let move = 0; move < 4; move += 1) {
    await phone.keyboard.press("Enter");
    await expect(tour(phone)).toContainText(`move ${move + 2} of 5`);
  }
  await expect(phone.getByTestId("crux-line")).toContainText("the line is 7");
  await expectFits(phone);
  await expectNoFaults(phone);
  await closeAll([phone]);
});
