/** What every package's vitest.config.ts exports: a fixed time zone, and a report that `npm test` adds up. */
export const unitTests = {
  test: {
    environment: "node",
    env: { TZ: "UTC" },
    reporters: ["default", "json"],
    outputFile: { json: ".reports/vitest.json" },
    passWithNoTests: true,
    // only against hanging: a slow or busy machine must not fail a test
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
} as const;
