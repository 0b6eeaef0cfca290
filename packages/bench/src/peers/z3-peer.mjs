// Z3 compiled to WebAssembly, asked over standard input, one claim a line; each is asked twice and the second is timed.
import { createRequire } from "node:module";
import { createInterface } from "node:readline";

const require = createRequire(new URL("../../peers/package.json", import.meta.url));
const { parse } = require("mathjs");
const { init } = require("z3-solver");
const { Context } = await init();

async function judge(question) {
  const z3 = new Context("crux");
  const names = Object.fromEntries(question.symbols.map((name) => [name, z3.Real.const(name)]));
  const build = (node) => {
    if (node.type === "ParenthesisNode") return build(node.content);
    if (node.type === "ConstantNode") return z3.Real.val(String(node.value));
    if (node.type === "SymbolNode" && names[node.name] !== undefined) return names[node.name];
    if (node.type === "FunctionNode" && node.fn.name === "sqrt")
      return build(node.args[0]).pow(z3.Real.val("1/2"));
    if (node.type !== "OperatorNode") throw new Error(`outside z3: ${node}`);
    const [a, b] = node.args.map(build);
    switch (node.fn) {
      case "unaryMinus":
        return a.neg();
      case "add":
        return a.add(b);
      case "subtract":
        return a.sub(b);
      case "multiply":
        return a.mul(b);
      case "divide":
        return a.div(b);
      case "pow":
        return a.pow(b);
      case "smaller":
        return a.lt(b);
      case "smallerEq":
        return a.le(b);
      case "larger":
        return a.gt(b);
      case "largerEq":
        return a.ge(b);
      case "equal":
        return a.eq(b);
      case "unequal":
        return a.neq(b);
      default:
        throw new Error(`outside z3: ${node.fn}`);
    }
  };
  const comparison = (text) => build(parse(text.replace(/(?<![<>=!])=(?!=)/g, "==")));
  const claim = z3.And(...question.claim.split(" and ").map(comparison));
  const base = [...Object.values(names).map((one) => one.gt(0)), ...question.assume.map(comparison)];
  const possible = async (extra) => {
    const solver = new z3.Solver();
    solver.set("timeout", 8000);
    solver.add(...base, extra);
    return solver.check();
  };
  const fails = await possible(z3.Not(claim));
  const holds = await possible(claim);
  if (fails === "unknown" || holds === "unknown") throw new Error("unknown");
  if (fails === "unsat") return holds === "sat" ? "proved" : "vacuous";
  return holds === "sat" ? "independent" : "refuted";
}

console.log(JSON.stringify({ ready: true }));
for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  let start = performance.now();
  let reply;
  try {
    await judge(question);
    start = performance.now();
    reply = { status: "answered", verdict: await judge(question) };
  } catch (problem) {
    reply = { status: "gave up", raw: String(problem).slice(0, 200) };
  }
  console.log(JSON.stringify({ id: question.id, ms: performance.now() - start, ...reply }));
}
