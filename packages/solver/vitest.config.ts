import { unitTests } from "../../scripts/vitest.ts";

// Nothing here keeps state from one file to the next, and loading all modules for each takes longer than many tests.
export default { test: { ...unitTests.test, isolate: false } };
