import { must } from "../base/assert.ts";
import { type Issue, issue } from "../base/issue.ts";
import type { Expr } from "../expr/expr.ts";
import { unknownsOf } from "../expr/unknowns.ts";
import { childrenOf, depthOf } from "../expr/walk.ts";
import type { Path } from "./places.ts";

/** A definition of a scenario: a name, the formula it stands for, and where that is written. */
export type Definition = { readonly expr: Expr; readonly path: Path };

/** Parts and levels that a formula may have once everything known is put in. */
const MOST_PARTS = 20_000;
const MOST_LEVELS = 1_000;

type Extent = { readonly parts: number; readonly levels: number };

/** Issues for definitions that lead back to themselves, or that would grow without measure when put in. */
export function cycleIssues(definitions: ReadonlyMap<string, Definition>): readonly Issue[] {
  const extents = new Map<string, Extent>();
  const issues: Issue[] = [];
  for (const start of definitions.keys()) {
    if (extents.has(start)) continue;
    const cycle = settle(start, definitions, extents);
    if (cycle === undefined) continue;
    const { path } = must(
      definitions.get(must(cycle[0], "a cycle has a name")),
      "names on a cycle are defined",
    );
    const way = "give one of them a number, or leave it unknown";
    const hint = cycle.length === 2 ? `what is defined by itself says only that the rest is 0; ${way}` : way;
    issues.push(issue("cycle", `cycle: ${cycle.join(" -> ")}`, { path, hint }));
  }
  if (issues.length > 0) return issues;
  return [...extents].flatMap(([name, { parts, levels }]) => {
    if (parts <= MOST_PARTS && levels <= MOST_LEVELS) return [];
    const { path } = must(definitions.get(name), "what has an extent is defined");
    const hint = `at most ${MOST_PARTS} parts and ${MOST_LEVELS} levels once everything is put in`;
    return [issue("too-large", `formula too large: ${name}`, { path, hint })];
  });
}

/** Walks depth first without recursion; returns a cycle, or undefined once `start` and all it needs have extents. */
function settle(
  start: string,
  definitions: ReadonlyMap<string, Definition>,
  extents: Map<string, Extent>,
): readonly string[] | undefined {
  const trail: string[] = [];
  const onTrail = new Set<string>();
  const waiting: { readonly name: string; readonly done: boolean }[] = [{ name: start, done: false }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, done } = next;
    const definition = definitions.get(name);
    if (definition === undefined || extents.has(name)) continue;
    if (done) {
      trail.pop();
      onTrail.delete(name);
      extents.set(name, extentOf(definition.expr, extents));
      continue;
    }
    if (onTrail.has(name)) {
      // Settled as a leaf, so that one cycle is told once.
      for (const one of trail) extents.set(one, { parts: 1, levels: 1 });
      return [...trail.slice(trail.indexOf(name)), name];
    }
    trail.push(name);
    onTrail.add(name);
    waiting.push({ name, done: true });
    for (const other of unknownsOf(definition.expr).toReversed()) waiting.push({ name: other, done: false });
  }
  return undefined;
}

function extentOf(expr: Expr, extents: ReadonlyMap<string, Extent>): Extent {
  let parts = 0;
  const counts = new Map<string, number>();
  const waiting = [expr];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    parts += 1;
    waiting.push(...childrenOf(part));
    const name =
      part.kind === "symbol" ? part.name : part.kind === "cost" ? `${part.axis}(${part.of})` : undefined;
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  let levels = 0;
  for (const [name, count] of counts) {
    const extent = extents.get(name);
    if (extent === undefined) continue;
    parts += count * (extent.parts - 1);
    levels = Math.max(levels, extent.levels);
  }
  return { parts, levels: levels + depthOf(expr) };
}
