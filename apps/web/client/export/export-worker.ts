import { exportScenario } from "./export-scenario.ts";
import type { ExportTask } from "./export-task.ts";

// Exports have a worker of their own: a map is some hundred solved scenarios.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<ExportTask>) => void) | null;
  postMessage: (reply: unknown) => void;
};

scope.onmessage = ({ data }) => scope.postMessage(exportScenario(data));
