import { expect, type Page, test } from "@playwright/test";
import { card, whose, withCard } from "../meeting.ts";
import { closeAll, combine, expectSame, roomOf, sentence } from "../room.ts";

test.use({ actionTimeout: 10_000 });

const rail = (page: Page) => page.getByRole("region", { name: "Debate", exact: true });
const ghostLine = (page: Page) => page.getByTestId("ghost-sentence");
const ghost = (page: Page) => page.getByTestId("ghost");
const effect = (page: Page) => page.getByTestId("draft-effect");
const form = (page: Page) => page.getByRole("region", { name: /^(I doubt this|Your reply)/ });

/** Writes why, posts, and waits for the receipt. */
async function post(page: Page, why: string) {
  await page.getByLabel("Why, in a few sentences").fill(why);
  await form(page).getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByTestId("receipt")).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).last().click();
}

async function doubtCost(page: Page, what: string, how: string, value: string) {
  await page
    .getByLabel(new RegExp(`^${what}`))
    .first()
    .hover();
  await page
    .getByRole("button", { name: new RegExp(`^I doubt the ${what}`) })
    .first()
    .click();
  await form(page).getByRole("button", { name: how }).click();
  await form(page)
    .getByLabel(new RegExp(`^${what} \\(`, "i"))
    .fill(value);
}

