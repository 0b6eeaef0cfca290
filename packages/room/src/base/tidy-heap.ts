import { Session } from "node:inspector/promises";

/**
 * Collects what loading the program has left behind. V8 else does so some seconds later, when people are in a room
 * already: it takes a tenth of a second of the processor, and holds the process up for a tenth of that. Never rejects.
 */
export async function tidyHeap(): Promise<void> {
  const session = new Session();
  try {
    session.connect();
    await session.post("HeapProfiler.enable");
    await session.post("HeapProfiler.collectGarbage");
  } catch {
    // A build of Node without the inspector: then later.
  } finally {
    session.disconnect();
  }
}
