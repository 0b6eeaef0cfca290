import { describe, expect, it } from "vitest";
import { networkOf } from "./network-of.ts";

describe("networkOf", () => {
  it("is an IPv4 address itself, however it is written", () => {
    expect(["192.0.2.7", "::ffff:192.0.2.7", ""].map(networkOf)).toEqual(["192.0.2.7", "192.0.2.7", ""]);
  });

  it("is the first half of an IPv6 address, also where zeros are left out", () => {
    expect(networkOf("2001:db8:1:2:3:4:5:6")).toBe("2001:db8:1:2");
    expect(networkOf("2001:db8:01:2::6")).toBe("2001:db8:1:2");
    expect(["2001:db8::1", "2001:db8::2:1", "2001:db8:0:0:9::"].map(networkOf)).toEqual(
      Array(3).fill("2001:db8:0:0"),
    );
    expect(["::1", "fe80::1%eth0"].map(networkOf)).toEqual(["0:0:0:0", "fe80:0:0:0"]);
  });
});
