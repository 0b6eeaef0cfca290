import type { MapMessage, MapReply } from "./map-client.ts";
import { drawSheet, sayPoint } from "./sheet.ts";

// The map's own solver: a map never keeps a keystroke waiting.

const scope = self as unknown as {
  onmessage: ((event: MessageEvent<MapMessage>) => void) | null;
  postMessage: (reply: MapReply) => void;
};

scope.onmessage = ({ data }) => {
  const { seq, request } = data;
  if (data.kind === "sheet") scope.postMessage({ kind: "sheet", seq, sheet: drawSheet(request) });
  else
    scope.postMessage({
      kind: "point",
      seq,
      sentence: sayPoint(request.scenario, request.path, data.value, data.g),
    });
};
