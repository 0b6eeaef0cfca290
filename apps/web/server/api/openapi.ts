import { jsonSchemas } from "@crux/core";
import { exportFormats } from "@crux/present/export";
import { replyJsonSchema, requestJsonSchema } from "@crux/solver";
import { LIMITS } from "./problems.ts";

/** A request and what comes back, for documentation. */
export const EXAMPLE = {
  request: { id: "q1", scenario: { library: "speed-simplicity" }, query: { kind: "winners" } },
} as const;

const json = (schema: unknown) => ({ "application/json": { schema } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const scenarioOrName = {
  oneOf: [
    ref("Scenario"),
    {
      type: "object",
      required: ["library"],
      properties: { library: { type: "string" }, patches: { type: "array", items: { type: "string" } } },
    },
  ],
};
const failure = (description: string) => ({ description, content: json(ref("Failure")) });

/** The OpenAPI document. Requests, replies and scenarios are described by the schemas that the code reads them with. */
export function openApi() {
  return {
    openapi: "3.1.0",
    info: {
      title: "Crux",
      version: "1",
      description:
        "Who wins at which price of complexity. Numbers are exact and travel as strings; every answer carries a certificate.",
    },
    paths: {
      "/api/solve": {
        post: {
          summary: "Answer one request, or an array of them in their order",
          description: `At most ${LIMITS.bytes.toLocaleString("en")} bytes and ${LIMITS.requests} requests. A question whose work budget is spent is answered "undecided".`,
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  oneOf: [
                    ref("Request"),
                    { type: "array", maxItems: LIMITS.requests, items: ref("Request") },
                  ],
                },
                example: EXAMPLE.request,
              },
            },
          },
          responses: {
            200: {
              description: "The reply, or an array of replies; in an array, bad requests have `ok: false`",
              content: json({ oneOf: [ref("Reply"), { type: "array", items: ref("Reply") }] }),
            },
            400: failure("The body is not JSON"),
            413: failure("The body is too large, or the array too long"),
            415: failure("The content type is not JSON"),
            422: failure("The request can't be read; every issue has its place and a hint"),
            503: failure("Too many questions are waiting; Retry-After says how many seconds to wait"),
          },
        },
      },
      "/api/export": {
        post: {
          summary: "Write a scenario, its derivation, its objections, or a picture of it in another format",
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: {
                  type: "object",
                  required: ["scenario", "format"],
                  properties: {
                    scenario: scenarioOrName,
                    format: { enum: exportFormats.map(({ id }) => id) },
                    objections: { type: "array", items: jsonSchemas().objection },
                    over: { type: "string", description: "What a map has upwards, e.g. phi or t(combine)" },
                    source: {
                      type: "string",
                      description: "Where the scenario is on the web, for annotations",
                    },
                  },
                },
                example: { scenario: EXAMPLE.request.scenario, format: "lines.svg" },
              },
            },
          },
          responses: {
            200: {
              description: "The file",
              content: Object.fromEntries(exportFormats.map(({ type }) => [type, {}])),
            },
            422: failure("The request can't be read, or there is nothing to draw while costs are unknown"),
            503: failure("Too many requests are waiting"),
          },
        },
      },
      "/api/lint": {
        post: {
          summary: "Notes on a scenario: two names for one thing, unused rows, units that don't add",
          requestBody: {
            required: true,
            content: {
              "application/json": {
                schema: { type: "object", required: ["scenario"], properties: { scenario: scenarioOrName } },
                example: { scenario: EXAMPLE.request.scenario },
              },
            },
          },
          responses: {
            200: {
              description: "The notes, in the order of the scenario",
              content: json({
                type: "object",
                required: ["notes"],
                properties: {
                  notes: {
                    type: "array",
                    items: {
                      type: "object",
                      required: ["kind", "path", "id", "sentence"],
                      properties: {
                        kind: { type: "string" },
                        path: { type: "array", items: { type: ["string", "integer"] } },
                        id: { type: "string" },
                        sentence: { type: "string" },
                      },
                    },
                  },
                },
              }),
            },
            422: failure("The scenario can't be read"),
          },
        },
      },
      "/api/scenarios": {
        get: {
          summary: "List the built-in scenarios",
          responses: {
            200: {
              description: "Names, titles and summaries",
              content: json({
                type: "array",
                items: {
                  type: "object",
                  required: ["name", "title", "summary"],
                  properties: {
                    name: { type: "string" },
                    title: { type: "string" },
                    summary: { type: "string" },
                  },
                },
              }),
            },
          },
        },
      },
      "/api/scenarios/{name}": {
        get: {
          summary: "Get a built-in scenario",
          parameters: [
            {
              name: "name",
              in: "path",
              required: true,
              schema: { type: "string" },
              example: "speed-simplicity",
            },
          ],
          responses: {
            200: { description: "The scenario", content: json(ref("Scenario")) },
            404: failure("The library has no scenario of this name"),
          },
        },
      },
      "/api/openapi.json": {
        get: {
          summary: "Get this document",
          responses: { 200: { description: "OpenAPI 3.1", content: json({ type: "object" }) } },
        },
      },
    },
    components: {
      schemas: {
        Request: requestJsonSchema(),
        Reply: replyJsonSchema(),
        Scenario: jsonSchemas().scenario,
        Failure: {
          type: "object",
          required: ["id", "ok", "issues"],
          properties: {
            id: { type: ["string", "null"] },
            ok: { const: false },
            issues: {
              type: "array",
              items: {
                type: "object",
                required: ["code", "message", "path", "span", "hint"],
                properties: {
                  code: { type: "string" },
                  message: { type: "string" },
                  path: { type: "array", items: { type: ["string", "integer"] } },
                  span: { type: ["object", "null"] },
                  hint: { type: "string" },
                },
              },
            },
          },
        },
      },
    },
  };
}
