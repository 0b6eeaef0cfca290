import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Command } from "@crux/room/client";
import { expect, type Page, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { heardBy } from "../frames.ts";
import { host, saved, setCost } from "../host.ts";
import { withCard } from "../meeting.ts";
import { closeAll, combine, join, newPerson, openRoom, sentence } from "../room.ts";
import { crowd, everybody, raise, speaker, until } from "../speaker.ts";

async function openScreen(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/screen`);
  await expect(sentence(page)).toContainText("19/8");
}

const phoneSize = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

test("the big screen comes in by itself and shows one thing at a time, and nothing hidden or blind", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  // In the moderator's own browser: the screen is someone else all the same.
  const screen = await ann.context().newPage();
  const heard = heardBy(screen);
  await openScreen(screen, url);
  await expect(screen.getByTestId("code")).toHaveText(`${url.slice(-6, -3)} ${url.slice(-3)}`);
  await expect(screen.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await expect(screen.getByText("1 person is here.")).toBeVisible();

  const bob = await speaker(url, "Bob");
  await raise(bob, { text: "Combining takes far longer, I think." });
  await raise(bob, { text: "A slurry of rude words.", doubt: "scope", readings: [] });
  await withCard(ann, /Combining takes far/, /^Show on the screen$/);
  await expect(screen.getByTestId("stage-objection")).toContainText("Combining takes far longer");
  await expect(screen.getByTestId("ghost").getByTestId("badge")).toHaveText("19/8 → 19/4");
  await expect(screen.getByTestId("effect")).toContainText("Moves the flip at 19/8 to 19/4.");
  await expect(screen.getByTestId("code")).toBeVisible();

  await withCard(ann, /A slurry/, /^Show on the screen$/);
  await expect(screen.getByTestId("stage-objection")).toContainText("no price of complexity can answer that");
  await withCard(ann, /A slurry/, /^Hide/);
  await ann.getByRole("textbox", { name: /^Why is it hidden/ }).fill("off topic");
  await ann.getByRole("button", { name: "Hide it" }).click();
  await expect(screen.getByText("Hidden by a moderator: off topic")).toBeVisible();
  await expect(screen.getByText("slurry")).toHaveCount(0);

  // What comes after it was hidden, or is blind, does not reach the screen at all.
  const late = await newPerson(browser);
  const lateHeard = heardBy(late);
  await openScreen(late, url);
  await expect(late.getByText("Hidden by a moderator: off topic")).toBeVisible();
  bob.send({ kind: "pin", g: "0.7531" });
  bob.send({ kind: "raise-hand", reply: false, about: null });
  await expect(screen.getByTestId("floor")).toContainText("Bob");
  await expect(screen.getByTestId("floor")).toContainText("has not spoken yet");
  expect([...heard, ...lateHeard].filter((frame) => frame.includes("7531"))).toEqual([]);
  expect(lateHeard.filter((frame) => frame.includes("slurry"))).toEqual([]);

  await ann.getByRole("button", { name: "Recognise Bob" }).click();
  await expect(screen.getByText("Bob has the floor")).toBeVisible();
  await expect(screen.getByTestId("speaker-timer")).toHaveText(/^[12]:\d\d$/);

  await ann.getByRole("button", { name: "Share" }).click();
  await ann.getByRole("button", { name: "Hide the code" }).click();
  await expect(screen.getByTestId("code")).toHaveCount(0);
  await screen.reload();
  await expect(screen.getByText("Bob has the floor")).toBeVisible();
  bob.leave();
  await closeAll([ann, late]);
});

test("the big screen reads from the back row at any size, light and dark, and moves nothing for who wants that", async ({
  browser,
}) => {
  test.slow();
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const bob = await speaker(url, "Bob");
  const screen = await newPerson(browser, { reducedMotion: "reduce" });
  for (const [width, height] of [
    [1920, 1080],
    [1280, 720],
    [3840, 2160],
    [1024, 768],
  ] as const) {
    await screen.setViewportSize({ width, height });
    await openScreen(screen, url);
    const least = await screen.evaluate(() =>
      Math.min(
        ...[...document.querySelectorAll("main *")]
          .filter((one) =>
            [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
          )
          .filter((one) => one.getBoundingClientRect().width > 1)
          .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
      ),
    );
    expect(least / height, `the smallest letters at ${width} × ${height}`).toBeGreaterThan(0.015);
    const over = await screen.evaluate(() => [
      document.documentElement.scrollWidth - window.innerWidth,
      document.documentElement.scrollHeight - window.innerHeight,
    ]);
    expect(Math.max(...over), `${width} × ${height}`).toBeLessThanOrEqual(0);
  }
  await screen.setViewportSize({ width: 1920, height: 1080 });
  await expectNoFaults(screen);
  await raise(bob, { text: "Combining takes far longer, I think." });
  await withCard(ann, /Combining takes far/, /^Show on the screen$/);
  await expect(screen.getByTestId("effect")).toBeVisible();
  await screen.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await expectNoFaults(screen);
  const moving = await screen.evaluate(() => document.getAnimations().length);
  expect(moving).toBe(0);
  // Someone looks at it on a phone, or at 200%.
  await screen.setViewportSize({ width: 360, height: 740 });
  await expect(screen.getByTestId("stage-objection")).toBeVisible();
  expect(await screen.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  bob.leave();
  await closeAll([ann, screen]);
});

test("who watches plays with values of their own that nobody is sent, asks to speak, and follows the screen", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const vic = await newPerson(browser);
  await vic.goto(`${url}/watch`);
  await vic.getByLabel(/^Your name/).fill("Vic");
  await vic.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(vic.getByText("You look on.", { exact: false })).toBeVisible();
  await expect(vic).toHaveURL(/\/watch$/);
  await expect(vic.getByRole("button", { name: "Mine" })).toHaveAttribute("aria-pressed", "true");
  // It is said once that what they change stays theirs.
  await expect(vic.getByText(/nobody (is sent it|else sees)|stays with you|only you see/)).toHaveCount(1);
  await combine(vic).fill("14");
  await expect(sentence(vic)).toContainText("below 19/6");
  await expect(sentence(ann)).toContainText("below 19/8");

  await ann.getByRole("button", { name: "Start “Estimate”" }).click();
  await expect(vic.getByTestId("phase")).toHaveText("Estimate");
  await vic.getByRole("button", { name: "Ask to speak" }).click();
  await expect(ann.getByRole("button", { name: "Recognise Vic" })).toBeVisible();
  await expect(vic.getByText("You are next.", { exact: true })).toBeVisible();

  const bob = await speaker(url, "Bob");
  await ann.getByRole("button", { name: "Agenda" }).click();
  await ann.getByRole("button", { name: "Start “Object”" }).click();
  await ann.keyboard.press("Escape");
  await until(bob, (view) => view.session.phase?.id === "object");
  await raise(bob, { text: "Combining takes far longer, I think." });
  await withCard(ann, /Combining takes far/, /^Show on the screen$/);
  await expect(vic.getByText("On the screen:")).toBeVisible();
  await vic.getByRole("button", { name: "Follow the screen" }).click();
  await expect(vic.getByRole("article", { name: /Combining takes far/ })).toBeInViewport();
  await expect(vic.getByText("Following the screen:")).toBeVisible();
  await vic.keyboard.press("Escape");
  await expect(vic.getByText("Following the screen:")).toHaveCount(0);
  await expectNoFaults(vic);
  bob.leave();
  await closeAll([ann, vic]);
});

test("who comes when nobody is there reads the last checkpoint, and goes on to the report", async ({
  browser,
  baseURL,
}) => {
  const ann = await host(baseURL ?? "", "Ann");
  ann.room.send({ kind: "checkpoint", name: "After the first hour" });
  await saved(ann.room);
  setCost(ann.room, "combine", "c", "14");
  await saved(ann.room);
  const vic = await newPerson(browser);
  await vic.goto(`${ann.url}/watch`);
  await vic.getByLabel(/^Your name/).fill("Vic");
  await vic.getByRole("button", { name: "Watch", exact: true }).click();
  await expect(sentence(vic)).toContainText("19/6");
  const card = vic.getByRole("complementary", { name: "Nobody else is here" });
  await expect(card).toHaveCount(0);
  ann.room.leave();
  await expect(card).toContainText("Last checkpoint: After the first hour, by Ann");
  await expect(card).toContainText("below 19/8");
  await expect(card).toContainText("The model has changed since.");
  await expectNoFaults(vic);
  await card.getByRole("button", { name: "See the versions" }).click();
  await expect(vic.getByRole("dialog")).toContainText("After the first hour");
  await vic.keyboard.press("Escape");
  await card.getByRole("link", { name: "Read the report" }).click();
  await expect(vic.getByTestId("report-sentence")).toContainText("19/6");
  await closeAll([vic]);
});

test("a phone goes to what begins, and only says so to who is in the middle of something", async ({
  browser,
  baseURL,
}) => {
  const ann = await host(baseURL ?? "", "Ann");
  const phone = await newPerson(browser, phoneSize);
  await join(phone, ann.url, "Pia");
  const now = phone.getByRole("region", { name: "Now", exact: true });
  const news = phone.getByTestId("phone-news");
  await expect(combine(phone)).toBeVisible();
  ann.room.send({ kind: "start-phase", phase: "estimate" });
  await expect(now).toBeVisible();
  await expect(news).toHaveText("New: “Estimate” begins");

  await phone.getByRole("navigation", { name: "Panels" }).getByRole("button", { name: "Model" }).tap();
  await combine(phone).tap();
  await combine(phone).pressSequentially("1");
  const form = { kind: "words" } as const;
  ann.room.send({ kind: "open-poll", poll: "poll00001", question: "What is missing?", form, blind: true });
  const notice = phone.getByRole("complementary", { name: "New in the meeting" });
  await expect(notice).toContainText("New: What is missing?");
  await expect(combine(phone)).toBeFocused();
  await expect(now).toHaveCount(0);
  await expectNoFaults(phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await notice.getByRole("button", { name: "Show" }).tap();
  await expect(now).toContainText("What is missing?");
  await expect(notice).toHaveCount(0);
  ann.room.leave();
  await closeAll([phone]);
});

test("every kind of question shows before and after with what moved people, hidden until it is shown", async ({
  browser,
  baseURL,
}) => {
  test.slow();
  const ann = await host(baseURL ?? "", "Ann");
  const people = await crowd(ann.url, 3);
  const [bob] = people;
  if (bob === undefined) throw new Error("nobody came");
  const doubt = await raise(bob, { text: "Combining takes far longer." });
  const slider = { kind: "slider", from: "0", to: "100", fromLabel: "never", toLabel: "always" } as const;
  type Form = Extract<Command, { kind: "open-poll" }>["form"];
  type Asked = readonly [string, Form, readonly string[], readonly string[]];
  const polls: readonly Asked[] = [
    ["poll00001", { kind: "choice", options: ["Store", "Derive"] }, ["0", "0", "1"], ["1", "1", "1"]],
    ["poll00002", slider, ["10", "20", "60"], ["40", "50", "60"]],
    ["poll00003", { kind: "number", unit: "steps" }, ["4", "4", "6"], ["8", "4", "6"]],
  ];
  const shots = async (at: 2 | 3) => {
    for (const [poll, , ...rounds] of polls)
      await everybody(people, (person, who) => {
        const [first, second] = rounds;
        const answer = (at === 2 ? first : second)[who] ?? null;
        const hasMoved = at === 3 && first[who] !== second[who];
        person.send({ kind: "answer-poll", poll, answer, ...(hasMoved && { because: doubt }) });
      });
    const share = (who: number) => `${at + who}/10`;
    const program = ann.room.getSnapshot().rows.programs[0]?.key ?? "";
    await everybody(people, (person, who) => {
      const because = at === 3 ? { because: { objection: doubt, words: "" } } : {};
      person.send({ kind: "pin", g: `${at + who}`, ...because });
      person.send({ kind: "set-credence", program, value: share(who), ...because });
    });
  };
  for (const [poll, form] of polls)
    ann.room.send({ kind: "open-poll", poll, question: `How about ${poll}?`, form, blind: true });
  await saved(ann.room);
  await shots(2);
  for (const [poll] of polls) {
    ann.room.send({ kind: "reveal-poll", poll });
    ann.room.send({ kind: "blind-poll", poll });
  }
  ann.room.send({ kind: "reveal-estimates" });
  ann.room.send({ kind: "blind-estimates" });
  await saved(ann.room);
  await until(
    bob,
    ({ estimates, session }) => estimates.blind === true && session.polls.poll00003?.blind === true,
  );
  const screen = await newPerson(browser, { viewport: { width: 1920, height: 1080 } });
  await openScreen(screen, ann.url);
  await shots(3);
  ann.room.send({ kind: "show-on-screen", what: { kind: "poll", poll: "poll00001" } });
  await expect(screen.getByTestId("count")).toHaveText("3 of 4 in");
  await expect(screen.getByTestId("causes")).toHaveCount(0);
  for (const [poll] of polls) ann.room.send({ kind: "reveal-poll", poll });
  const stage = screen.getByTestId("stage-poll");
  await expect(stage).toContainText("2 answers changed since they were shown first: Store → Derive (2)");
  await expect(stage.getByTestId("causes")).toHaveText("2 moved by “Combining takes far longer.”");
  ann.room.send({ kind: "show-on-screen", what: { kind: "poll", poll: "poll00002" } });
  await expect(stage).toContainText("3 answers. The middle is 20 → 50.");
  ann.room.send({ kind: "show-on-screen", what: { kind: "poll", poll: "poll00003" } });
  await expect(stage).toContainText("The middle is 4 steps → 6 steps.");
  await expect(stage.getByTestId("causes")).toHaveText("One moved by “Combining takes far longer.”");
  ann.room.send({ kind: "show-on-screen", what: { kind: "estimates" } });
  await expect(screen.getByTestId("stage-estimates")).not.toContainText("moved by");
  ann.room.send({ kind: "reveal-estimates" });
  const numbers = screen.getByTestId("stage-estimates");
  await expect(numbers).toContainText("The middle is 30% → 40%.");
  await expect(screen.getByTestId("rates")).toContainText("The middle is 3 → 4. 3 people moved.");
  await expect(numbers.getByTestId("causes")).toHaveText("3 moved by “Combining takes far longer.”");
  await expect(screen.getByTestId("moved")).toHaveCount(3);
  await expectNoFaults(screen);

  // Whoever moves names the cause on a phone; the report tells all of it, and not by whom.
  const phone = await newPerson(browser, phoneSize);
  await join(phone, ann.url, "Pia");
  const tabs = phone.getByRole("navigation", { name: "Panels" });
  await tabs.getByRole("button", { name: "Debate" }).tap();
  await phone.getByRole("tab", { name: "Meeting" }).tap();
  const card = phone.getByRole("article", { name: "How about poll00001?" });
  await card.getByRole("button", { name: "Derive" }).tap();
  ann.room.send({ kind: "blind-poll", poll: "poll00001" });
  // A question that is asked again brings the phone to Now.
  await expect(phone.getByTestId("phone-news")).toHaveText("New: How about poll00001?");
  await expect(card).toContainText("nobody sees another's answer");
  await card.getByLabel("An objection moved me, if I like to say").selectOption({ index: 1 });
  await card.getByRole("button", { name: "Store" }).tap();
  await until(ann.room, ({ session }) => session.polls.poll00001?.count === 1);
  ann.room.send({ kind: "reveal-poll", poll: "poll00001" });
  await tabs.getByRole("button", { name: "Debate" }).tap();
  await card.getByRole("button", { name: "who said what" }).tap();
  await expect(card.getByRole("listitem").filter({ hasText: "Pia" })).toHaveText(
    "Pia Derive → Store, moved by “Combining takes far longer.”",
  );
  await expectNoFaults(phone);
  await tabs.getByRole("button", { name: "Me" }).tap();
  await expect(phone.getByTestId("everybody")).toContainText("g 2 → 3");
  await phone.goto(`${ann.url}/report`);
  await expect(phone.getByText("Derive → Store: one person, moved by objection 1")).toBeVisible();
  await expect(phone.getByText("10 → 40: one person, moved by objection 1")).toBeVisible();
  for (const one of [...people, ann.room]) one.leave();
  await closeAll([screen, phone]);
});

test("the model and the strip stay beside a long debate, and a low or enlarged window scrolls as one", async ({
  browser,
  baseURL,
}) => {
  const ann = await host(baseURL ?? "", "Ann");
  for (let at = 0; at < 14; at += 1)
    await raise(ann.room, { text: `Doubt number ${at}. ${"It takes long. ".repeat(8)}` });
  const bob = await newPerson(browser, { viewport: { width: 1440, height: 900 } });
  await join(bob, ann.url, "Bob");
  const cards = bob.getByRole("article", { name: /Doubt number/ });
  await expect(cards.first()).toBeVisible();
  const wheel = async (page: Page) => {
    await cards.first().hover();
    for (let at = 0; at < 40; at += 1) await page.mouse.wheel(0, 400);
  };
  await wheel(bob);
  await expect(cards.nth(12)).toBeInViewport();
  await expect(combine(bob)).toBeInViewport();
  await expect(sentence(bob)).toBeInViewport();
  // As a window of 1280 by 720 shows it at 200%.
  await bob.setViewportSize({ width: 640, height: 360 });
  const scrollers = await bob.evaluate(
    () =>
      [...document.querySelectorAll("main *")].filter(
        (one) =>
          one.scrollHeight > one.clientHeight + 20 &&
          ["auto", "scroll"].includes(getComputedStyle(one).overflowY),
      ).length,
  );
  expect(scrollers).toBe(0);
  expect(await bob.evaluate(() => document.documentElement.scrollWidth)).toBe(640);
  ann.room.leave();
  await closeAll([bob]);
});

test("a phone asks for one thing at a time, the current one first", async ({ browser }) => {
  test.slow();
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const bob = await speaker(url, "Bob");
  await ann.getByRole("button", { name: "Start “Estimate”" }).click();
  const phone = await newPerson(browser, phoneSize);
  await join(phone, url, "Pia");
  const now = phone.getByRole("region", { name: "Now", exact: true });
  const tabs = phone.getByRole("navigation", { name: "Panels" });
  await expect(now).toContainText("Drag the g to where you think training sits");
  await now.getByRole("button", { name: /^Pin the handle/ }).click();
  await expect(now.getByTestId("my-g")).toContainText("Placed");

  await ann.getByRole("tab", { name: "Meeting" }).click();
  await ann.getByRole("button", { name: "Ask a question" }).click();
  await ann.getByLabel("Question", { exact: true }).fill("Which wins if thinking is free?");
  await ann.getByLabel("Option 1").fill("Honest");
  await ann.getByLabel("Option 2").fill("Deceptive");
  await ann.getByRole("button", { name: "Ask everybody" }).click();
  await expect(now).toContainText("Which wins if thinking is free?");
  await now.getByRole("button", { name: "Deceptive" }).tap();
  await expect(now).not.toContainText("Which wins if thinking is free?");

  await ann.getByRole("button", { name: "Agenda" }).click();
  await ann.getByRole("button", { name: "Start “Object”" }).click();
  await ann.keyboard.press("Escape");
  await expect(now).toContainText("Which of these do you doubt?");
  const chips = now.getByRole("listitem").getByRole("button");
  await expect(chips).toHaveCount(4);
  for (const chip of await chips.all()) expect((await chip.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await tabs.getByRole("button", { name: "Model" }).tap();
  await expect(combine(phone)).toBeVisible();
  await expect(tabs.getByRole("button", { name: /^Now/ })).toContainText("waits for you");
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  const bar = await phone.locator("header").first().boundingBox();
  expect(bar?.height, "the bar is one line").toBeLessThan(60);
  await tabs.getByRole("button", { name: /^Now/ }).tap();
  await expectNoFaults(phone);
  await phone.emulateMedia({ colorScheme: "dark" });
  await expectNoFaults(phone);

  await everybody([bob], (person) => person.send({ kind: "raise-hand", reply: false, about: null }));
  await now.getByRole("button", { name: "Raise my hand" }).tap();
  await expect(now).toContainText("1 before you");
  bob.leave();
  await closeAll([ann, phone]);
});

test("another site frames the live strip where the moderator allows it, in a few kilobytes, and nowhere else", async ({
  browser,
}) => {
  const ann = await newPerson(browser);
  const url = await openRoom(ann, "Ann");
  const embed = url.replace("/r/", "/embed/");
  const site = await newPerson(browser, { viewport: { width: 700, height: 400 } });
  const html = `<!doctype html><html lang="en"><title>A site</title><main><h1>A site</h1><iframe src="${embed}" title="Crux" width="640" height="260"></iframe></main>`;
  const other = createServer((_request, response) =>
    response.setHeader("Content-Type", "text/html").end(html),
  );
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  const refused = await site.request.get(embed);
  expect(refused.status()).toBe(404);
  expect(refused.headers()["x-frame-options"]).toBe("DENY");
  await ann.getByRole("button", { name: "Share" }).click();
  const allowed = ann.getByLabel("Other pages may show the live strip to anybody");
  await allowed.click();
  await expect(allowed).toBeChecked();
  await expect(ann.getByTestId("embed")).toContainText(`<iframe src="${embed}"`);
  await ann.keyboard.press("Escape");

  const answer = await site.request.get(embed);
  expect(answer.headers()["content-security-policy"]).toContain("frame-ancestors *");
  expect((await answer.body()).length).toBeLessThan(8_000);
  await site.goto(`http://127.0.0.1:${port}/`);
  const frame = site.frameLocator("iframe");
  await expect(frame.locator("#sentence")).toContainText("Fast honest wins below 19/8.");
  // Colour is not the only sign: the deceptive program's band is striped.
  const band = frame.locator(".band", { hasText: "Simple deceptive" }).locator("i");
  await expect(band).toHaveCSS("background-image", /gradient/);
  await combine(ann).fill("14");
  await expect(frame.locator("#sentence")).toContainText("Fast honest wins below 19/6.");
  await expectNoFaults(site);
  await site.emulateMedia({ colorScheme: "dark" });
  await site.setViewportSize({ width: 360, height: 600 });
  await site.goto(embed);
  await expectNoFaults(site);
  expect(await site.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  await expect(site.getByRole("link", { name: "Open the room" })).toHaveAttribute(
    "href",
    /\/r\/[A-Z]{6}\/watch$/,
  );

  // The room itself is framed by nobody.
  const room = await site.request.get(url);
  expect(room.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
  await ann.getByRole("button", { name: "Share" }).click();
  await allowed.click();
  await expect(allowed).not.toBeChecked();
  await expect(site.getByText("This room is not shown here any more.")).toBeVisible();
  expect((await site.request.get(embed)).status()).toBe(404);
  other.close();
  await closeAll([ann, site]);
});
