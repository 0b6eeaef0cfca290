import { createMemoryDevices, type JoinedRoom, joinRoom } from "@crux/room/client";
import { expect, type Page, test } from "@playwright/test";
import { expectNoFaults } from "../faults.ts";
import { compare, differences, publishMine, whose } from "../meeting.ts";
import { closeAll, combine, join, newPerson, openRoom, saving, sentence } from "../room.ts";
import { raise, speaker, until } from "../speaker.ts";

// Two people who disagree, a facilitator, and a dozen who watch: from hidden values to what exactly divides them, and
// what one of them reads two days later.

test.use({ actionTimeout: 15_000 });

const mineField = (page: Page, name: string) => page.getByRole("textbox", { name, exact: true });
const crux = (page: Page) => page.getByTestId("crux");
const published = (page: Page) => page.getByTestId("published");

const FIND = "t of find the objective, in the list";
const OUTER = "t of plan for the outer world, in the list";
const BASE = "c of base objective, in the list";
const COMBINE = "c of combine goals, in the list";

/** The time of the simple deceptive program with fetching the objective in it. */
const CHARGED =
  "t(combine) + t(find(get_proxy_for_base_obj(env))) + t(get_proxy_for_base_obj) + t(mesaoptimize_env) + t(mesaoptimize_outer_world_env)";

/** Fills in own values and a g, and shows them to nobody yet. */
async function hold(page: Page, g: string, values: Readonly<Record<string, string>>): Promise<void> {
  await whose(page, "Mine").click();
  await expect(published(page)).toBeVisible();
  if (Object.keys(values).length > 0) await page.getByText(/^All terms/).click();
  for (const [field, value] of Object.entries(values)) await mineField(page, field).fill(value);
  await mineField(page, "Your g").fill(g);
}

async function watchers(url: string, count: number): Promise<readonly JoinedRoom[]> {
  const { origin, pathname } = new URL(url);
  return Promise.all(
    Array.from({ length: count }, async (_, at) => {
      const joined = await joinRoom(
        { room: { code: pathname.split("/")[2] ?? "" }, name: `Watcher ${at + 1}`, as: "viewer" },
        { server: origin, devices: createMemoryDevices() },
      );
      if (!joined.ok) throw new Error(JSON.stringify(joined.error));
      await until(joined.value, (view) => view.connection.kind === "online" && view.rows.terms.length > 0);
      return joined.value;
    }),
  );
}

