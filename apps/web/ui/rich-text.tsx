"use client";

import { lazy, memo, Suspense } from "react";

const MarkedText = lazy(async () => ({ default: (await import("./marked-text.tsx")).MarkedText }));

/**
 * What a person wrote: paragraphs, emphasis, code, lists, quotations, links, and maths between dollar signs. It is
 * built from elements, never from HTML: tags stand as they were typed. Each text keeps its own direction.
 */
export const RichText = memo(function RichText({ text }: { readonly text: string }) {
  const plain = <p className="whitespace-pre-line">{text}</p>;
  const isMarked = /[*_`$#>[\]\\&<\n]|^\s*(?:[-+]|\d+[.)])\s/.test(text);
  return (
    <div dir="auto" className="space-y-1.5 [overflow-wrap:anywhere] [unicode-bidi:isolate]">
      {isMarked ? (
        <Suspense fallback={plain}>
          <MarkedText text={text} />
        </Suspense>
      ) : (
        plain
      )}
    </div>
  );
});
