import { expect, type Page, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { closeAll, combine, join, newPerson, openRoom, roomOf, sentence } from "../room.ts";

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

  const before = Date.now();
  await ann.getByRole("button", { name: "Start “Estimate”" }).click();
  await expect(phase(ann)).toHaveText("Estimate");
  await expect(phase(bob)).toHaveText("Estimate");
  // However long this machine takes: what is left is what the test's own clock says, within the second that both round.
  for (const page of [ann, bob]) {
    const seconds = await left(page);
    expect(seconds).toBeGreaterThanOrEqual(300 - Math.ceil((Date.now() - before) / 1_000) - 1);
    expect(seconds).toBeLessThanOrEqual(300);
  }
  await ann.getByRole("button", { name: "Pause the timer" }).click();
  await expect(timer(bob)).toContainText("paused");
  await expect(timer(ann)).toContainText("paused");
  expect(await timer(bob).textContent()).toBe(await timer(ann).textContent());
  const paused = await left(bob);
  await ann.getByRole("button", { name: "1 min more" }).click();
  await expect.poll(() => left(bob)).toBe(paused + 60);
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
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
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

const meeting = async (page: Page) => {
  await page.getByRole("tab", { name: "Meeting" }).click();
  return page.getByRole("region", { name: "Meeting" }).last();
};
const queue = (page: Page) => page.getByRole("button", { name: /^Speaking queue/ });

async function goTo(page: Page, phaseName: string): Promise<void> {
  await agenda(page).click();
  await page.getByRole("button", { name: `Start “${phaseName}”` }).click();
  await page.keyboard.press("Escape");
}

test("a queue gives its reasons to all, one press recognises, and the speaker yields", async ({
  browser,
}) => {
  const [ann, bob, cyd] = await roomOf(browser, ["Ann", "Bob", "Cyd"]);
  await goTo(ann, "State");
  await queue(bob).click();
  await bob.getByRole("button", { name: "Raise my hand" }).click();
  await ann.getByRole("button", { name: "Recognise Bob" }).click();
  await expect(cyd.getByTestId("speaker")).toHaveText("Bob");
  await expect(cyd.getByRole("timer", { name: "Time left for the speaker" })).toContainText(/(2:00|1:\d\d)/);
  await expect(bob.getByTestId("speaker")).toHaveText("You speak");

  const panel = await meeting(ann);
  await panel.getByRole("button", { name: "Raise my hand" }).click();
  await queue(cyd).click();
  await cyd.getByRole("button", { name: "Reply to the speaker" }).click();
  const places = panel.getByRole("list", { name: "Next" }).getByRole("listitem");
  await expect(places.first()).toContainText("Cyd");
  await expect(places.first()).toContainText("answers what is being talked about");
  await expect(places.last()).toContainText("Ann (you)");
  await expect(places.last()).toContainText("has not spoken yet");
  await expect(cyd.getByText("Your hand is up: you are next.")).toBeVisible();
  await panel.getByRole("button", { name: "Skip Cyd" }).click();
  await expect(places.last()).toContainText("was passed over");
  await bob.getByRole("button", { name: "I'm done" }).click();
  await expect(cyd.getByTestId("speaker")).toHaveCount(0);
  await closeAll([ann, bob, cyd]);
});

test("a question is blind on the wire until it is revealed, and a revision shows beside what was", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const [bob, cyd] = [await newPerson(browser), await newPerson(browser)];
  const heard: string[] = [];
  cyd.on("websocket", (socket) => socket.on("framereceived", ({ payload }) => heard.push(String(payload))));
  await join(bob, url, "Bob");
  await join(cyd, url, "Cyd");
  const panel = await meeting(ann);
  await panel.getByRole("button", { name: "Ask a question" }).click();
  await panel.getByRole("textbox", { name: "Question" }).fill("Which wins if storing is free?");
  await panel.getByRole("button", { name: "Few words" }).click();
  await panel.getByRole("button", { name: "Ask everybody" }).click();
  await bob.getByRole("button", { name: "Answer" }).click();
  const answering = bob.getByRole("dialog", { name: "A question" });
  await answering.getByRole("textbox").fill("zebra-answer");
  await answering.getByRole("button", { name: "Answer" }).click();
  await expect(answering.getByRole("button", { name: "Sent" })).toBeVisible();
  await expect(panel.getByText("1 of 3 in")).toBeVisible();
  await expect(cyd.getByText("1 of 3 in")).toBeVisible();
  expect(heard.join(" ")).not.toContain("zebra");
  await panel.getByRole("button", { name: "Reveal" }).click();
  await expect(panel.getByText("zebra-answer: 1.")).toBeAttached();
  await expect.poll(() => heard.join(" "), "and the frames are read").toContain("zebra");
  await answering.getByRole("textbox").fill("okapi");
  await answering.getByRole("button", { name: "Change my answer" }).click();
  await expect(
    panel.getByText("okapi: 1 (before 0); zebra-answer: 0 (before 1). 1 answer changed."),
  ).toBeAttached();
  await panel.getByRole("button", { name: "who said what" }).click();
  await expect(panel.getByRole("list", { name: "Who said what" })).toContainText("zebra-answer → okapi");
  await closeAll([ann, bob, cyd]);
});

