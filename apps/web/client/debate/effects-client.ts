import { type Scenario, writeScenario } from "@crux/core";
import { type Effect, undecidedEffect } from "@crux/present";
import type { Computed, PatchJson } from "./compute-effect.ts";

/** What `patch` does to the scenario in force after the patches `over` (those of the objections it builds on). */
export type EffectRequest = {
  readonly over: readonly PatchJson[];
  readonly patch: PatchJson;
  /** Whether the winner map of the scenario in force comes back too, as a stamp has it. */
  readonly withMap?: boolean;
};

/** What is known of an effect. While a newer scenario is worked on, what held before is still in `effect`. */
export type EffectView = {
  /** Null until it is known for the first time. */
  readonly effect: Effect | null;
  readonly issues: Computed["issues"];
  readonly map: Computed["map"];
  readonly isWaiting: boolean;
};

/** What the worker is sent: the scenario only when it is another one than last time. */
export type EffectMessage = { readonly scenario: unknown; readonly request: EffectRequest };

/** The parts of a worker that the client needs; tests pass their own. */
export type EffectsWorker = {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(message: EffectMessage): void;
  terminate(): void;
};

/** Works effects out beside the page: newest question first, each once per scenario, none that nobody waits for. */
export type EffectsClient = {
  /** Calls `heard` when the effect becomes known or changes; gives back what ends that. */
  readonly watch: (request: EffectRequest, heard: () => void) => () => void;
  /** What is known now: the same object until it changes. */
  readonly read: (request: EffectRequest) => EffectView;
  /** Puts another scenario in force; null: there is none. */
  readonly open: (scenario: Scenario | null) => void;
  /** Ends what is being worked on and puts no scenario in force; `open` begins again. */
  readonly close: () => void;
};

type Entry = {
  readonly request: EffectRequest;
  readonly listeners: Set<() => void>;
  view: EffectView;
  /** The scenario that `view` is about. */
  of: Scenario | null;
};

const WAITING: EffectView = Object.freeze({ effect: null, issues: [], map: null, isWaiting: true });

/** Milliseconds of work on one effect after which it is given up. */
const PATIENCE = 8_000;
/** After that long an answer about a scenario that is gone is not waited for. */
const STUCK = 250;
/** So many effects are remembered, whether or not somebody looks at them. */
const REMEMBERED = 2_000;

/** A client that starts its worker at the first question; `now` gives milliseconds. */
export function createEffectsClient(start: () => EffectsWorker, now: () => number): EffectsClient {
  const entries = new Map<string, Entry>();
  let stack: Entry[] = [];
  let scenario: Scenario | null = null;
  let sent: Scenario | null = null;
  let worker: EffectsWorker | null = null;
  let running: { readonly entry: Entry; readonly of: Scenario; readonly since: number } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const entryOf = (request: EffectRequest): Entry => {
    const key = JSON.stringify([request.over, request.patch, request.withMap]);
    const known = entries.get(key);
    if (known !== undefined) return known;
    const entry: Entry = { request, listeners: new Set(), view: WAITING, of: null };
    entries.set(key, entry);
    return entry;
  };
  const show = (entry: Entry, view: EffectView): void => {
    entry.view = view;
    for (const listener of [...entry.listeners]) listener();
  };
  const end = (): void => {
    clearTimeout(timer);
    worker?.terminate();
    worker = null;
    sent = null;
    running = null;
  };
  const hear = (computed: Computed): void => {
    clearTimeout(timer);
    const job = running;
    running = null;
    if (job !== null && job.of === scenario) {
      job.entry.of = job.of;
      show(job.entry, { ...computed, isWaiting: false });
    }
    pump();
  };
  const giveUp = (why: string): void => {
    const job = running;
    end();
    running = job;
    hear({ effect: undecidedEffect(why), issues: [], map: null });
  };
  const pump = (): void => {
    if (running !== null || scenario === null) return;
    let entry = stack.pop();
    while (entry !== undefined && (entry.listeners.size === 0 || entry.of === scenario)) entry = stack.pop();
    if (entry === undefined) return;
    if (worker === null) {
      const fresh = start();
      worker = fresh;
      fresh.onmessage = ({ data }) => fresh === worker && hear(data as Computed);
      fresh.onerror = () => fresh === worker && giveUp("this browser could not work it out");
    }
    running = { entry, of: scenario, since: now() };
    timer = setTimeout(() => giveUp("working it out took too long"), PATIENCE);
    worker.postMessage({
      scenario: sent === scenario ? null : writeScenario(scenario),
      request: entry.request,
    });
    sent = scenario;
  };
  const want = (entry: Entry): void => {
    if (entry.of === scenario && scenario !== null) return;
    stack.push(entry);
    pump();
  };
  const forget = (): void => {
    if (entries.size < REMEMBERED) return;
    for (const [key, entry] of entries) if (entry.listeners.size === 0) entries.delete(key);
  };

  return {
    watch(request, heard) {
      forget();
      const entry = entryOf(request);
      entry.listeners.add(heard);
      want(entry);
      return () => {
        entry.listeners.delete(heard);
      };
    },
    read: (request) => entryOf(request).view,
    open(next) {
      if (next === scenario) return;
      scenario = next;
      stack = [];
      if (running !== null && now() - running.since > STUCK) end();
      for (const entry of [...entries.values()].reverse()) {
        if (entry.listeners.size > 0) stack.push(entry);
        if (!entry.view.isWaiting) show(entry, { ...entry.view, isWaiting: true });
      }
      pump();
    },
    close() {
      end();
      scenario = null;
      stack = [];
    },
  };
}
