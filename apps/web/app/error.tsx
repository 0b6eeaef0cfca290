"use client";

/** What stands in place of a page that broke: that it is our fault, what is safe, and how to go on. */
export default function ErrorPage(props: { readonly reset: () => void }) {
  return (
    <main className="mx-auto max-w-[46rem] px-4 pt-10 pb-16 sm:px-6 sm:pt-20">
      <h1 className="font-semibold font-serif text-3xl tracking-tight">
        This page broke. That is our fault.
      </h1>
      <p role="alert" className="mt-3 text-pretty font-serif text-lg text-soft leading-relaxed">
        What a room has saved is safe, and changes that were not sent yet are kept on this device. Try again;
        should it break once more, reload the page.
      </p>
      <p className="mt-6 flex flex-wrap gap-2">
        <button type="button" className="button button-full h-11 px-5" onClick={props.reset}>
          Try again
        </button>
        <button type="button" className="button button-line h-11 px-4" onClick={() => location.reload()}>
          Reload
        </button>
        {/* A fresh page, not one drawn by what has just broken. */}
        <a href="/" className="button button-line h-11 px-4">
          Go to the first page
        </a>
      </p>
    </main>
  );
}
