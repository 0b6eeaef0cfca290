/** A text in the browser's storage, which may be full or forbidden: then it lasts as long as the page. */
export const keepIn = (key: string) => ({
  get: (): string | null => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  set: (text: string | null): void => {
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      // nothing to do: the page still has it
    }
  },
});
