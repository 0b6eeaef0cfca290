import { AxeBuilder } from "@axe-core/playwright";
import type { JoinedRoom } from "@crux/room/client";
import { expect, type Page, test } from "@playwright/test";
import { closeAll, combine, join, newPerson, openRoom, saving } from "../room.ts";
import { raise, speaker, until } from "../speaker.ts";

const thresholds = (page: Page) => page.getByTestId("thresholds").locator("tbody tr");
const objections = (page: Page, title: string) =>
  page.getByRole("region", { name: title }).getByTestId("report-objection");

/** A meeting held by Ann in a window and three people without one; what it comes to stands in the tests. */
async function holdMeeting(
  ann: Page,
): Promise<{ readonly url: string; readonly people: readonly JoinedRoom[] }> {
  const url = await openRoom(ann, "Ann");
  const [bob, cleo] = [await speaker(url, "Bob"), await speaker(url, "Cleo")];
  bob.send({ kind: "pin", g: "3/2" });
  cleo.send({ kind: "pin", g: "9/4" });
  await until(cleo, ({ saving: state }) => state.kind === "saved");
  await ann.getByRole("button", { name: /^Me/ }).first().click();
  return { url, people: [bob, cleo] };
}

const noFaults = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.target.join(" ")}`))).toEqual(
    [],
  );
};
