import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join as pathOf } from "node:path";
import type { JoinedRoom } from "@crux/room/client";
import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { host, saved, setCost } from "../host.ts";
import { closeAll, combine, join, newPerson, roomOf, saving, sentence, shown } from "../room.ts";
import { raise, speaker, until } from "../speaker.ts";

const menu = async (page: Page, item: string) => {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole(item === "Report" ? "link" : "button", { name: item, exact: true }).click();
};
const part = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

/** A meeting from two numbers to two others: what it comes to is in the tests. */
async function meeting(origin: string) {
  const { room, url } = await host(origin, "Mod");
  const [bob, cleo] = await Promise.all([speaker(url, "Bob"), speaker(url, "Cleo")]);
  room.send({ kind: "start-phase", phase: "estimate" });
  await until(bob, (view) => view.session.phase !== null);
  bob.send({ kind: "pin", g: "3/2" });
  cleo.send({ kind: "pin", g: "9/4" });
  await Promise.all([saved(bob), saved(cleo)]);
  room.send({ kind: "reveal-estimates" });
  room.send({ kind: "start-phase", phase: "object" });
  await until(bob, (view) => view.session.phase?.id === "object");
  const doubt = await raise(bob, {
    text: "Combining **costs** more.",
    readings: [{ label: "nine", patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "9" }] }],
  });
  await raise(cleo, { text: "It takes longer <b>too</b>." });
  const rude = await raise(cleo, { text: "FLAMINGO" });
  bob.send({ kind: "pin-claim", claim: "claim0001", text: "score(fd) > score(fh)" });
  bob.send({ kind: "publish-overlay", group: null, patch: [], g: "3/2" });
  cleo.send({
    kind: "publish-overlay",
    group: null,
    patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "5" }],
    g: "20",
  });
  await Promise.all([saved(bob), saved(cleo)]);
  room.send({ kind: "hide", to: `objection/${rude}`, reason: "off topic" });
  expect(await room.edit.merge(doubt, 0)).toMatchObject({ ok: true });
  await saved(room);
  room.send({ kind: "checkpoint", name: "After the merge" });
  await saved(room);
  setCost(room, "get_base_obj", "c", "20");
  room.send({ kind: "blind-estimates" });
  room.send({ kind: "start-phase", phase: "revise" });
  await until(bob, (view) => view.session.phase?.id === "revise");
  bob.send({ kind: "pin", g: "4", because: { objection: doubt, words: "It does." } });
  await saved(bob);
  room.send({ kind: "reveal-estimates" });
  await until(cleo, (view) => view.estimates.blind === false);
  await saved(room);
  return { room, url, others: [bob, cleo] as readonly JoinedRoom[] };
}

