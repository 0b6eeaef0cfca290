import type { Socket as Stream } from "node:net";
import type { Socket } from "socket.io";

/** One message for many sockets: what Socket.IO would send, and the same as a finished WebSocket frame. */
export type Broadcast = { readonly message: Buffer; readonly frame: Buffer };

/** Puts an encoded message into the frame that a server sends it in (RFC 6455, section 5.2: final, binary, unmasked). */
export function toBroadcast(bytes: Uint8Array): Broadcast {
  const { length } = bytes;
  const headLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const frame = Buffer.allocUnsafe(headLength + length);
  frame[0] = 0x82;
  if (headLength === 2) frame[1] = length;
  else if (headLength === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(bytes, headLength);
  return { message: frame.subarray(headLength), frame };
}

/** The parts of Engine.IO's and ws's connections that say whether anything waits in front of a frame. */
type Connection = {
  readonly readyState: string;
  readonly writeBuffer: readonly unknown[];
  readonly transport: {
    readonly name: string;
    readonly writable: boolean;
    readonly socket?: {
      readonly readyState: number;
      readonly bufferedAmount?: number;
      readonly _socket?: Stream | null;
    };
  };
  write(data: Buffer): unknown;
};

/** The way to one socket, found once: a broadcast goes through hundreds. */
export type Line = {
  /** Sends behind what waits. */
  send(broadcast: Broadcast): void;
  /** Messages that the operating system has not been given. */
  messages(): number;
  /** Bytes that it has not taken. */
  bytes(): number;
};

const open = 1;

// reason: Engine.IO's types keep these private; without them the usual way is taken
const connectionOf = (socket: Socket): Connection => socket.conn as unknown as Connection;

/**
 * Sends what `send` sends to `socket` when all that is being done now is done. Nobody else whom the same commit concerns
 * waits for the system call, which is most of what an acknowledgement takes.
 */
export function sendBehind(socket: Socket, send: () => void): void {
  const stream = connectionOf(socket).transport.socket?._socket;
  stream?.cork();
  send();
  if (stream) process.nextTick(() => stream.uncork());
}

/**
 * The way to `socket`. With nothing in front of it a finished frame goes straight to the stream, which costs a third
 * of the way through Socket.IO, Engine.IO and ws; else the message queues behind what waits, as usual.
 */
export function lineTo(socket: Socket): Line {
  const connection = connectionOf(socket);
  // Only WebSocket is served, so that the transport never changes.
  const { transport } = connection;
  const stream = transport.socket?._socket;
  return {
    send({ message, frame }) {
      const isFree =
        transport.name === "websocket" &&
        transport.writable &&
        connection.writeBuffer.length === 0 &&
        connection.readyState === "open" &&
        transport.socket?.readyState === open;
      if (isFree && stream?.writable) stream.write(frame);
      else connection.write(message);
    },
    messages: () => connection.writeBuffer.length,
    bytes: () => (stream ? stream.writableLength : (transport.socket?.bufferedAmount ?? 0)),
  };
}
