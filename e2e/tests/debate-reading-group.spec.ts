import { type Page, expect as plainly, test } from "@playwright/test";
import { closeAll, combine, join, newPerson, openRoom, sentence } from "../room.ts";

/*
 * A reading group of an hour, in a room and from afar: a moderator with a laptop and a projector, somebody who defends
 * the essay, two critics, three listeners of whom two are on phones. Each is a window.
 */

// Eight windows share the machine.
const expect = plainly.configure({ timeout: 20_000 });
test.describe.configure({ timeout: 300_000 });
test.use({ actionTimeout: 20_000 });

const cards = (page: Page) => page.locator('[id^="objection-"]');
const effect = (page: Page) => page.getByTestId("draft-effect");
const panels = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Panels" }).getByRole("button", { name }).click();

async function begin(moderator: Page, phase: string): Promise<void> {
  await moderator.getByRole("button", { name: "Agenda" }).click();
  await moderator
    .getByRole("list", { name: "Phases" })
    .getByRole("button", { name: `Start “${phase}”` })
    .click();
  await moderator.keyboard.press("Escape");
  await expect(moderator.getByTestId("phase")).toHaveText(phase);
}

/** Places a g and what one holds of the honest program, in whichever place the window asks for it. */
async function place(page: Page, g: string, credence: string, why = ""): Promise<void> {
  const field = page.getByRole("textbox", { name: "My g, typed" });
  if (!(await field.isVisible())) await page.getByRole("button", { name: "Me: my g" }).click();
  if (why !== "") await page.getByLabel("One sentence on what moved me").fill(why);
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

/** Publishes one's own values with one's g; `base` is what one holds storing the objective to cost, null for as it is. */
async function publish(page: Page, g: string, base: string | null): Promise<void> {
  await page.getByRole("group", { name: "Whose values" }).getByRole("button", { name: "Mine" }).click();
  await expect(page.getByTestId("published")).toBeVisible();
  if (base !== null) {
    await page.getByText(/^All terms/).click();
    await page.getByRole("textbox", { name: "c of base objective, in the list" }).fill(base);
  }
  await page.getByRole("textbox", { name: "Your g" }).fill(g);
  await page.getByRole("checkbox", { name: /^with my g/ }).check();
  await page.getByRole("button", { name: "Publish mine", exact: true }).click();
  await expect(page.getByTestId("published")).toHaveText(/^Published: \d+ changes?\.$/);
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
  await moderator.keyboard.press("Escape");
  const projector = await newPerson(browser, { viewport: { width: 1920, height: 1080 } });
  await projector.goto(`${url}/screen`);
  await expect(projector.getByTestId("code")).toHaveText(
    new RegExp(`${url.slice(-6, -3)}\\s?${url.slice(-3)}`),
  );

  const names = ["Defender", "Critic A", "Critic B", "Listener 1", "Listener 2", "Listener 3"];
  const windows: Page[] = [];
  for (const name of names) {
    const page = await newPerson(browser, /Listener [12]/.test(name) ? phone : {});
    await join(page, url, name);
    windows.push(page);
  }
  const [defender, criticA, criticB, ...listeners] = windows as [Page, Page, Page, Page, Page, Page];
  await expect(moderator.getByRole("list", { name: "People here" })).toContainText("D");

  // Estimate: blind, with the count on every screen.
  await begin(moderator, "Estimate");
  const gs = ["1", "3/2", "2", "3", "1/2", "4"];
  for (const [at, page] of windows.entries()) await place(page, gs[at] ?? "1", "60");
  await expect(projector.getByTestId("count")).toHaveText(/6 of 7/);
  await expect(moderator.getByRole("list", { name: "Pinned g" })).toHaveCount(0);
  await expect(criticA.getByTestId("timer").or(criticA.getByRole("timer")).first()).toBeVisible();

  // The reveal: four pins left of the flip, two right of it.
  await moderator.getByRole("button", { name: "Me: my g" }).click();
  await moderator.getByRole("button", { name: "Reveal pins" }).click();
  await moderator.keyboard.press("Escape");
  for (const page of [moderator, projector])
    await expect(page.getByRole("list", { name: "Pinned g" }).getByRole("listitem")).toHaveCount(6);

  // State: the defender has the floor, the term is on every screen, listeners are lost.
  await begin(moderator, "State");
  await defender.getByRole("button", { name: /^Speaking queue/ }).click();
  await defender.getByRole("button", { name: "Raise my hand" }).click();
  await defender.keyboard.press("Escape");
  await moderator.getByRole("button", { name: "Recognise Defender" }).click();
  await expect(criticA.getByTestId("speaker")).toHaveText("Defender");
  await combine(moderator).click();
  await moderator
    .getByRole("region", { name: "Debate" })
    .getByRole("button", { name: "Show on the screen" })
    .click();
  await expect(projector.getByTestId("stage-row")).toContainText("combine goals");
  await expect(criticB.locator("[data-spotlit]").first()).toBeVisible();
  for (const page of listeners) {
    const isPhone = (page.viewportSize()?.width ?? 0) < 500;
    if (isPhone) await panels(page, "Model");
    await combine(page).focus();
    if (isPhone) await panels(page, "Debate");
    await page.getByRole("region", { name: "Debate" }).getByRole("button", { name: "Lost me" }).click();
  }
  await moderator.getByRole("tab", { name: "Meeting" }).click();
  await expect(moderator.getByTestId("lost")).toContainText(/3\s*the term combine goals/);
  await expect(defender.getByText("lost at combine goals")).toHaveCount(0);
  await defender.getByRole("button", { name: /^Speaking queue/ }).click();
  await defender.getByRole("button", { name: "I'm done" }).click();
  await defender.keyboard.press("Escape");

  // Why is this the flip point? Line by line, what both share cancels.
  await moderator.getByRole("tab", { name: "Ask" }).click();
  await moderator.getByRole("textbox", { name: "Your question" }).fill("why is this the flip point");
  await moderator.keyboard.press("Enter");
  const answer = moderator.getByRole("article", { name: "why is this the flip point" });
  await expect(answer).toContainText("19/8");

  // Object: critic A has two readings that cut opposite ways.
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
  await post(criticA, "One optimiser does not serve any goal.", "19/8 → 19/3");
  await moderator.getByRole("tab", { name: /^Debate/ }).click();
  await expect(cards(moderator).first()).toContainText("19/8 → 38/31");
  await expect(cards(moderator).first()).toContainText("19/8 → 19/3");
  await cards(moderator).first().getByRole("button", { name: "Settle or change it" }).click();
  await cards(moderator).first().getByRole("button", { name: "Show on the screen" }).click();
  await expect(projector.getByTestId("stage-objection")).toContainText(
    "One optimiser does not serve any goal.",
  );
  await expect(projector.getByTestId("ghost").first()).toBeVisible();
  await expect(projector.getByText("38/31").first()).toBeVisible();

  // Critic B adds the hybrid; the defender answers with a lazy honest program, and critic B doubts its one cost.
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
  await post(criticB, "One check, and the rest is worked out.", "19/8 → 14/17");
  await expect(cards(defender).filter({ hasText: "One check" })).toContainText("19/8 → 14/17");

  await cards(defender).filter({ hasText: "One check" }).getByRole("button", { name: "Reply" }).click();
  const reply = defender.getByRole("region", { name: /^Your reply/ });
  await reply.getByRole("button", { name: "A program is missing" }).click();
  await defender.getByLabel("Name", { exact: true }).fill("Lazy honest");
  await check(defender, "It stores (complexity)", ["optimiser", "knowledge"]);
  await check(defender, "It runs (time)", ["find the objective", "optimise"]);
  await defender.getByText("It needs something new").click();
  await defender.getByLabel("New term").fill("do what is wanted");
  await defender.getByLabel("Its complexity").fill("3");
  await expect(defender.getByTestId("ghost-sentence")).toContainText("Fast honest, then Lazy honest");
  await defender.getByLabel("Why, in a few sentences").fill("Then honesty is lazy, too.");
  await defender.keyboard.press("ControlOrMeta+Enter");
  await expect(defender.getByTestId("receipt")).toBeVisible();

  const lazy = cards(criticB).filter({ hasText: "Then honesty is lazy, too." });
  await lazy.getByRole("button", { name: "Reply" }).click();
  await criticB.getByRole("button", { name: "A cost is different" }).click();
  await criticB.getByLabel("Term", { exact: true }).selectOption({ label: "do what is wanted" });
  await criticB.getByLabel(/^Complexity of do what is wanted \(3 now\)/).fill("12");
  await expect(criticB.getByTestId("ghost-sentence")).toContainText("Hybrid deceptive");
  await criticB.getByLabel("Why, in a few sentences").fill("Knowing is not wanting.");
  await criticB.keyboard.press("ControlOrMeta+Enter");
  await expect(criticB.getByTestId("receipt")).toBeVisible();
  await expect(sentence(moderator), "nobody's patch has changed the shared model").toContainText("19/8");

  // Crux: what divides the defender from critic B is one cost, and all of the gap.
  await begin(moderator, "Crux");
  await publish(defender, "2", null);
  await publish(criticB, "2", "55");
  await moderator.getByRole("tab", { name: "Compare" }).click();
  await moderator.getByRole("combobox", { name: "Compare", exact: true }).selectOption("Defender");
  await moderator.getByRole("combobox", { name: "with", exact: true }).selectOption("Critic B");
  await expect(moderator.getByTestId("crux")).toContainText("base objective");
  const differences = moderator.getByTestId("differences").locator("tbody tr");
  await expect(differences).toHaveCount(1);
  await expect(differences.locator("td:nth-of-type(4)")).toContainText("100%");

  // Revise: again blind, with what moved them; before and after on the strip.
  await begin(moderator, "Revise");
  await moderator.getByRole("button", { name: "Me: my g" }).click();
  await moderator.getByRole("button", { name: "Begin another blind round" }).click();
  await moderator.keyboard.press("Escape");
  await place(criticA, "1", "40", "The second reading is the better one.");
  await panels(listeners[0] as Page, "Now");
  await place(listeners[0] as Page, "2", "50", "The hybrid convinced me.");
  await moderator.getByRole("button", { name: "Me: my g" }).click();
  await expect(moderator.getByTestId("round")).toContainText("2 of 7 in");
  await moderator.getByRole("button", { name: "Reveal pins" }).click();
  await expect(moderator.getByTestId("everybody")).toContainText("Moved by: The hybrid convinced me.");
  await moderator.keyboard.press("Escape");
  await expect(moderator.getByRole("list", { name: "Pinned g" })).toContainText("pinned g = 2, before 3");
  await moderator.getByRole("tab", { name: "Meeting" }).click();
  await moderator.getByRole("button", { name: "Show everybody's numbers" }).click();
  await expect(projector.getByTestId("stage-estimates")).toBeVisible();
  await expect(projector.getByRole("list", { name: "Pinned g" })).toContainText("Listener 1 2");

  // The record: what was on, who stood where, what is open.
  await moderator.goto(`${url}/report`);
  await expect(moderator.getByTestId("report-sentence")).toContainText("19/8");
  const report = moderator.getByRole("main");
  for (const text of ["Estimate", "State", "Object", "Revise", "Knowing is not wanting.", "Listener 1"])
    await expect(report).toContainText(text);
  await expect(moderator.getByTestId("report-objection")).toHaveCount(4);
  await closeAll([moderator, projector, ...windows]);
});
