// The layers of docs/architecture.md as rules. A message says what to do instead of the forbidden import.

const { readdirSync, readFileSync } = require("node:fs");

const tests = "(\\.(test|law\\.test|golden\\.test|contract\\.test|bench|spec)\\.tsx?$|/test/|/fixtures/)";

/** Folders inside a package, lowest first, each with the folders or files of the same package that it may import. */
const layers = {
  "packages/core/src": {
    base: [],
    exact: ["base"],
    expr: ["exact", "base"],
    claim: ["expr", "exact", "base"],
    scenario: ["claim", "expr", "exact", "base"],
    syntax: ["scenario", "claim", "expr", "exact", "base"],
    patch: ["syntax", "scenario", "claim", "expr", "exact", "base"],
    library: ["patch", "syntax", "scenario", "claim", "expr", "exact", "base"],
  },
  "packages/solver/src": {
    certificate: ["query/answer"],
    algebra: ["certificate", "query/answer"],
    roots: ["algebra", "certificate", "query/answer"],
    equation: ["roots", "algebra", "certificate", "query/answer"],
    prove: ["equation", "roots", "algebra", "certificate", "query/answer"],
    map: ["prove", "equation", "roots", "algebra", "certificate", "query/answer"],
    disagreement: ["map", "prove", "equation", "roots", "algebra", "certificate", "query/answer"],
    cas: ["equation", "algebra"],
    check: ["certificate", "query/answer"],
  },
  "packages/room/src": {
    base: [],
    protocol: ["base"],
    command: ["protocol", "base"],
    wire: ["command", "protocol", "base"],
    document: ["protocol", "base"],
    store: ["protocol", "base"],
    gate: ["document", "protocol", "base"],
    identity: ["log", "store", "wire", "command", "protocol", "base"],
    log: ["gate", "identity", "store", "document", "wire", "command", "protocol", "base"],
    presence: ["wire", "protocol", "base"],
    nodes: ["store", "wire", "command", "protocol", "base"],
    socket: ["log", "nodes", "presence", "identity", "store", "wire", "command", "protocol", "base"],
    client: ["document", "wire", "command", "protocol", "base"],
    file: ["client", "log", "store", "document", "wire", "command", "protocol", "base"],
  },
  "apps/web": {
    ui: [],
    client: ["ui"],
    features: ["client", "ui"],
    app: ["features", "client", "ui", "server/api"],
    server: [],
  },
};

/** Workspace packages that each place may import by name. */
const packages = {
  "packages/core/src": [],
  "packages/solver/src": ["core"],
  "packages/present/src": ["core", "solver"],
  "packages/room/src": ["core"],
  "packages/load/src": ["room"],
  "packages/raster/src": ["core"],
  "packages/testkit/src": ["core", "solver", "present", "room"],
  "apps/web": ["core", "solver", "present", "raster", "room"],
  "apps/cli": ["core", "solver", "present", "raster", "room"],
};

/** npm packages that each pure package may use; none of them touches Node, sockets or React. */
const npm = {
  core: ["mathjs", "zod"],
  solver: ["zod", "nerdamer-prime"],
  present: [],
};

/** Files by which a package may be entered from outside: what its `exports` name. */
const doors = readdirSync(`${__dirname}/packages`).flatMap((name) => {
  const { exports = {} } = JSON.parse(readFileSync(`${__dirname}/packages/${name}/package.json`, "utf8"));
  const files = Object.values(exports).map((file) => file.replace("./", "").replaceAll(".", "\\."));
  return [...files, "package\\.json"].map((file) => `^packages/${name}/${file}$`);
});

const list = (names) => names.join(", ");

const layerRules = Object.entries(layers).flatMap(([root, folders]) =>
  Object.entries(folders).map(([folder, allowed]) => ({
    name: `layer: ${root.replace("/src", "")}/${folder}`,
    comment: `${folder}/ may import only itself${allowed.length > 0 ? ` and ${list(allowed)}` : ""}. Move the shared part down to one of these, or pass what is needed as an argument.`,
    severity: "error",
    from: { path: `^${root}/${folder}/`, pathNot: tests },
    to: { path: `^${root}/`, pathNot: [folder, ...allowed].map((name) => `^${root}/${name}(/|\\.)`) },
  })),
);

const packageRules = Object.entries(packages).map(([root, allowed]) => ({
  name: `package: ${root.replace("/src", "")}`,
  comment: `${root} may import ${allowed.length > 0 ? `only the packages ${list(allowed)}` : "no other package"}. Put what both need into a lower package.`,
  severity: "error",
  from: { path: `^${root}/`, pathNot: tests },
  to: {
    path: "^(packages|apps|e2e)/",
    pathNot: [`^${root}/`, ...allowed.map((name) => `^packages/${name}/`), "/package\\.json$"],
  },
}));

const npmRules = Object.entries(npm).map(([name, allowed]) => ({
  name: `pure: packages/${name}`,
  comment: `${name} runs anywhere: no Node built-ins, no sockets, no React${allowed.length > 0 ? `; of npm only ${list(allowed)}` : "; nothing of npm"}. Take time, chance and files as arguments.`,
  severity: "error",
  from: { path: `^packages/${name}/src/`, pathNot: [tests, "worker\\.ts$", "/src/cas/"] },
  to: {
    dependencyTypesNot: ["local", "localmodule", "aliased", "aliased-workspace"],
    pathNot: ["^packages/", ...allowed.map((one) => `node_modules/${one}/`)],
  },
}));

module.exports = {
  forbidden: [
    {
      name: "no cycle",
      comment: "These files import each other in a ring. Move the shared part to a lower file.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment:
        "This import leads nowhere: misspelt, not in package.json, or a deep path that `exports` keeps private.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^(\\./)?routes\\.d\\.ts$|\\.next/" },
    },
    {
      name: "doors only",
      comment: "Import another package by its name (`@crux/core`), never by a path into it.",
      severity: "error",
      from: { path: "^(packages|apps)/([^/]+)/" },
      to: { path: "^(packages|apps)/", pathNot: ["^$1/$2/", "^apps/[^/]+/package\\.json$", ...doors] },
    },
    {
      name: "no own door",
      comment:
        "Inside a package import the file itself, not the index: the index imports everything and makes rings.",
      severity: "error",
      from: { path: "^packages/([^/]+)/src/", pathNot: tests },
      to: { path: "^packages/$1/src/index\\.ts$" },
    },
    {
      name: "no test code",
      comment: "Sources never import tests, fixtures or the testkit. Move what is shared into a source file.",
      severity: "error",
      from: { path: "^(packages|apps)/", pathNot: [tests, "^packages/testkit/"] },
      to: { path: [tests, "^packages/testkit/"], pathNot: "node_modules" },
    },
    {
      name: "one feature at a time",
      comment:
        "Features don't import each other: a page in app/ (or features/workspace, room or home) puts them together.",
      severity: "error",
      from: { path: "^apps/web/features/(?!workspace/|room/|home/)([^/]+)/" },
      to: { path: "^apps/web/features/", pathNot: "^apps/web/features/$1/" },
    },
    ...layerRules,
    ...packageRules,
    ...npmRules,
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.base.json" },
    doNotFollow: { path: "node_modules" },
    exclude: {
      path: ["\\.next/", "next-env\\.d\\.ts$", "/dist/", "packages/bench/", "packages/load/peers/"],
    },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "types", "node", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".cjs", ".json", ".d.ts"],
    },
  },
};
