"use client";

import { useEffect, useState } from "react";

/** The link as a picture for a phone's camera; its maker is loaded when it is needed. */
export function QrCode({ link, className }: { readonly link: string; readonly className: string }) {
  const [path, setPath] = useState<{ readonly size: number; readonly data: string } | null>(null);
  useEffect(() => {
    let gone = false;
    void import("./qr-path.ts").then(({ qrPath }) => !gone && setPath(qrPath(link)));
    return () => {
      gone = true;
    };
  }, [link]);
  return (
    <div className={`grid place-items-center rounded-lg border border-rule bg-white ${className}`}>
      {path !== null && (
        <svg
          role="img"
          aria-label="QR code of the link"
          viewBox={`-2 -2 ${path.size + 4} ${path.size + 4}`}
          className="size-full"
          shapeRendering="crispEdges"
        >
          <path d={path.data} fill="#000000" />
        </svg>
      )}
    </div>
  );
}
