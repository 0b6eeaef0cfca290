import type { JoinedRoom, RoomView } from "@crux/room/client";
import { type Page, expect as plainly, test } from "@playwright/test";
import { expectFits, expectNoFaults } from "../faults.ts";
import { begin, card, menu, panel, whose, withCard } from "../meeting.ts";
import { closeAll, join, newPerson, openRoom, sentence } from "../room.ts";
import { crowd, everybody, raise, until } from "../speaker.ts";

const students = 38;

// Forty people and their windows share the machine.
const expect = plainly.configure({ timeout: 40_000 });

/** What the groups get to work on: doubts as a seminar raises them, each with what it does. */
const doubts = [
  {
    group: "Combine",
    text: "Combining goals costs more than the figures say.",
    patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "14" }],
  },
  {
    group: "Camera",
    text: "Before a camera, honest and deceptive do the same.",
    patch: [{ kind: "set-cost", term: "combine", axis: "c", to: "6" }],
  },
  {
    group: "Memory",
    text: "Knowing the objective costs less than stated.",
    patch: [{ kind: "set-cost", term: "get_base_obj", axis: "c", to: "30" }],
  },
  {
    group: "Goals",
    text: "Finding the objective takes longer than assumed.",
    patch: [{ kind: "set-cost", term: "find(get_proxy_for_base_obj(env))", axis: "t", to: "30" }],
  },
] as const;

/** Makes the costs of the simple deceptive program those of the fast honest one, and drops the third. */
const SAME = [
  { kind: "remove-program", program: "fd" },
  { kind: "set-program", id: "sd", axis: "c", to: "c(get_base_obj) + c(mesaoptimize) + c(useful_knowledge)" },
  { kind: "set-program", id: "sd", axis: "t", to: "t(get_proxy_for_base_obj) + t(mesaoptimize_env)" },
];

const phoneSize = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Puts a question with the two kinds of program to everybody. */
async function ask(teacher: Page, question: string): Promise<void> {
  await teacher.getByRole("button", { name: "Ask a question" }).click();
  await teacher.getByLabel("Question", { exact: true }).fill(question);
  await teacher.getByLabel("Option 1").fill("The honest one");
  await teacher.getByLabel("Option 2").fill("The deceptive one");
  await teacher.getByRole("button", { name: "Ask everybody" }).click();
}

