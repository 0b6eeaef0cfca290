import { expect, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { closeAll, combine, join, newPerson, openRoom, roomOf, saving, sentence } from "../room.ts";

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ browser }) => {
    test.slow(); // axe reads every page as a whole
    const page = await newPerson(browser, { colorScheme });
    // the pages but for the room have no colours of their own, so one of them stands for all in the dark
    const pages = colorScheme === "dark" ? ["/"] : ["/", "/library", "/import", "/help", "/r/KWXPTN"];
    for (const path of pages) {
      await page.goto(path);
      await expectNoFaults(page, { where: path });
    }
    await openRoom(page, "Ann");
    await expectNoFaults(page, { where: "room" });
    await page.getByRole("tab", { name: "Map" }).click();
    await expect(page.getByTestId("map-point")).toContainText("wins");
    await combine(page).fill("6 +");
    await page.getByText(/^All terms/).click();
    await expectNoFaults(page, { where: "map, a wrong formula and the terms" });
    await page.getByRole("button", { name: "Share" }).click();
    await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
    await expectNoFaults(page, { where: "share" });
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "More" }).click();
    await expectNoFaults(page, { where: "menu" });
    await page.keyboard.press("Escape");
    await page.context().setOffline(true);
    await page.getByRole("button", { name: "Mine" }).click();
    await expect(page.getByText(/^Your own values/)).toBeVisible();
    await expectNoFaults(page, { where: "own values, offline" });
    await page.context().close();
  });

test("fits a phone: one column, tabs below, nothing sticks out", async ({ browser }) => {
  const first = await newPerson(browser);
  const url = await openRoom(first, "Ann");
  const phone = await newPerson(browser, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await join(phone, url, "Pia");
  const width = () => phone.evaluate(() => document.documentElement.scrollWidth);
  expect(await width()).toBe(360);
  await expectNoFaults(phone);
  const panels = phone.getByRole("navigation", { name: "Panels" });
  await expect(combine(phone)).toBeVisible();
  await combine(phone).fill("14");
  await expect(sentence(first)).toContainText("below 19/6");
  await phone.getByRole("button", { name: "Picture", exact: true }).click();
  await expect(combine(phone)).toBeHidden();
  await expect(phone.getByRole("tab", { name: "Lines" })).toBeVisible();
  expect(await width()).toBe(360);
  await panels.getByRole("button", { name: "Debate" }).click();
  await phone.getByRole("tab", { name: "Ask" }).click();
  await expect(phone.getByRole("textbox", { name: "Your question" })).toBeVisible();
  expect(await width()).toBe(360);
  for (const path of ["/", "/library", "/import", "/help", "/r/KWXPTN"]) {
    await phone.goto(path);
    expect(await width(), path).toBe(360);
  }
  await closeAll([first, phone]);
});

test("is worked by keyboard alone", async ({ page }) => {
  await page.goto("/");
  await page.getByLabel("Your name").focus();
  await page.keyboard.type("Ann");
  await page.keyboard.press("Enter");
  await expect(saving(page)).toHaveText("Saved");
  await expect(sentence(page)).toContainText("19/8");
  const tabTo = async (name: RegExp): Promise<void> => {
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("Tab");
      const label = await page.evaluate(
        () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "",
      );
      if (name.test(label.trim())) return;
    }
    throw new Error(`no way to ${name} by Tab`);
  };
  await tabTo(/^Share/);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: "Share this room" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Share" })).toBeFocused();
  await tabTo(/^Your g, the price/);
  await page.keyboard.press("End");
  await expect(page.getByTestId("verdict")).toContainText("Simple deceptive wins");
  await tabTo(/^complexity of combine goals/);
  await page.keyboard.press("ArrowDown");
  await expect(sentence(page)).toContainText("below 76/33");
  await page.keyboard.press("Control+z");
  await expect(sentence(page)).toContainText("below 19/8");
  await tabTo(/^Lines/);
  await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("map-point")).toContainText("wins");
  await tabTo(/^Point of the map/);
  const before = await page.getByTestId("map-point").textContent();
  await page.keyboard.press("PageUp");
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByTestId("map-point")).not.toHaveText(before ?? "");
});

test("runs under its content security policy, without a complaint", async ({ browser }) => {
  const complaints: string[] = [];
  const page = await newPerson(browser);
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  for (const path of ["/library", "/import", "/help"]) await page.goto(path);
  await openRoom(page, "Ann");
  await page.getByRole("tab", { name: "Map" }).click();
  await expect(page.getByTestId("map-point")).toContainText("wins");
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  expect(complaints).toEqual([]);
  await page.context().close();
});

test("exports what a room holds, and opens a room from a file", async ({ browser }) => {
  const [first] = await roomOf(browser, ["Ann"]);
  await combine(first).fill("14");
  await first.getByRole("button", { name: "More" }).click();
  await first.getByRole("button", { name: "Export" }).click();
  const [file] = await Promise.all([
    first.waitForEvent("download"),
    first.getByRole("button", { name: "Scenario as JSON" }).click(),
  ]);
  const [text] = await Promise.all([
    first.waitForEvent("download"),
    first.getByRole("button", { name: "Markdown" }).click(),
  ]);
  expect(text.suggestedFilename()).toBe("speed-simplicity-prior.md");
  await first.goto("/import");
  const json = JSON.parse((await read(file.path())).toString()) as Record<string, unknown>;
  await first.getByLabel("or paste its JSON").fill(JSON.stringify({ ...json, source: "a book" }));
  await first.getByRole("button", { name: "Check it" }).click();
  await expect(first.getByText("3 programs, 10 terms, 1 parameter, 2 assumptions")).toBeVisible();
  await expect(first.getByText("source", { exact: true })).toBeVisible();
  await first.getByRole("button", { name: "Open a room with it" }).click();
  await expect(sentence(first)).toContainText("below 19/6");
  await first.goto("/import");
  await first.getByLabel("or paste its JSON").fill('{\n  "terms": [}');
  await first.getByRole("button", { name: "Check it" }).click();
  await expect(first.getByText("2:13")).toBeVisible();
  await first.context().close();
});

async function read(path: Promise<string>): Promise<Buffer> {
  const { readFile } = await import("node:fs/promises");
  return readFile(await path);
}
