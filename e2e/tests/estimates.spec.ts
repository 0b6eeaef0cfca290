import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { heardBy } from "../frames.ts";
import { closeAll, join, newPerson, openRoom, roomOf } from "../room.ts";

const me = (page: Page) => page.getByRole("button", { name: "Me: my g" });
const round = (page: Page) => page.getByTestId("round");
const everybody = (page: Page) => page.getByTestId("everybody");
const pins = (page: Page) => page.getByRole("list", { name: "Pinned g" });
const credence = (page: Page, name: string) => page.getByRole("textbox", { name: `${name}, in per cent` });

async function placeG(page: Page, g: string) {
  await page.getByRole("textbox", { name: "My g, typed" }).fill(g);
  await page.getByRole("textbox", { name: "My g, typed" }).press("Enter");
  await expect(page.getByTestId("my-g")).toHaveText(`Placed: ${g}`);
}

async function hold(page: Page, name: string, percent: string) {
  await credence(page, name).fill(percent);
  await credence(page, name).press("Enter");
}

test("keeps blind numbers off the wire until the moderator reveals them, and shows who moved after", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const [bob, cleo] = [await newPerson(browser), await newPerson(browser)];
  const heard = heardBy(cleo);
  await join(bob, url, "Bob");
  await join(cleo, url, "Cleo");
  for (const page of [ann, bob, cleo]) await me(page).click();
  await expect(round(bob)).toContainText("stay hidden until the moderator opens");

  await placeG(bob, "0.7531");
  await hold(bob, "Fast honest", "86.42");
  await expect(round(cleo)).toContainText("1 of 3 in");
  await cleo.getByRole("button", { name: "I'd rather not say" }).click();
  await expect(round(bob)).toContainText("2 of 3 in");
  await expect(everybody(cleo)).toHaveCount(0);
  await expect(pins(cleo)).toHaveCount(0);
  expect(heard.length).toBeGreaterThan(3);
  expect(heard.filter((frame) => /7531|4321\/5000|8642/.test(frame))).toEqual([]);

  // Someone who comes later hears nothing of it either.
  const dan = await newPerson(browser);
  const late = heardBy(dan);
  await join(dan, url, "Dan", "Only watch");
  await me(dan).click();
  await expect(round(dan)).toContainText("2 of 3 in");
  expect(late.filter((frame) => /7531|4321\/5000|8642/.test(frame))).toEqual([]);

  await expect(bob.getByRole("button", { name: "Reveal pins" })).toHaveCount(0);
  await ann.getByRole("button", { name: "Reveal pins" }).click();
  await expect(everybody(cleo)).toContainText("Bob: g 0.7531, Fast honest 86.42%");
  await expect(everybody(cleo)).toContainText("Cleo: g would rather not say");
  expect(heard.some((frame) => frame.includes("7531"))).toBe(true);
  await expect(pins(dan)).toContainText("Bob pinned g = 0.7531");
  await expect(round(dan)).toContainText("open: everybody sees everybody's");

  await ann.getByRole("button", { name: "Begin another blind round" }).click();
  await bob.getByLabel("One sentence on what moved me").fill("The proxy is cheaper than I thought.");
  await placeG(bob, "3");
  await expect(round(cleo)).toContainText("1 of 3 in");
  expect(heard.filter((frame) => frame.includes("cheaper than I thought"))).toEqual([]);
  await expect(pins(cleo)).toHaveCount(0);
  await ann.getByRole("button", { name: "Reveal pins" }).click();
  await expect(pins(cleo)).toContainText("Bob pinned g = 3, before 0.7531");
  await expect(everybody(cleo)).toContainText("Moved by: The proxy is cheaper than I thought.");
  await expect(everybody(cleo)).toContainText("Bob: g 0.7531 → 3Fast honest before 86.42%");
  await closeAll([ann, bob, cleo, dan]);
});

test("shows numbers at once where no moderator is, and makes credences whole, exactly", async ({
  browser,
}) => {
  const [ann, bob, cleo] = await roomOf(browser, ["Ann", "Bob", "Cleo"]);
  await ann.context().close();
  await me(bob).click();
  await expect(round(bob)).toContainText("There is no moderator here");
  for (const name of ["Fast honest", "Simple deceptive", "Fast deceptive"]) await hold(bob, name, "50");
  await expect(bob.getByTestId("credence-sum")).toHaveText("Together 150%: 50% too many.");
  await bob.getByRole("button", { name: "Scale to 100%" }).click();
  await expect(bob.getByTestId("credence-sum")).toHaveText("Together 100%.");
  await expect(credence(bob, "Fast honest")).toHaveValue("≈33.33");
  await expect(credence(bob, "Fast honest")).toHaveAttribute("title", "1/3");
  await me(cleo).click();
  await expect(everybody(cleo)).toContainText("Fast honest ≈33.33%");
  await bob.getByRole("slider", { name: "Fast honest" }).press("ArrowRight");
  await expect(everybody(cleo)).toContainText("Fast honest 34%");
  await closeAll([bob, cleo]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`works by keyboard on a phone, without accessibility faults: ${colorScheme}`, async ({ browser }) => {
    test.slow();
    const ann = await newPerson(browser);
    const url = await openRoom(ann, "Ann");
    const names = ["Bartholomew", "Cleopatra", "Dan", "Eve"];
    for (const name of names) {
      const page = await newPerson(browser);
      await join(page, url, name);
      await me(page).click();
      await placeG(page, name === "Eve" ? "2.1" : "2");
      await page.context().close();
    }
    await me(ann).click();
    await ann.getByRole("button", { name: "Reveal pins" }).click();
    const phone = await newPerson(browser, { colorScheme, viewport: { width: 360, height: 740 } });
    await join(phone, url, "Flo");
    const tab = phone.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Me" });
    await tab.focus();
    await phone.keyboard.press("Enter");
    await placeG(phone, "1/2");
    for (const name of names) await expect(pins(phone)).toContainText(name);
    const boxes = await pins(phone)
      .locator("li:not(.sr-only)")
      .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
    for (const [index, a] of boxes.entries())
      for (const b of boxes.slice(index + 1))
        expect(a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top).toBe(true);
    // Each name stands under its mark.
    const mark = await phone.locator("[data-pin]").first().boundingBox();
    const label = await pins(phone).locator("li").first().boundingBox();
    expect(mark !== null && label !== null && label.x <= mark.x && mark.x <= label.x + label.width).toBe(
      true,
    );
    await expectFits(phone);
    for (const page of [phone, ann]) {
      await expectNoFaults(page);
    }
    await closeAll([ann, phone]);
  });
