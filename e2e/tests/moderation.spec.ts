import { expect, type Locator, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { heardBy } from "../frames.ts";
import { closeAll, combine, join, newPerson, openRoom, roomOf, sentence } from "../room.ts";
import { everybody, speaker, until } from "../speaker.ts";

const stub = (on: Page | Locator, what: string) => on.getByText(`Ann hid ${what}: off topic`).first();
const ownStub = (on: Page | Locator, what: string) => on.getByText(`You hid ${what}: off topic`).first();

/** Presses a hide button with the keyboard, gives the reason, and is left on the stub that stands there now. */
async function hide(page: Page, button: Locator, what: string): Promise<void> {
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("textbox", { name: /^Why is it hidden/ })).toBeFocused();
  await page.keyboard.type("off topic");
  await page.keyboard.press("Enter");
  await expect(ownStub(page, what)).toBeVisible();
  await expect(page.locator(":focus")).toContainText("off topic");
}

/** Shows it again with the keyboard, from the stub on which the focus is. */
async function unhide(page: Page): Promise<void> {
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveText(/^Show it again/);
  await page.keyboard.press("Enter");
}

test("a moderator hides a claim, values, a reason and plain words where they stand; they leave every window", async ({
  browser,
}) => {
  test.slow();
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const pat = await speaker(url, "Pat");
  const bob = await newPerson(browser);
  await join(bob, url, "Bob");
  const term = pat.getSnapshot().rows.terms.find(({ id }) => id === "combine")?.key ?? "";
  const patch = [{ kind: "set-cost", term: "combine", axis: "c", to: "14" }];
  pat.send({ kind: "pin-claim", claim: "pinned001", text: "c(combine) < 4177" });
  pat.send({ kind: "publish-overlay", group: "Flamingos", patch, g: null });
  pat.send({ kind: "pin", g: "3", because: { objection: null, words: "A flamingo told me." } });
  pat.send({ kind: "pin-gloss", to: `terms/${term}`, text: "Like a flamingo on one leg." });
  await until(pat, ({ saving }) => saving.kind === "saved");
  await ann.getByRole("button", { name: /^Me: my g/ }).click();
  await ann.getByRole("button", { name: "Reveal pins" }).click();

  // The reason under a number.
  const all = ann.getByTestId("everybody");
  await expect(all).toContainText("A flamingo told me.");
  await bob.getByRole("button", { name: /^Me: my g/ }).click();
  await expect(bob.getByTestId("everybody")).toContainText("A flamingo told me.");
  const reason = all.getByRole("button", { name: "Hide the reason of Pat" });
  await hide(ann, reason, "the reason");
  await expect(stub(bob, "the reason")).toBeVisible();
  await expect(bob.getByText("A flamingo told me.")).toHaveCount(0);
  await expect(all.getByText("A flamingo told me.")).toBeHidden();
  await all.getByText("What it said").click();
  await expect(all.getByText("A flamingo told me.")).toBeVisible();
  await ownStub(ann, "the reason").locator("..").focus();
  await unhide(ann);
  await expect(bob.getByTestId("everybody")).toContainText("A flamingo told me.");
  await expect(reason).toBeFocused();
  await hide(ann, reason, "the reason");
  await ann.keyboard.press("Escape");
  await bob.keyboard.press("Escape");

  // A claim.
  for (const page of [ann, bob]) await page.getByRole("tab", { name: "Claims" }).click();
  const claims = (page: Page) => page.getByRole("list", { name: "Pinned claims" });
  await claims(ann).getByText("c(combine) < 4177").click();
  await expect(claims(bob)).toContainText("4177");
  await hide(ann, claims(ann).getByRole("button", { name: "Hide this claim" }), "a claim");
  await expect(stub(claims(bob), "a claim")).toBeVisible();
  await expect(claims(bob)).not.toContainText("4177");
  await expect(claims(bob).getByRole("button", { name: /^Show it again/ })).toHaveCount(0);
  await unhide(ann);
  await expect(claims(bob)).toContainText("4177");

  // Published values: in Compare, and gone from the model's list, too.
  for (const page of [ann, bob]) {
    await page.getByRole("tab", { name: "Compare" }).click();
    await page.getByRole("button", { name: "Everybody", exact: true }).click();
    await expect(page.getByRole("list", { name: "Who wins for whom" })).toContainText("Flamingos");
  }
  await hide(
    ann,
    ann.getByRole("list", { name: "Who wins for whom" }).getByRole("button", { name: /values of Flamingos/ }),
    "somebody's values",
  );
  await expect(stub(bob, "somebody's values")).toBeVisible();
  for (const page of [ann, bob]) {
    await expect(page.getByRole("list", { name: "Who wins for whom" })).not.toContainText("Flamingos");
    await expect(page.getByRole("option", { name: /Flamingos/ })).toHaveCount(0);
  }

  // Plain words on a term.
  for (const page of [ann, bob]) {
    await page.getByRole("tab", { name: /^Debate/ }).click();
    await combine(page).click();
    await expect(page.getByRole("region", { name: "Debate" })).toContainText("Like a flamingo on one leg.");
  }
  await hide(ann, ann.getByRole("button", { name: /^Hide the plain words on/ }), "the plain words");
  await expect(stub(bob, "the plain words")).toBeVisible();
  await expect(bob.getByText("flamingo")).toHaveCount(0);
  await expect(bob.getByRole("button", { name: "In plain words" })).toHaveCount(0);

  // Who comes now is sent none of it; and everything can be shown again from one list.
  const zoe = await newPerson(browser);
  const heard = heardBy(zoe);
  await join(zoe, url, "Zoe", "Only watch");
  expect(heard.length).toBeGreaterThan(2);
  expect(heard.filter((frame) => /flamingo/i.test(frame))).toEqual([]);
  await ann.getByRole("tab", { name: "Meeting" }).click();
  const panel = ann.getByRole("region", { name: "Meeting" }).last();
  await panel.getByText(/^Hidden \(3\)/).click();
  const hidden = panel.getByRole("list", { name: "Hidden" });
  await expect(hidden.getByRole("listitem")).toHaveCount(3);
  await expectNoFaults(ann);
  for (let left = 3; left > 0; left--)
    await hidden
      .getByRole("button", { name: /^Show it again/ })
      .first()
      .click();
  await expect(panel.getByRole("list", { name: "Hidden" })).toHaveCount(0);
  await expect(zoe.getByRole("option", { name: /Flamingos/ })).toBeAttached();
  pat.leave();
  await closeAll([ann, bob, zoe]);
});

