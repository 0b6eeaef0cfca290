import { subscribe } from "node:diagnostics_channel";
import type { Socket } from "node:net";

const sockets = new Set<Socket>();
let ended = 0;

subscribe("net.client.socket", (message) => {
  const { socket } = message as { socket: Socket };
  sockets.add(socket);
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
