import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { expect, test } from "@playwright/test";
import { combine, newPerson, openRoom, saving, sentence } from "../room.ts";

const port = Number(process.env.CRUX_E2E_PORT ?? 3100) + 1;
const origin = `http://127.0.0.1:${port}`;
const data = mkdtempSync(joinPath(tmpdir(), "crux-e2e-restart-"));

async function start(): Promise<ChildProcess> {
  const child = spawn(process.execPath, ["server/main.ts"], {
    cwd: joinPath(import.meta.dirname, "..", "..", "apps", "web"),
    env: { ...process.env, PORT: String(port), HOST: "127.0.0.1", NODE_ENV: "production", CRUX_DATA: data },
    stdio: "ignore",
  });
  await expect(async () => expect((await fetch(`${origin}/readyz`)).status).toBe(200)).toPass();
  return child;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once("exit", (code) => resolve(code)));

test("goes on after the server was restarted, with what was typed meanwhile", async ({ browser }) => {
  let server = await start();
  const page = await newPerson(browser, { baseURL: origin });
  await openRoom(page, "Ann");
  await combine(page).fill("14");
  await expect(saving(page)).toHaveText("Saved");
  const end = ended(server);
  server.kill("SIGTERM");
  expect(await end).toBe(0);
  await expect(page.getByText(/^Offline, or the server is restarting/)).toBeVisible();
  await page
    .getByLabel(/^time of combine goals/)
    .first()
    .fill("6");
  await expect(sentence(page)).toContainText("below 13/4");
  server = await start();
  await expect(saving(page)).toHaveText("Saved", { timeout: 20_000 });
  const other = await newPerson(browser, { baseURL: origin });
  await other.goto(page.url());
  await other.getByLabel(/^Your name/).fill("Bob");
  await other.getByRole("button", { name: "Join", exact: true }).click();
  await expect(sentence(other)).toContainText("below 13/4");
  const gone = ended(server);
  server.kill("SIGTERM");
  await gone;
  await page.context().close();
  await other.context().close();
});
