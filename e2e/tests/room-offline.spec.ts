import { expect, test } from "@playwright/test";
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
