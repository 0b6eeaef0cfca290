const KEY = "crux-name";

/** The name that this person gave last on this device; empty where there is none or storage is closed. */
export function ownName(): string {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a name for the next room. */
export function keepOwnName(name: string): void {
  try {
    localStorage.setItem(KEY, name);
  } catch {
    // A private window without storage asks again next time.
  }
}
