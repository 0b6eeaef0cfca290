import { type ChildProcess, spawn } from "node:child_process";
import { createInterface, type Interface } from "node:readline";

/** Milliseconds after which a peer counts as hung; it is asked twice within that time. */
const PATIENCE = 20_000;

/** A peer in a process of its own, asked one question at a time; it is ended and started again when it hangs. */
export class PeerProcess {
  readonly #command: readonly [string, ...string[]];
  readonly #announces: boolean;
  #child: ChildProcess | null = null;
  #lines: AsyncIterator<string> | null = null;
  #reader: Interface | null = null;

  constructor(command: readonly [string, ...string[]], announces: boolean) {
    this.#command = command;
    this.#announces = announces;
  }

  /** The reply to a question as JSON; null when the peer hangs or dies. */
  async ask(question: unknown): Promise<Record<string, unknown> | null> {
    if (this.#child === null && !(await this.#start())) return null;
    this.#child?.stdin?.write(`${JSON.stringify(question)}\n`);
    const line = await this.#next(PATIENCE);
    if (line === null) this.stop();
    return line === null ? null : (JSON.parse(line) as Record<string, unknown>);
  }

  stop(): void {
    this.#reader?.close();
    endGroup(this.#child?.pid);
    this.#child = null;
    this.#lines = null;
  }

  async #start(): Promise<boolean> {
    const [command, ...args] = this.#command;
    const child = spawn(command, args, { stdio: ["pipe", "pipe", "ignore"], detached: true });
    child.on("error", () => {});
    child.stdin?.on("error", () => {});
    this.#child = child;
    if (child.stdout === null) return false;
    this.#reader = createInterface({ input: child.stdout });
    this.#lines = this.#reader[Symbol.asyncIterator]();
    return this.#announces ? (await this.#next(PATIENCE)) !== null : true;
  }

  async #next(patience: number): Promise<string | null> {
    if (this.#lines === null) return null;
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), patience);
    });
    const line = this.#lines.next().then((result) => (result.done === true ? null : result.value));
    const first = await Promise.race([line, late]);
    clearTimeout(timer);
    return first;
  }
}

/** Ends a peer and the processes that it started. */
function endGroup(pid: number | undefined): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // it has ended by itself
  }
}
