import { readFileSync } from "node:fs";
import { type Locator, type Page, expect as plainly, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { begin, compare, differences, menu, panel, publishMine, whose, withCard } from "../meeting.ts";
import { closeAll, combine, join, newPerson, openRoom, sentence } from "../room.ts";

/*
 * A reading group of an hour, in a room and from afar: a moderator with a laptop and a projector, somebody who defends
 * the essay, two critics, three listeners of whom two are on phones. Each is a window.
 */

// Eight windows share the machine.
const expect = plainly.configure({ timeout: 40_000 });
test.describe.configure({ timeout: 420_000 });
test.use({ actionTimeout: 20_000 });

const cards = (page: Page) => page.locator('[id^="objection-"]');
const effect = (page: Page) => page.getByTestId("draft-effect");
/** Places a g and what one holds of the honest program, in whichever place the window asks for it. */
async function place(page: Page, g: string, credence: string, cause = ""): Promise<void> {
  const field = page.getByRole("textbox", { name: "My g, typed" });
  if (!(await field.isVisible())) await page.getByRole("button", { name: "Me: my g" }).click();
  if (cause !== "") await page.getByLabel("The objection that moved me").selectOption({ label: cause });
  await field.fill(g);
  await field.press("Enter");
  await expect(page.getByTestId("my-g")).toHaveText(`Placed: ${g}`);
  const honest = page.getByRole("textbox", { name: "Fast honest, in per cent" });
  await honest.fill(credence);
  await honest.press("Enter");
  await page.keyboard.press("Escape");
}

async function check(page: Page, group: string, names: readonly string[]): Promise<void> {
  for (const name of names)
    await page.getByRole("group", { name: group }).getByLabel(name, { exact: true }).check();
}

async function post(page: Page, text: string, badge: string): Promise<void> {
  await expect(effect(page)).toContainText(badge);
  await page.getByLabel("Why, in a few sentences").fill(text);
  await page.keyboard.press("ControlOrMeta+Enter");
  await expect(page.getByTestId("receipt")).toBeVisible();
  await page.getByRole("region", { name: "Your doubt" }).getByRole("button", { name: "Close" }).click();
}

/** Where the middle of something lies from left to right. */
async function middle(of: Locator): Promise<number> {
  const box = await of.boundingBox();
  return box === null ? Number.NaN : box.x + box.width / 2;
}

test("a reading group holds its hour from the first g to the report", async ({ browser }) => {
  const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
  const moderator = await newPerson(browser);
  const url = await openRoom(moderator, "Moderator");

  // Before: a primer in a paragraph, five phases, the big screen with the way in.
  await expect(moderator.getByText(/^Training prefers programs that are short and fast/)).toBeVisible();
  await moderator.getByRole("button", { name: "Agenda" }).click();
  await expect(moderator.getByRole("list", { name: "Phases" }).getByRole("listitem")).toHaveText([
    /^Estimate5 min/,
    /^State10 min/,
    /^Object20 min/,
    /^Crux10 min/,
    /^Revise5 min/,
  ]);
  await moderator.getByRole("button", { name: "Edit the agenda" }).click();
  const agenda = moderator.getByRole("dialog", { name: "Agenda" });
  await agenda.getByLabel("Minutes of Object").fill("15");
  await agenda.getByRole("button", { name: "Save the agenda" }).click();
  await moderator.getByRole("button", { name: "Agenda" }).click();
  await expect(moderator.getByRole("list", { name: "Phases" })).toContainText("Object15 min");
  await moderator.keyboard.press("Escape");
  const projector = await newPerson(browser, { viewport: { width: 1920, height: 1080 } });
  await projector.goto(`${url}/screen`);
  await expect(projector.getByTestId("code")).toHaveText(
    new RegExp(`${url.slice(-6, -3)}\\s?${url.slice(-3)}`),
  );

  await expect(projector.getByRole("img", { name: "QR code of the link" })).toBeVisible();

  // Minute 0: everybody is in by one field, and seen as a round button.
  const names = ["Defender", "Critic A", "Critic B", "Listener 1", "Listener 2", "Listener 3"];
  const windows: Page[] = [];
  for (const name of names) {
    const page = await newPerson(browser, /Listener [12]/.test(name) ? phone : {});
    await page.goto(url);
    await expect(page.getByRole("textbox")).toHaveCount(1);
    await join(page, url, name);
    windows.push(page);
  }
  const [defender, criticA, criticB, ...listeners] = windows as [Page, Page, Page, Page, Page, Page];
  const here = moderator.getByRole("list", { name: "People here" });
  await expect(here.getByRole("button", { name: "Follow Defender" })).toBeVisible();
  await expect(here).toContainText("+3");

  // Minute 2, estimate: blind; a handle to drag, a field to type, a way to refuse, the count on every screen.
  await begin(moderator, "Estimate");
  const now = listeners[0].getByRole("region", { name: "Now", exact: true });
  await expect(listeners[0].getByRole("slider", { name: /^Your g, the price/ })).toBeVisible();
  await expect(now.getByRole("textbox", { name: "My g, typed" })).toBeVisible();
  await expect(now.getByRole("button", { name: "I'd rather not say" })).toBeVisible();
  const gs = ["1", "3/2", "2", "3", "1/2", "4"];
  for (const [at, page] of windows.entries()) await place(page, gs[at] ?? "1", "60");
  await expect(projector.getByTestId("count")).toHaveText(/6 of 7/);
  await expect(moderator.getByRole("list", { name: "Pinned g" })).toHaveCount(0);
  await expect(criticA.getByTestId("timer").or(criticA.getByRole("timer")).first()).toBeVisible();

  // Minute 6, the reveal: five pins left of the flip, two right of it.
  await place(moderator, "1", "60");
  await moderator.getByRole("button", { name: "Me: my g" }).click();
  await moderator.getByRole("button", { name: "Reveal pins" }).click();
  await moderator.keyboard.press("Escape");
  for (const page of [moderator, projector])
    await expect(page.getByRole("list", { name: "Pinned g" }).getByRole("listitem")).toHaveCount(7);
  const flip = await middle(moderator.getByRole("button", { name: /^19\/8/ }).first());
  const pins = await moderator.getByRole("list", { name: "Pinned g" }).getByRole("listitem").all();
  const sides = await Promise.all(pins.map(async (pin) => (await middle(pin)) < flip));
  expect(sides.filter((isLeft) => isLeft)).toHaveLength(5);

  // Minute 7, state: the defender has the floor, every screen goes where they go, listeners are lost.
  await begin(moderator, "State");
  await defender.getByRole("button", { name: /^Speaking queue/ }).click();
  await defender.getByRole("button", { name: "Raise my hand" }).click();
  await defender.keyboard.press("Escape");
  await moderator.getByRole("button", { name: "Recognise Defender" }).click();
  await expect(criticA.getByTestId("speaker")).toHaveText("Defender");
  await combine(defender).click();
  await expect(projector.getByTestId("stage-speaker")).toContainText("Defender has the floor, and is at");
  await expect(projector.getByTestId("stage-row")).toContainText("combine goals");
  await expect(criticB.locator("[data-spotlit]").first()).toBeVisible();
  const notice = criticB.getByRole("status").filter({ hasText: "On the screen:" });
  await expect(notice).toContainText("Defender speaks, at the term combine goals");
  await notice.getByRole("button", { name: "Follow the screen" }).click();
  await expect(criticB.getByText("Following the screen:")).toBeVisible();
  await criticB.keyboard.press("Escape");
  await defender
    .getByLabel(/^complexity of base objective/)
    .first()
    .click();
  await expect(projector.getByTestId("stage-row")).toContainText("base objective");
  for (const page of listeners) {
    const isPhone = (page.viewportSize()?.width ?? 0) < 500;
    if (isPhone) await panel(page, "Model");
    await combine(page).focus();
    if (isPhone) await panel(page, "Debate");
    await page.getByRole("region", { name: "Debate" }).getByRole("button", { name: "Lost me" }).click();
  }
  await moderator.getByRole("tab", { name: "Meeting" }).click();
  await expect(moderator.getByTestId("lost")).toContainText(/3\s*the term combine goals/);
  await expect(defender.getByText("lost at combine goals")).toHaveCount(0);
  await defender.getByRole("button", { name: /^Speaking queue/ }).click();
  await defender.getByRole("button", { name: "I'm done" }).click();
  await defender.keyboard.press("Escape");

  // Minute 15: why is this the flip point? Line by line, what both share struck through.
  await moderator.getByRole("tab", { name: "Ask" }).click();
  await moderator.getByRole("textbox", { name: "Your question" }).fill("why is this the flip point");
  await moderator.keyboard.press("Enter");
  const answer = moderator.getByRole("article", { name: "why is this the flip point" });
  await expect(answer).toContainText("19/8");
  const struck = answer.getByRole("listitem").locator("s");
  for (const shared of ["mesaoptimize", "useful_knowledge"])
    await expect(struck.filter({ hasText: shared }).first()).toBeVisible();

  // Minute 17, object: critic A has two readings that cut opposite ways, and keeps both.
  await expect(criticA.getByRole("button", { name: "I doubt this" }).first()).toBeDisabled();
  await expect(criticA.getByTestId("lock")).toContainText("Opens in “Object”, by the moderator");
  await begin(moderator, "Object");
  const form = criticA.getByRole("region", { name: /^I doubt this/ });
  await criticA
    .getByLabel(/^complexity of optimiser/)
    .first()
    .hover();
  await expect(criticA.getByTestId("phase")).toHaveText("Object");
  await criticA
    .getByRole("button", { name: /^I doubt the complexity of optimiser/ })
    .first()
    .click();
  await criticA.getByLabel("Your doubt is about").selectOption({ label: "the term optimiser" });
  await form.getByRole("button", { name: "It differs per program" }).click();
  await criticA.getByLabel("Complexity in Fast honest").fill("50");
  await criticA.getByLabel("Complexity in Fast deceptive").fill("50");
  await criticA.getByLabel("Complexity in Simple deceptive").fill("20");
  await expect(effect(criticA)).toContainText("19/8 → 38/31");
  await form.getByRole("button", { name: "Another reading of it" }).click();
  await criticA.getByLabel("This reading in a few words").fill("it carries both");
  await form.getByRole("button", { name: "A program needs a second one" }).click();
  await criticA.getByLabel("Program", { exact: true }).selectOption({ label: "Simple deceptive" });
  await criticA.getByLabel("Its complexity").fill("20");
  await expect(criticA.getByTestId("both-ways")).toContainText("Your objection cuts both ways");
  for (const tick of [/^38\/31/, /^19\/3/])
    await expect(criticA.getByTestId("ghost").getByRole("button", { name: tick })).toBeVisible();
  await post(criticA, "One optimiser does not serve any goal.", "19/8 → 19/3");
  await moderator.getByRole("tab", { name: /^Debate/ }).click();
  await expect(cards(moderator).first()).toContainText("19/8 → 38/31");
  await expect(cards(moderator).first()).toContainText("19/8 → 19/3");
  await expect(cards(moderator).first()).toContainText("It cuts both ways: the flip falls to 38/31");
  await cards(moderator).first().getByRole("button", { name: "Settle or change it" }).click();
  await cards(moderator).first().getByRole("button", { name: "Show on the screen" }).click();
  await expect(projector.getByTestId("stage-objection")).toContainText(
    "One optimiser does not serve any goal.",
  );
  await expect(projector.getByTestId("both-ways")).toContainText("rises to 19/3");
  for (const page of [projector, moderator]) await expectNoFaults(page);
  await expect(projector.getByTestId("ghost")).toHaveCount(2);
  await expect(sentence(projector)).toContainText("Fast honest wins below 19/8");
  await moderator.getByRole("button", { name: "1 min more" }).click();
  await expect(projector.getByText("38/31").first()).toBeVisible();

  // Minute 30: critic B adds the hybrid; its band comes, and the note says whom it leaves no room.
  await criticB.getByRole("button", { name: "I doubt this" }).first().click();
  await criticB.getByRole("button", { name: "A program is missing" }).click();
  await criticB.getByLabel("Name", { exact: true }).fill("Hybrid deceptive");
  await criticB.getByLabel("Kind").selectOption("deceptive");
  await check(criticB, "It stores (complexity)", [
    "simplest objective",
    "deployment check",
    "optimiser",
    "knowledge",
  ]);
  await check(criticB, "It runs (time)", ["deployment check", "find the objective", "optimise"]);
  const bands = (page: Page) => page.getByTestId("ghost").locator("[data-hue]");
  await expect(bands(criticB).filter({ hasText: "Hybrid deceptive" })).toBeVisible();
  await expect(criticB.getByTestId("ghost-sentence")).toContainText(
    "Simple deceptive no longer wins: Hybrid deceptive costs no more in complexity or in time.",
  );
  await post(criticB, "One check, and the rest is worked out.", "19/8 → 14/17");
  const hybrid = cards(defender).filter({ hasText: "One check" });
  await hybrid.scrollIntoViewIfNeeded();
  await expect(hybrid).toContainText("19/8 → 14/17");

  // Minute 38: the defender answers with a lazy honest program, and the band goes; critic B doubts its one cost, and
  // it is back.
  await hybrid.getByRole("button", { name: "Reply" }).click();
  const reply = defender.getByRole("region", { name: /^Your reply/ });
  await reply.getByRole("button", { name: "A program is missing" }).click();
  await defender.getByLabel("Name", { exact: true }).fill("Lazy honest");
  await check(defender, "It stores (complexity)", ["optimiser", "knowledge"]);
  await check(defender, "It runs (time)", ["find the objective", "optimise"]);
  await defender.getByText("It needs something new").click();
  await defender.getByLabel("New term").fill("do what is wanted");
  await defender.getByLabel("Its complexity").fill("3");
  await expect(defender.getByTestId("ghost-sentence")).toContainText("Fast honest, then Lazy honest");
  await expect(bands(defender).filter({ hasText: "Hybrid deceptive" })).toHaveCount(0);
  await defender.getByLabel("Why, in a few sentences").fill("Then honesty is lazy, too.");
  await defender.keyboard.press("ControlOrMeta+Enter");
  await expect(defender.getByTestId("receipt")).toBeVisible();

  const lazy = cards(criticB).filter({ hasText: "Then honesty is lazy, too." });
  await lazy.getByRole("button", { name: "Reply" }).click();
  await criticB.getByRole("button", { name: "A cost is different" }).click();
  await criticB.getByLabel("Term", { exact: true }).selectOption({ label: "do what is wanted" });
  await criticB.getByLabel(/^Complexity of do what is wanted \(3 now\)/).fill("12");
  await expect(criticB.getByTestId("ghost-sentence")).toContainText("Hybrid deceptive");
  await expect(bands(criticB).filter({ hasText: "Hybrid deceptive" })).toBeVisible();
  await criticB.getByLabel("Why, in a few sentences").fill("Knowing is not wanting.");
  await criticB.keyboard.press("ControlOrMeta+Enter");
  await expect(criticB.getByTestId("receipt")).toBeVisible();
  await expect(sentence(moderator), "nobody's patch has changed the shared model").toContainText("19/8");

  // Minute 46, crux: both hold what the thread came to; one cost divides them, and whether it lies above two others.
  await begin(moderator, "Crux");
  for (const [page, words] of [
    [defender, /Then honesty is lazy/],
    [criticB, /Knowing is not wanting/],
  ] as const) {
    await page.getByRole("region", { name: "Your doubt" }).getByRole("button", { name: "Close" }).click();
    await withCard(page, words, "Take into mine");
    await expect(whose(page, "Mine")).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("textbox", { name: "Your g" }).fill("1");
    await publishMine(page);
  }
  await compare(moderator, "Defender", "Critic B");
  await expect(moderator.getByTestId("crux")).toContainText("The crux is complexity of do what is wanted");
  await expect(moderator.getByTestId("crux-line")).toContainText(
    /They differ only on whether c\(.*\) is above c\(.*\) \+ c\(.*\) = \d+/,
  );
  await expect(differences(moderator)).toHaveCount(1);
  await expectNoFaults(moderator, { within: "#focus-panel" });
  await expect(differences(moderator).locator("td:nth-of-type(4)")).toContainText("100%");
  await expect(sentence(projector), "the shared model is as it was").toContainText("19/8");

  // Minute 52, revise: again blind, with what moved them; before and after on the strip.
  await begin(moderator, "Revise");
  await moderator.getByRole("button", { name: "Me: my g" }).click();
  await moderator.getByRole("button", { name: "Begin another blind round" }).click();
  await moderator.keyboard.press("Escape");
  await place(criticA, "1", "40", "Knowing is not wanting.");
  await panel(listeners[0] as Page, "Now");
  await place(listeners[0] as Page, "2", "50", "One check, and the rest is worked out.");
  await moderator.getByRole("button", { name: "Me: my g" }).click();
  await expect(moderator.getByTestId("round")).toContainText("2 of 7 in");
  await moderator.getByRole("button", { name: "Reveal pins" }).click();
  await expect(moderator.getByTestId("everybody")).toContainText("One check, and the rest is worked out.");
  await moderator.keyboard.press("Escape");
  await expect(moderator.getByRole("list", { name: "Pinned g" })).toContainText("pinned g = 2, before 3");
  await moderator.getByRole("tab", { name: "Meeting" }).click();
  await moderator.getByRole("button", { name: "Show everybody's numbers" }).click();
  await expect(projector.getByTestId("stage-estimates")).toBeVisible();
  await expect(projector.getByRole("list", { name: "Pinned g" })).toContainText("Listener 1 2");

  // Minute 58: a checkpoint, the whole room as a file, and the report.
  await menu(moderator, "History");
  await moderator.getByLabel("Name the room as it is now").fill("After the hour");
  await moderator.keyboard.press("Enter");
  await expect(moderator.getByRole("dialog")).toContainText("After the hour");
  await moderator.keyboard.press("Escape");
  await menu(moderator, "Export");
  const [download] = await Promise.all([
    moderator.waitForEvent("download"),
    moderator.getByRole("button", { name: "Whole room" }).click(),
  ]);
  expect(readFileSync(await download.path(), "utf8")).toContain("Knowing is not wanting.");
  await moderator.goto(`${url}/report`);
  await expect(moderator.getByTestId("report-sentence")).toContainText("19/8");
  const part = (name: string) => moderator.getByRole("region", { name, exact: true });
  await expect(part("Agenda").locator("tbody th")).toHaveText([
    "Estimate",
    "State",
    "Object",
    "Crux",
    "Revise",
  ]);
  await expect(moderator.getByTestId("thresholds").locator("tbody th")).toContainText(["After the hour"]);
  await expect(part("Open objections").getByTestId("report-objection")).toHaveCount(4);
  await expect(part("Open objections")).toContainText("Knowing is not wanting.");
  await expect(part("Cruxes")).toContainText("Defender and Critic B");
  await expect(part("Cruxes")).toContainText("do what is wanted");
  await expect(moderator.getByTestId("numbers")).toContainText("Listener 1");
  await closeAll([moderator, projector, ...windows]);
});
