"use client";

import { useEffect } from "react";
import { createPageReader, type ReadingWorker, readerHere, startReading } from "./reading/page-reader.ts";
import { startSolver } from "./use-workspace.tsx";

/**
 * Keeps this page and its files on the device, once it has settled, so that a reload works without a connection;
 * `parts` load what is opened later, such as panels, so that it is there then.
 */
export function useOfflineShell(parts: readonly (() => Promise<unknown>)[]): void {
  useEffect(() => {
    let solver: ReturnType<typeof startSolver> | null = null;
    const keep = async () => {
      // Without a connection there is nothing new to bring, and the device has other things to write.
      if (navigator.onLine) for (const load of parts) await load();
      if (!("serviceWorker" in navigator)) return;
      await navigator.serviceWorker.register("/sw.js");
      const { active } = await navigator.serviceWorker.ready;
      const files = performance
        .getEntriesByType("resource")
        .map((entry) => entry.name)
        .filter((name) => name.includes("/_next/static/"));
      active?.postMessage({ keep: [location.pathname, ...files] });
      // What a worker loads is kept only when the worker starts under the keeper's eyes: so some start for that.
      solver = startSolver();
      await Promise.all([solver.bring("{}"), readNothing()]);
      solver.close();
    };
    const timer = setTimeout(() => {
      keep().catch(() => {}); // a private window may refuse: then a reload needs the connection
    }, 1_500);
    return () => {
      clearTimeout(timer);
      solver?.close();
    };
  }, [parts]);
}

/** Starts a reader's worker and ends it once it has answered. */
async function readNothing(): Promise<void> {
  let worker: ReadingWorker | null = null;
  const start = () => {
    worker = startReading();
    return worker;
  };
  await createPageReader(start, readerHere).objections([]);
  (worker as ReadingWorker | null)?.terminate();
}
