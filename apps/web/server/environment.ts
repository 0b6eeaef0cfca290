import { isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** What the process takes from its environment, checked. */
export type Environment = {
  readonly port: number;
  readonly host: string;
  /** The folder that holds rooms and the key, as an absolute path. */
  readonly data: string;
  /** Origins besides the server's own whose pages may open rooms. */
  readonly origins: readonly string[];
  /** The PostgreSQL database that holds rooms and the key instead of the folder; null for the folder. */
  readonly database: string | null;
  /** Where figures for Prometheus are served, apart from the pages; null for nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null;
  /** Sentences for people, or JSON lines for machines. */
  readonly log: "text" | "json";
  /** Proxies of our own in front, whose X-Forwarded-For is believed. */
  readonly proxies: number;
  /** Seconds between the signal to end and the end of the connections, for a load balancer to look elsewhere. */
  readonly drain: number;
  /** The Redis server at which the processes on one database meet; null for one process alone. */
  readonly redis: string | null;
};

const repository = fileURLToPath(new URL("../../..", import.meta.url));

/** The environment, or what is wrong with it, one line each. */
export function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
):
  | { readonly ok: true; readonly value: Environment }
  | { readonly ok: false; readonly error: readonly string[] } {
  const errors: string[] = [];
  const port = Number(env.PORT ?? "3000");
  if (env.PORT === "" || !Number.isInteger(port) || port < 0 || port > 65_535)
    errors.push(`PORT: a whole number from 0 to 65535 is expected, not ${JSON.stringify(env.PORT)}`);
  const host = env.HOST ?? "127.0.0.1";
  if (!/^[\w.:-]{1,253}$/.test(host))
    errors.push(`HOST: a host name or address is expected, not ${JSON.stringify(env.HOST)}`);
  const folder = env.CRUX_DATA ?? "data";
  if (folder.trim() === "") errors.push("CRUX_DATA: the path of a folder is expected, not nothing");
  const data = isAbsolute(folder) ? folder : resolve(repository, folder);
  const origins = (env.CRUX_ORIGINS ?? "").split(/[\s,]+/).filter((one) => one !== "");
  for (const one of origins)
    if (!URL.canParse(one) || new URL(one).origin !== one)
      errors.push(
        `CRUX_ORIGINS: origins such as https://crux.example are expected, not ${JSON.stringify(one)}`,
      );
  const metricsPort = readWhole(env, "METRICS_PORT", 65_535, errors);
  const metrics = metricsPort === null ? null : { port: metricsPort, host: env.METRICS_HOST ?? "127.0.0.1" };
  const log = env.CRUX_LOG ?? "text";
  if (log !== "text" && log !== "json")
    errors.push(`CRUX_LOG: text or json is expected, not ${JSON.stringify(log)}`);
  const proxies = readWhole(env, "CRUX_PROXIES", 5, errors) ?? 0;
  const drain = readWhole(env, "CRUX_DRAIN", 300, errors) ?? 0;
  const database = readAddress(env, "DATABASE_URL", ["postgres:", "postgresql:"], errors);
  const redis = readAddress(env, "REDIS_URL", ["redis:", "rediss:"], errors);
  if (redis !== null && database === null)
    errors.push("REDIS_URL: several processes need a database that they share: set DATABASE_URL too");
  if (errors.length > 0 || (log !== "text" && log !== "json")) return { ok: false, error: errors };
  return { ok: true, value: { port, host, data, origins, database, redis, metrics, log, drain, proxies } };
}

/** The whole number from 0 to `most` in the variable `name`; null when there is none. */
function readWhole(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  most: number,
  errors: string[],
): number | null {
  const text = env[name]?.trim() ?? "";
  if (text === "") return null;
  if (!/^\d{1,6}$/.test(text) || Number(text) > most)
    errors.push(`${name}: a whole number from 0 to ${most} is expected, not ${JSON.stringify(text)}`);
  return Number(text);
}

/** The address in the variable `name`; null when there is none. What is wrong is told without the address: it holds a password. */
function readAddress(
  env: Readonly<Record<string, string | undefined>>,
  name: string,
  protocols: readonly string[],
  errors: string[],
): string | null {
  const text = env[name]?.trim() ?? "";
  if (text === "") return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol))
    errors.push(`${name}: an address that begins with ${protocols[0]}// is expected`);
  return text;
}