/** Presses a button that belongs to the term "combine goals", which is selected first. */
async function atCombine(page: Page, name: string): Promise<void> {
  await page.getByRole("tab", { name: /^Debate/ }).click();
  await combine(page).click();
  await page.getByRole("region", { name: "Debate" }).getByRole("button", { name, exact: true }).click();
}

test("“lost me” reaches the moderator as a number, and plain words reach everybody", async ({ browser }) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const [bob, cyd] = [
    await newPerson(browser),
    await newPerson(browser, { viewport: { width: 1280, height: 900 } }),
  ];
  await join(bob, url, "Bob");
  await join(cyd, url, "Cyd", "Only watch");
  await atCombine(bob, "Lost me");
  await atCombine(cyd, "Lost me");
  const panel = await meeting(ann);
  await expect(panel.getByTestId("lost")).toContainText(/2\s*the term combine goals/);
  await expect(ann.getByText("lost at combine goals").first()).toBeAttached();
  await expect(bob.getByText("lost at combine goals"), "nobody else hears of it").toHaveCount(0);
  await atCombine(bob, "You lost me ✓");
  await expect(panel.getByTestId("lost")).toContainText(/1\s*the term combine goals/);

  await panel.getByRole("button", { name: "Explain it" }).click();
  await atCombine(ann, "In plain words");
  await ann.getByLabel("in plain words, for everybody").fill("Storing how the goals are joined.");
  await ann.getByRole("button", { name: "Pin it" }).click();
  const word = cyd.getByRole("button", { name: "combine goals in plain words" }).first();
  await word.focus();
  await expect(word).toHaveAccessibleDescription("Storing how the goals are joined. (Ann)");
  await expect(cyd.getByText("Storing how the goals are joined. (Ann)").first()).toBeVisible();
  await cyd.keyboard.press("Escape");
  await meeting(ann);
  await panel.getByRole("button", { name: "the term combine goals was explained" }).click();
  await expect(panel.getByTestId("lost")).toHaveCount(0);
  await closeAll([ann, bob, cyd]);
});

test("a moderator locks, mutes and sends out, and everybody reads what was done and why", async ({
  browser,
}) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await goTo(ann, "Object");
  await atCombine(ann, "Lock");
  await expect(combine(ann)).not.toBeEditable();
  await expect(combine(bob)).not.toBeEditable();
  await atCombine(ann, "Unlock");
  await expect(combine(ann)).toBeEditable();

  await ann.getByRole("button", { name: "Share" }).click();
  await ann.getByRole("button", { name: "Mute Bob" }).click();
  await ann.getByLabel(/^Why\?/).fill("shouting");
  await ann.getByRole("button", { name: "Mute", exact: true }).click();
  await expect(ann.getByRole("button", { name: "Unmute Bob" })).toBeVisible();
  await bob.getByRole("tab", { name: /^Debate/ }).click();
  await expect(bob.getByTestId("lock")).toContainText("A moderator has muted you until the next phase");
  const log = await meeting(bob);
  await log.getByText(/^What moderators did/).click();
  await expect(log.getByRole("list", { name: "What moderators did" })).toContainText(
    "Ann muted Bob: shouting.",
  );
  await expect(log.getByRole("list", { name: "What moderators did" })).toContainText(
    "Ann locked the term combine goals.",
  );

  await ann.getByRole("button", { name: "Send out Bob" }).click();
  await ann.getByLabel(/^Why\?/).fill("again");
  await ann.getByRole("button", { name: "Send out", exact: true }).click();
  await expect(bob.getByText("A moderator has sent you out of this room.")).toBeVisible();
  await closeAll([ann, bob]);
});