test("reports what the room said, on screen, on paper and as Markdown", async ({ browser, baseURL }) => {
  test.slow();
  const { room, url, others } = await meeting(baseURL ?? "");
  const page = await newPerson(browser);
  await page.goto(`${url}/report`);
  const rows = page.getByTestId("thresholds").locator("tbody tr");
  await expect(rows.locator("th")).toHaveText([
    "Start",
    "Estimate",
    "Object",
    "Objection 1 merged",
    "After the merge",
    "Revise",
    "Now",
  ]);
  await expect(rows.nth(3)).toContainText("19/8 → 76/29");
  await expect(rows.nth(4)).toContainText("as before");
  const strip = (await page.getByTestId("report-sentence").textContent()) ?? "";
  await expect(rows.nth(6)).toContainText(strip);
  await expect(part(page, "Agenda").locator("tbody th")).toHaveText(["Estimate", "Object", "Revise"]);
  await expect(page.getByTestId("numbers").locator("tbody tr")).toContainText([
    /Bob\s*3\/2\s*4.*objection 1: It does\./,
    /Cleo\s*9\/4\s*–/,
  ]);
  await expect(part(page, "Open objections").getByTestId("report-objection")).toContainText([
    /2 Cleo, doubts time of .*It takes longer <b>too<\/b>\./,
    "Hidden by a moderator: off topic",
  ]);
  await expect(part(page, "Settled objections").getByTestId("report-objection")).toContainText([
    /Combining costs more\..*19\/8 → 76\/29.*Mod made it part of the model\./s,
  ]);
  await expect(page.getByTestId("report-claim")).toContainText([/score\(fd\) > score\(fh\).*Proved/s]);
  await expect(part(page, "What moderators did")).toContainText("Mod hid an objection: off topic");
  await expect(page.getByText("FLAMINGO")).toHaveCount(0);
  await expect(part(page, "Cruxes")).toContainText("The crux is g: Cleo says 20, Bob says 3/2");

  // The command line says the same of the room's file, times aside.
  await expect(page.getByRole("button", { name: "Markdown" })).toBeEnabled();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Markdown" }).click(),
  ]);
  const markdown = readFileSync(await download.path(), "utf8");
  const file = await room.past.export();
  const saidAs = test.info().outputPath("room.json");
  writeFileSync(saidAs, file.ok ? file.value : "");
  const crux = pathOf(import.meta.dirname, "../../apps/cli/bin/crux.mjs");
  const printed = execFileSync("node", [crux, "report", saidAs], { encoding: "utf8" });
  expect(timeless(printed)).toBe(timeless(markdown));
  expect(markdown).not.toContain("FLAMINGO");

  await expectNoFaults(page);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  const pdf = (await page.pdf({ format: "A4", printBackground: true })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(1);
  await page.emulateMedia({ media: "screen", colorScheme: "dark" });
  await page.setViewportSize({ width: 360, height: 740 });
  await expectFits(page);
  await expectNoFaults(page);

  // It stays what was printed until one asks for more.
  setCost(room, "get_base_obj", "c", "25");
  await page.getByRole("button", { name: /^The room has changed/ }).click();
  await expect(page.getByTestId("report-sentence")).not.toHaveText(strip);
  for (const one of [room, ...others]) one.leave();
  await closeAll([page]);
});

/** What a window shows, but for the name, which only those who may edit have as a field. */
const costs = async (page: Page): Promise<string> =>
  (await shown(page)).replace(/title=[^.]*prior/, "").replace(/\n/g, "");

/** A report without what is written of times. */
const timeless = (text: string): string =>
  text.replace(/\d{4}-\d\d-\d\d \d\d:\d\d UTC|\d{1,2} \w{3,4},? \d\d:\d\d/g, "TIME").trim();

test("keeps every version with its author and effect, compares with now, and restores as one edit", async ({
  browser,
}) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const history = first.getByTestId("history").getByRole("listitem");
  await combine(first).fill("9");
  await expect(saving(first)).toHaveText("Saved");
  await menu(first, "History");
  await first.getByLabel("Name the room as it is now").fill("Dearer combining");
  await first.keyboard.press("Enter");
  await expect(history.first()).toContainText("Dearer combining");
  await expect(history.nth(1)).toContainText("You");
  await expect(history.nth(1).getByTestId("change-badge")).toHaveText("19/8 → 76/29");
  await expect(history.nth(1)).toContainText("6 → 9");
  await expect(history.last()).toContainText("The room was made");
  await expectNoFaults(first);
  await first.keyboard.press("Escape");
  await combine(bob).fill("14");
  await bob
    .getByLabel(/^complexity of base objective/)
    .first()
    .fill("20");
  await expect(saving(bob)).toHaveText("Saved");
  await expect(combine(first)).toHaveValue("14");
  await expect(sentence(first)).toContainText("below 19.");
  const later = await sentence(first).textContent();

  await menu(first, "History");
  await expect(history.first()).toContainText("Bob");
  await expect(history.first()).toContainText("9 → 14");
  await first.getByRole("button", { name: "Compare with now the version at “Dearer combining”" }).click();
  await expect(first.getByTestId("since")).toContainText("Then");
  await expect(first.getByTestId("since")).toContainText("below 76/29");
  await first.getByRole("button", { name: "Restore the version at “Dearer combining”" }).click();
  await first.getByRole("button", { name: "Restore this version" }).click();
  await expect(first.getByTestId("history-said")).toContainText("Restored");
  await expect(history.first()).toContainText("You restored an earlier version");
  await expect(combine(bob)).toHaveValue("9");
  await expect(sentence(bob)).toContainText("below 76/29");
  await first.keyboard.press("Escape");
  await first.getByRole("button", { name: "Undo" }).click();
  await expect(combine(bob)).toHaveValue("14");
  await expect(sentence(bob)).toHaveText(later ?? "");

  const phone = await newPerson(browser, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await join(phone, first.url(), "Vic", "Only watch");
  await menu(phone, "History");
  await expect(phone.getByTestId("history").getByRole("listitem").first()).toContainText("9 → 14");
  await expect(phone.getByRole("button", { name: /^Restore/ })).toHaveCount(0);
  await expect(phone.getByLabel("Name the room as it is now")).toHaveCount(0);
  await expectFits(phone);
  await expectNoFaults(phone);
  await closeAll([first, bob, phone]);
});

