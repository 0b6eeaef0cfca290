import { bytesReceived, overhearNewest } from "./bytes-received.ts";
import { createMarks } from "./marks.ts";
import { type ServerProcess, wait } from "./server-process.ts";
import type { Hears, Member, Service } from "./service.ts";
import { type Spread, spreadOf } from "./statistics.ts";

/** Types one mark. */
type Typist = () => void;

/** Rooms that are made at the same time. */
const together = 10;

const silent: Hears = { update: () => {}, acknowledged: () => {} };

/** What typing cost. */
export type TypingCost = {
  /** Milliseconds from an edit until another person had it. */
  readonly latency: Spread;
  /** Microseconds of the server's processor for one edit at one other person. */
  readonly cpuMicros: number;
  /** Bytes on the wire from the server for one edit at one other person. */
  readonly bytes: number;
  /** Megabytes of the server afterwards. */
  readonly memory: number;
  /** Share of the edits that everybody else heard; less than 1 is a loss. */
  readonly heard: number;
};

/** `rooms` rooms with `people` in each, of whom `typists` type `rate` edits a second for `seconds`. */
export async function measureTyping(
  service: Service,
  server: ServerProcess,
  plan: {
    readonly rooms: number;
    readonly people: number;
    readonly typists: number;
    readonly rate: number;
    readonly seconds: number;
    readonly bytes: number;
  },
): Promise<TypingCost> {
  const marks = createMarks();
  const typists: Typist[] = [];
  const members: Member[] = [];
  for (let room = 0; room < plan.rooms; room++) {
    const way = await service.make(server.url, { bytes: plan.bytes });
    for (let at = 0; at < plan.people; at++) {
      const writes = at < plan.typists;
      const { next, heard } = marks.member();
      const hears = writes ? { ...silent, update: heard } : silent;
      const member = await service.join(server.url, way, { writes }, hears);
      if (!writes) overhearNewest((bytes) => heard(bytes) || isAnnounced(service, bytes));
      members.push(member);
      if (writes) typists.push(() => member.write(next(), at));
    }
  }
  await wait(500);
  await type(typists, plan.rate, 2);
  await wait(300);
  marks.reset();
  const cpu = server.cpu();
  const bytes = bytesReceived();
  const count = await type(typists, plan.rate, plan.seconds);
  await wait(500);
  const deliveries = count * (plan.people - 1);
  const cost = {
    latency: spreadOf(marks.latencies),
    cpuMicros: ((server.cpu() - cpu) * 1e6) / deliveries,
    bytes: (bytesReceived() - bytes) / deliveries,
    heard: marks.latencies.length / deliveries,
    memory: await server.memory(),
  };
  for (const member of members) member.close();
  await wait(300);
  return cost;
}

const isAnnounced = ({ announces }: Service, bytes: Buffer): boolean =>
  announces !== undefined && bytes.includes(announces);

/** Everybody in `typists` types `rate` edits a second, out of step with each other; how many edits that made. */
async function type(typists: readonly Typist[], rate: number, seconds: number): Promise<number> {
  const total = Math.round(typists.length * rate * seconds);
  const gap = 1_000 / (typists.length * rate);
  const since = performance.now();
  for (let at = 0; at < total; at++) {
    const due = since + at * gap;
    if (due > performance.now()) await wait(due - performance.now());
    typists[at % typists.length]?.();
  }
  return total;
}

/** Megabytes of a server with `rooms` rooms of two people each who do nothing, above its memory when it was empty. */
export async function measureIdle(
  service: Service,
  server: ServerProcess,
  plan: { readonly rooms: number; readonly bytes: number },
): Promise<{ readonly memory: number; readonly perRoomKb: number }> {
  // What the first room of all takes is not the price of a room.
  const first = await service.join(
    server.url,
    await service.make(server.url, plan),
    { writes: false },
    silent,
  );
  first.close();
  await wait(500);
  const empty = await server.memory();
  const members: Member[] = [];
  const open = async (): Promise<void> => {
    const way = await service.make(server.url, { bytes: plan.bytes });
    for (let at = 0; at < 2; at++)
      members.push(await service.join(server.url, way, { writes: false }, silent));
  };
  for (let room = 0; room < plan.rooms; room += together)
    await Promise.all(Array.from({ length: Math.min(together, plan.rooms - room) }, open));
  // Idle is who has done nothing for a while.
  await wait(25_000);
  const memory = await server.memory();
  for (const member of members) member.close();
  await wait(500);
  return { memory, perRoomKb: ((memory - empty) * 1024) / plan.rooms };
}

/** Milliseconds until someone who joins has the whole document: one by one, and the slowest of 50 at once. */
export async function measureJoining(
  service: Service,
  server: ServerProcess,
  plan: { readonly bytes: number },
): Promise<{ readonly one: Spread; readonly fifty: number }> {
  const way = await service.make(server.url, { bytes: plan.bytes });
  const keeper = await service.join(server.url, way, { writes: false }, silent);
  const times: number[] = [];
  for (let at = 0; at < 30; at++) {
    const since = performance.now();
    const member = await service.join(server.url, way, { writes: true }, silent);
    times.push(performance.now() - since);
    member.close();
  }
  const since = performance.now();
  const crowd = await Promise.all(
    Array.from({ length: 50 }, () => service.join(server.url, way, { writes: true }, silent)),
  );
  const fifty = performance.now() - since;
  for (const member of [...crowd, keeper]) member.close();
  await wait(300);
  return { one: spreadOf(times), fifty };
}

/** What a power cut of the process took. */
export type Losses = {
  /** Edits that the server had acknowledged, and how many of them were gone; NaN where it never acknowledges. */
  readonly acknowledged: number;
  readonly acknowledgedLost: number;
  /** Edits that others had already seen, and how many of them were gone. */
  readonly seen: number;
  readonly seenLost: number;
};

/** Kills the server while five people type, starts it again, and compares what is there with what was promised. */
export async function measureLosses(service: Service, server: ServerProcess): Promise<Losses> {
  const marks = createMarks();
  const way = await service.make(server.url, { bytes: 12_000 });
  const acknowledged = new Set<string>();
  const members: Member[] = [];
  const typists: Typist[] = [];
  for (let at = 0; at < 5; at++) {
    const typed: string[] = [];
    const { next, heard } = marks.member();
    const taken = (count: number): void => {
      const mark = typed[count - 1];
      if (mark !== undefined) acknowledged.add(mark);
    };
    const hears = { update: heard, acknowledged: taken };
    const member = await service.join(server.url, way, { writes: true }, hears);
    members.push(member);
    typists.push(() => {
      const mark = next();
      typed.push(mark);
      member.write(mark, at);
    });
  }
  const typing = type(typists, 20, 4).catch(() => 0);
  await wait(3_000 + Math.random() * 500);
  const promised = { acknowledged: [...acknowledged], seen: [...marks.seen] };
  // Nobody may bring back what the server forgot.
  for (const member of members) member.close();
  await server.killAndRestart();
  await typing;
  const reader = await service.join(server.url, way, { writes: true }, silent);
  await wait(1_000);
  const kept = reader.text();
  reader.close();
  const lost = (all: readonly string[]): number => all.filter((mark) => !kept.includes(mark)).length;
  const isSilent = service.acknowledges === null;
  return {
    acknowledged: isSilent ? Number.NaN : promised.acknowledged.length,
    acknowledgedLost: isSilent ? Number.NaN : lost(promised.acknowledged),
    seen: promised.seen.length,
    seenLost: lost(promised.seen),
  };
}
