import type { Exported, ExportTask } from "./export-task.ts";

/** Milliseconds that an export may take. */
const PATIENCE = 30_000;

/** Writes an export beside the page; null when it took too long or went wrong. */
export function runExport(task: ExportTask): Promise<Exported | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL("./export-worker.ts", import.meta.url), { type: "module" });
    const end = (result: Exported | null) => {
      clearTimeout(timer);
      worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end(null), PATIENCE);
    worker.onmessage = ({ data }: MessageEvent<Exported>) => end(data);
    worker.onerror = () => end(null);
    worker.postMessage(task);
  });
}