test("in an anonymous room words stand under made-up names, and what is hidden leaves a stub", async ({
  browser,
}) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const panel = await meeting(ann);
  await panel.getByLabel(/^Anonymous room/).click();
  await panel.getByRole("button", { name: "Ask a question" }).click();
  await panel.getByRole("textbox", { name: "Question" }).fill("One word?");
  await panel.getByRole("button", { name: "Few words" }).click();
  await panel.getByRole("button", { name: "Ask everybody" }).click();
  await expect(bob.getByTestId("anonymous")).toContainText("made-up name");
  await bob.getByRole("button", { name: "Answer" }).click();
  const answering = bob.getByRole("dialog", { name: "A question" });
  await answering.getByRole("textbox").fill("rude word");
  await answering.getByRole("button", { name: "Answer" }).click();
  await panel.getByRole("button", { name: "Reveal" }).click();
  await panel.getByRole("button", { name: "who said what" }).click();
  const people = panel.getByRole("list", { name: "Who said what" });
  await expect(people).toContainText("rude word");
  await expect(people).not.toContainText("Bob");
  await people.getByRole("button", { name: /^Hide the answer of/ }).click();
  await people.getByLabel(/^Why is it hidden/).fill("a slur");
  await people.getByRole("button", { name: "Hide it" }).click();
  await panel.getByText(/^What moderators did/).click();
  await expect(panel.getByRole("list", { name: "What moderators did" })).toContainText(
    /Ann hid an answer of .*: a slur\./,
  );
  await closeAll([ann, bob]);
});

test("who comes back, or comes late, reads what changed by what it did", async ({ browser }) => {
  const [ann, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const url = ann.url();
  await bob.goto("/help");
  await combine(ann).fill("14");
  await combine(ann).blur();
  await expect(sentence(ann)).toContainText("19/6");
  await bob.goto(url);
  const since = bob.getByRole("complementary", { name: "Since you left" });
  await expect(since).toContainText("The room's model: Moves the flip at 19/8 to 19/6.");
  await expect(since).toContainText("complexity of combine goals: 6 → 14");
  await since.getByRole("button", { name: "I have read it" }).click();
  await expect(since).toHaveCount(0);

  await goTo(ann, "Object");
  const cyd = await newPerson(browser);
  await join(cyd, url, "Cyd");
  const missed = cyd.getByRole("complementary", { name: "What you missed" });
  await expect(missed).toContainText("The meeting is at “Object”, 3 of 5.");
  await expect(missed).toContainText("Moves the flip at 19/8 to 19/6.");
  await expect(missed).toContainText("Fast honest wins below 19/6.");
  await closeAll([ann, bob, cyd]);
});

for (const colorScheme of ["light", "dark"] as const)
  test(`axe finds nothing in a meeting's parts, and nothing sticks out: ${colorScheme}`, async ({
    browser,
  }) => {
    const ann = await newPerson(browser, { colorScheme });
    const url = await openRoom(ann, "Ann");
    const bob = await newPerson(browser, { colorScheme, viewport: { width: 360, height: 740 } });
    await join(bob, url, "Bob");
    const check = async (page: Page) => {
      await expectNoFaults(page);
      await expectFits(page);
    };
    await agenda(ann).click();
    await check(ann);
    await ann.getByRole("button", { name: "Edit the agenda" }).click();
    await ann.getByText("Who may do what").first().click();
    await check(ann);
    await ann.getByRole("button", { name: "Cancel" }).click();
    await goTo(ann, "Object");
    const panel = await meeting(ann);
    await panel.getByRole("button", { name: "Ask a question" }).click();
    await panel.getByRole("button", { name: "Slider" }).click();
    await check(ann);
    await panel.getByRole("textbox", { name: "Question" }).fill("How sure are you?");
    await panel.getByRole("button", { name: "Ask everybody" }).click();
    await panel.getByRole("textbox", { name: "How sure are you?, typed" }).fill("40");
    await panel.getByRole("button", { name: "Answer" }).click();
    await panel.getByRole("button", { name: "Reveal" }).click();
    await panel.getByRole("button", { name: "who said what" }).click();
    await check(ann);
    await ann.setViewportSize({ width: 640, height: 400 }); // 1280 by 800 at 200%
    await check(ann);
    await queue(bob).click();
    await check(bob);
    await closeAll([ann, bob]);
  });
