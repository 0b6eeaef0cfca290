import { expect, it } from "vitest";
import { readEnvironment } from "./environment.ts";

it("has a default for everything", () => {
  const read = readEnvironment({});
  expect(read).toMatchObject({ ok: true, value: { port: 3000, host: "127.0.0.1", origins: [] } });
  expect(read.ok && read.value.data).toMatch(/\/data$/);
});

it("takes several origins and an absolute folder", () => {
  const read = readEnvironment({ CRUX_ORIGINS: "https://a.example, http://b:81", CRUX_DATA: "/var/crux" });
  expect(read).toMatchObject({
    ok: true,
    value: { origins: ["https://a.example", "http://b:81"], data: "/var/crux" },
  });
});

it("names every mistake at once", () => {
  const read = readEnvironment({ PORT: "x", HOST: "a b", CRUX_DATA: " ", CRUX_ORIGINS: "a.example/" });
  expect(read).toMatchObject({ ok: false });
  expect(!read.ok && read.error.map((line) => line.split(":")[0])).toEqual([
    "PORT",
    "HOST",
    "CRUX_DATA",
    "CRUX_ORIGINS",
  ]);
});

it("takes a database, and Redis only beside one, and repeats no password", () => {
  const DATABASE_URL = "postgres://crux:secret@db/crux";
  const REDIS_URL = "redis://cache:6379";
  expect(readEnvironment({ DATABASE_URL, REDIS_URL })).toMatchObject({
    ok: true,
    value: { database: DATABASE_URL, redis: REDIS_URL },
  });
  expect(readEnvironment({ DATABASE_URL: "", REDIS_URL: " " })).toMatchObject({
    ok: true,
    value: { database: null, redis: null },
  });
  expect(readEnvironment({ REDIS_URL })).toMatchObject({ ok: false });
  const wrong = readEnvironment({ DATABASE_URL: "mysql://crux:secret@db", REDIS_URL: "cache" });
  expect(!wrong.ok && wrong.error.map((line) => line.split(":")[0])).toEqual(["DATABASE_URL", "REDIS_URL"]);
  expect(JSON.stringify(wrong)).not.toContain("secret");
});

it("serves figures only where it is told to, and drains for a while only when it is asked to", () => {
  expect(readEnvironment({})).toMatchObject({ value: { metrics: null, log: "text", drain: 0, proxies: 0 } });
  expect(readEnvironment({ METRICS_PORT: "9464", CRUX_LOG: "json", CRUX_DRAIN: "15" })).toMatchObject({
    value: { metrics: { port: 9464, host: "127.0.0.1" }, log: "json", drain: 15 },
  });
  const wrong = readEnvironment({ METRICS_PORT: "80000", CRUX_LOG: "xml", CRUX_DRAIN: "-1" });
  expect(!wrong.ok && wrong.error.map((line) => line.split(":")[0])).toEqual([
    "METRICS_PORT",
    "CRUX_LOG",
    "CRUX_DRAIN",
  ]);
});
