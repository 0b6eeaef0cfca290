"use client";

/** The map of who wins over g and another value. */
export function MapPanel() {
  return <p className="p-4 text-soft">Drawing …</p>;
}
