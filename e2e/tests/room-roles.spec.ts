import { PROTOCOL_VERSION } from "@crux/room/client";
import { expect, test } from "@playwright/test";
import { closeAll, combine, join, newPerson, openRoom, roomOf, sentence } from "../room.ts";

test("lets a viewer look and try out, but not edit", async ({ browser }) => {
  const first = await newPerson(browser);
  const url = await openRoom(first, "Ann");
  const viewer = await newPerson(browser);
  await join(viewer, url, "Vic", "Only watch");
  await expect(viewer.getByRole("button", { name: "Edit", exact: true })).toBeDisabled();
  await expect(combine(viewer)).toHaveAttribute("readonly");
  await expect(viewer.getByLabel("Add a program")).toHaveCount(0);
  await viewer.getByRole("group", { name: "Whose values" }).getByRole("button", { name: "Mine" }).click();
  await combine(viewer).fill("14");
  await expect(sentence(viewer)).toContainText("below 19/6");
  await expect(sentence(first)).toContainText("below 19/8");
  await viewer.getByRole("button", { name: "Back to the room" }).click();
  await expect(sentence(viewer)).toContainText("below 19/8");
  await closeAll([first, viewer]);
});

test("refuses a viewer's edits and commands sent by hand", async ({ browser }) => {
  const first = await newPerson(browser);
  const url = await openRoom(first, "Ann");
  const code = url.slice(-6);
  const page = await newPerson(browser);
  await page.goto("/help");
  const answers = await page.evaluate(
    async ({ room, version }) => {
      const secret = Array.from(crypto.getRandomValues(new Uint8Array(48)), (byte) =>
        (byte % 36).toString(36),
      ).join("");
      const joined = await fetch("/api/rooms/join", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ version, room: { code: room }, name: "Vic", secret, as: "viewer" }),
      });
      const { ticket, person } = (await joined.json()) as { ticket: string; person: string };
      const socket = new WebSocket(
        `${location.origin.replace("http", "ws")}/socket.io/?EIO=4&transport=websocket`,
      );
      socket.binaryType = "arraybuffer";
      const heard: string[] = [];
      const update = [1, 1, 200, 8, 0, 4, 1, 8, 115, 99, 101, 110, 97, 114, 105, 111, 1, 120, 0];
      /** A number as the protocol writes it, and a text behind its length. */
      const varUint = (value: number): number[] =>
        value < 128 ? [value] : [128 + (value % 128), ...varUint(Math.floor(value / 128))];
      const varString = (text: string): number[] => {
        const bytes = [...new TextEncoder().encode(text)];
        return [...varUint(bytes.length), ...bytes];
      };
      const say = (...parts: number[][]): void => socket.send(Uint8Array.from(parts.flat()));
      return new Promise<string[]>((resolve) => {
        socket.onmessage = ({ data }) => {
          // The first message is the transport's own text; then every message is one binary frame.
          if (typeof data === "string") {
            if (data.startsWith("0")) say([0], varString(JSON.stringify({ version, ticket })));
            return;
          }
          const frame = new Uint8Array(data as ArrayBuffer);
          if (frame[0] === 0) {
            const sync = JSON.stringify(["sync", { stateVector: null, spareIds: 0 }]);
            say([2, 2], varString(sync), varString('[1,"stateVector"]'), [1, 0]);
            say([6, 2], update);
            const command = { kind: "set-role", person, role: "moderator" };
            const asked = ["command", { id: { stream: "aaaaaaaa", n: 1 }, command }];
            say([2, 4], varString(JSON.stringify(asked)));
          } else if (frame[0] === 3) heard.push(new TextDecoder().decode(frame));
          if (heard.length === 3) resolve(heard);
        };
        setTimeout(() => resolve(heard), 4_000);
      });
    },
    { room: code, version: PROTOCOL_VERSION },
  );
  const refusals = answers.filter((one) => one.includes('"ok":false'));
  expect(refusals.length).toBeGreaterThanOrEqual(2);
  expect(refusals.filter((one) => one.includes("not-allowed")).length).toBe(2);
  await expect(combine(first)).toHaveValue("6");
  await expect(sentence(first)).toContainText("below 19/8");
  await closeAll([first, page]);
});

