import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { addressOf } from "./address-of.ts";

const from = (remoteAddress: string, forwarded?: string) =>
  ({
    headers: forwarded === undefined ? {} : { "x-forwarded-for": forwarded },
    socket: { remoteAddress },
  }) as unknown as Pick<IncomingMessage, "headers" | "socket">;

describe("addressOf", () => {
  it("believes the peer, and no header, without a proxy of ours", () => {
    expect(addressOf(from("192.0.2.7", "198.51.100.1"), 0)).toBe("192.0.2.7");
    expect(addressOf(from("::ffff:192.0.2.7"), 0)).toBe("192.0.2.7");
  });

  it("takes what our outermost proxy wrote, whatever stands before it", () => {
    expect(addressOf(from("10.0.0.1", "6.6.6.6, 198.51.100.1"), 1)).toBe("198.51.100.1");
    expect(addressOf(from("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2"), 2)).toBe("198.51.100.1");
    expect(addressOf(from("10.0.0.1"), 1)).toBe("10.0.0.1");
  });

  it("counts an IPv6 network as one", () => {
    expect(addressOf(from("2001:db8:1:2:3:4:5:6"), 0)).toBe("2001:db8:1:2");
  });
});
