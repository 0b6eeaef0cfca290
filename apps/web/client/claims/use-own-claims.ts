"use client";

import { useEffect, useState } from "react";
import { keepIn } from "../keep-in.ts";
import { type OwnClaims, readOwnClaims } from "./own-claims.ts";

/** The claims that this person has written at `place`; they outlast the tab and the page, on this device. */
export function useOwnClaims(
  place: string,
): readonly [OwnClaims, (change: (claims: OwnClaims) => OwnClaims) => void] {
  const [keep] = useState(() => keepIn(`crux-claims ${place}`));
  const [claims, setClaims] = useState<OwnClaims>(() => readOwnClaims(keep.get()));
  useEffect(() => keep.set(JSON.stringify(claims)), [keep, claims]);
  return [claims, setClaims];
}
