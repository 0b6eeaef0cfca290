import { spawnSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { disagreementTable } from "./disagreement.ts";
import { essayTimes, growthTable } from "./growth.ts";
import { markOf } from "./marks.ts";
import { askOurs, judgeOurs } from "./ours.ts";
import { PeerProcess } from "./peer-process.ts";
import type { PeerReply } from "./protocol.ts";
import { claimQuestions, thresholdQuestions } from "./questions.ts";
import { claimTable, equationTable, machine, type Row } from "./report.ts";
import { short } from "./statistics.ts";

/*
 * `pnpm bench [--out FILE]`: the same questions for us and for the peers, in one run, warm, correctness before speed.
 * Peers from npm are installed beside this package on the first run; those from the system are used where found.
 */

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const SCRIPTS = ["nerdamer", "nerdamer-prime", "mathjs", "compute-engine", "algebrite"];

function installPeers(): void {
  if (existsSync(here("../peers/node_modules"))) return;
  console.error("installing the peers (once) …");
  const done = spawnSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts"], {
    cwd: here("../peers"),
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (done.status !== 0) throw new Error("the peers could not be installed");
}

const hasPython = (module: string): boolean =>
  spawnSync("/usr/bin/python3", ["-c", `import ${module}`], { stdio: "ignore" }).status === 0;

async function equations(skipped: string[]): Promise<Row[]> {
  const questions = thresholdQuestions();
  const row = (name: string, replies: readonly PeerReply[]): Row => ({
    name,
    marks: questions.map((question, i) => markOf(question, replies[i] as PeerReply)),
    times: replies.map((reply) => reply.ms),
  });
  for (const question of questions) askOurs(question, true); // a first pass warms the process up, as the peers' first run does
  const rows = [
    row(
      "crux",
      questions.map((question) => askOurs(question, false)),
    ),
    row(
      "crux, with certificates",
      questions.map((question) => askOurs(question, true)),
    ),
  ];
  const peers: { name: string; peer: PeerProcess }[] = SCRIPTS.map((name) => ({
    name,
    peer: new PeerProcess([process.execPath, here("./peers/js-peer.mjs"), name], true),
  }));
  if (hasPython("sympy"))
    peers.push({
      name: "SymPy",
      peer: new PeerProcess(["/usr/bin/python3", here("./peers/python-peer.py"), "sympy"], false),
    });
  else skipped.push("SymPy (python3-sympy is not installed)");
  if (spawnSync("maxima", ["--version"], { stdio: "ignore" }).status === 0)
    peers.push({
      name: "Maxima",
      peer: new PeerProcess(["/usr/bin/python3", here("./peers/maxima-peer.py")], false),
    });
  else skipped.push("Maxima (not installed)");
  if (spawnSync("giac", ["--version"], { stdio: "ignore" }).status !== 0)
    skipped.push("Giac (not installed)");
  for (const { name, peer } of peers) {
    const replies: PeerReply[] = [];
    for (const question of questions) {
      const reply = await peer.ask(question);
      replies.push(
        reply === null ? { id: question.id, status: "hung", ms: 20_000 } : (reply as unknown as PeerReply),
      );
    }
    peer.stop();
    rows.push(row(name, replies));
    console.error(`${name}: done`);
  }
  return rows;
}

async function claims(skipped: string[]) {
  const questions = claimQuestions();
  const score = (name: string, replies: readonly { readonly verdict?: string; readonly ms: number }[]) => {
    const given = (i: number) => replies[i]?.verdict ?? "undecided";
    const right = questions.filter((question, i) => given(i) === question.verdict).length;
    const none = questions.filter((_, i) => given(i) === "undecided").length;
    return { name, right, wrong: questions.length - right - none, none, times: replies.map((one) => one.ms) };
  };
  for (const question of questions) judgeOurs(question, true); // warms the process up; the peers get such a pass, too
  const rows = [
    score(
      "crux",
      questions.map((question) => judgeOurs(question, false)),
    ),
    score(
      "crux, with certificates",
      questions.map((question) => judgeOurs(question, true)),
    ),
  ];
  const peers = [
    {
      name: "Z3 in Node (WebAssembly)",
      peer: new PeerProcess([process.execPath, here("./peers/z3-peer.mjs")], true),
    },
  ];
  if (hasPython("z3"))
    peers.push({
      name: "Z3 (native)",
      peer: new PeerProcess(["/usr/bin/python3", here("./peers/python-peer.py"), "z3-python"], false),
    });
  else skipped.push("Z3, native (python3-z3 is not installed)");
  for (const { name, peer } of peers) {
    for (const question of questions) await peer.ask(question);
    const replies = [];
    for (const question of questions) {
      const reply = await peer.ask(question);
      replies.push(reply === null ? { ms: 20_000 } : (reply as { verdict?: string; ms: number }));
    }
    peer.stop();
    rows.push(score(name, replies));
    console.error(`${name}: done`);
  }
  return rows;
}

installPeers();
const skipped: string[] = [];
const equationRows = await equations(skipped);
const claimRows = await claims(skipped);
const essay = essayTimes();
const report = `# Benchmarks

Taken in one run on ${machine()}. Every system answers each question twice in a warm process; the second time counts.
Ratios matter, not the milliseconds. A system counts as hung after 20 s. Made by \`pnpm bench --out docs/benchmarks.md\`.

## Equations

${equationRows[0]?.marks.length ?? 0} solved equations. \`exact\`: right to 25 digits at every sample; \`approx\`: right to 1e-7 only; \`wrong\`: a false or
missing root; \`empty\`: no root returned where there is one; \`gave up\`: said so.

${equationTable(equationRows)}

## Claims

${claimTable(claimRows)}

## Winner maps

The essay's winner map: ${short(essay.map)} ms once the request is read, ${short(essay.bare)} ms from its JSON, ${short(essay.certified)} ms with its certificate.

Lower envelopes of scattered lines:

${growthTable()}

## Cruxes and flip sets

Three programs of eight terms; every set of changes is decided exactly. Beyond 16 changes a search, labelled as one, takes over.

${disagreementTable()}
${skipped.length === 0 ? "" : `\nNot compared here: ${skipped.join("; ")}.\n`}`;
const out = process.argv.indexOf("--out");
if (out >= 0) writeFileSync(process.argv[out + 1] ?? "benchmarks.md", report);
console.log(report);
