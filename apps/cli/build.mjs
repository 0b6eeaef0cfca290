// Bundles the command into one file for a fast start, and notes what it was made from, so that bin/crux.mjs can tell
// when the sources have changed since.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";
import { build } from "esbuild";

const shared = {
  absWorkingDir: import.meta.dirname,
  bundle: true,
  format: "esm",
  platform: "node",
  target: "node22",
  minifySyntax: true,
  metafile: true,
  legalComments: "none",
  banner: {
    js: 'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);',
  },
  logLevel: "warning",
};
const command = await build({
  ...shared,
  entryPoints: ["src/main.ts"],
  outfile: "dist/crux.mjs",
  external: ["@crux/raster"], // loads its renderer and fonts from where they are installed
});
const worker = await build({
  ...shared,
  entryPoints: ["../../packages/solver/src/cas/worker-node.ts"],
  outfile: "dist/cas-worker.mjs",
});
const inputs = { ...command.metafile.inputs, ...worker.metafile.inputs };
const own = Object.keys(inputs).filter((file) => !file.includes("node_modules"));
writeFileSync(
  new URL("dist/sources.json", import.meta.url),
  JSON.stringify(own.map((file) => relative(".", file))),
);
