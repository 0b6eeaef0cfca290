/** A statement with what is taken for granted for it. */
export type OwnClaim = { readonly claim: string; readonly assume: readonly string[] };

/** What someone has written: what stands in the field, what was judged last, and what was judged before it. */
export type OwnClaims = OwnClaim & {
  readonly asked: OwnClaim | null;
  /** Newest first, without the one that was judged last. */
  readonly past: readonly OwnClaim[];
};

/** Nothing has been written. */
export const noClaims: OwnClaims = { claim: "", assume: [], asked: null, past: [] };

const MOST = 30;

/** With `next` to be judged; what was judged before stays in the list. */
export function asking({ asked, past }: OwnClaims, next: OwnClaim): OwnClaims {
  const before = asked === null ? past : [asked, ...past];
  const kept = before.filter((one) => !isSame(one, next)).slice(0, MOST);
  return { ...next, asked: next, past: kept };
}

/** Without one of those that were judged before. */
export const without = (claims: OwnClaims, gone: OwnClaim): OwnClaims => ({
  ...claims,
  past: claims.past.filter((one) => !isSame(one, gone)),
});

/** Whether two statements say the same, word for word. */
export const isSame = (a: OwnClaim, b: OwnClaim): boolean =>
  JSON.stringify([a.claim, a.assume]) === JSON.stringify([b.claim, b.assume]);

/** One statement that says a claim and what it takes for granted; null where these can't be joined. */
export function joined({ claim, assume }: OwnClaim): string | null {
  if (assume.length === 0) return claim;
  if (/^\s*(exists|forall|for)\b/i.test(claim)) return null;
  return `${assume.map((one) => `(${one})`).join(" and ")} implies (${claim})`;
}

/** Kept claims again; nothing for what is none. */
export function readOwnClaims(text: string | null): OwnClaims {
  const json = parsed(text);
  const own = toClaim(json);
  if (own === null) return noClaims;
  const { asked, past } = json as { asked?: unknown; past?: unknown };
  const list = Array.isArray(past) ? past : [];
  return {
    ...own,
    asked: toClaim(asked),
    past: list.flatMap((one) => toClaim(one) ?? []).slice(0, MOST),
  };
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

function toClaim(json: unknown): OwnClaim | null {
  if (typeof json !== "object" || json === null) return null;
  const { claim, assume } = json as { claim?: unknown; assume?: unknown };
  if (typeof claim !== "string" || !Array.isArray(assume)) return null;
  return { claim, assume: assume.filter((one) => typeof one === "string") };
}
