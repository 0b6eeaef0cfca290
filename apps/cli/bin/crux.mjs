#!/usr/bin/env node
// Starts the command from one bundled file when `npm run build` has made it, else straight from the sources.
import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";

enableCompileCache?.();
const bundle = new URL("../dist/crux.mjs", import.meta.url);
const { main } = await import(
  existsSync(bundle) ? bundle.href : new URL("../src/main.ts", import.meta.url).href
);
process.exitCode = await main(process.argv.slice(2));
