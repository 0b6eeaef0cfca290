// Loaded into every measured server: collects garbage when asked to, so that memory can be compared.
process.on("SIGUSR2", () => globalThis.gc({ type: "major", execution: "sync", flavor: "last-resort" }));
