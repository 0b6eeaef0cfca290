"use client";

import { useEffect, useRef, useState } from "react";
import { createReasonClient, type ReasonClient, type ReasonWorker } from "./reason-client.ts";

const startWorker = (): ReasonWorker =>
  new Worker(new URL("./reason-worker.ts", import.meta.url), { type: "module" }) as ReasonWorker;

/** A worker for one panel; it ends with the panel. */
export function useReasoning(): ReasonClient {
  const [client] = useState(() => createReasonClient(startWorker));
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(client.close, 0);
    };
  }, [client]);
  return client;
}
