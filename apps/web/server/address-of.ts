import type { IncomingMessage } from "node:http";
import { networkOf } from "@crux/room/server";

/**
 * The address that a request comes from, for counting wrong guesses and new rooms: the peer's, or behind `proxies`
 * proxies of our own what the outermost of them wrote into X-Forwarded-For. What stands left of that anybody can
 * write. Of an IPv6 address the first half, for one household has all of the second.
 */
export function addressOf(request: Pick<IncomingMessage, "headers" | "socket">, proxies: number): string {
  const header = request.headers["x-forwarded-for"];
  const told = (Array.isArray(header) ? header.join(",") : (header ?? ""))
    .split(",")
    .map((one) => one.trim());
  const address = (proxies > 0 ? told.at(-proxies) : undefined) || (request.socket.remoteAddress ?? "");
  return networkOf(address);
}
