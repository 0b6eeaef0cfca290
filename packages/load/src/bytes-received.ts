import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

const sockets = new Set<Socket>();
let newest: Socket | null = null;
let ended = 0;

subscribe("net.client.socket", (message) => {
  const { socket } = message as { socket: Socket };
  sockets.add(socket);
  newest = socket;
  socket.once("close", () => {
    sockets.delete(socket);
    ended += socket.bytesRead;
  });
});

/** Bytes that all TCP connections of this process have received so far, whatever library opened them. */
export function bytesReceived(): number {
  let sum = ended;
  for (const socket of sockets) sum += socket.bytesRead;
  return sum;
}

/**
 * From here on `hear` gets what arrives at the connection that was opened last, before any library has read it; what
 * it does not know (false) goes on to the library. People of one process would else wait for each other's decoding,
 * which people on machines of their own do not.
 */
export function overhearNewest(hear: (bytes: Buffer) => boolean): void {
  const socket = newest;
  if (socket === null) return;
  // reason: Node types listeners as bare functions
  const readers = socket.listeners("data") as ((this: Socket, chunk: Buffer) => void)[];
  socket.removeAllListeners("data");
  socket.on("data", (chunk: Buffer) => {
    if (!hear(chunk)) for (const read of readers) read.call(socket, chunk);
  });
}
