import { toBase32 } from "../base/bytes.ts";
import type { Random } from "../base/doors.ts";
import type { Command } from "../command/commands.ts";
import type { Device, Waiting } from "./device.ts";

/** Commands on their way, in order; sent one at a time, so that none overtakes another of its stream. */
export type Outbox = {
  add(command: Command): Waiting;
  /** The oldest that waits; null when none does. */
  first(): Waiting | null;
  /** `waiting` was done, or refused for good. */
  settle(waiting: Waiting): void;
  count(): number;
  /** Whether this device's storage has every command that waits. */
  isKept(): boolean;
};

/** An outbox of this tab that begins with what earlier visits left on the device; `kept` hears that the device has one more. */
export function createOutbox(
  left: readonly Waiting[],
  device: Device,
  random: Random,
  kept: () => void,
): Outbox {
  const stream = toBase32(random(15));
  const queue = [...left];
  const unkept = new Set<Waiting>();
  let last = 0;
  return {
    add(command) {
      const waiting = { id: { stream, n: ++last }, command };
      queue.push(waiting);
      unkept.add(waiting);
      void device.keepCommand(waiting).then(() => {
        unkept.delete(waiting);
        kept();
      });
      return waiting;
    },
    first: () => queue[0] ?? null,
    settle(waiting) {
      const at = queue.indexOf(waiting);
      if (at >= 0) queue.splice(at, 1);
      void device.forgetCommand(waiting.id);
    },
    count: () => queue.length,
    isKept: () => !queue.some((one) => unkept.has(one)),
  };
}
