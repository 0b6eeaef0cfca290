import { expect, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { host } from "../host.ts";
import { begin, panel } from "../meeting.ts";
import { closeAll, join, newPerson, openRoom } from "../room.ts";

// What a page says where nothing is, where something is stuck, and where there is little room.

for (const colorScheme of ["light", "dark"] as const)
  test(`an address where nothing is says how to go on: ${colorScheme}`, async ({ browser }) => {
    const page = await newPerson(browser, { viewport: { width: 360, height: 740 }, colorScheme });
    const complaints: string[] = [];
    page.on("console", (message) => complaints.push(message.text()));
    const answer = await page.goto("/nowhere");
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no such page.");
    await expectNoFaults(page);
    await expectFits(page);
    expect(complaints.filter((text) => text.includes("Content Security Policy"))).toEqual([]);
    await page.getByRole("link", { name: "Go to the first page" }).click();
    await expect(page.getByRole("button", { name: "Join" })).toBeVisible();
    await closeAll([page]);
  });

test("a report that is not done in time says so, and offers another try", async ({ browser, baseURL }) => {
  const ann = await host(baseURL ?? "", "Ann");
  const page = await newPerson(browser);
  await page.clock.install();
  // A worker that takes every question and answers none.
  await page.addInitScript(() => {
    Worker.prototype.postMessage = () => {};
  });
  await page.goto(`${ann.url}/report`);
  await expect(page.getByText("Working out the report …")).toBeVisible();
  await page.clock.runFor(21_000);
  await expect(page.getByText("The report takes longer than it should")).toBeVisible();
  await expect(page.getByRole("link", { name: "back to the room" })).toBeVisible();
  await expectNoFaults(page);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText("Working out the report …")).toBeVisible();
  ann.room.leave();
  await closeAll([page]);
});

test("on a phone what somebody missed is one line, above what is asked of them", async ({ browser }) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  await begin(ann, "Estimate");
  const phone = await newPerson(browser, { viewport: { width: 360, height: 740 }, hasTouch: true });
  await join(phone, url, "Pia");
  await panel(phone, /^Now/);
  const missed = phone.getByRole("complementary", { name: "What you missed" });
  await expect(missed).toBeVisible();
  expect((await missed.boundingBox())?.height).toBeLessThan(64);
  await expect(phone.getByRole("heading", { name: /^Drag the g/ })).toBeInViewport({ ratio: 1 });
  await missed.getByRole("button", { name: "Read it", exact: true }).click();
  await expect(missed).toContainText("The meeting is at “Estimate”");
  await expectNoFaults(phone);
  await closeAll([ann, phone]);
});
