#!/usr/bin/env node
// Starts the command from the one file that `npm run build` makes, or from the sources when they are newer or alone.
import { readFileSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";

const root = new URL("../", import.meta.url);
const bundle = new URL("dist/crux.mjs", root);

function bundleIsFresh() {
  try {
    const made = statSync(bundle).mtimeMs;
    const sources = JSON.parse(readFileSync(new URL("dist/sources.json", root), "utf8"));
    return sources.every((file) => statSync(new URL(file, root)).mtimeMs <= made);
  } catch {
    return false;
  }
}

// `crux … | head` closes the pipe early; that is no mistake
process.stdout.on("error", (error) => process.exit(error.code === "EPIPE" ? 0 : 3));
enableCompileCache?.();
const { main } = await import((bundleIsFresh() ? bundle : new URL("src/main.ts", root)).href);
process.exitCode = await main(process.argv.slice(2));
