import { expect, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { begin } from "../meeting.ts";
import { closeAll, combine, expectSame, newPerson, openRoom, roomOf, saving, sentence } from "../room.ts";

test("merges what both sides did while one was offline", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await bob.context().setOffline(true);
  await expect(bob.getByText(/^Offline, or the server is restarting/)).toBeVisible({ timeout: 20_000 });
  await combine(bob).fill("14");
  await expect(sentence(bob)).toContainText("below 19/6");
  await expect(saving(bob)).toContainText(/changes? kept on this device/);
  await first
    .getByLabel(/^time of combine goals/)
    .first()
    .fill("6");
  await expect(saving(first)).toHaveText("Saved");
  await bob.context().setOffline(false);
  await expectSame([first, bob]);
  await expect(combine(first)).toHaveValue("14");
  await expect(bob.getByLabel(/^time of combine goals/).first()).toHaveValue("6");
  await closeAll([first, bob]);
});

test("is the same person after a reload", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await bob.reload();
  await expect(saving(bob)).toHaveText("Saved");
  await expect(bob.getByText("Bob (you)")).toBeAttached();
  await expect(first.getByRole("list", { name: "People here" }).getByRole("listitem")).toHaveCount(2);
  await bob.goto("/");
  await bob.getByRole("region", { name: "Where you have been" }).getByRole("link").first().click();
  await expect(bob.getByText("Bob (you)")).toBeAttached();
  await closeAll([first, bob]);
});

test("says what to do at a page that the device does not have, without a connection", async ({ browser }) => {
  const page = await newPerson(browser);
  await openRoom(page, "Ann");
  await expect
    .poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null), { timeout: 15_000 })
    .toBe(true);
  await page.context().setOffline(true);
  await page.goto("/help");
  await expect(page.getByRole("heading")).toHaveText("No connection, and this page is not on this device.");
  await expectNoFaults(page);
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByRole("heading", { name: "Help" })).toBeVisible();
  await closeAll([page]);
});

test("a debater whose connection is lost is not offered to steer the meeting", async ({ browser }) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await begin(ann, "Object");
  await expect(bob.getByTestId("phase").first()).toHaveText("Object");
  await bob.context().setOffline(true);
  await expect(bob.getByText(/^Offline, or the server is restarting/)).toBeVisible({ timeout: 20_000 });
  await expect(bob.getByRole("button", { name: /^Next: / })).toHaveCount(0);
  await closeAll([ann, bob]);
});

test("works after a reload without a connection, and sends what was done then", async ({ browser }) => {
  const page = await newPerson(browser);
  await openRoom(page, "Ann");
  // the page keeps its own files once it has settled
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const urls = (await (await caches.open("crux-shell")).keys()).map((key) => key.url);
        return (
          navigator.serviceWorker.controller !== null &&
          urls.includes(location.href) &&
          urls.some((url) => url.includes("worker"))
        );
      }),
    )
    .toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  await expect(sentence(page)).toContainText("below 19/8");
  await combine(page).fill("14");
  await expect(sentence(page)).toContainText("below 19/6");
  await expect(saving(page)).toContainText(/changes? kept on this device/);
  await page.reload();
  await expect(combine(page)).toHaveValue("14");
  await page.context().setOffline(false);
  await expect(saving(page)).toHaveText("Saved", { timeout: 20_000 });
  await page.context().close();
});
