/**
 * One stretch of talking with the server, from a sync until the connection ends or the next sync. Answers that
 * belong to an earlier one are not listened to.
 */
export type Exchange = {
  number(): number;
  /** Whether this side has all that the server had, and hears what comes. */
  isLive(): boolean;
  /** Ends this exchange and begins the next one, which is not live yet; its number. */
  next(): number;
  live(): void;
};

/** The exchange before the first sync. */
export function createExchange(): Exchange {
  let number = 0;
  let isLive = false;
  return {
    number: () => number,
    isLive: () => isLive,
    next() {
      isLive = false;
      return ++number;
    },
    live() {
      isLive = true;
    },
  };
}
