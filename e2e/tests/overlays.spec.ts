import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { sentBy } from "../frames.ts";
import { whose } from "../meeting.ts";
import { closeAll, combine, join, newPerson, openRoom, roomOf, sentence } from "../room.ts";

const someone = (page: Page) => page.getByRole("combobox", { name: "Someone's published values" });
const published = (page: Page) => page.getByTestId("published");

/** All that a window sends from now on, as text; binary frames byte by byte. */
test("publishes my own values, shows them to another, and takes them back", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await whose(bob, "Mine").click();
  await combine(bob).fill("14");
  await expect(published(bob)).toContainText("Not published: nobody else sees this");
  await expect(someone(first)).toHaveCount(0);
  await bob.getByRole("button", { name: "Publish mine", exact: true }).click();
  await expect(published(bob)).toHaveText("Published: 1 change.");

  await someone(first).selectOption("Bob");
  await expect(sentence(first)).toContainText("below 19/6");
  await expect(combine(first)).toHaveValue("14");
  await expect(combine(first)).toHaveAttribute("readonly");
  await expect(first.getByText("You see the values that Bob published.")).toBeVisible();
  const row = first.getByRole("row", { name: /^c of combine/i });
  await expect(row).toContainText("+8");
  await expect(first.getByText("'s value; room: 6").first()).toBeAttached();

  await combine(bob).fill("22");
  await expect(published(bob)).toHaveText("Published 1 change; 1 not yet published.");
  await expect(combine(first)).toHaveValue("14");
  await bob.getByRole("button", { name: "Publish again" }).click();
  await expect(combine(first)).toHaveValue("22");

  await first.getByRole("button", { name: "Copy into mine" }).click();
  await expect(whose(first, "Mine")).toHaveAttribute("aria-pressed", "true");
  await expect(combine(first)).toHaveValue("22");
  await expect(combine(first)).not.toHaveAttribute("readonly");

  await someone(first).selectOption("Bob");
  await bob.getByRole("button", { name: "Withdraw", exact: true }).click();
  await expect(someone(first)).toHaveCount(0);
  await expect(sentence(first)).toContainText("below 19/8");
  await closeAll([first, bob]);
});

test("publishes as a group that others join", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await whose(bob, "Mine").click();
  await combine(bob).fill("14");
  await bob.getByText("Groups", { exact: true }).click();
  await bob.getByLabel("Name of a new group").fill("Doubters");
  await bob.getByRole("button", { name: "Make it with mine" }).click();
  await whose(first, "Mine").click();
  await combine(first).fill("22");
  await first.getByText(/^Groups: 1/).click();
  await first.getByRole("button", { name: "Join" }).click();
  await first.getByRole("button", { name: "Publish mine as Doubters" }).click();
  await someone(bob).selectOption("Group: Doubters");
  await expect(combine(bob)).toHaveValue("22");
  await closeAll([first, bob]);
});

test("keeps my value through a rename, and tells me when its term is gone", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await whose(bob, "Mine").click();
  await combine(bob).fill("14");
  await expect(sentence(bob)).toContainText("below 19/6");
  await first.getByText("All terms").click();
  await first.getByLabel("name of combine").fill("mix");
  await expect(bob.getByLabel(/^complexity of mix/).first()).toHaveValue("14");
  // A term that no formula needs is added, valued by Bob, deleted, and brought back.
  await first.getByLabel("Add a term").first().fill("cache");
  await first.getByLabel("Add a term").first().press("Enter");
  await bob.getByText("All terms").click();
  await bob.getByRole("textbox", { name: "c of cache, in the list" }).fill("14");
  await expect(bob.getByRole("row", { name: /^c of cache/ })).toBeVisible();
  await first.getByRole("button", { name: "Delete cache" }).click();
  await expect(bob.getByText(/^One change no longer fits/)).toContainText("c of cache = 14");
  await first.getByRole("button", { name: "Undo" }).click();
  await expect(bob.getByText(/^One change no longer fits/)).toHaveCount(0);
  await expect(bob.getByRole("textbox", { name: "c of cache, in the list" })).toHaveValue("14");
  await closeAll([first, bob]);
});

test("never sends what a viewer tries out", async ({ browser }) => {
  const first = await newPerson(browser);
  const url = await openRoom(first, "Ann");
  const viewer = await newPerson(browser);
  const sent = sentBy(viewer);
  await join(viewer, url, "Vic", "Only watch");
  await expect(combine(viewer)).toHaveAttribute("readonly");
  await whose(viewer, "Mine").click();
  await combine(viewer).fill("9731");
  await viewer.getByRole("textbox", { name: "Your g" }).fill("0.8642");
  await expect(sentence(viewer)).not.toContainText("19/8");
  await expect(viewer.getByText("You look on here: what you change stays with you.")).toBeVisible();
  await viewer.waitForTimeout(1_500);
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((frame) => /9731|0\.8642/.test(frame))).toEqual([]);
  await expect(combine(first)).toHaveValue("6");
  await closeAll([first, viewer]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`has no accessibility faults on a phone, and works by keyboard: ${colorScheme}`, async ({
    browser,
  }) => {
    const [first] = await roomOf(browser, ["Ann"]);
    const url = first.url();
    await whose(first, "Mine").click();
    await combine(first).fill("14");
    await first.getByRole("button", { name: "Publish mine", exact: true }).click();
    await expect(published(first)).toHaveText("Published: 1 change.");
    const phone = await newPerson(browser, { colorScheme, viewport: { width: 360, height: 740 } });
    await join(phone, url, "Bob");
    await someone(phone).focus();
    await phone.keyboard.type("Ann");
    await expect(combine(phone)).toHaveValue("14");
    await whose(phone, "Mine").focus();
    await phone.keyboard.press("Enter");
    await expect(published(phone)).toContainText("Not published");
    await expectFits(phone);
    await expectNoFaults(phone);
    await closeAll([first, phone]);
  });
