import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { combine, sentence } from "../room.ts";

const slider = (page: Page) => page.getByRole("slider");
const verdict = (page: Page) => page.getByTestId("verdict");

test.beforeEach(async ({ page }) => {
  await page.goto("/solo");
});

test("shows who wins where on the essay's scenario", async ({ page }) => {
  await expect(sentence(page)).toHaveText(
    "Fast honest wins below 19/8. Simple deceptive wins above. Fast deceptive never wins.",
  );
  const tick = page.getByRole("button", { name: "19/8" });
  await tick.focus();
  await expect(page.getByRole("tooltip")).toContainText("c(get_base_obj) - c(simplest_obj) - c(combine)");
});

test("is drawn by the server, before any script runs", async ({ request }) => {
  const html = await (await request.get("/solo")).text();
  expect(html).toContain("Fast honest wins below 19/8.");
});

test("moves the flip when a cost changes, and back with undo", async ({ page }) => {
  await combine(page).fill("14");
  await expect(sentence(page)).toContainText("below 19/6");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(sentence(page)).toContainText("below 19/8");
  await page.keyboard.press("Control+Shift+z");
  await expect(sentence(page)).toContainText("below 19/6");
});

test("steps a cost with the arrow keys", async ({ page }) => {
  await combine(page).focus();
  await page.keyboard.press("ArrowDown");
  await expect(combine(page)).toHaveValue("5");
  await expect(sentence(page)).toContainText("below 76/33");
});

test("keeps the last valid model while a formula is wrong", async ({ page }) => {
  await combine(page).fill("6 +");
  await expect(combine(page)).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText("The picture shows the last valid model.")).toBeVisible();
  await expect(sentence(page)).toContainText("below 19/8");
  await combine(page).fill("6 + 1");
  await expect(page.getByText("The picture shows the last valid model.")).toBeHidden();
  await expect(sentence(page)).toContainText("below 76/31");
});

test("says what it depends on when a cost is unknown", async ({ page }) => {
  await combine(page).fill("");
  await expect(sentence(page)).toContainText("It depends on the unknown costs");
  await expect(page.getByText(/^If .*c\(combine\)/).first()).toBeVisible();
});

test("drags g with the mouse and settles exactly on the flip", async ({ page }) => {
  const strip = page.getByRole("region", { name: "Who wins at which g" });
  const box = await slider(page).boundingBox();
  const tick = await strip.getByRole("button", { name: "19/8" }).boundingBox();
  if (box === null || tick === null) throw new Error("the strip is not drawn");
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(tick.x + tick.width / 2 + 120, box.y + 5, { steps: 6 });
  await expect(verdict(page)).toContainText("Simple deceptive wins");
  await page.mouse.move(tick.x + tick.width / 2 + 1, box.y + 5, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole("textbox", { name: "Your g" })).toHaveValue("19/8");
  await expect(verdict(page)).toContainText("Fast honest and Simple deceptive tie");
});

test("moves g by keyboard and by typing", async ({ page }) => {
  await slider(page).focus();
  await page.keyboard.press("End");
  await expect(verdict(page)).toContainText("Simple deceptive wins");
  await page.keyboard.press("Home");
  await expect(verdict(page)).toContainText("Fast honest wins");
  const typed = page.getByRole("textbox", { name: "Your g" });
  await typed.fill("1");
  await expect(verdict(page)).toHaveText("At your g Fast honest wins, by 7.");
  await typed.fill("minus one");
  await expect(typed).toHaveAttribute("aria-invalid", "true");
  await expect(slider(page)).toHaveAttribute("aria-valuetext", /^g = 1\. /);
});

test("answers questions in words", async ({ page }) => {
  const ask = page.getByRole("textbox", { name: "Your question" });
  await ask.fill("who wins at g = 3");
  await ask.press("Enter");
  await expect(page.getByRole("article", { name: "who wins at g = 3" })).toContainText(
    "Simple deceptive wins.",
  );
  await page.getByRole("button", { name: "what doesn't matter", exact: true }).click();
  const still = page.getByRole("article", { name: "what doesn't matter" });
  await expect(still).toContainText("c(mesaoptimize)");
  await ask.fill("what is the meaning of life");
  await ask.press("Enter");
  await expect(page.getByRole("article", { name: "what is the meaning of life" })).toContainText(
    "The nearest ones I can",
  );
});

test("refuses a bad file with every mistake at its place, and changes nothing", async ({ page }) => {
  await page.getByRole("button", { name: "Import" }).click();
  const bad =
    '{\n  "format": "crux/scenario", "version": 1, "title": "Bad",\n  "terms": [{ "id": "a", "c": "1 +" }],\n  "programs": [{ "id": "p", "name": "P", "c": "c(b", "t": "1" }]\n}\n';
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: "bad.json", mimeType: "application/json", buffer: Buffer.from(bad) });
  const alert = page.getByRole("dialog").getByRole("alert");
  await expect(alert).toContainText("Not imported");
  await expect(alert).toContainText(/3:\d+/);
  await expect(alert).toContainText(/4:\d+/);
  await page.keyboard.press("Escape");
  await expect(sentence(page)).toContainText("below 19/8");
});

test("exports what it can import again", async ({ page }) => {
  await combine(page).fill("14");
  await expect(sentence(page)).toContainText("below 19/6");
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Export" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Scenario as JSON" }).click();
  const path = await (await waiting).path();
  await page.reload();
  await expect(sentence(page)).toContainText("below 19/8");
  await page.getByRole("button", { name: "Import" }).click();
  await page.getByRole("textbox", { name: "or paste its JSON" }).fill(readFileSync(path, "utf8"));
  await page.getByRole("dialog").getByRole("button", { name: "Import" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(sentence(page)).toContainText("below 19/6");
});

test("opens another scenario of the library", async ({ page }) => {
  await page.getByRole("button", { name: "Library" }).click();
  const others = page.getByRole("dialog").getByRole("listitem").getByRole("button");
  expect(await others.count()).toBeGreaterThanOrEqual(7);
  await others.last().click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("Speed + simplicity prior");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Speed + simplicity prior");
});

test("keeps a name that was typed before the page answered, and does not load it anew", async ({ page }) => {
  let release = (): void => {};
  const late = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/*.js", async (route) => {
    await late;
    await route.continue();
  });
  await page.goto("/?with=speed-simplicity", { waitUntil: "commit" });
  await page.getByLabel("Your name").fill("Ann");
  await expect(page.getByRole("button", { name: "Open the room" })).toBeDisabled();
  release();
  await page.getByRole("button", { name: "Open the room" }).click();
  await expect(page).toHaveURL(/\/r\/[A-Z]{6}$/);
});