/** Everybody answers the question that is open. */
async function answerAll(people: readonly JoinedRoom[], answer: (at: number) => string): Promise<void> {
  const open = (view: RoomView) => Object.values(view.session.polls).find(({ closed }) => !closed)?.id;
  await Promise.all(people.map((one) => until(one, (view) => open(view) !== undefined)));
  await everybody(people, (one, at) =>
    one.send({ kind: "answer-poll", poll: open(one.getSnapshot()) ?? "", answer: answer(at) }),
  );
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
  const phone = await newPerson(browser, phoneSize);
  await join(phone, url, "Pia");
  await expect(wall.getByText("40 people are here.")).toBeVisible();
  // An assistant from among them helps to moderate; whoever needs more time gets it, with everybody.
  const [assistant] = people;
  if (assistant === undefined) throw new Error("nobody came");
  await teacher.getByRole("button", { name: "Share" }).click();
  await teacher.getByLabel("Role of Student 1", { exact: true }).selectOption("moderator");
  await teacher.keyboard.press("Escape");
  await until(assistant, ({ you }) => you?.role === "moderator");
  await teacher.getByRole("button", { name: "Agenda" }).click();
  await teacher.getByLabel("Time for everybody").selectOption("150");
  await teacher.keyboard.press("Escape");

  // Minute 3: a blind question, the only thing on the phone; bars when all are in.
  await begin(teacher, "Estimate");
  const now = phone.getByRole("region", { name: "Now", exact: true });
  await phone.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: /^Now/ }).tap();
  await teacher.getByRole("tab", { name: "Meeting" }).click();
  await expect(teacher.getByText("extended")).toBeVisible();
  await ask(teacher, "Which program wins if thinking is free?");
  await expect(now.getByRole("heading")).toHaveText(["Which program wins if thinking is free?"]);
  await answerAll(people, (at) => (at < 30 ? "0" : "1"));
  await expect(wall.getByTestId("count")).toHaveText("38 of 40 in");
  await now.getByRole("button", { name: "The deceptive one" }).tap();
  await expect(wall.getByTestId("count")).toHaveText("39 of 40 in");
  await expect(wall.getByTestId("tally")).toHaveCount(0);
  await teacher.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(wall.getByTestId("tally")).toHaveText("The honest one: 30; The deceptive one: 9.");
  await teacher.getByRole("button", { name: "Close", exact: true }).click();
  await ask(teacher, "Which program wins if storing is free?");
  await expect(now.getByRole("heading")).toHaveText(["Which program wins if storing is free?"]);
  await answerAll(people, () => "0");
  await teacher.getByRole("button", { name: "Reveal", exact: true }).click();
  await expect(wall.getByTestId("tally")).toHaveText("The honest one: 38.");
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
  await expect(wall.getByTestId("stage-estimates")).toContainText("38 people. The middle is 80%.");
  await expect(wall.getByRole("list", { name: "Pinned g" }).getByRole("listitem")).toHaveCount(38);

  // Minute 9: two come late, and land on what they missed: a few lines, and the strip as it is now.
  for (const name of ["Lea", "Leo"]) {
    const late = await newPerson(browser, phoneSize);
    await join(late, url, name);
    const missed = late.getByRole("complementary", { name: "What you missed" });
    await missed.getByRole("button", { name: "Read it", exact: true }).click();
    await expect(missed.getByRole("listitem")).toHaveText([
      "The meeting is at “Estimate”, 1 of 5.",
      "The model is as it was at the start.",
      /^Fast honest wins below 19\/8/,
    ]);
    await expect(late.getByRole("region", { name: "Who wins at which g" })).toBeVisible();
    await late.context().close();
  }

  // Minute 8 to 18: groups with a name and an objection each to work on; the teacher sees their strips.
  await begin(teacher, "Object");
  await expect(now).toContainText("Which of these do you doubt?");
  await Promise.all(people.map((one) => until(one, ({ session }) => session.phase?.id === "object")));
  for (const { text, patch } of doubts)
    await raise(assistant, { text, readings: [{ label: "so", patch: [...patch] }] });
  await teacher.getByRole("tab", { name: "Meeting" }).click();
  const task = teacher.getByRole("form", { name: "Give a group a task" });
  for (const { group, text } of doubts) {
    await task.getByLabel(/^Group/).fill(group);
    await task.getByLabel("Objection to work on").selectOption({ label: `Student 1: ${text}` });
    await task.getByRole("button", { name: "Give it to them" }).click();
  }
  await expect(
    teacher.getByRole("list", { name: "Groups and their tasks" }).getByRole("listitem"),
  ).toHaveCount(4);

  // A phone asks which group its owner is in, and then shows that group's objection with what it does.
  await expect(now.getByRole("heading")).toHaveText("Which group are you in?");
  await now.getByRole("button", { name: "Join Combine" }).tap();
  await expect(now.getByRole("heading")).toHaveText("Your group, Combine, has this to work on");
  await expect(now).toContainText("Combining goals costs more than the figures say.");
  await expect(now).toContainText("19/8 → 19/6");
  await expectFits(phone);
  for (const page of [phone, teacher]) await expectNoFaults(page);
  await now.getByRole("button", { name: "Work on the values" }).tap();
  await expect(whose(phone, "Mine")).toHaveAttribute("aria-pressed", "true");
  await whose(phone, "Room").tap();
  await panel(phone, /^Now/);
  const inGroups = people.slice(1, 9);
  await everybody(inGroups, (one, at) =>
    one.send({ kind: "join-group", group: doubts[at % 4]?.group ?? "" }),
  );
  await everybody(inGroups.slice(0, 4), (one, at) =>
    one.send({
      kind: "publish-overlay",
      group: doubts[at]?.group ?? "",
      patch: [...(doubts[at]?.patch ?? [])],
      g: "2",
    }),
  );
  await everybody(inGroups.slice(4), (one, at) =>
    one.send({ kind: "publish-overlay", group: `Pair ${at + 1}`, patch: [], g: "3" }),
  );
  await expect(now, "what was given is done").toContainText("Which of these do you doubt?");
  await menu(teacher, "Everybody's strips");
  const strips = teacher.getByRole("list", { name: "Published values" });
  await expect(strips.getByRole("group", { name: /^Strip of/ })).toHaveCount(8);
  await expect(strips.getByRole("listitem").filter({ hasText: "Task" })).toHaveCount(4);
  await expect(strips).toContainText("Combining goals costs more than the figures say.");
  await expect(phone.getByRole("button", { name: "Show on the screen" })).toHaveCount(0);
  const [, , one] = people;
  one?.send({ kind: "show-on-screen", what: { kind: "estimates" } });
  if (one !== undefined) await until(one, ({ lastRefusal }) => lastRefusal?.code === "not-allowed");
  await teacher.getByRole("button", { name: /^Show on the screen ?: Combine$/ }).click();
  await expect(wall.getByTestId("stage-compare")).toContainText("Combine");
  await expect(wall.getByTestId("task")).toContainText("Combining goals costs more than the figures say.");
  await expect(wall.getByTestId("stage-compare")).toContainText("complexity of combine goals");
  await expectNoFaults(wall);
  await teacher.keyboard.press("Escape");

  // Minute 18: a group presents, in turn; the projector jumps to its patch.
  const [, first, camera, troll] = people;
  if (first === undefined || camera === undefined || troll === undefined) throw new Error("nobody came");
  const moved = await raise(first, { text: "Combining takes far longer than four steps." });
  const still = await raise(camera, {
    text: "What counts as deceptive is a matter of labels: a camera shows the same for both.",
    doubt: "scope",
    readings: [],
  });
  first.send({ kind: "raise-hand", reply: false, about: `objection/${moved}` });
  camera.send({ kind: "raise-hand", reply: false, about: `objection/${still}` });
  await expect(wall.getByTestId("floor")).toContainText("Student 2");
  await expect(wall.getByTestId("floor")).toContainText("has not spoken yet");
  await teacher.getByRole("button", { name: "Recognise Student 2" }).first().click();
  await expect(wall.getByTestId("stage-objection")).toContainText("Combining takes far longer");
  await expect(wall.getByTestId("ghost").getByTestId("badge")).toHaveText("19/8 → 19/4");
  await expect(wall.getByTestId("speaker-timer")).toBeVisible();
  await expect(now).toContainText("On the screen:");

  // Minute 30: a group that moves no flip is told why it matters, and its point is kept.
  await teacher.getByRole("button", { name: "Recognise Student 3" }).first().click();
  await expect(wall.getByTestId("stage-objection")).toContainText("moves no flip, and that is no defeat");
  await teacher.getByRole("tab", { name: /^Debate/ }).click();
  await expect(card(teacher, /What counts as deceptive/).getByTestId("why-it-matters")).toContainText(
    "no price of complexity can answer that",
  );
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
  await expect(card(teacher, /What counts as deceptive/)).toContainText(
    "logged it as scope: About labels: no prior can answer it.",
  );
  // A change that makes the two the same at every price is told so in as many words.
  const tie = await raise(camera, {
    text: "Give both the same and nothing tells them apart.",
    readings: [{ label: "the same program twice", patch: SAME }],
  });
  assistant.send({ kind: "show-on-screen", what: { kind: "objection", objection: tie } });
  await expect(wall.getByTestId("stage-objection")).toContainText("A tie at every g");

  // Minute 44: the second look, blind again; histograms with what was before.
  await begin(teacher, "Revise");
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
  await expect(wall.getByTestId("stage-estimates")).toContainText("The middle is 80% → 50%.");

  // Minute 48: a slur is hidden; a stub stays, and the record says so to everybody.
  await begin(teacher, "Object");
  await until(troll, ({ session }) => session.phase?.id === "object");
  await raise(troll, { text: "A slurry of rude words.", doubt: "scope", readings: [] });
  await teacher.getByRole("tab", { name: /^Debate/ }).click();
  await withCard(teacher, /A slurry/, /^Hide/);
  await teacher.getByRole("textbox", { name: /^Why is it hidden/ }).fill("abusive");
  await teacher.getByRole("button", { name: "Hide it" }).click();
  await teacher.getByRole("button", { name: "Share" }).click();
  const row = teacher.getByRole("listitem").filter({ hasText: "Student 4here" });
  await row.getByRole("button", { name: "Mute Student 4" }).click();
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
