import type { Socket } from "socket.io";
import { describe, expect, it } from "vitest";
import { createSimClock } from "../../test/sim-clock.ts";
import { createLiveSockets } from "./live-sockets.ts";

/** A connection whose buffer a test fills and empties. */
function fakeSocket() {
  const heard: string[] = [];
  const transport = { socket: { bufferedAmount: 0 }, name: "websocket", writable: true };
  const socket = {
    connected: true,
    conn: { writeBuffer: [], transport, write: () => {} },
    emit: (event: string) => heard.push(event),
    disconnect() {
      socket.connected = false;
    },
  };
  return { socket, heard, transport, asSocket: socket as unknown as Socket };
}

describe("createLiveSockets", () => {
  it("has a slow reader sync once it has read what waited", async () => {
    const clock = createSimClock();
    const live = createLiveSockets(() => "", clock);
    const slow = fakeSocket();
    live.add(slow.asSocket);
    slow.transport.socket.bufferedAmount = 5_000_000;
    live.entries({ from: 1, list: [], hash: null });
    await clock.run(2_000);
    expect(slow.heard).toEqual([]);
    slow.transport.socket.bufferedAmount = 0;
    await clock.run(2_000);
    expect(slow.heard).toEqual(["resync"]);
    expect(slow.socket.connected).toBe(true);
  });

  it("disconnects one that never reads", async () => {
    const clock = createSimClock();
    const live = createLiveSockets(() => "", clock);
    const stuck = fakeSocket();
    live.add(stuck.asSocket);
    stuck.transport.socket.bufferedAmount = 5_000_000;
    live.entries({ from: 1, list: [], hash: null });
    await clock.run(30_000);
    expect([stuck.heard, stuck.socket.connected]).toEqual([["bye"], false]);
  });
});
