import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { card, withCard } from "../meeting.ts";
import { closeAll, combine, join, newPerson, roomOf, sentence } from "../room.ts";
import { raise, speaker, until } from "../speaker.ts";

const ghost = (page: Page) => page.getByTestId("ghost-sentence");
const rail = (page: Page) => page.getByRole("region", { name: "Debate", exact: true });

test("shows what somebody doubts to everybody, tries it out for one alone, and merges it for all", async ({
  browser,
}) => {
  const [first, second] = await roomOf(browser, ["Ann", "Bob"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  await raise(cara);
  for (const page of [first, second]) {
    await expect(card(page, /Combining takes longer/).getByTestId("badge")).toHaveText("19/8 → 19/4");
    await expect(card(page, /Combining takes longer/)).toContainText("Cara");
  }
  await card(first, /Combining/)
    .getByRole("button", { name: /80 steps/ })
    .click();
  await expect(ghost(first)).toContainText("19/4");
  await expect(ghost(second)).toHaveCount(0);
  await expect(sentence(first)).toContainText("19/8");
  await withCard(first, /Combining/, "Merge");
  for (const page of [first, second]) {
    await expect(sentence(page)).toContainText("19/4");
    await expect(card(page, /Combining/)).toContainText(/(You|Ann) made it part of the model/);
  }
  await expect(ghost(first)).toHaveCount(0);
  await first.getByRole("button", { name: "Undo" }).click();
  await expect(sentence(second)).toContainText("19/8");
  await cara.leave();
  await closeAll([first, second]);
});

test("stacks a reply on what it answers, and takes it off with it", async ({ browser }) => {
  const [first, second] = await roomOf(browser, ["Ann", "Bob"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  const id = await raise(cara);
  await raise(cara, {
    replyTo: id,
    text: "But it is stored for less.",
    anchor: { kind: "cost", term: "combine", axis: "c", snapshot: "6" },
    readings: [{ label: "3 units", patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "3" }] }],
  });
  const reply = card(first, /stored for less/);
  await expect(reply.getByTestId("badge")).toHaveText("19/4 → 152/35");
  await reply.getByRole("button", { name: /3 units/ }).click();
  await expect(ghost(first)).toContainText("152/35");
  await expect(card(first, /Combining/).getByRole("button", { name: /80 steps/ })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await card(first, /Combining/)
    .getByRole("button", { name: /80 steps/ })
    .click();
  await expect(ghost(first)).toHaveCount(0);
  await withCard(first, /stored for less/, "Merge with the 1 it builds on");
  await expect(sentence(first)).toContainText("152/35");
  await expect(card(first, /Combining/)).toContainText("You made it part of the model");
  await cara.leave();
  await closeAll([first, second]);
});

test("settles in all the ways: decline with a reason, concede with a rest, withdraw, open again", async ({
  browser,
}) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  const [one, two, three] = [
    await raise(cara, { text: "First doubt." }),
    await raise(cara, { text: "Second doubt." }),
    await raise(cara, { text: "Third doubt." }),
  ];
  await withCard(first, /First doubt/, "Leave out …");
  await first.getByLabel(/Why does it not become part/).fill("It is measured.");
  await first.getByRole("button", { name: "Leave it out" }).click();
  await expect(card(first, /First doubt/)).toContainText("You left it out: It is measured.");
  await withCard(first, /Second doubt/, "Concede …");
  await first.getByLabel(/What do you still hold/).fill("Not by that much.");
  await first.getByRole("button", { name: "Concede", exact: true }).click();
  await expect(card(first, /Second doubt/)).toContainText("You conceded. Still held: Not by that much.");
  cara.send({ kind: "withdraw-objection", objection: three });
  await expect(card(first, /Third doubt/)).toContainText("Cara withdrew it.");
  await first.getByRole("button", { name: "Open", exact: true }).click();
  await expect(rail(first)).toContainText("Nothing here.");
  await first.getByRole("button", { name: "Settled", exact: true }).click();
  await expect(rail(first).getByRole("article")).toHaveCount(3);
  await card(first, /First doubt/)
    .getByRole("button", { name: "Open it again" })
    .click();
  await card(first, /First doubt/)
    .getByRole("button", { name: "Open again" })
    .click();
  await until(cara, (view) => view.debate.objections[one]?.outcome === null);
  expect(cara.getSnapshot().debate.objections[two]?.outcome?.kind).toBe("conceded");
  await cara.leave();
  await closeAll([first]);
});

test("counts reactions and says whose, and marks endorsements of an earlier version", async ({ browser }) => {
  const [first, second] = await roomOf(browser, ["Ann", "Bob"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  const id = await raise(cara);
  await card(first, /Combining/)
    .getByRole("button", { name: "Crux for me" })
    .click();
  await expect(card(second, /Combining/).getByRole("button", { name: "Crux for me, 1" })).toBeVisible();
  await card(second, /Combining/)
    .getByRole("button", { name: "who" })
    .click();
  await expect(card(second, /Combining/)).toContainText("Crux for me:");
  await expect(
    card(second, /Combining/)
      .getByRole("list")
      .last(),
  ).toContainText("Ann");
  await card(second, /Combining/)
    .getByRole("button", { name: "Endorse" })
    .click();
  await expect(card(first, /Combining/).getByRole("button", { name: "Endorse 1" })).toBeVisible();
  cara.send({
    kind: "edit-objection",
    objection: id,
    doubt: "undermine",
    text: "Combining takes much longer.",
    readings: [],
  });
  await expect(card(first, /much longer/)).toContainText("+ 1 for an earlier version");
  await expect(card(second, /much longer/).getByRole("button", { name: "Endorse again" })).toBeVisible();
  await cara.leave();
  await closeAll([first, second]);
});

test("keeps an objection whose term somebody deletes, and ties it to another", async ({ browser }) => {
  const [first, second] = await roomOf(browser, ["Ann", "Bob"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  await raise(cara, {
    text: "Checking is dear.",
    anchor: { kind: "cost", term: "is_deployed_in_world", axis: "c", snapshot: "4" },
    rows: cara
      .getSnapshot()
      .rows.terms.filter(({ id }) => id === "is_deployed_in_world")
      .map(({ key }) => `terms/${key}`),
    readings: [],
    doubt: "question",
  });
  await expect(card(second, /Checking is dear/)).toBeVisible();
  await first.getByText(/^All terms/).click();
  await first.getByRole("button", { name: "Delete deployment check" }).click();
  await first.getByRole("button", { name: "Delete it anyway" }).click();
  await expect(rail(second)).toContainText("Lost their place (1)");
  await expect(rail(second)).toContainText("It was: 4");
  await first.getByLabel("Tie it to").selectOption({ label: "the complexity of combine goals" });
  await first.getByRole("button", { name: "Tie", exact: true }).click();
  await expect(rail(second)).not.toContainText("Lost their place");
  await expect(card(second, /Checking is dear/)).toContainText("the complexity of combine goals");
  await cara.leave();
  await closeAll([first, second]);
});

test("says what a card was written against when its term has changed since, with today's effect", async ({
  browser,
}) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  await raise(cara, {
    text: "Combining is dear.",
    anchor: { kind: "cost", term: "combine", axis: "c", snapshot: "6" },
    readings: [{ label: "12 units", patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "12" }] }],
  });
  await expect(card(first, /Combining is dear/).getByTestId("badge")).toHaveText("19/8 → 38/13");
  await combine(first).fill("9");
  const note = card(first, /Combining is dear/);
  await expect(note).toContainText(/Written against v\d+: was 6, now 9/);
  await expect(note.getByTestId("badge")).toHaveText("76/29 → 38/13");
  await note.getByRole("button", { name: "It still applies" }).click();
  await expect(note).not.toContainText("Written against");
  await cara.leave();
  await closeAll([first]);
});

test("gives objections without a number a shelf of their own, with how likely they apply", async ({
  browser,
}) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  const id = await raise(cara, {
    doubt: "scope",
    text: "None of this is trained so.",
    anchor: { kind: "scenario", snapshot: "" },
    rows: [],
    readings: [],
  });
  const one = card(first, /None of this/);
  await expect(rail(first)).toContainText("About the model's reach (1)");
  await one.getByRole("textbox", { name: /How likely does it apply/ }).fill("62.5");
  await one.getByRole("textbox", { name: /How likely does it apply/ }).press("Enter");
  await expect(one.getByRole("slider")).toHaveValue("63");
  await withCard(first, /None of this/, "Log as scope …");
  await first.getByLabel(/Logged as scope: what/).fill("Only about priors.");
  await first.getByRole("button", { name: "Log as scope", exact: true }).click();
  await expect(one).toContainText("You logged it as scope: Only about priors.");
  await until(cara, (view) => view.debate.objections[id]?.outcome?.kind === "declined");
  await cara.leave();
  await closeAll([first]);
});

test("puts rival values side by side: one is chosen, or both are kept", async ({ browser }) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  await raise(cara, { text: "Eighty." });
  await raise(cara, {
    text: "Ninety.",
    readings: [{ label: "90 steps", patch: [{ kind: "set-cost", term: "combine", axis: "t", to: "90" }] }],
  });
  await first.getByText("One cost has rival values").click();
  const rivals = first.locator("details", { hasText: "rival values" });
  await expect(rivals).toContainText("80");
  await rivals
    .getByRole("listitem")
    .filter({ hasText: "90" })
    .last()
    .getByRole("button", { name: "Choose" })
    .click();
  await expect(card(first, /Ninety/)).toContainText("You made it part of the model");
  await expect(card(first, /Eighty/)).toContainText("You left it out");
  await expect(rivals).toHaveCount(0);
  await cara.leave();
  await closeAll([first]);
});

test("says how many objections there are to a term, and shows those", async ({ browser }) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  await raise(cara);
  await raise(cara, {
    text: "All of it.",
    anchor: { kind: "scenario", snapshot: "" },
    rows: [],
    readings: [],
    doubt: "question",
  });
  await expect(rail(first).getByRole("article")).toHaveCount(2);
  await first
    .getByRole("button", { name: /^1 objection to combine goals/ })
    .first()
    .click();
  await expect(rail(first).getByRole("article")).toHaveCount(1);
  await card(first, /Combining/)
    .getByRole("button", { name: "the time of combine goals" })
    .click();
  await expect(first.getByLabel(/^time of combine goals/).first()).toBeFocused();
  await first.getByRole("button", { name: "Forget where I am" }).click();
  await expect(rail(first).getByRole("article")).toHaveCount(2);
  await cara.leave();
  await closeAll([first]);
});

