export { applyPatch } from "./apply-patch.ts";
export { diffScenarios } from "./diff-scenarios.ts";
export { readOverlay, readPatch } from "./read-patch.ts";
export { writeEdit } from "./write-patch.ts";
