import { readFileSync } from "node:fs";
import { cpus } from "node:os";
import { short } from "./statistics.ts";

/** What ran beside a measurement: it decides what the figures are worth. */
export type MachineWatch = {
  /** Own processor time that is not this process's, e.g. that of a measured server, in seconds. */
  own(seconds: number): void;
  /** One sentence: the machine, and how much of its processors other programs took since the watch began. */
  sentence(): string;
};

/** Watches from now on. */
export function watchMachine(): MachineWatch {
  const since = performance.now();
  const busyBefore = busySeconds();
  const ownBefore = process.cpuUsage();
  let servers = 0;
  return {
    own(seconds) {
      servers += seconds;
    },
    sentence() {
      const { user, system } = process.cpuUsage(ownBefore);
      const all = ((performance.now() - since) / 1000) * cpus().length;
      const others = busySeconds() - busyBefore - servers - (user + system) / 1e6;
      const share = (Math.max(0, others) / all) * 100;
      const where = `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown processor"}, Node ${process.versions.node}`;
      const much = Number.isFinite(share) ? `${short(share)}%` : "an unknown part";
      const caution =
        share > 20
          ? " **Latencies say little then: take the ratios, and run it again on a quiet machine before you quote it.**"
          : "";
      return `${where}; other programs took ${much} of its processors meanwhile.${caution}`;
    },
  };
}

/** Seconds that all processors together were busy since the machine started; NaN where the system does not tell. */
function busySeconds(): number {
  try {
    const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
    const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line.split(/\s+/).slice(1).map(Number);
    return (user + nice + system + irq + soft) / 100;
  } catch {
    return Number.NaN;
  }
}
