import { randomBytes } from "node:crypto";

/** A fresh value that marks the scripts of one response as ours. */
export const createNonce = (): string => randomBytes(16).toString("base64");

/**
 * The content security policy of a page: only our own files, and of inline scripts only those with the nonce.
 * Style attributes are allowed, since positions in charts are written as such; they can't run anything.
 * Development needs `eval` for the bundler's hot updates and sockets for its messages.
 */
export function pagePolicy(nonce: string, dev: boolean): string {
  const rules: Record<string, string> = {
    "default-src": "'self'",
    "script-src": `'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    "style-src": dev ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`,
    "style-src-attr": "'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": dev ? "'self' ws:" : "'self'",
    "worker-src": "'self'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  };
  return Object.entries(rules)
    .map(([name, value]) => `${name} ${value}`)
    .join("; ");
}

/** The policy of a small page that stands by itself; `framed`: any page may frame it. */
export const framedPolicy = (nonce: string, framed: boolean): string =>
  [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${framed ? "*" : "'none'"}`,
  ].join("; ");

/** The policy of a built file. It is the one a worker obeys that starts from such a file: our own scripts, no `eval`. */
export const filePolicy = "default-src 'none'; script-src 'self'; connect-src 'self'";

/** Headers that every response carries. */
export const plainHeaders: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
};
