import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";

const bin = fileURLToPath(new URL("../bin/crux.mjs", import.meta.url));

type Reply = {
  readonly id: unknown;
  readonly ok: boolean;
  readonly issues?: readonly { readonly message: string }[];
  readonly answer?: {
    readonly kind: string;
    readonly solutions?: readonly { readonly exact: string }[];
    readonly thresholds?: readonly { readonly at: { readonly exact: string } }[];
  };
};

/** One line to send, and what its reply must be like. */
type Line = { readonly text: string; readonly check: (reply: Reply) => void };

const solve = (equation: unknown, name: unknown = "g"): string =>
  JSON.stringify({ id: "bad", query: { kind: "solve", equation, for: name } });

/** Whatever it is, the reply says what is wrong, or is an answer of the kind that was asked for. */
const isCivil = (reply: Reply): void => {
  if (reply.ok) expect(["solutions", "undecided", "winners"]).toContain(reply.answer?.kind);
  else expect(reply.issues?.every(({ message }) => message.length > 0 && message.length < 1_000)).toBe(true);
};

const isRefused = (reply: Reply): void => {
  expect(reply.ok).toBe(false);
  expect(reply.issues?.length).toBeGreaterThan(0);
  isCivil(reply);
};

const civil = (text: string): Line => ({ text, check: isCivil });
const refused = (text: string): Line => ({ text, check: isRefused });

const equations = [
  "9^9^9^9 = g",
  "g^(9^9^9^9) = 2",
  "2^(10^9) = g",
  "g = 10^(10^10)",
  `${"(".repeat(10_000)}g${")".repeat(10_000)} = 1`,
  `${"-".repeat(10_000)}g = 1`,
  `g = ${"9".repeat(1_000_000)}`,
  `${"g+".repeat(50_000)}g = 1`,
  `g${" ".repeat(100_000)}= 2`,
  "__proto__ = g",
  "constructor*g = 1",
  "toString + g = hasOwnProperty",
  "1/(g-g) = 1",
  "0^0 = g",
  "log(log(log(g))) = exp(exp(exp(g)))",
];

const mistakes: readonly unknown[] = [
  "f(x):=x",
  'import("fs") = g',
  "[1,2] = g",
  "1 cm = g",
  "g = = 2",
  "g",
  "",
  "g = \u202e2\u202c",
  "g = 2\u0000",
  "g\u200b\u0007 = 2",
  "g = g[0]; 3",
  "g.constructor = 1",
  'g = "2"',
  "g = true ? 1 : 2",
  null,
  5,
  ["g = 2"],
  { left: "g", right: "2" },
];

const raw = [
  "null",
  "[]",
  "5",
  '"solve"',
  "{}",
  "not json",
  '{"query":',
  "[".repeat(20_000),
  `${"[".repeat(5_000)}${"]".repeat(5_000)}`,
  `{"query":${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}}`,
  '{"__proto__":{"query":{"kind":"solve"}}}',
  '{"id":"bad","query":{"kind":"constructor"}}',
  '{"id":"bad","query":{"kind":["solve"],"equation":"g = 2","for":"g"}}',
  '{"id":"bad","query":{"kind":"solve","equation":"g = 2","for":null}}',
  '{"id":"bad","query":{"kind":"solve","equation":"g = 2","for":["g"]}}',
  '{"id":"bad","scenario":{"library":"../../../etc/passwd"},"query":{"kind":"winners"}}',
  '{"id":"bad","scenario":[1,2,3],"query":{"kind":"winners"}}',
  '{"id":"bad","scenario":{"library":"__proto__"},"query":{"kind":"winners"}}',
];

/** Two programs whose terms are named like what every JavaScript object has. */
const namesakes: Line = {
  text: JSON.stringify({
    id: "names",
    scenario: {
      format: "crux/scenario",
      version: 1,
      title: "names",
      exchange: { family: "linear", apply: "sum" },
      terms: [
        { id: "constructor", c: "2", t: "1" },
        { id: "toString", c: "1", t: "3" },
      ],
      programs: [
        { id: "hasOwnProperty", name: "a", c: "c(constructor)", t: "t(constructor)" },
        { id: "valueOf", name: "b", c: "c(toString)", t: "t(toString)" },
      ],
    },
    query: { kind: "winners" },
  }),
  check: (reply) => expect(reply.answer?.thresholds?.map(({ at }) => at.exact)).toEqual(["2"]),
};

/** A plain question whose number tells that no reply was skipped or swapped. */
const good = (n: number): Line => ({
  text: JSON.stringify({ id: `good ${n}`, query: { kind: "solve", equation: `g + 1 = ${n + 8}`, for: "g" } }),
  check: (reply) => {
    expect(reply.id).toBe(`good ${n}`);
    expect(reply.answer?.solutions?.map(({ exact }) => exact)).toEqual([`${n + 7}`]);
  },
});

const hostile = [
  ...equations.map((text) => civil(solve(text))),
  ...mistakes.map((text) => refused(solve(text))),
  ...raw.map(refused),
  namesakes,
];
const lines = hostile.flatMap((line, n) => (n % 3 === 2 ? [line, good(n)] : [line])).concat(good(1_000));

/** Sends all lines to one process of the real command. */
function talk(): Promise<{ status: number | null; replies: readonly Reply[]; err: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [bin, "solve", "--no-certificate"]);
    let [out, err] = ["", ""];
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      out += chunk;
    });
    child.stderr.setEncoding("utf8").on("data", (chunk) => {
      err += chunk;
    });
    child.on("close", (status) => {
      const replies = out.split("\n").filter((line) => line !== "");
      resolve({ status, replies: replies.map((line) => JSON.parse(line) as Reply), err });
    });
    child.stdin.end(`${lines.map(({ text }) => text).join("\n")}\n`);
  });
}

describe("crux solve, fed with hostile lines", () => {
  let heard: Awaited<ReturnType<typeof talk>>;
  beforeAll(async () => {
    heard = await talk();
  }, 60_000);

  it("stays alive, complains of nothing and ends well", () => {
    expect([heard.status, heard.err]).toEqual([0, ""]);
  });

  it("gives one reply a line", () => {
    expect(heard.replies).toHaveLength(lines.length);
  });

  it.each(
    lines.map((line, at) => ({ ...line, at, shown: line.text.slice(0, 90).replaceAll(/[^ -~]/g, "?") })),
  )("answers or refuses in its turn: $shown", ({ at, check }) => {
    const reply = heard.replies[at];
    expect(reply).toBeDefined();
    if (reply !== undefined) check(reply);
  });
});
