import type { ReactNode } from "react";

/** A page with nothing but a sentence on it: what is being opened, or why it can't be. `large` is for the back row. */
export function WordsPage({
  large = false,
  children,
}: {
  readonly large?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main data-screen={large || undefined} className="grid min-h-dvh place-items-center p-8">
      <h1 className="sr-only">Crux</h1>
      <p
        role="status"
        className={`max-w-[44ch] text-pretty text-center ${large ? "font-serif text-xl" : "text-soft"}`}
      >
        {children}
      </p>
    </main>
  );
}

/** Asks again, inside a sentence. */
export function TryAgain({ onClick }: { readonly onClick: () => void }) {
  return (
    <button type="button" className="underline" onClick={onClick}>
      Try again
    </button>
  );
}
