/** The path that a request asks for, as it was written; null for what is no address, or has a `%` that says nothing. */
export function pathOf(url: string | undefined): string | null {
  if (url === undefined || !/^(\/(?!\/)|https?:\/\/)/.test(url) || !URL.canParse(url, "http://localhost"))
    return null;
  const { pathname } = new URL(url, "http://localhost");
  try {
    return decodeURIComponent(pathname).includes("\0") ? null : pathname;
  } catch {
    return null;
  }
}