test("takes a whole room along in one file, and brings it back equal", async ({ browser, baseURL }) => {
  test.slow();
  const { room, url, others } = await meeting(baseURL ?? "");
  const vic = await newPerson(browser);
  await join(vic, url, "Vic");
  await menu(vic, "Export");
  const [download] = await Promise.all([
    vic.waitForEvent("download"),
    vic.getByRole("button", { name: "Whole room" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.room\.json$/);
  const text = readFileSync(await download.path(), "utf8");
  expect(text).not.toContain("FLAMINGO");
  expect(text).not.toContain(url.slice(-6));
  const before = await costs(vic);

  const eve = await newPerson(browser);
  const choose = (content: string) =>
    eve
      .getByLabel("Choose the file of a room")
      .setInputFiles({ name: "room.json", mimeType: "application/json", buffer: Buffer.from(content) });
  await eve.goto("/");
  await eve.getByRole("button", { name: "bring back a room from its file" }).click();
  const dialog = eve.getByRole("dialog");
  await dialog.getByLabel("Your name").fill("Eve");
  await choose(text.slice(0, -2_000));
  await expect(dialog.getByRole("alert")).toContainText("only a part of it is there");
  await choose('{"format":"crux/scenario"}');
  await expect(dialog.getByRole("alert")).toContainText("a scenario without a room");
  const log = JSON.parse(text) as { readonly entries: readonly unknown[] };
  await choose(JSON.stringify({ ...log, entries: log.entries.slice(1) }));
  await dialog.getByRole("button", { name: "Open this room" }).click();
  await expect(dialog.getByRole("alert")).toContainText("room.json was not taken");
  await expect(dialog.getByRole("alert")).toContainText("entry 1");
  await choose(text);
  await expect(dialog.getByRole("status")).toContainText(`a room with ${log.entries.length} entries`);
  await expectNoFaults(eve);
  await dialog.getByRole("button", { name: "Open this room" }).click();
  await expect(eve).toHaveURL(/\/r\/[A-Z]{6}$/);
  await expect(saving(eve)).toHaveText("Saved");
  await expect.poll(() => costs(eve)).toBe(before);

  // What both rooms hold is the same, but for who is in them now and that the phase that was on has ended.
  const there = await speaker(eve.url(), "Zoe");
  const held = (one: JoinedRoom) => {
    const { debate, estimates, session, rows } = one.getSnapshot();
    const { phase: _, timers: __, past, ...meeting } = session;
    return { debate, estimates, meeting, rows, past: past.slice(0, 2) };
  };
  const here = await speaker(url, "Zoe");
  expect(held(there)).toEqual(held(here));
  expect(there.getSnapshot().session.phase).toBeNull();
  expect(there.getSnapshot().session.past.map(({ name }) => name)).toEqual(["Estimate", "Object", "Revise"]);
  for (const one of [room, ...others, there, here]) one.leave();
  await closeAll([vic, eve]);
});
