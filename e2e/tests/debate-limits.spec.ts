import { expect, test } from "@playwright/test";
import { expectFits } from "../faults.ts";
import { card } from "../meeting.ts";
import { closeAll, roomOf, sentence } from "../room.ts";
import { raise, raising, speaker, until } from "../speaker.ts";

const KINDS = ["agree", "unclear", "needs-source", "crux-for-me"] as const;
const CROWD = 10;
const CARDS = 50;

test("counts two thousand reactions, names few and stays quick; who presses more is told the limit", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const cara = await speaker(url, "Cara");
  const ids: string[] = [];
  for (let at = 0; at < CARDS; at += 1) ids.push(await raise(cara, { text: `Doubt ${at}.`, readings: [] }));
  const crowd = await Promise.all(Array.from({ length: CROWD }, (_, at) => speaker(url, `Person ${at}`)));
  for (const id of ids)
    for (const one of crowd)
      for (const reaction of KINDS) one.send({ kind: "react", to: `objection/${id}`, reaction, on: true });
  const heard = () => {
    const { reactions } = cara.getSnapshot().debate;
    const all = ids.flatMap((id) => Object.values(reactions[`objection/${id}`] ?? {}));
    return all.flat().length;
  };
  await expect.poll(heard, { timeout: 90_000 }).toBe(CARDS * CROWD * KINDS.length);
  const one = card(first, /Doubt 0\./);
  await expect(one.getByRole("button", { name: `Crux for me, ${CROWD}` })).toBeVisible({ timeout: 30_000 });
  await one.getByRole("button", { name: "who" }).click();
  await expect(one).toContainText("Person 0");
  // All that each may press is pressed: the room says so by name, and keeps what it has.
  const [loud] = crowd;
  loud?.send({ kind: "react", to: "scenario", reaction: "agree", on: true });
  if (loud !== undefined) await until(loud, ({ lastRefusal }) => lastRefusal?.code === "too-many");
  // The page answers while all of that stands there.
  await one.getByRole("button", { name: /^Agree/ }).click();
  await expect(one.getByRole("button", { name: `Agree, ${CROWD + 1}` })).toBeVisible();
  await expectFits(first);
  for (const person of crowd) person.leave();
  cara.leave();
  await closeAll([first]);
});

test("refuses huge and deep patches by name, and shows what fits as undecided or unfit rather than hang", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [first] = await roomOf(browser, ["Ann"]);
  const url = first.url();
  const alarms: string[] = [];
  first.on("pageerror", (error) => alarms.push(error.message));
  const cara = await speaker(url, "Cara");
  const set = (to: string) => [{ kind: "set-cost", term: "combine", axis: "t", to }];
  const refused = async (code: string, patch: readonly unknown[]) => {
    const objection = `refused${code.replaceAll("-", "")}`;
    cara.send({ ...raising(cara, { objection, readings: [{ label: "x", patch: [...patch] }] }) });
    await until(cara, ({ lastRefusal }) => lastRefusal?.code === code);
    expect(cara.getSnapshot().debate.objections[objection]).toBeUndefined();
  };
  await refused("patch-too-large", set(`1${"+1".repeat(5_000)}`));
  let deep: unknown = 1;
  for (let at = 0; at < 40; at += 1) deep = [deep];
  await refused("too-deep", [{ kind: "set-key", key: "x", to: deep }]);
  // What just fits: long sums, towers of powers, a root of a root, a program that no other meets.
  const heavy = [
    `1${"+1".repeat(400)}`,
    "9^9^9^9",
    "2^(2^(2^(2^20)))",
    `${"sqrt(".repeat(40)}2${")".repeat(40)}`,
    "1/0",
  ];
  for (const [at, to] of heavy.entries())
    cara.send(
      raising(cara, {
        objection: `heavy00000${at}`,
        text: `Heavy ${at}.`,
        readings: [{ label: "so", patch: set(to) }],
      }),
    );
  await raise(cara, { text: "After all that." });
  await card(first, /After all that/).scrollIntoViewIfNeeded();
  await expect(card(first, /After all that/).getByTestId("badge")).toHaveText("19/8 → 19/4", {
    timeout: 60_000,
  });
  const badges = first.getByTestId("badge");
  await expect
    .poll(async () => (await badges.allTextContents()).filter((text) => text.trim() === ""), {
      timeout: 60_000,
    })
    .toEqual([]);
  expect(await badges.count()).toBeGreaterThan(2);
  await expect(sentence(first)).toContainText("19/8");
  expect(alarms).toEqual([]);
  cara.leave();
  await closeAll([first]);
});
