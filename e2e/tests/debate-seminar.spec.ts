import { expect, type Page, test } from "@playwright/test";
import { closeAll, join, newPerson, openRoom, sentence } from "../room.ts";
import { crowd, everybody, raise, until } from "../speaker.ts";

const students = 38;

async function startPhase(page: Page, name: string): Promise<void> {
  const agenda = page.getByRole("button", { name: "agenda", exact: false }).first();
  await agenda.click();
  await page
    .getByRole("button", { name: `Start “${name}”` })
    .first()
    .click();
  if ((await agenda.getAttribute("aria-expanded")) === "true") await agenda.click();
  await expect(page.getByTestId("phase").first()).toHaveText(name);
}

/** Opens what can be done with a card of the debate, and does it. */
async function withCard(page: Page, card: RegExp, deed: RegExp): Promise<void> {
  await page.getByRole("tab", { name: /^Debate/ }).click();
  const found = page.getByRole("article", { name: card });
  await found.getByRole("button", { name: "Settle or change it" }).click();
  await found.getByRole("button", { name: deed }).click();
}

test("a seminar: forty people, a projector and phones, from the code on the wall to the second look", async ({
  browser,
}) => {
  test.setTimeout(420_000);
  // Minute 0: the code is on the wall, and everybody comes in by it.
  const teacher = await newPerson(browser, { viewport: { width: 1440, height: 900 } });
  const url = await openRoom(teacher, "Teacher");
  const wall = await newPerson(browser, { viewport: { width: 1920, height: 1080 } });
  await wall.goto(`${url}/screen`);
  await expect(wall.getByTestId("code")).toHaveText(`${url.slice(-6, -3)} ${url.slice(-3)}`);
  await expect(wall.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await teacher.getByRole("button", { name: "Share" }).click();
  await teacher.getByLabel("The code makes people").selectOption("participant");
  await teacher.keyboard.press("Escape");
  const people = await crowd(url, students);
  const phone = await newPerson(browser, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await join(phone, url, "Pia");
  await expect(wall.getByText("40 people are here.")).toBeVisible();

  // Minute 3: a blind question, the only thing on the phone; bars when all are in.
  await startPhase(teacher, "Estimate");
  const now = phone.getByRole("region", { name: "Now", exact: true });
  await phone.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: /^Now/ }).tap();
  await teacher.getByRole("tab", { name: "Meeting" }).click();
  await teacher.getByRole("button", { name: "Ask a question" }).click();
  await teacher.getByLabel("Question", { exact: true }).fill("Which program wins if thinking is free?");
  await teacher.getByLabel("Option 1").fill("The honest one");
  await teacher.getByLabel("Option 2").fill("The deceptive one");
  await teacher.getByRole("button", { name: "Ask everybody" }).click();
  await expect(now.getByRole("heading")).toHaveText(["Which program wins if thinking is free?"]);
  await Promise.all(
    people.map((one) => until(one, ({ session }) => Object.keys(session.polls).length === 1)),
  );
  await everybody(people, (one, at) => {
    const [poll = ""] = Object.keys(one.getSnapshot().session.polls);
    one.send({ kind: "answer-poll", poll, answer: at < 30 ? "0" : "1" });
  });
  await expect(wall.getByTestId("count")).toHaveText("38 of 40 in");
  await now.getByRole("button", { name: "The deceptive one" }).tap();
  await expect(wall.getByTestId("count")).toHaveText("39 of 40 in");
  await expect(wall.getByTestId("tally")).toHaveCount(0);
  await teacher.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(wall.getByTestId("tally")).toHaveText("The honest one: 30; The deceptive one: 9.");
  await teacher.getByRole("button", { name: "Close", exact: true }).click();

  // "Drag to the end": at g = ∞, where thinking is free, the strip answers.
  const handle = phone.getByRole("slider", { name: /^Your g, the price/ });
  await handle.press("End");
  await expect(phone.getByTestId("verdict")).toContainText("Simple deceptive wins");
  await handle.press("Home");
  await expect(phone.getByTestId("verdict")).toContainText("Fast honest wins");

  // Everybody's first credence, blind.
  await everybody(people, (one, at) => {
    const [honest] = one.getSnapshot().rows.programs;
    one.send({ kind: "pin", g: `${1 + (at % 5)}/2` });
    one.send({ kind: "set-credence", program: honest?.key ?? "", value: "4/5" });
  });
  await expect(wall.getByTestId("count")).toHaveText("38 of 40 in");
  await teacher.getByRole("button", { name: /^Me: my g/ }).click();
  await teacher.getByRole("button", { name: "Reveal pins" }).click();
  await teacher.keyboard.press("Escape");
  await expect(wall.getByTestId("stage-estimates")).toContainText("38 say; the middle is 80%.");
  await expect(wall.getByRole("list", { name: "Pinned g" }).getByRole("listitem")).toHaveCount(38);

  // Minute 9: two come late, and land on what they missed.
  const late = await newPerson(browser, {
    viewport: { width: 360, height: 740 },
    hasTouch: true,
    isMobile: true,
  });
  await join(late, url, "Lea");
  await expect(late.getByRole("complementary", { name: "What you missed" })).toContainText("Estimate");
  await late.context().close();

  // Minute 8 to 18: groups with a name each; the teacher sees their strips.
  await startPhase(teacher, "Object");
  await expect(now).toContainText("Which of these do you doubt?");
  await Promise.all(people.map((one) => until(one, ({ session }) => session.phase?.id === "object")));
  const groups = [
    ["Combine", "14"],
    ["Camera", "6"],
    ["Memory", "20"],
    ["Goals", "2"],
  ] as const;
  for (const [at, [group, to]] of groups.entries())
    people[at]?.send({
      kind: "publish-overlay",
      group,
      patch: [{ kind: "set-cost", term: "combine", axis: "c", to }],
      g: "2",
    });
  await teacher.getByRole("button", { name: "More", exact: true }).click();
  await teacher.getByRole("button", { name: "Everybody's strips" }).click();
  const strips = teacher.getByRole("list", { name: "Published values" });
  await expect(strips.getByRole("group", { name: /^Strip of/ })).toHaveCount(4);
  await expect(phone.getByRole("button", { name: "Show on the screen" })).toHaveCount(0);
  await teacher.getByRole("button", { name: /^Show on the screen ?: Combine$/ }).click();
  await expect(wall.getByTestId("stage-compare")).toContainText("Combine");
  await expect(wall.getByTestId("stage-compare")).toContainText("complexity of combine goals");
  await teacher.keyboard.press("Escape");

  // Minute 18: a group presents, in turn; the projector jumps to its patch.
  const [first, camera, troll] = people;
  if (first === undefined || camera === undefined || troll === undefined) throw new Error("nobody came");
  const moved = await raise(first, { text: "Combining takes far longer than four steps." });
  const still = await raise(camera, {
    text: "What counts as deceptive is a matter of labels: a camera shows the same for both.",
    doubt: "scope",
    readings: [],
  });
  first.send({ kind: "raise-hand", reply: false, about: `objection/${moved}` });
  camera.send({ kind: "raise-hand", reply: false, about: `objection/${still}` });
  await expect(wall.getByTestId("floor")).toContainText("Student 1");
  await expect(wall.getByTestId("floor")).toContainText("has not spoken yet");
  await teacher.getByRole("button", { name: "Recognise Student 1" }).first().click();
  await expect(wall.getByTestId("stage-objection")).toContainText("Combining takes far longer");
  await expect(wall.getByTestId("ghost").getByTestId("badge")).toHaveText("19/8 → 19/4");
  await expect(wall.getByTestId("speaker-timer")).toBeVisible();
  await expect(now).toContainText("On the screen:");

  // Minute 30: a group that moves no flip is told why it matters, and its point is kept.
  await teacher.getByRole("button", { name: "Recognise Student 2" }).first().click();
  await expect(wall.getByTestId("stage-objection")).toContainText("moves no flip, and that is no defeat");
  await withCard(teacher, /What counts as deceptive/, /^Log as scope/);
  await teacher
    .getByRole("textbox", { name: /^Logged as scope/ })
    .fill("About labels: no prior can answer it.");
  await teacher.keyboard.press("Tab");
  await teacher
    .getByRole("button", { name: /^(Leave it out|Log it|Log as scope$)/ })
    .last()
    .click();
  await expect(wall.getByTestId("stage-objection")).toContainText("Logged as scope.");

  // Minute 44: the second look, blind again; histograms with what was before.
  await startPhase(teacher, "Revise");
  await teacher.getByRole("button", { name: /^Me: my g/ }).click();
  await teacher.getByRole("button", { name: "Begin another blind round" }).click();
  await teacher.keyboard.press("Escape");
  await expect(now).toContainText("Where do you stand now?");
  await Promise.all(people.map((one) => until(one, ({ estimates }) => estimates.blind === true)));
  await everybody(people, (one) => {
    const [honest] = one.getSnapshot().rows.programs;
    one.send({
      kind: "set-credence",
      program: honest?.key ?? "",
      value: "1/2",
      because: { objection: moved, words: "" },
    });
  });
  await teacher.getByRole("button", { name: /^Me: my g/ }).click();
  await teacher.getByRole("button", { name: "Reveal pins" }).click();
  await teacher.keyboard.press("Escape");
  await teacher.getByRole("tab", { name: "Meeting" }).click();
  await teacher.getByRole("button", { name: "Show everybody's numbers" }).click();
  await expect(wall.getByTestId("stage-estimates")).toContainText("the middle is 80% → 50%.");

  // Minute 48: a slur is hidden; a stub stays, and the record says so to everybody.
  await startPhase(teacher, "Object");
  await until(troll, ({ session }) => session.phase?.id === "object");
  await raise(troll, { text: "A slurry of rude words.", doubt: "scope", readings: [] });
  await withCard(teacher, /A slurry/, /^Hide/);
  await teacher.getByRole("textbox", { name: /^Why is it hidden/ }).fill("abusive");
  await teacher.getByRole("button", { name: "Hide it" }).click();
  await teacher.getByRole("button", { name: "Share" }).click();
  const row = teacher.getByRole("listitem").filter({ hasText: "Student 3here" });
  await row.getByRole("button", { name: "Mute Student 3" }).click();
  await row.getByRole("button", { name: "Mute", exact: true }).click();
  await teacher.keyboard.press("Escape");
  await until(troll, ({ session, you }) => you !== null && session.muted[you.id] !== undefined);
  await phone.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Debate" }).tap();
  await expect(phone.getByText("abusive").first()).toBeVisible();
  await expect(phone.getByText("slurry")).toHaveCount(0);
  await phone.getByRole("tab", { name: "Meeting" }).tap();
  await expect(phone.getByRole("region", { name: "Meeting" }).last()).toContainText("abusive");
  await expect(sentence(wall)).toContainText("Fast honest wins below 19/8");

  for (const one of people) one.leave();
  await closeAll([teacher, wall, phone]);
});
