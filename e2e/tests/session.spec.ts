import { expect, type Page, test } from "@playwright/test";
import { closeAll, join, newPerson, openRoom } from "../room.ts";

const agenda = (page: Page) => page.getByRole("button", { name: "Agenda" });
const phase = (page: Page) => page.getByTestId("phase");
const timer = (page: Page) => page.getByRole("timer", { name: "Time left in this phase" });

/** Seconds on a page's phase timer. */
async function left(page: Page): Promise<number> {
  const [minutes = 0, seconds = 0] = (/[\d:]+/.exec((await timer(page).textContent()) ?? "")?.[0] ?? "")
    .split(":")
    .map(Number);
  return minutes * 60 + seconds;
}

test("phases go on for everybody; the timer is the server's, also on a device whose clock is wrong", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const bob = await newPerson(browser);
  await bob.clock.install({ time: Date.now() + 3 * 60 * 60 * 1_000 });
  await join(bob, url, "Bob");
  await expect(agenda(bob), "nothing of a meeting before one begins").toHaveCount(0);

  await ann.getByRole("button", { name: "Start “Estimate”" }).click();
  await expect(phase(ann)).toHaveText("Estimate");
  await expect(phase(bob)).toHaveText("Estimate");
  for (const page of [ann, bob]) {
    expect(await left(page)).toBeGreaterThan(285);
    expect(await left(page)).toBeLessThanOrEqual(300);
  }
  await ann.getByRole("button", { name: "Pause the timer" }).click();
  await expect(timer(bob)).toContainText("paused");
  await expect(timer(ann)).toContainText("paused");
  expect(await timer(bob).textContent()).toBe(await timer(ann).textContent());
  await ann.getByRole("button", { name: "One minute more" }).click();
  await expect.poll(() => left(bob)).toBeGreaterThan(345);
  await ann.getByRole("button", { name: "Go on with the timer" }).click();
  await expect(timer(bob)).not.toContainText("paused");

  await agenda(bob).click();
  await expect(bob.getByText(/^In this phase you may place g and credences, /)).toBeVisible();
  await expect(bob.getByRole("button", { name: "Start “State”" })).toHaveCount(0);
  await ann.getByRole("button", { name: "Next: “State”" }).click();
  await expect(phase(bob)).toHaveText("State");
  await closeAll([ann, bob]);
});

test("an agenda is renamed, re-ordered and re-timed with the keyboard, and all get more time", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const bob = await newPerson(browser);
  await join(bob, url, "Bob");
  await agenda(ann).focus();
  await ann.keyboard.press("Enter");
  await ann.getByRole("button", { name: "Edit the agenda" }).press("Enter");
  const editor = ann.getByRole("dialog", { name: "Agenda" });
  await editor.getByLabel("Name of phase 1").fill("Warm up");
  await editor.getByLabel("Minutes of Warm up").fill("2");
  await editor.getByRole("button", { name: "Move Warm up down" }).press("Enter");
  await expect(editor.getByRole("status")).toHaveText("Warm up is now 2 of 5.");
  await editor.getByText("Who may do what").nth(1).click();
  await editor.getByRole("group", { name: "Participants may" }).getByLabel("raise objections").check();
  await editor.getByRole("button", { name: "Save the agenda" }).press("Enter");
  await agenda(ann).click();
  await ann.getByRole("button", { name: "Start “Warm up”" }).click();
  await expect(phase(bob)).toHaveText("Warm up");
  expect(await left(bob)).toBeLessThanOrEqual(120);
  await ann.getByLabel("Time for everybody").selectOption("150");
  await expect.poll(() => left(bob)).toBeGreaterThan(150);
  await expect(bob.getByText("extended")).toBeVisible();
  await ann.getByRole("button", { name: "End", exact: true }).click();
  await expect(phase(bob)).toHaveCount(0);
  await closeAll([ann, bob]);
});
