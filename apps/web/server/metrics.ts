import { createServer, type Server } from "node:http";
import type { AttachedRooms, RoomWatch, Store } from "@crux/room/server";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What the process counts about itself, for Prometheus. Nothing in it says who or which room. */
export type Metrics = {
  /** Tell this one of every answer. */
  readonly watch: RoomWatch;
  /** The store, with its writes counted and timed. */
  meter<T extends Store>(store: T): T;
  /** Where the numbers of now come from. */
  count(counts: AttachedRooms["counts"]): void;
  /** One more figure of now, which `read` gives whenever it is asked for. */
  gauge(name: string, help: string, read: () => number): void;
  /** All figures in Prometheus's text format. */
  text(): Promise<string>;
};

const seconds = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** Fresh figures, together with those of the process: memory, processor, event-loop lag, garbage collection. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const answers = new Counter({
    name: "crux_answers_total",
    help: "Requests answered, by kind and by outcome (ok, or the code of the refusal)",
    labelNames: ["request", "outcome"],
    registers,
  });
  const took = new Histogram({
    name: "crux_answer_seconds",
    help: "Time from a request to its answer; for update and command that is after it is on disk",
    labelNames: ["request"],
    buckets: seconds,
    registers,
  });
  const appends = new Histogram({
    name: "crux_append_seconds",
    help: "Time that the store took to make a group of entries durable",
    buckets: seconds,
    registers,
  });
  const entries = new Counter({ name: "crux_entries_total", help: "Entries written to logs", registers });
  const failures = new Counter({
    name: "crux_append_failures_total",
    help: "Groups of entries that the store could not write",
    registers,
  });
  let waiting = 0;
  const gauge = (name: string, help: string, read: () => number): void =>
    void new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  let counts: AttachedRooms["counts"] = () => ({ connections: 0, rooms: 0, people: 0 });
  gauge("crux_append_waiting", "Groups of entries that wait for the store", () => waiting);
  gauge("crux_connections", "Sockets", () => counts().connections);
  gauge("crux_rooms", "Rooms with someone in them", () => counts().rooms);
  gauge("crux_people", "People in rooms on this process", () => counts().people);

  return {
    watch: {
      answered(request, outcome, ms) {
        answers.inc({ request, outcome });
        took.observe({ request }, ms / 1_000);
      },
    },
    meter: (store) => ({
      ...store,
      async append(room, after, list) {
        waiting++;
        const done = appends.startTimer();
        try {
          const appended = await store.append(room, after, list);
          if (appended.kind === "appended") entries.inc(list.length);
          return appended;
        } catch (error) {
          failures.inc();
          throw error;
        } finally {
          waiting--;
          done();
        }
      },
    }),
    count(read) {
      counts = read;
    },
    gauge,
    text: () => registry.metrics(),
  };
}

/** Serves the figures at /metrics on a port of their own, which the world need not reach. */
export function serveMetrics(metrics: Metrics, at: { readonly port: number; readonly host: string }): Server {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    metrics.text().then(
      (text) => response.writeHead(200, { "content-type": "text/plain; version=0.0.4" }).end(text),
      () => response.writeHead(500).end(),
    );
  });
  return server.listen(at.port, at.host);
}
