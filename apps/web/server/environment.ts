/** What the process takes from its environment, checked. */
export type Environment = { readonly port: number; readonly host: string };

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
  return errors.length > 0 ? { ok: false, error: errors } : { ok: true, value: { port, host } };
}
