import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { closeAll, combine, newPerson, openRoom, roomOf, sentence } from "../room.ts";

const dialog = (page: Page) => page.getByRole("dialog");

/** Presses a button of the export dialog; the name and bytes of the file that comes. */
async function saved(page: Page, name: string): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    dialog(page).getByRole("button", { name, exact: true }).click(),
  ]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Width and height as the header of a PNG has them. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)];

test("saves the scenario, the derivation and pictures on the page for one", async ({ page }) => {
  await page.goto("/solo");
  await page.getByRole("button", { name: "Export" }).click();
  await expectNoFaults(page, { within: "dialog" });
  const json = await saved(page, "Scenario as JSON");
  expect(json.name).toBe("speed-simplicity-prior.json");
  expect(JSON.parse(json.bytes.toString())).toMatchObject({ format: "crux/scenario" });
  const markdown = await saved(page, "Markdown");
  expect(markdown.bytes.toString()).toContain("Fast honest wins below 19/8.");
  const latex = await saved(page, "LaTeX");
  expect(latex.name).toBe("speed-simplicity-prior.tex");
  expect(latex.bytes.toString()).toContain("\\begin{align*}");
  const strip = await saved(page, "Strip as SVG");
  expect(strip.bytes.toString()).toContain("19/8 (2.375)");
  const map = await saved(page, "Map as SVG");
  expect(map.bytes.toString()).toContain(">overlap</text>");
  for (const [name, size] of [
    ["Strip as PNG", [1920, 256]],
    ["Lines as PNG", [1920, 960]],
    ["Map as PNG", [1920, 1120]],
  ] as const) {
    const { bytes } = await saved(page, name);
    expect(sizeOf(bytes)).toEqual(size);
    expect(bytes.length).toBeGreaterThan(5_000);
  }
  await expect(dialog(page).getByRole("status")).toHaveText("Saved speed-simplicity-prior.map.png");
});

test("saves a room's objections as web annotations and Argdown, under people's names", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  await openRoom(ann, "Ann");
  await ann.getByRole("button", { name: "More" }).click();
  await ann.getByRole("button", { name: "Export" }).click();
  await expect(dialog(ann)).toContainText("Nobody has raised one yet.");
  await expect(dialog(ann).getByRole("button", { name: "Argdown" })).toBeDisabled();
  await ann.keyboard.press("Escape");
  await combine(ann).hover();
  await ann
    .getByRole("button", { name: /^I doubt the complexity of combine goals/ })
    .first()
    .click();
  await ann.getByLabel("Why, in a few sentences").fill("Combining is #free <b>, isn't it?");
  await ann
    .getByRole("region", { name: /^I doubt this/ })
    .getByRole("button", { name: "Post", exact: true })
    .click();
  await ann.getByRole("button", { name: "More" }).click();
  await ann.getByRole("button", { name: "Export" }).click();
  await expect(dialog(ann)).toContainText("1 objection or reply, with names.");
  const argdown = await saved(ann, "Argdown");
  expect(argdown.bytes.toString()).toMatch(
    /<1 Ann>: Combining is \\#free \\<b\\>, isn't it\? #\w+ #open \{about: "c\(combine\)"\}/,
  );
  const annotations = JSON.parse((await saved(ann, "Web annotations")).bytes.toString());
  expect(annotations.first.items[0]).toMatchObject({
    creator: { name: "Ann" },
    target: { selector: [{ value: "kind=cost&term=combine&axis=c" }, { refinedBy: { exact: "6" } }] },
  });
  expect(annotations.first.items[0].target.source).not.toMatch(/\/r\/[A-Z]{6}$/);
  expect((await saved(ann, "Objections as JSON")).name).toBe("speed-simplicity-prior.objections.json");
  expect((await saved(ann, "Markdown")).bytes.toString()).toContain("**1** Ann, ");
  await closeAll([ann]);
});

test("says by name that a file is too large, in the dialog and on the page", async ({ page }) => {
  const file = { name: "huge.json", mimeType: "application/json", buffer: Buffer.alloc(5_100_000, " ") };
  await page.goto("/solo");
  await page.getByRole("button", { name: "Import" }).click();
  await page.locator('input[type="file"]').setInputFiles(file);
  await expect(dialog(page).getByRole("alert")).toContainText("huge.json has 5.1 MB; at most 5 MB are read");
  await page.goto("/import");
  await page.locator('input[type="file"]').first().setInputFiles(file);
  await expect(page.getByRole("status")).toContainText("huge.json has 5.1 MB; at most 5 MB are read");
});

test("asks before a file takes the place of a room's scenario, and undo brings it back", async ({
  browser,
}) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const other = await (await ann.request.get("/api/scenarios/store-or-derive")).json();
  const paste = async () => {
    await ann.getByRole("button", { name: "More" }).click();
    await ann.getByRole("button", { name: "Import JSON" }).click();
    await ann.getByRole("textbox", { name: "or paste its JSON" }).fill(JSON.stringify(other));
    await dialog(ann).getByRole("button", { name: "Import" }).click();
  };
  await paste();
  await expect(dialog(ann)).toContainText(`${other.title} can be read`);
  await expectNoFaults(ann, { within: "dialog" });
  await dialog(ann).getByRole("button", { name: "Back" }).click();
  await ann.keyboard.press("Escape");
  await expect(sentence(bob)).toContainText("19/8");
  await paste();
  await dialog(ann).getByRole("button", { name: "Replace the room's scenario" }).click();
  await expect(sentence(bob)).not.toContainText("19/8");
  await ann.getByRole("button", { name: "Undo" }).click();
  await expect(sentence(bob)).toContainText("19/8");
  await closeAll([ann, bob]);
});

test("notes on the rows of the model what is worth a second look, and forgets it when it is mended", async ({
  page,
}) => {
  await page.goto("/solo");
  const terms = page.getByText(/^All terms \(10\), \d+ notes$/);
  await terms.click();
  const notes = page.getByRole("list", { name: "Notes on simplest_obj" });
  await expect(notes).toContainText("Programs pay its complexity but no time.");
  await page.getByLabel("t of simplest objective, in the list").fill("0");
  await expect(notes).toBeHidden();
  await page.getByLabel("statement of storing_is_dearer").fill("c(combine) < t(combine)");
  await expect(page.getByRole("list", { name: "Notes on storing_is_dearer" })).toContainText(
    "Compares complexity, c(combine), with time, t(combine). Did you mean g * c?",
  );
});

test("exports and notes by HTTP", async ({ request }) => {
  const scenario = { library: "speed-simplicity" };
  const png = await request.post("/api/export", { data: { scenario, format: "lines.png" } });
  expect(png.headers()).toMatchObject({
    "content-type": "image/png",
    "content-disposition": 'attachment; filename="speed-simplicity-prior.lines.png"',
  });
  expect(sizeOf(await png.body())).toEqual([1920, 960]);
  const lint = await (await request.post("/api/lint", { data: { scenario } })).json();
  expect(lint.notes.length).toBe(13);
  const wrong = await request.post("/api/export", { data: { scenario, format: "pdf" } });
  expect(wrong.status()).toBe(422);
  expect((await wrong.json()).issues[0].hint).toContain("lines.png");
});
