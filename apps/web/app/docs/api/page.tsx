import type { Metadata } from "next";
import Link from "next/link";
import { EXAMPLE, openApi } from "../../../server/api/openapi.ts";

export const metadata: Metadata = { title: "HTTP API · Crux" };

type Operation = {
  readonly summary: string;
  readonly description?: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
};

/** The HTTP API for people: every address with what it does and answers, and one example to copy. */
export default function ApiPage() {
  const { paths, info } = openApi();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods as Readonly<Record<string, Operation>>).map(([method, operation]) => ({
      path,
      method: method.toUpperCase(),
      operation,
    })),
  );
  return (
    <main className="mx-auto max-w-[46rem] px-4 py-8 sm:py-12">
      <Link href="/" className="font-semibold font-serif text-xl">
        Crux
      </Link>
      <h1 className="mt-6 font-semibold font-serif text-3xl tracking-tight">HTTP API</h1>
      <p className="mt-3 text-pretty font-serif text-lg leading-relaxed">{info.description}</p>
      <p className="mt-2">
        For programs:{" "}
        <a href="/api/openapi.json" className="underline underline-offset-2">
          the OpenAPI document
        </a>
        , made from the schemas that read the requests.
      </p>
      <h2 className="mt-8 font-semibold text-lg">Example</h2>
      <pre className="mt-2 whitespace-pre-wrap break-words rounded-lg bg-well p-4 font-mono text-[0.8125rem] leading-relaxed">
        {`curl -s localhost:3000/api/solve \\\n  -H 'content-type: application/json' \\\n  -d '${JSON.stringify(EXAMPLE.request)}'`}
      </pre>
      <h2 className="mt-8 font-semibold text-lg">Addresses</h2>
      <div className="mt-3 space-y-4">
        {operations.map(({ path, method, operation }) => (
          <section
            key={`${method} ${path}`}
            aria-label={`${method} ${path}`}
            className="rounded-xl border border-rule bg-card px-5 py-4"
          >
            <h3 className="break-words font-mono text-sm">
              <strong>{method}</strong> {path}
            </h3>
            <p className="mt-1.5 font-medium">{operation.summary}</p>
            {operation.description !== undefined && (
              <p className="text-sm text-soft">{operation.description}</p>
            )}
            <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-4 gap-y-0.5 text-sm">
              {Object.entries(operation.responses).map(([status, response]) => (
                <div key={status} className="contents">
                  <dt className="figure text-soft">{status}</dt>
                  <dd>{response.description}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </main>
  );
}
