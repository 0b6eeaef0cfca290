import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { closeAll, join, newPerson, roomOf } from "../room.ts";

const claim = (page: Page) => page.getByRole("textbox", { name: "Your claim" });
const verdict = (page: Page) => page.getByTestId("own-verdict");
const mine = (page: Page) => page.getByRole("list", { name: "My claims" });
const pinned = (page: Page) => page.getByRole("list", { name: "Pinned claims" });
const tab = (page: Page, name: string) => page.getByRole("tab", { name });

async function judge(page: Page, text: string) {
  await claim(page).fill(text);
  await page.getByRole("button", { name: "Judge", exact: true }).click();
}

test("keeps my claims through another tab and a reload, and pins one to the room", async ({ browser }) => {
  test.slow();
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const url = first.url();
  await tab(bob, "Claims").click();
  await judge(bob, "score(fd) > score(fh)");
  await expect(verdict(bob)).toContainText("Proved");
  await judge(bob, "score(fh) < score(sd)");
  await expect(verdict(bob)).toContainText("Refuted");
  await tab(bob, "Lines").click();
  await tab(bob, "Claims").click();
  await expect(claim(bob)).toHaveValue("score(fh) < score(sd)");
  await expect(verdict(bob)).toContainText("Refuted");
  await expect(mine(bob)).toContainText("score(fd) > score(fh)");
  await expect(mine(bob)).toContainText("Proved");
  await bob.reload();
  await tab(bob, "Claims").click();
  await expect(mine(bob)).toContainText("score(fd) > score(fh)");

  await verdict(bob).getByRole("button", { name: "Pin to the room" }).click();
  await expect(verdict(bob)).toContainText("Pinned: everybody sees it.");
  await tab(first, "Claims").click();
  await expect(pinned(first)).toContainText("score(fh) < score(sd)");
  await expect(pinned(first)).toContainText("Bob");
  await expect(pinned(first).getByTestId("claim-verdict")).toHaveText("Refuted");
  // The verdict is about the model that is on the page.
  await first
    .getByLabel(/^complexity of base objective/)
    .first()
    .fill("7");
  await expect(pinned(first).getByTestId("claim-verdict")).toHaveText("Proved");

  const phone = await newPerson(browser, { viewport: { width: 360, height: 740 } });
  await join(phone, url, "Vic", "Only watch");
  await phone.getByRole("button", { name: "Picture", exact: true }).click();
  await tab(phone, "Claims").click();
  await expect(pinned(phone)).toContainText("score(fh) < score(sd)");
  await pinned(phone).locator("summary").first().focus();
  await phone.keyboard.press("Enter");
  await expect(pinned(phone).getByRole("button", { name: "Edit a copy" })).toBeVisible();
  await expect(pinned(phone).getByRole("button", { name: "Take down" })).toHaveCount(0);
  await expectFits(phone);
  await expectNoFaults(phone);

  await pinned(bob).locator("summary").first().click();
  await pinned(bob).getByRole("button", { name: "Take down" }).click();
  await expect(pinned(first)).toHaveCount(0);
  await closeAll([first, bob, phone]);
});