test("gives roles, hides and renews the code, and answers alike where nobody may come in", async ({
  browser,
}) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  const url = first.url();
  await first.getByRole("button", { name: "Share" }).click();
  const share = first.getByRole("dialog", { name: "Share this room" });
  await expect(share.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await share.getByLabel("Role of Bob").selectOption("viewer");
  await expect(bob.getByRole("button", { name: "Edit", exact: true })).toBeDisabled();
  await share.getByLabel("Role of Bob").selectOption("debater");
  await expect(bob.getByRole("button", { name: "Edit", exact: true })).toBeEnabled();

  const refusal = async (address: string): Promise<string> => {
    const stranger = await newPerson(browser);
    await stranger.goto(address);
    await stranger.getByLabel(/^Your name/).fill("Sam");
    await stranger.getByRole("button", { name: "Join", exact: true }).click();
    const said = stranger.locator("form").getByRole("alert");
    await expect(said).not.toBeEmpty();
    const text = (await said.textContent()) ?? "";
    await stranger.context().close();
    return text;
  };
  await share.getByRole("button", { name: "Hide the code" }).click();
  await expect(share.getByText("The code is hidden")).toBeVisible();
  expect(await refusal(url)).toBe(await refusal("/r/AAAAAA"));
  await share.getByRole("button", { name: "New code" }).click();
  await expect(share.getByTestId("code")).toBeVisible();
  await expect(first).toHaveURL(/\/r\/[A-Z]{6}$/);
  expect(first.url()).not.toBe(url);
  await expect(bob).toHaveURL(first.url());
  await share.getByRole("row").count();
  await share.getByRole("button", { name: "Hand over" }).click();
  await expect(share.getByRole("group", { name: "As moderator" })).toBeHidden();
  await bob.getByRole("button", { name: "Share" }).click();
  await bob.getByRole("button", { name: "Close the room" }).click();
  await expect(first.getByText("The room is closed: it can be read, and not changed.")).toBeAttached();
  await expect(combine(first)).toHaveAttribute("readonly");
  await closeAll([first, bob]);
});

test("follows on request and brings people to a place", async ({ browser }) => {
  const [first, bob] = await roomOf(browser, ["Ann", "Bob"]);
  await bob.getByRole("button", { name: "Follow Ann" }).click();
  await first.getByRole("tab", { name: "Map" }).click();
  await expect(bob.getByRole("tab", { name: "Map" })).toHaveAttribute("aria-selected", "true");
  await first.getByRole("textbox", { name: "Your g" }).fill("3");
  await expect(bob.getByRole("textbox", { name: "Your g" })).toHaveValue("3");
  await bob.keyboard.press("Escape");
  await expect(bob.getByText(/^Following/)).toBeHidden();
  await combine(first).focus();
  await first.getByRole("button", { name: "More" }).click();
  await first.getByRole("button", { name: "Bring people here" }).click();
  await expect(bob.getByText("Ann asks everybody to look at combine goals.")).toBeVisible();
  await bob.getByRole("button", { name: "Go there" }).click();
  await expect(combine(bob)).toBeInViewport();
  await first.getByRole("button", { name: "Pin my g" }).click();
  await expect(bob.getByText("(1 of 2 in, hidden)")).toBeVisible();
  await expect(bob.getByRole("list", { name: "Pinned g" })).toHaveCount(0);
  await first.getByRole("button", { name: "Me: my g" }).click();
  await first.getByRole("button", { name: "Reveal pins" }).click();
  await expect(bob.getByRole("list", { name: "Pinned g" })).toContainText("Ann pinned g = 3");
  await closeAll([first, bob]);
});
