import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from "node:worker_threads";
import Database from "better-sqlite3";
import { type Answer, pagesOfAppend, type Request, type ToWorker } from "./sqlite-requests.ts";
import { openTables, pagesPerCheckpoint, type Tables } from "./sqlite-tables.ts";

/** The thread that owns the database file. Whatever has arrived while it was writing goes into one commit. */
function serve(port: MessagePort, file: string): void {
  const { database, tables } = openTables(file);
  const begin = database.prepare("BEGIN IMMEDIATE");
  const commit = database.prepare("COMMIT");
  const rollback = database.prepare("ROLLBACK");

  /** The disk failed in a way that this connection does not come back from. */
  let isBroken = false;
  /** Pages that the write-ahead log has grown by since the last checkpoint, about. */
  let grown = 0;

  /** Behind an answered commit instead of inside the next one, which someone waits for. */
  const checkpoint = (): void => {
    if (!database.open) return;
    try {
      database.pragma("wal_checkpoint(PASSIVE)");
    } catch {
      // What is committed is in the log anyway; a disk that fails says so at the next commit.
    }
  };

  const commitGroup = (group: readonly Request[]): Answer[] => {
    try {
      begin.run();
      const answers = group.map((request) => answerOne(tables, request));
      commit.run();
      return answers;
    } catch (error) {
      isBroken = lasting.test(codeOf(error));
      if (database.inTransaction) rollback.run();
      return group.map(({ id }) => ({ id, ok: false, message: messageOf(error) }));
    }
  };

  port.on("message", (first: ToWorker) => {
    const group: Request[] = [];
    let isClosing = false;
    for (let next: ToWorker | undefined = first; next !== undefined; next = received(port)) {
      if (next === "close") isClosing = true;
      else if (typeof next === "number") grown += next;
      else group.push(next);
    }
    if (group.length > 0) for (const answer of commitGroup(group)) port.postMessage(answer);
    if (isClosing || isBroken) {
      database.close();
      port.close();
      return;
    }
    for (const request of group) grown += pagesOf(request);
    if (grown < pagesPerCheckpoint) return;
    grown = 0;
    setImmediate(checkpoint);
  });
}

/** Pages that a request writes, about: SQLite does not tell. */
const pagesOf = (request: Request): number => {
  if (request.name === "append") return pagesOfAppend(request.args[2]);
  return request.name === "saveSnapshot" ? 2 + request.args[1].document.length / 4_096 : 0;
};

const received = (port: MessagePort): ToWorker | undefined =>
  receiveMessageOnPort(port)?.message as ToWorker | undefined;

function answerOne(tables: Tables, request: Request): Answer {
  // reason: a request pairs its name with its arguments; the compiler loses the pair when indexing by name
  const run = tables[request.name] as (...args: readonly unknown[]) => unknown;
  return { id: request.id, ok: true, result: run(...request.args) };
}

/** Such as a disk that could only be read when the file was opened: it stays so for this connection. */
const lasting = /^SQLITE_(READONLY|CANTOPEN|CORRUPT|NOTADB)/;

const codeOf = (error: unknown): string => (error instanceof Database.SqliteError ? error.code : "");
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

if (parentPort !== null) serve(parentPort, workerData as string);