test("hides from a phone, a big screen and a report what a moderator hides, and leaves nothing out of place", async ({
  browser,
}) => {
  test.slow();
  const ann = await newPerson(browser, { viewport: { width: 360, height: 740 } });
  const url = await openRoom(ann, "Ann");
  const pat = await speaker(url, "Pat");
  const [screen, paper] = [await newPerson(browser), await newPerson(browser)];
  await screen.goto(`${url}/screen`);
  await expect(sentence(screen)).toContainText("19/8");
  pat.send({ kind: "pin-claim", claim: "pinned001", text: "c(combine) < 4177" });
  pat.send({ kind: "rename", name: "Flamingo" });
  const patch = [{ kind: "set-cost", term: "combine", axis: "c", to: "14" }];
  pat.send({ kind: "publish-overlay", group: null, patch, g: "2" });
  await until(pat, ({ saving }) => saving.kind === "saved");
  await ann.getByRole("button", { name: "Share" }).click();
  const share = ann.getByRole("dialog", { name: "Share this room" });
  await hide(ann, share.getByRole("button", { name: "Hide the name Flamingo" }), "the name");
  await expect(share.getByText("a hidden name").first()).toBeVisible();
  await expect(share.getByText("Flamingo")).toBeHidden();
  await expectFits(ann);
  await expectNoFaults(ann);
  await ann.keyboard.press("Escape");
  await ann.getByRole("button", { name: "Picture", exact: true }).click();
  await ann.getByRole("tab", { name: "Claims" }).click();
  const claims = ann.getByRole("list", { name: "Pinned claims" });
  await claims.getByText("c(combine) < 4177").click();
  await claims.getByRole("button", { name: "Hide this claim" }).click();
  await expectFits(ann);
  await ann.getByRole("textbox", { name: /^Why is it hidden/ }).fill("off topic");
  await ann.getByRole("button", { name: "Hide it" }).click();
  await expect(ownStub(claims, "a claim")).toBeVisible();
  await expectFits(ann);
  const heard = heardBy(paper);
  await paper.goto(`${url}/report`);
  await expect(paper.getByTestId("report-claim")).toContainText("Hidden by a moderator: off topic");
  await expect(paper.getByRole("heading", { name: "What moderators did" })).toBeVisible();
  await expect(paper.locator("body")).not.toContainText("4177");
  await expect(paper.locator("body")).not.toContainText("Flamingo");
  expect(heard.filter((frame) => /flamingo|4177/i.test(frame))).toEqual([]);
  await expect(screen.locator("body")).not.toContainText("Flamingo");

  // A moderator who looks the report through before it is printed hides what should not be in it.
  pat.send({ kind: "pin-claim", claim: "pinned002", text: "t(combine) < 5188" });
  await until(pat, ({ saving }) => saving.kind === "saved");
  await ann.goto(`${url}/report`);
  await expect(ann.getByTestId("report-claim")).toHaveCount(2);
  await ann.getByRole("button", { name: "Hide …" }).click();
  const written = ann.getByRole("list", { name: "What people wrote" });
  await expect(written).toContainText("The claim of a hidden name: t(combine) < 5188");
  await hide(ann, written.getByRole("button", { name: "Hide the claim of a hidden name" }), "a claim");
  await expectFits(ann);
  await expectNoFaults(ann);
  await ann.getByRole("button", { name: /make it anew$/ }).click();
  await expect(ann.getByTestId("report-claim").last()).toContainText("Hidden by a moderator: off topic");
  await expect(ann.getByText("5188")).toBeHidden();
  await expect(paper.getByRole("button", { name: "Hide …" })).toHaveCount(0);
  pat.leave();
  await closeAll([ann, screen, paper]);
});

