import { unitTests } from "../../scripts/vitest.ts";

export default unitTests;
