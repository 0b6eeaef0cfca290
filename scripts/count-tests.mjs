// Adds up what Vitest and Playwright report, so that `npm test` ends with one line: `N passed, N failed`.
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** Folders that hold a package each. */
function packageFolders(root) {
  const inside = (folder) =>
    existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => join(folder, name)) : [];
  return [...inside("packages"), ...inside("apps"), "e2e"].filter((folder) =>
    existsSync(join(root, folder, "package.json")),
  );
}

/** Removes the reports and summaries of earlier runs, so that nothing old is counted. */
export function clearReports(root) {
  for (const folder of packageFolders(root))
    rmSync(join(root, folder, ".reports"), { recursive: true, force: true });
  rmSync(join(root, ".turbo", "runs"), { recursive: true, force: true });
}

/**
 * Prints the sum and returns the exit status: that of turbo, or 1 if a report shows a failure that turbo missed.
 * Tests that were skipped are named. A step that failed, or that should have left a report and did not, counts as one failure and is named.
 */
export function countTests(root, code) {
  const total = { passed: 0, failed: 0 };
  const reported = new Set();
  for (const folder of packageFolders(root)) {
    for (const [file, read] of [
      ["vitest.json", readVitest],
      ["playwright.json", readPlaywright],
    ]) {
      const path = join(root, folder, ".reports", file);
      if (!existsSync(path)) continue;
      const one = read(JSON.parse(readFileSync(path, "utf8")));
      total.passed += one.passed;
      total.failed += one.failed;
      for (const name of one.skipped) console.log(`skipped: ${name}`);
      if (one.failed > 0) reported.add(folder);
    }
  }
  for (const step of failedSteps(root, code)) {
    if (reported.has(step.folder) && /^test/.test(step.task)) continue;
    console.log(`failed: ${step.name}`);
    total.failed += 1;
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return code === 0 && total.failed > 0 ? 1 : code;
}

function readVitest(report) {
  const broken = report.testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const skipped = report.testResults
    .flatMap((file) => file.assertionResults)
    .filter(({ status }) => status === "skipped" || status === "pending")
    .map(({ fullName }) => fullName);
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length, skipped };
}

function readPlaywright({ stats, errors }) {
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length, skipped: [] };
}

/** Steps of the last turbo run that did not end well, and test steps that left no report. */
function failedSteps(root, code) {
  const runs = join(root, ".turbo", "runs");
  const [newest] = existsSync(runs) ? readdirSync(runs) : [];
  if (newest === undefined)
    return code === 0 ? [] : [{ name: `turbo (exit ${code})`, task: "turbo", folder: "" }];
  const { tasks } = JSON.parse(readFileSync(join(runs, newest), "utf8"));
  const failed = [];
  for (const { task, taskId, directory, execution, cache } of tasks) {
    if (cache?.status === "HIT" || task === "transit") continue;
    const ended = execution?.exitCode;
    if (ended !== 0 && ended !== undefined)
      failed.push({ name: `${taskId} (exit ${ended})`, task, folder: directory });
    else if (ended === undefined && code !== 0)
      failed.push({ name: `${taskId} (not run)`, task, folder: directory });
  }
  return failed;
}
