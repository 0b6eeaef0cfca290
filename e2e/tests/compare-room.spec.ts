import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { differences } from "../meeting.ts";
import { closeAll, combine, join, newPerson, openRoom, roomOf } from "../room.ts";

const crux = (page: Page) => page.getByTestId("crux");
const compared = (page: Page, name: "Compare" | "with") => page.getByRole("combobox", { name, exact: true });

async function openCompare(page: Page) {
  const picture = page.getByRole("button", { name: "Picture", exact: true });
  if (await picture.isVisible()) await picture.click();
  await page.getByRole("tab", { name: "Compare" }).click();
  await expect(compared(page, "Compare")).toBeVisible();
}

/** Puts in a person's own values and publishes them with their g. */
async function publish(page: Page, g: string, values: Readonly<Record<string, string>>) {
  await page.getByRole("group", { name: "Whose values" }).getByRole("button", { name: "Mine" }).click();
  await expect(page.getByTestId("published")).toBeVisible();
  if (Object.keys(values).length > 0) await page.getByText(/^All terms/).click();
  for (const [field, value] of Object.entries(values))
    await page.getByRole("textbox", { name: field }).fill(value);
  await page.getByRole("textbox", { name: "Your g" }).fill(g);
  await page.getByRole("checkbox", { name: /^with my g/ }).check();
  await page.getByRole("button", { name: "Publish mine", exact: true }).click();
  await expect(page.getByTestId("published")).toHaveText(/^Published: \d+ changes?\.$/);
}

const otherSide = {
  "c of base objective, in the list": "55",
  "c of combine goals, in the list": "9",
} as const;

test("finds what divides two people: six sets one way, four the other, none in both", async ({ browser }) => {
  const [first, bob, cleo] = await roomOf(browser, ["Ann", "Bob", "Cleo"]);
  await publish(bob, "3/2", {});
  await publish(cleo, "9/4", {
    ...otherSide,
    "t of find the objective, in the list": "12",
    "t of plan for the outer world, in the list": "30",
  });
  await openCompare(first);
  await compared(first, "Compare").selectOption("Bob");
  await compared(first, "with").selectOption("Cleo");
  await expect(crux(first)).toContainText("No double crux");
  await expect(crux(first)).toContainText("Bob changes sides with any two of");
  await expect(crux(first)).toContainText("Cleo changes sides with any three of");
  const shares = await differences(first).locator("td:nth-of-type(4)").allInnerTexts();
  expect(shares.map((text) => text.split("\n")[0]).toSorted()).toEqual(["20%", "24%", "31%", "31%", "−6%"]);
  await expect(differences(first).filter({ hasText: "masks the others" })).toContainText("combine");
  await expect(first.getByText("Smallest sets that flip Bob: 6")).toBeVisible();
  await expect(first.getByText("Smallest sets that flip Cleo: 4")).toBeVisible();
  await expect(first.getByText("Double cruxes: smallest both ways: none")).toBeVisible();

  // Taken over one after the other, the result is there at once, with a strip of its own.
  await first.getByLabel("Take over g").check();
  await expect(first.getByTestId("adopted")).toContainText("Fast honest");
  await first.getByLabel(/^Take over complexity of base objective/i).check();
  await expect(first.getByTestId("adopted")).toContainText("Simple deceptive");
  await expect(first.getByRole("group", { name: "Strip of Bob with what is taken over" })).toBeVisible();

  await first.getByRole("group", { name: "Compare whom" }).getByRole("button", { name: "Everybody" }).click();
  await expect(first.getByTestId("survey")).toContainText("Split:");
  await expect(first.getByTestId("survey")).toContainText("Simple deceptive for 1 (Cleo)");
  await expect(first.getByTestId("splits").locator("tbody tr")).toHaveCount(4);
  await closeAll([first, bob, cleo]);
});

test("follows two people while one of them edits", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await publish(bob, "3", { "c of combine goals, in the list": "9" });
  await openCompare(first);
  await compared(first, "Compare").selectOption("shared");
  await compared(first, "with").selectOption("Bob");
  await first.getByRole("textbox", { name: "Your g" }).fill("3");
  await expect(differences(first)).toHaveCount(1);
  await expect(first.getByText(/^They would stop agreeing if/)).toBeVisible();
  // What Bob changes arrives once he lets it be published as he changes it.
  await bob.getByRole("checkbox", { name: "publish as I change" }).check();
  await bob.getByRole("textbox", { name: "c of base objective, in the list" }).fill("20");
  await expect(differences(first)).toHaveCount(2);
  await expect(crux(first)).toContainText("The crux is complexity of base objective");
  await first.getByLabel(/^Take over complexity of base objective/i).check();
  await expect(first.getByTestId("adopted")).toContainText("Fast honest");
  await bob.getByRole("textbox", { name: "c of base objective, in the list" }).fill("39");
  await expect(first.getByTestId("adopted")).toContainText("Simple deceptive");
  // And what the room changes, too.
  await combine(first).fill("9");
  await expect(differences(first)).toHaveCount(1);
  await closeAll([first, bob]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`compares on a phone and by keyboard, without accessibility faults: ${colorScheme}`, async ({
    browser,
  }) => {
    const ann = await newPerson(browser);
    const url = await openRoom(ann, "Ann");
    await publish(ann, "3", { "c of combine goals, in the list": "9" });
    const phone = await newPerson(browser, { colorScheme, viewport: { width: 360, height: 740 } });
    await join(phone, url, "Bob");
    await openCompare(phone);
    await compared(phone, "with").focus();
    await expect(compared(phone, "with").locator("option", { hasText: "Ann" })).toBeAttached();
    await phone.keyboard.type("Ann");
    await expect(differences(phone)).toHaveCount(2);
    const take = phone.getByLabel("Take over g");
    await take.focus();
    await phone.keyboard.press("Space");
    await expect(phone.getByTestId("adopted")).toContainText("Simple deceptive");
    const check = async () => {
      await expectFits(phone);
      await expectNoFaults(phone);
    };
    await check();
    await phone.getByRole("button", { name: "Everybody" }).click();
    await expect(phone.getByTestId("survey")).toBeVisible();
    await check();
    await closeAll([ann, phone]);
  });