test("goes from a doubt to the crux in three windows", async ({ browser }) => {
  test.setTimeout(240_000);
  const [ann, bob, cleo] = await roomOf(browser, ["Ann", "Bob", "Cleo"]);
  const all = [ann, bob, cleo];

  // Bob doubts a cost; he alone sees what would be before he posts.
  await doubtCost(bob, "time of combine goals", "It costs more", "80");
  await expect(effect(bob)).toContainText("19/8 → 19/4");
  await expect(ghostLine(bob)).toContainText("Moves the flip at 19/8 to 19/4.");
  await expect(ghost(ann)).toHaveCount(0);
  await post(bob, "Combining takes longer.");
  for (const page of all)
    await expect(card(page, /Combining takes/).getByTestId("badge")).toHaveText("19/8 → 19/4");

  // Cleo answers with a patch of her own, on top of his.
  await card(cleo, /Combining takes/)
    .getByRole("button", { name: "Reply" })
    .click();
  await form(cleo).getByRole("button", { name: "It costs something else" }).click();
  await form(cleo).getByLabel("Its", { exact: true }).selectOption({ label: "complexity" });
  await form(cleo)
    .getByLabel(/^Complexity of combine goals \(6 now\)/)
    .fill("3");
  await expect(effect(cleo)).toContainText("19/4 → 152/35");
  await post(cleo, "But it is stored for less.");

  // Ann tries the reply out, with what it builds on, and off again; then she merges both.
  await card(ann, /stored for less/)
    .getByRole("list", { name: "Readings" })
    .getByRole("button")
    .click();
  await expect(ghostLine(ann)).toContainText("152/35");
  await expect(ghost(bob)).toHaveCount(0);
  await card(ann, /stored for less/)
    .getByRole("list", { name: "Readings" })
    .getByRole("button")
    .click();
  await expect(ghostLine(ann)).toContainText("19/4");
  await withCard(ann, /stored for less/, "Merge with the 1 it builds on");
  for (const page of all) await expect(sentence(page)).toContainText("152/35");
  await expectSame(all);

  // A card says that its thing has changed since.
  await doubtCost(bob, "complexity of combine goals", "It costs more", "12");
  await post(bob, "It is dear to store.");
  await combine(ann).fill("9");
  for (const page of all) {
    await expect(card(page, /dear to store/)).toContainText(/Written against v\d+: was 3, now 9/);
    await expect(card(page, /dear to store/).getByTestId("badge")).toHaveText(/152\/29 → /);
  }

  // What every program needs is deleted: the objection to it keeps its words, and comes back with undo.
  await doubtCost(cleo, "complexity of optimiser", "It costs less", "20");
  await post(cleo, "Optimisers are short.");
  await expect(card(ann, /Optimisers are short/)).toBeVisible();
  await ann.getByText(/^All terms/).click();
  await ann.getByRole("button", { name: "Delete optimiser" }).click();
  await ann.getByRole("button", { name: "Delete it anyway" }).click();
  for (const page of all) await expect(rail(page)).toContainText("Lost their place (1)");
  await expect(rail(bob)).toContainText("It was: 30");
  await ann.getByRole("button", { name: "Undo" }).click();
  for (const page of all) await expect(rail(page)).not.toContainText("Lost their place");

  // Another thing goes for good, and the objection is tied to a new one.
  await doubtCost(cleo, "complexity of deployment check", "It costs less", "1");
  await post(cleo, "Checks are short.");
  await ann.getByRole("button", { name: "Delete deployment check" }).click();
  await ann.getByRole("button", { name: "Delete it anyway" }).click();
  await expect(rail(cleo)).toContainText("Lost their place (1)");
  await cleo.getByLabel("Tie it to").selectOption({ label: "the complexity of get the objective" });
  await cleo.getByRole("button", { name: "Tie", exact: true }).click();
  for (const page of all)
    await expect(card(page, /Checks are short/)).toContainText("the complexity of get the objective");
  await ann.getByRole("button", { name: "Undo" }).click();
  await ann.getByText(/^All terms/).click();
  await expectSame(all);

  // Which objections would flip the winner, and what one set would do.
  await cleo.getByRole("textbox", { name: "Your g" }).fill("5.5");
  await cleo.getByText("What would flip the winner?").click();
  const sets = cleo.locator("details", { hasText: "What would flip the winner?" });
  await sets.getByRole("listitem").first().getByRole("button").click();
  await expect(ghostLine(cleo)).toContainText("Moves the flip at 152/29 to 76/13.");
  await cleo.getByRole("button", { name: "Stop", exact: true }).click();

  // A claim fails; its counterexample goes into Bob's own values, over which things are tried out from then on.
  await bob.getByRole("tab", { name: "Claims" }).click();
  const claim = bob.getByRole("textbox", { name: "Your claim" });
  await claim.fill("score(fh) < score(sd)");
  await bob.getByRole("button", { name: "Judge", exact: true }).click();
  const verdict = bob.getByTestId("own-verdict");
  await expect(verdict).toContainText("Refuted");
  await verdict.getByRole("button", { name: "Load into mine" }).first().click();
  await expect(whose(bob, "Mine")).toHaveAttribute("aria-pressed", "true");
  await whose(bob, "Room").click();
  await bob.getByRole("button", { name: "Judge", exact: true }).click();
  await verdict.getByRole("button", { name: "Judge again with it" }).first().click();
  await expect(verdict).toContainText("Proved");

  // He holds another value, sees what an objection does to it, and publishes it.
  await whose(bob, "Mine").click();
  await combine(bob).fill("30");
  await expect(sentence(bob)).toContainText("below 19");
  await card(bob, /dear to store/)
    .getByRole("list", { name: "Readings" })
    .getByRole("button")
    .click();
  await expect(ghost(bob)).toContainText("Trying out over your own values:");
  await expect(ghostLine(bob)).toContainText("Moves the flip at 19 to ");
  await bob.getByRole("button", { name: "Stop", exact: true }).click();
  await bob.getByRole("textbox", { name: "Your g" }).fill("6");
  await bob.getByRole("checkbox", { name: /^with my g/ }).check();
  await bob.getByRole("button", { name: "Publish mine", exact: true }).click();
  await expect(bob.getByTestId("published")).toHaveText("Published: 1 change.");

  // Cleo compares herself with him: one sentence says what divides them.
  await cleo.getByRole("textbox", { name: "Your g" }).fill("6");
  await cleo.getByRole("tab", { name: "Compare" }).click();
  await cleo.getByRole("combobox", { name: "Compare", exact: true }).selectOption("shared");
  await cleo.getByRole("combobox", { name: "with", exact: true }).selectOption("Bob");
  await expect(cleo.getByTestId("crux")).toContainText("The crux is complexity of combine goals");
  await cleo.getByLabel(/^Take over complexity of combine goals/i).check();
  await expect(cleo.getByTestId("adopted")).toContainText("Fast honest");
  await closeAll(all);
});
