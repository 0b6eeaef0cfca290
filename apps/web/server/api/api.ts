import type { IncomingMessage, ServerResponse } from "node:http";
import {
  type Result as CoreResult,
  err,
  fromLibrary,
  libraryNames,
  ok,
  readJson,
  writeScenario,
} from "@crux/core";
import type { Reply } from "@crux/solver";
import { openApi } from "./openapi.ts";
import type { Paper, PaperRequest } from "./paper.ts";
import { LIMITS, notJson, type Problem, problems, unknownName, wrongMethod } from "./problems.ts";
import { readBody } from "./read-body.ts";
import type { SolvePool } from "./solve-pool.ts";

type Handler = (request: IncomingMessage, response: ServerResponse, pathname: string) => Promise<unknown>;

/** Answers everything below `/api/`. */
export function createApi(options: {
  readonly solve: SolvePool["solve"];
  readonly paper: SolvePool<Paper>["solve"];
}): Handler {
  return async (request, response, pathname) => {
    const send = (status: number, body: unknown) => sendJson(request, response, status, body);
    const refuse = ({ status, reply }: Problem) => send(status, reply);
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "GET");
    if (pathname === "/api/solve") {
      if (method !== "POST") return refuseMethod(response, "POST", refuse);
      const result = await solveBody(request, options.solve);
      if (result.status === 503) response.setHeader("Retry-After", "5");
      return send(result.status, result.reply);
    }
    if (pathname === "/api/export" || pathname === "/api/lint") {
      if (method !== "POST") return refuseMethod(response, "POST", refuse);
      const kind = pathname === "/api/lint" ? "notes" : "export";
      const made = await paperFor(request, kind, options.paper);
      return "status" in made ? send(made.status, made.reply) : sendFile(response, kind, made);
    }
    if (pathname !== "/api/openapi.json" && !/^\/api\/scenarios(\/[^/]*)?$/.test(pathname))
      return refuse(problems["not-found"]);
    if (method !== "GET") return refuseMethod(response, "GET", refuse);
    if (pathname === "/api/openapi.json") return send(200, openApi());
    if (pathname === "/api/scenarios") return send(200, scenarioList());
    const name = pathname.slice("/api/scenarios/".length);
    const scenario = fromLibrary(name);
    return scenario === undefined
      ? refuse(unknownName(name, libraryNames()))
      : send(200, writeScenario(scenario));
  };
}

/** Names, titles and summaries of the built-in scenarios. */
function scenarioList() {
  return libraryNames().map((name) => {
    const scenario = fromLibrary(name);
    return { name, title: scenario?.title ?? name, summary: scenario?.summary ?? "" };
  });
}

type Result = { readonly status: number; readonly reply: Reply | readonly Reply[] };

async function solveBody(request: IncomingMessage, solve: SolvePool["solve"]): Promise<Result> {
  const body = await jsonBody(request);
  if (!body.ok) return body.error;
  return Array.isArray(body.value) ? solveMany(body.value, solve) : solveOne(body.value, solve);
}

async function jsonBody(request: IncomingMessage): Promise<CoreResult<unknown, Problem>> {
  if (!/^application\/([\w.+-]+\+)?json\b/i.test(request.headers["content-type"] ?? ""))
    return err(problems["not-json-type"]);
  const body = await readBody(request, LIMITS.bytes);
  if (!body.ok) return err(problems[body.error]);
  const parsed = readJson(body.value);
  return parsed.ok ? ok(parsed.value.value) : err(notJson(body.value, parsed.error));
}

async function paperFor(
  request: IncomingMessage,
  kind: PaperRequest["kind"],
  ask: SolvePool<Paper>["solve"],
): Promise<Problem | Extract<Paper, { ok: true }>> {
  const body = await jsonBody(request);
  if (!body.ok) return body.error;
  const paper = await ask({ kind, json: body.value } satisfies PaperRequest);
  if (paper === "busy") return problems.busy;
  if (paper === "late") return problems.late;
  return paper.ok ? paper : { status: 422, reply: { id: null, ok: false, issues: [...paper.issues] } };
}

/** A file to be saved: should a browser open it all the same, nothing in it runs. */
function sendFile(
  response: ServerResponse,
  kind: PaperRequest["kind"],
  { name, type, body }: Extract<Paper, { ok: true }>,
): void {
  const isText = typeof body === "string";
  response.writeHead(200, {
    "Content-Type": isText ? `${type}; charset=utf-8` : type,
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ...(kind === "export" ? { "Content-Disposition": `attachment; filename="${name}"` } : {}),
  });
  response.end(body);
}

async function solveOne(request: unknown, solve: SolvePool["solve"]): Promise<Result> {
  const reply = await solve(request);
  if (reply === "busy") return problems.busy;
  if (reply === "late") return { status: 200, reply: late(request) };
  return { status: reply.ok ? 200 : 422, reply };
}

/** Replies in the order of the requests; when the time for all is spent, the rest is undecided. */
async function solveMany(requests: readonly unknown[], solve: SolvePool["solve"]): Promise<Result> {
  if (requests.length > LIMITS.requests) return problems["too-many"];
  const end = performance.now() + LIMITS.milliseconds;
  const replies: Reply[] = [];
  for (const request of requests) {
    const reply = performance.now() > end ? "late" : await solve(request);
    if (reply === "busy") return problems.busy;
    replies.push(reply === "late" ? late(request) : reply);
  }
  return { status: 200, reply: replies };
}

const late = (request: unknown): Reply => ({
  id: idOf(request),
  ok: true,
  answer: { kind: "undecided", missing: "the time for one question was spent" },
});

function idOf(request: unknown): string | number | null {
  if (typeof request !== "object" || request === null || !("id" in request)) return null;
  return typeof request.id === "string" || typeof request.id === "number" ? request.id : null;
}

function refuseMethod(response: ServerResponse, allowed: string, refuse: (problem: Problem) => void): void {
  response.setHeader("Allow", allowed);
  refuse(wrongMethod(allowed));
}

function sendJson(request: IncomingMessage, response: ServerResponse, status: number, body: unknown): void {
  if (status === 413) response.setHeader("Connection", "close"); // the rest of the body is not read
  response.writeHead(status, {
    "Content-Type": "application/json; charset=utf-8",
    "Cache-Control": "no-store",
  });
  response.end(request.method === "HEAD" ? undefined : `${JSON.stringify(body)}\n`);
}
