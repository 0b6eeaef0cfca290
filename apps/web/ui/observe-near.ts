/** Tells whether an element is within `margin` of the edge of the window, or of the column that scrolls inside it; gives back what ends that. */
export function observeNear(element: Element, margin: string, hear: (isNear: boolean) => void): () => void {
  const options: IntersectionObserverInit & { readonly scrollMargin: string } = {
    rootMargin: margin,
    scrollMargin: margin,
  };
  const observer = new IntersectionObserver(
    (entries) => hear(entries.at(-1)?.isIntersecting ?? false),
    options,
  );
  observer.observe(element);
  return () => observer.disconnect();
}
