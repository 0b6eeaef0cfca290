import { type APIRequestContext, expect, test } from "@playwright/test";

const essay = { library: "speed-simplicity" };
const winners = { id: "q1", scenario: essay, query: { kind: "winners" } };
const post = (request: APIRequestContext, data: unknown, headers: Record<string, string> = {}) =>
  request.post("/api/solve", {
    data: typeof data === "string" ? Buffer.from(data) : data,
    headers: { "content-type": "application/json", ...headers },
  });

test("answers one request", async ({ request }) => {
  const response = await post(request, winners);
  expect(response.status()).toBe(200);
  const reply = await response.json();
  expect(reply).toMatchObject({
    id: "q1",
    ok: true,
    answer: { kind: "map", thresholds: [{ at: { exact: "19/8" } }] },
  });
  expect(reply.answer.thresholds[0].at.decimal).toBe("2.37500000000000000000000000000");
  expect(reply.answer.certificate.format).toBe("crux/certificate");
});

test("answers an array in its order, good and bad together", async ({ request }) => {
  const response = await post(request, [
    { id: "a", query: { kind: "solve", equation: "2^x = 8", for: "x" } },
    { id: "b", scenario: essay, query: { kind: "winers" } },
    { ...winners, id: "c" },
  ]);
  expect(response.status()).toBe(200);
  const replies = await response.json();
  expect(replies.map((one: { id: string; ok: boolean }) => [one.id, one.ok])).toEqual([
    ["a", true],
    ["b", false],
    ["c", true],
  ]);
  expect(replies[0].answer.solutions[0].exact).toBe("3");
  expect(replies[1].issues[0].path).toContain("query");
});

test("says what is wrong with a request, where, and a way out", async ({ request }) => {
  const response = await post(request, {
    scenario: { library: "speed-simplicty" },
    query: { kind: "winners" },
  });
  expect(response.status()).toBe(422);
  const { issues } = await response.json();
  expect(issues[0].hint).toContain("speed-simplicity");
});

test("refuses what is not JSON, too large, or too many", async ({ request }) => {
  const broken = await post(request, '{ "query": }');
  expect(broken.status()).toBe(400);
  expect((await broken.json()).issues[0].message).toContain("line 1, column 12");
  expect((await post(request, `"${"x".repeat(1_100_000)}"`)).status()).toBe(413);
  const twice = await post(request, `{${Array(80_000).fill('"a":1').join()}}`);
  expect([twice.status(), (await twice.json()).issues.length]).toEqual([400, 100]);
  expect(
    (
      await post(
        request,
        Array.from({ length: 101 }, () => winners),
      )
    ).status(),
  ).toBe(413);
  expect((await post(request, winners, { "content-type": "text/plain" })).status()).toBe(415);
  expect((await request.get("/api/solve")).status()).toBe(405);
  expect((await request.get("/api/nothing")).status()).toBe(404);
});

test("stays alive under hostile questions, and the next one is right", async ({ request }) => {
  const hostile = [
    "2^2^2^2^2^2^2^2 = x",
    `${"(".repeat(3000)}x${")".repeat(3000)} = 1`,
    "x^(10^9) + x = 2^(10^9)",
    "__proto__ = constructor",
    "f(x) = 1",
  ];
  const response = await post(
    request,
    hostile.map((equation) => ({ query: { kind: "solve", equation, for: "x" } })),
  );
  expect(response.status()).toBe(200);
  expect(await response.json()).toHaveLength(hostile.length);
  expect(await (await post(request, winners)).json()).toMatchObject({
    ok: true,
    answer: { thresholds: [{ at: { exact: "19/8" } }] },
  });
});

test("lists the library and gives each scenario", async ({ request }) => {
  const list = await (await request.get("/api/scenarios")).json();
  const names = list.map((one: { name: string }) => one.name);
  expect(names).toContain("speed-simplicity");
  for (const name of names) {
    const scenario = await (await request.get(`/api/scenarios/${name}`)).json();
    expect(scenario).toMatchObject({ format: "crux/scenario", version: 1 });
  }
  expect((await request.get("/api/scenarios/none")).status()).toBe(404);
  expect((await request.get("/api/scenarios/__proto__")).status()).toBe(404);
});

test("describes itself in OpenAPI and on a page", async ({ request, page }) => {
  const document = await (await request.get("/api/openapi.json")).json();
  expect(document.openapi).toMatch(/^3\.1/);
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining(["/api/solve", "/api/scenarios", "/api/scenarios/{name}"]),
  );
  await page.goto("/docs/api");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("HTTP API");
  await expect(page.getByText("/api/solve").first()).toBeVisible();
});

test("tells whether it lives and is ready", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});