test("two people find what divides them, with a facilitator and twelve who watch", async ({ browser }) => {
  test.setTimeout(300_000);
  const fay = await newPerson(browser);
  const url = await openRoom(fay, "Fay");
  const [ada, ben] = [await newPerson(browser), await newPerson(browser)];
  await join(ada, url, "Ada");
  await join(ben, url, "Ben");
  const crowd = await watchers(url, 12);

  // Each fills in what they hold before they see the other; the room's model stays as it is.
  await hold(ada, "3/2", {});
  await hold(ben, "9/4", { [BASE]: "55", [COMBINE]: "9", [FIND]: "12", [OUTER]: "30" });
  await expect(sentence(ben)).toContainText("43/44");
  await expect(ben.getByRole("heading", { name: "Mine", exact: true })).toBeVisible();
  await expect(ben.getByRole("table").filter({ hasText: "base objective" }).first()).toContainText("55");
  await expect(combine(fay)).toHaveValue("6");
  await expect(sentence(fay)).toContainText("19/8");
  for (const one of crowd) expect(one.getSnapshot().debate.overlays).toEqual({});

  // Both publish: two strips on one axis, five differences, no single crux.
  await publishMine(ada);
  await publishMine(ben);
  await compare(fay, "Ada", "Ben");
  await expect(fay.getByRole("group", { name: "Strip of Ada" })).toContainText("19/8");
  await expect(fay.getByRole("group", { name: "Strip of Ben" })).toContainText("43/44");
  const strips = ["Ada", "Ben"].map((name) => fay.getByRole("group", { name: `Strip of ${name}` }));
  const boxes = await Promise.all(strips.map((strip) => strip.boundingBox()));
  expect([boxes[0]?.x, boxes[0]?.width]).toEqual([boxes[1]?.x, boxes[1]?.width]);
  const [later, earlier] = await Promise.all(
    ["19/8", "43/44"].map((flip, at) =>
      strips[at]?.getByRole("button", { name: flip }).first().boundingBox(),
    ),
  );
  expect(later?.x ?? 0, "the later flip lies further right").toBeGreaterThan((earlier?.x ?? 0) + 20);
  await expect(fay.getByTestId("differences").locator("thead th")).toHaveText([
    "take over",
    "difference",
    "Ada",
    "Ben",
    "share of the gap",
    "flips Ada",
    "flips Ben",
  ]);
  await expect(differences(fay)).toHaveCount(5);
  await expect(differences(fay).locator("td:nth-of-type(4)")).toContainText([
    "31%",
    "31%",
    "24%",
    "20%",
    "−6%",
  ]);
  await expect(crux(fay)).toContainText("No double crux");
  await expect(crux(fay)).toContainText("Ada changes sides with any two of");
  await expect(crux(fay)).toContainText("Ben changes sides with any three of");
  await expect(differences(fay).filter({ hasText: "masks the others" })).toContainText("combine");
  await fay.getByLabel("Take over g").check();
  await expect(fay.getByTestId("adopted")).toContainText("Fast honest");
  await fay.getByLabel(/^Take over complexity of base objective/i).check();
  await expect(fay.getByTestId("adopted")).toContainText("Simple deceptive");

  // Ben tries the point at which "undoubtedly slower" fails, and what would mend the claim.
  await ben.getByRole("tab", { name: "Claims" }).click();
  const slower = ben.locator('[data-claim="E33"]');
  await slower.locator("summary").first().click();
  await expect(slower.getByTestId("claim-verdict")).toHaveText("Refuted");
  await expect(slower.getByRole("table", { name: "It fails at" })).toContainText("=");
  await slower.getByRole("button", { name: "Load into mine" }).first().click();
  await expect(published(ben)).not.toHaveText("Published: 4 changes.");
  await expect(async () => {
    await ben.getByRole("button", { name: "Undo" }).click();
    await expect(published(ben)).toHaveText("Published: 4 changes.", { timeout: 300 });
  }).toPass();
  await slower.getByRole("button", { name: "Judge again with it" }).first().click();
  await expect(slower.getByTestId("claim-verdict")).toHaveText("Proved");

  // Ben's connection drops; what he changes meanwhile is kept, and sent when it is back.
  await ben.getByRole("checkbox", { name: "publish as I change" }).check();
  await ben.context().setOffline(true);
  const banner = ben.getByText(/^Offline, or the server is restarting/);
  await expect(banner).toBeVisible({ timeout: 20_000 });
  for (const [value, kept] of [
    ["40", "1 change kept on this device"],
    ["44", "2 changes kept on this device"],
    ["45", "3 changes kept on this device"],
  ] as const) {
    await mineField(ben, OUTER).fill(value);
    await expect(saving(ben)).toContainText(kept);
    await expect(banner).toContainText(`${kept}. Go on editing`);
  }
  await expect(differences(fay)).toHaveCount(5);
  await ben.context().setOffline(false);
  await expect(saving(ben)).toHaveText("Saved", { timeout: 20_000 });
  await expect(ben.getByText("Back online: 3 changes sent.")).toBeVisible();

  // They agree on it now: its row folds away.
  await expect(differences(fay)).toHaveCount(4);
  await fay.getByText(/^Alike: \d+ values/).click();
  await expect(fay.getByText("time of plan for the outer world = 45")).toBeVisible();

  // They agree on what mends the claim, too: the simple deceptive program is charged for fetching what it found.
  const scribe = await speaker(url, "Scribe");
  const repair = await raise(scribe, {
    text: "Charge it for fetching the objective that it found.",
    readings: [{ label: "charged", patch: [{ kind: "set-program", id: "sd", axis: "t", to: CHARGED }] }],
  });
  expect(await scribe.edit.merge(repair, 0)).toMatchObject({ ok: true });
  await expect(fay.getByRole("group", { name: "Strip of Ben" })).toContainText("61/44");

  // The watchers are lost at phi; the facilitator sees how many, and pins plain words that all can read.
  const phi = crowd[0]?.getSnapshot().rows.parameters.find(({ id }) => id === "phi")?.key;
  for (const one of crowd) one.send({ kind: "lost-me", to: `parameters/${phi}`, on: true });
  await fay.getByRole("tab", { name: "Meeting" }).click();
  const panel = fay.getByRole("region", { name: "Meeting" }).last();
  await expect(panel.getByTestId("lost")).toContainText(/12\s*/);
  await panel.getByRole("button", { name: "Explain it" }).click();
  await fay.getByRole("region", { name: "Debate" }).getByRole("button", { name: "In plain words" }).click();
  await fay.getByLabel("in plain words, for everybody").fill("The share of planning that both do alike.");
  await fay.getByRole("button", { name: "Pin it" }).click();
  for (const one of crowd)
    await until(one, (view) => view.session.glosses[`parameters/${phi}`] !== undefined);
  const gloss = ada.getByText("The share of planning that both do alike. (Fay)").first();
  await expect(gloss).toBeHidden();
  await ada.getByRole("button", { name: "overlap in plain words" }).first().hover();
  await expect(gloss).toBeVisible();

  // Two days later Ada reads what Ben did meanwhile, by what it does.
  await ada.goto("/help");
  await mineField(ben, FIND).fill("20");
  await expect(differences(fay).filter({ hasText: "find the objective" })).toContainText("20");
  await expect(published(ben)).toHaveText("Published: 3 changes.");
  await ada.goto(url);
  const since = ada.getByRole("complementary", { name: "Since you left" });
  await expect(since).toContainText("Ben");
  await expect(since).toContainText("time of find the objective: 12 → 20");
  await expect(since).toContainText(
    "Their winner is unchanged, Simple deceptive; their flip 61/44 → 69/44, still below their g of 9/4.",
  );

  // What they came to stands in the report.
  const reader = await newPerson(browser, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
  await reader.goto(`${url}/report`);
  await expect(reader.getByTestId("report-crux")).toContainText("Ada and Ben");
  await expect(reader.getByTestId("report-crux").locator("tbody tr")).toHaveCount(4);
  for (const page of [reader, fay]) {
    await expectNoFaults(page);
  }
  for (const one of [...crowd, scribe]) one.leave();
  await closeAll([fay, ada, ben, reader]);
});
