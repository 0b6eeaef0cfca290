import { toBytes } from "../base/bytes.ts";
import { type Packet, readFrame, writeFrame } from "./frames.ts";

type Listener = (packet: Packet) => void;

/** Socket.IO's side of `writeFrame`. */
class Encoder {
  encode(packet: Packet): Uint8Array[] {
    return [writeFrame(packet)];
  }
}

/** Socket.IO's side of `readFrame`: what throws here ends the connection. */
class Decoder {
  readonly #listeners = new Set<Listener>();

  on(_event: "decoded", listener: Listener): this {
    this.#listeners.add(listener);
    return this;
  }

  off(_event: "decoded", listener: Listener): this {
    this.#listeners.delete(listener);
    return this;
  }

  removeListener(event: "decoded", listener: Listener): this {
    return this.off(event, listener);
  }

  add(frame: unknown): void {
    const bytes = toBytes(frame);
    if (bytes === undefined) throw new Error("a text where a frame is expected");
    const packet = readFrame(bytes);
    for (const listener of [...this.#listeners]) listener(packet);
  }

  destroy(): void {}
}

/** For the option `parser` of Socket.IO's server and client: every message is one binary frame. */
export const socketParser = { Encoder, Decoder };
