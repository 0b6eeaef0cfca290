import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "./main.ts";

/** What the command prints to a plain terminal of 80 columns, and its exit status. */
async function crux(...words: string[]) {
  const lines: string[] = [];
  const errors: string[] = [];
  const bytes: Uint8Array[] = [];
  const status = await main(words, {
    out: (text) => lines.push(text),
    err: (text) => errors.push(text),
    bytes: (one) => bytes.push(one),
    width: 80,
    colour: false,
  });
  return { status, out: lines.join("\n"), err: errors.join("\n"), bytes };
}

function fileWith(text: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "crux-")), "case.json");
  writeFileSync(file, text);
  return file;
}

const ESSAY = "library:speed-simplicity";

describe("crux winners", () => {
  it("says who wins where, draws the strip and names the threshold exactly", async () => {
    const { status, out } = await crux("winners", ESSAY);
    expect(status).toBe(0);
    expect(out).toContain("Fast honest wins below 19/8. Simple deceptive wins above.");
    expect(out).toContain("▲");
    expect(out).toContain("19/8 (2.375)");
  });

  it("applies changes of the library that are named after it", async () => {
    const { out } = await crux("winners", `${ESSAY}+hybrid+overlap`);
    expect(out).toContain("Fast honest wins below 1/34. Hybrid deceptive wins above.");
  });

  it("says what a misspelt change may be", async () => {
    const { status, err } = await crux("winners", `${ESSAY}+hybird`);
    expect([status, err]).toEqual([2, expect.stringContaining("did you mean hybrid?")]);
  });

  it("tells `check` from JSON that is no answer", async () => {
    const { status, err } = await crux("check", fileWith("{}"));
    expect([status, err]).toEqual([2, expect.stringContaining("this is no answer")]);
  });

  it("prints JSON that `check` accepts, and refuses after one changed digit", async () => {
    const { out } = await crux("winners", ESSAY, "--json");
    expect((await crux("check", fileWith(out))).status).toBe(0);
    const altered = await crux("check", fileWith(out.replace('"19/8"', '"17/8"')));
    expect(altered.status).toBe(1);
    expect(altered.out).toContain("refused");
  });

  it("names file, line and column of every mistake and exits with 2", async () => {
    const file = fileWith(`{ "format": "crux/scenario", "version": 1, "terms": [],
  "programs": [ { "id": "a", "name": "A", "c": "c(nothing)", "t": "1 +" } ] }`);
    const { status, err } = await crux("winners", file);
    expect(status).toBe(2);
    expect(err).toMatch(/case\.json:2:\d+ {2}/);
  });

  it.each([
    ["winners", "/no/such/file.json"],
    ["winners", "library:nothing"],
    ["winners"],
    ["nonsense"],
    ["score", ESSAY, "--at", "g"],
  ])("exits with 2 and a way out for %s %s", async (...words) => {
    const { status, err } = await crux(...words);
    expect(status).toBe(2);
    expect(err).not.toBe("");
  });
});

describe("crux judge", () => {
  it("exits with 0 for a proved claim", async () => {
    const { status, out } = await crux("judge", ESSAY, "c(fd) > c(fh)");
    expect(status).toBe(0);
    expect(out).toContain("✓ Proved");
  });

  it("exits with 1 for a refuted claim, with a counterexample", async () => {
    const { status, out } = await crux("judge", ESSAY, "wins(sd)");
    expect(status).toBe(1);
    expect(out).toMatch(/✗ Refuted: it fails at g = /);
  });
});

describe("crux ask", () => {
  it.each([
    ["who wins at g = 2", "Fast honest wins."],
    ["when does sd win", "Simple deceptive wins above 19/8"],
    ["what flips it", "The winner flips at g = 19/8"],
    ["least change that flips at g = 2", "c(get_base_obj) from 40 to 46"],
    ["what doesn't matter", "No effect on any flip: c(mesaoptimize)"],
    ["is c(fd) > c(fh)", "✓ Proved"],
    ["solve t(combine) at g = 3", "t(combine) = 24"],
    ["why", "g·("],
  ])("answers %s", async (question, expected) => {
    const { out } = await crux("ask", ESSAY, question);
    expect(out.replace(/\s+/g, " ")).toContain(expected);
  });

  it("says what is wrong with a number in a question", async () => {
    const { status, err } = await crux("ask", ESSAY, "who wins at g = -1");
    expect([status, err]).toEqual([2, expect.stringContaining("the exchange rate runs from 0 to infinity")]);
  });

  it("offers the nearest questions for one it does not understand", async () => {
    const { status, err } = await crux("ask", ESSAY, "please", "do", "win");
    expect(status).toBe(2);
    expect(err).toContain("when does sd win");
  });
});