test("hands the room over: the buttons go with the right, and the record says so", async ({ browser }) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const url = ann.url();
  const pat = await speaker(url, "Pat");
  await everybody([pat], (one) =>
    one.send({ kind: "pin-claim", claim: "pinned001", text: "c(combine) < 4177" }),
  );
  await ann.getByRole("button", { name: "Share" }).click();
  await ann
    .getByRole("listitem")
    .filter({ hasText: "Bob" })
    .getByRole("button", { name: "Hand over" })
    .click();
  await ann.keyboard.press("Escape");
  const claims = (page: Page) => page.getByRole("list", { name: "Pinned claims" });
  for (const page of [ann, bob]) {
    await page.getByRole("tab", { name: "Claims" }).click();
    // The proof, which may be there before it is opened, says the claim again.
    await claims(page).getByText("c(combine) < 4177").first().click();
  }
  await expect(claims(bob).getByRole("button", { name: "Hide this claim" })).toBeVisible();
  await expect(claims(ann).getByRole("button", { name: "Hide this claim" })).toHaveCount(0);
  await bob.getByRole("tab", { name: "Meeting" }).click();
  const panel = (page: Page) => page.getByRole("region", { name: "Meeting" }).last();
  await panel(bob).getByRole("button", { name: "Let nobody new in" }).click();
  await panel(bob).getByRole("button", { name: "Hide the code" }).click();
  await ann.getByRole("tab", { name: "Meeting" }).click();
  await expect(panel(ann).getByRole("button", { name: "Hide the code" })).toHaveCount(0);
  await panel(ann)
    .getByText(/^What moderators did/)
    .click();
  const record = panel(ann).getByRole("list", { name: "What moderators did" });
  await expect(record).toContainText("Ann handed the room over to Bob.");
  await expect(record).toContainText("Bob let nobody new in.");
  await expect(record).toContainText("Bob set the code (hidden, debater).");
  pat.leave();
  await closeAll([ann, bob]);
});