test("suggests what to doubt while nobody has said anything; viewers are told how to take part", async ({
  browser,
}) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  await expect(rail(first)).toContainText("Nobody doubts anything yet.");
  await expect(rail(first).getByRole("button", { name: /^I doubt the / })).toHaveCount(2);
  const viewer = await newPerson(browser);
  await join(viewer, url, "Vic", "Only watch");
  await expect(rail(viewer)).toContainText("You are watching.");
  await expect(rail(viewer).getByRole("button", { name: /I doubt/ })).toHaveCount(0);
  await closeAll([first, viewer]);
});

test("runs nothing of what people write, and keeps its layout", async ({ browser }) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const alarms: string[] = [];
  first.on("dialog", (dialog) => {
    alarms.push(dialog.message());
    void dialog.dismiss();
  });
  first.on("pageerror", (error) => alarms.push(error.message));
  const cara = await speaker(url, "<img src=x onerror=alert(1)>");
  const texts = [
    "<script>alert(1)</script><img src=x onerror=alert(1)> [go](javascript:alert(1)) <svg onload=alert(1)>",
    "$\\href{javascript:alert(1)}{x}$ $\\def\\a{\\a\\a}\\a$ $\\frac{1}{$ $\\rule{9999em}{9999em}$ $x_{$",
    `${">".repeat(900)} deep ${"*".repeat(600)}${"[".repeat(300)}`,
    "W".repeat(2_000),
    "ABC \u05d0\u05d1\u05d2 123 \u05d3 $a+b$ end",
    `$$${"\\sqrt{".repeat(150)}x${"}".repeat(150)}$$`,
  ];
  for (const [at, text] of texts.entries())
    await raise(cara, { text, readings: at === 3 ? [{ label: "L".repeat(120), patch: [] }] : [] });
  await expect(card(first, /^Undermines: ABC/)).toBeVisible();
  await first.waitForTimeout(500);
  expect(alarms).toEqual([]);
  expect(await rail(first).locator("script, img, iframe, object, a[href^='javascript' i]").count()).toBe(0);
  await expectFits(first);
  const phone = await newPerson(browser, { viewport: { width: 360, height: 740 } });
  await join(phone, url, "Bob");
  await phone.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Debate" }).click();
  await expect(card(phone, /^Undermines: ABC/)).toBeAttached();
  await expectFits(phone);
  await cara.leave();
  await closeAll([first, phone]);
});

test("is worked with the keyboard alone, on a phone, without accessibility faults", async ({ browser }) => {
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  await raise(cara);
  const phone = await newPerson(browser, { viewport: { width: 360, height: 740 } });
  await join(phone, url, "Bob");
  await phone
    .getByRole("navigation", { name: "Panels" })
    .getByRole("button", { name: "Debate" })
    .press("Enter");
  const reading = card(phone, /Combining/).getByRole("button", { name: /80 steps/ });
  await reading.focus();
  await phone.keyboard.press("Space");
  await expect(ghost(phone)).toContainText("19/4");
  await card(phone, /Combining/)
    .getByRole("button", { name: "Agree" })
    .press("Enter");
  await expect(card(first, /Combining/).getByRole("button", { name: "Agree, 1" })).toBeVisible();
  await card(phone, /Combining/)
    .getByRole("button", { name: "Reply" })
    .press("Enter");
  await expect(phone.getByRole("textbox").first()).toBeAttached();
  for (const page of [first, phone]) {
    await expectNoFaults(page);
  }
  await cara.leave();
  await closeAll([first, phone]);
});