describe("crux lint", () => {
  it("notes what the essay's scenario leaves open, each with its place", async () => {
    const { status, out } = await crux("lint", ESSAY);
    expect(status).toBe(0);
    expect(out.match(/\[[a-z-]+\]/g)).toHaveLength(13);
    expect(out).toContain("fd [never-wins]\n  Fast deceptive never wins");
    expect(out).toContain("find(get_proxy_for_base_obj(env)) [inner-unpaid]");
  });

  it("names file, line and column of what does not add up", async () => {
    const file = fileWith(`{ "format": "crux/scenario", "version": 1, "terms": [{ "id": "a" }],
  "programs": [ { "id": "p", "c": "c(a) + t(a)", "t": "t(a)" } ] }`);
    const { out } = await crux("lint", file);
    expect(out).toContain("case.json:2:35  c of p [units]\n  Adds time, t(a), to complexity, c(a). Did");
  });

  it("says so when nothing stands out", async () => {
    expect((await crux("lint", "library:store-or-derive")).out).toBe("Nothing stands out.");
  });
});

describe("crux export", () => {
  it.each([
    ["json", '"crux/scenario"'],
    ["markdown", "# Speed + simplicity"],
    ["latex", "\\begin{align*}"],
    ["strip.svg", "<svg"],
    ["lines.svg", "<svg"],
    ["map.svg", "<svg"],
    ["objections", '"replyTo"'],
    ["annotations", '"AnnotationCollection"'],
    ["argdown", "[Result]: Fast honest wins below 19\\/8"],
  ])("writes %s", async (format, expected) => {
    const { status, out } = await crux("export", ESSAY, "--as", format);
    expect(status).toBe(0);
    expect(out).toContain(expected);
  });

  it.each(["strip.png", "lines.png", "map.png"])("writes %s as bytes", async (format) => {
    const { status, bytes } = await crux("export", ESSAY, "--as", format);
    expect(status).toBe(0);
    expect([...(bytes[0] ?? []).slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
  });

  it("writes to a file, reads objections that it has written, and draws a map over what is named", async () => {
    const file = fileWith("");
    expect((await crux("export", ESSAY, "--as", "objections", "--output", file)).status).toBe(0);
    const again = await crux("export", "library:levin", "--as", "objections", "--objections", file);
    expect(again.out).toBe((await crux("export", ESSAY, "--as", "objections")).out);
    const map = await crux("export", ESSAY, "--as", "map.svg", "--over", "t(combine)");
    expect(map.out).toContain("t of combine goals");
  });

  it.each([
    [["--as", "pdf"], "use json, markdown"],
    [["--as", "map.svg", "--over", "nothing"], "use one of phi"],
    [["--as", "json", "--output", "/no/such/folder/x"], "no such folder"],
    [["--objections", "/no/such/file"], "no such file"],
  ])("exits with 2 and a way out for %s", async (words, way) => {
    const { status, err } = await crux("export", ESSAY, ...words);
    expect([status, err]).toEqual([2, expect.stringContaining(way)]);
  });
});

describe("commands that read other people's files", () => {
  it("names the place in that file of what does not fit", async () => {
    const overlay = fileWith(
      '{ "owner": "Ann",\n  "patch": [{ "kind": "set-cost", "term": "combin", "axis": "t", "to": "80" }] }',
    );
    const { status, err } = await crux("compare", ESSAY, overlay);
    expect(status).toBe(2);
    expect(err).toMatch(/case\.json:2:\d+ {2}unknown term: combin\n {2}did you mean combine\?/);
  });

  it("calls programs that a patch adds by their names", async () => {
    const file = fileWith("");
    await crux("export", ESSAY, "--as", "objections", "--output", file);
    expect((await crux("flip-sets", ESSAY, file, "--at", "g=2")).out).toContain("hybrid: Hybrid deceptive");
    const program = { id: "no", name: "Nothing at all", c: "1", t: "1" };
    const patch = fileWith(JSON.stringify([{ kind: "add-program", program }]));
    expect((await crux("compare", ESSAY, patch)).out).toContain("After: No flip: Nothing at all wins");
  });

  it("says why a patch has no effect", async () => {
    const patch = fileWith('[{ "kind": "set-cost", "term": "mesaoptimize", "axis": "c", "to": "1000" }]');
    expect((await crux("compare", ESSAY, patch)).out).toMatch(
      /^No effect: what changes is shared by all programs and cancels\./,
    );
  });

  it("says in the words of the command line what is missing", async () => {
    const { err } = await crux("flip-sets", ESSAY, fileWith("[]"));
    expect(err).toBe("command line: at  missing value: g\n  add it as --at NAME=VALUE, e.g. --at g=2");
  });
});

describe("crux library", () => {
  it("lists scenarios and the changes to them that have a name", async () => {
    const { out } = await crux("library");
    expect(out).toContain("library:speed-simplicity\tSpeed + simplicity prior");
    expect(out).toContain("  +hybrid\tA hybrid program");
  });
});

describe("crux completion", () => {
  it.each(["bash", "zsh", "fish"])("writes a script for %s", async (shell) => {
    const { status, out } = await crux("completion", shell);
    expect(status).toBe(0);
    expect(out).toContain("library:speed-simplicity");
  });
});
