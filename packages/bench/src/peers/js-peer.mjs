// One JavaScript peer, asked over standard input, one JSON question a line; each question is asked twice and the
// second run is timed. Run as `node js-peer.mjs NAME`; the parent ends the process when it hangs.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../peers/package.json", import.meta.url));
const { all, create } = require("mathjs");
const big = create(all, { number: "BigNumber", precision: 64 });

/** Decimal values of the answers (texts in ordinary algebra) at a sample; only positive real ones count. */
function valuesAt(answers, env) {
  const scope = Object.fromEntries(Object.entries(env).map(([name, value]) => [name, big.evaluate(value)]));
  return answers.flatMap((answer) => {
    const value = big.evaluate(answer, { ...scope });
    const real =
      typeof value === "object" && value?.isBigNumber
        ? value
        : value?.re !== undefined && Math.abs(value.im) < 1e-12
          ? big.bignumber(value.re)
          : undefined;
    return real?.gt(0) ? [real.toSignificantDigits(45).toString()] : [];
  });
}

/** The answers and their values; taken after the clock has stopped. */
const withSamples = (question, answers) => ({
  values: question.samples.map((sample) => valuesAt(answers, sample.env)),
  raw: answers.join(" ; ").slice(0, 300),
});

const peers = {
  nerdamer: () => nerdamerPeer(require("nerdamer/all")),
  "nerdamer-prime": () => nerdamerPeer(require("nerdamer-prime/all")),
  algebrite: () => {
    const algebrite = require("algebrite");
    return (q) => {
      const text = algebrite.run(`roots((${q.left})-(${q.right}),${q.unknown})`).toString();
      if (/Stop|error|nil/.test(text)) throw new Error(text);
      const inner = text.startsWith("[") ? text.slice(1, -1).split(",") : [text];
      return inner;
    };
  },
  "compute-engine": () => {
    const { ComputeEngine } = require("@cortex-js/compute-engine");
    const engine = new ComputeEngine();
    return (q) => {
      const tex = (text) =>
        text
          .replace(/\*/g, " \\cdot ")
          .replace(/\^\(([^()]*)\)/g, "^{$1}")
          .replace(/([a-zA-Z]\w*_\w+)/g, "\\mathrm{$1}")
          .replace(/sqrt\(([^()]*)\)/g, "\\sqrt{$1}")
          .replace(/log\(/g, "\\ln(")
          .replace(/exp\(/g, "\\exp(");
      const found = engine.parse(`${tex(q.left)} = ${tex(q.right)}`).solve(q.unknown);
      if (!Array.isArray(found)) throw new Error("no list");
      return found.map((one) =>
        q.symbols.length === 0 && Number.isFinite(one.re) ? exactText(one) : one.toString(),
      );
    };
  },
  mathjs: () => (q) => {
    const p = big.rationalize(`(${q.left})-(${q.right})`, {}, true);
    if (p.variables.length !== 1) throw new Error("several unknowns");
    const coefficients = p.coefficients;
    const roots = coefficients.length > 4 ? [] : big.polynomialRoot(...coefficients);
    if (coefficients.length > 4) throw new Error("degree");
    return roots.map((root) => root.toString());
  },
};

const exactText = (one) => (/^[-0-9/.]+$/.test(one.toString()) ? one.toString() : String(one.re));

function nerdamerPeer(nerdamer) {
  return (q) => {
    const found = nerdamer.solve(`${q.left}=${q.right}`, q.unknown);
    const text = found.toString().replace(/^\[|\]$/g, "");
    nerdamer.flush();
    return text === "" ? [] : splitTop(text);
  };
}

function splitTop(text) {
  const parts = [];
  let [depth, from] = [0, 0];
  for (let i = 0; i < text.length; i++) {
    if ("([".includes(text[i])) depth++;
    if (")]".includes(text[i])) depth--;
    if (text[i] === "," && depth === 0) {
      parts.push(text.slice(from, i));
      from = i + 1;
    }
  }
  return [...parts, text.slice(from)];
}

const solve = peers[process.argv[2]]();
console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let start = performance.now();
  let reply;
  let ms;
  try {
    solve(question);
    start = performance.now();
    const answers = solve(question);
    ms = performance.now() - start;
    reply = { status: "answered", ...withSamples(question, answers) };
  } catch (problem) {
    ms ??= performance.now() - start;
    reply = { status: "gave up", raw: String(problem).slice(0, 200) };
  }
  console.log(JSON.stringify({ id: question.id, ms, ...reply }));
}
