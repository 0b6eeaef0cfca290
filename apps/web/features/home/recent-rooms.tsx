"use client";

import { useEffect, useState } from "react";
import { type RecentRoom, recentRooms } from "../../client/recent-rooms.ts";

/** Rooms that this device has been in. */
export function RecentRooms() {
  const [rooms, setRooms] = useState<readonly RecentRoom[]>([]);
  useEffect(() => setRooms(recentRooms()), []);
  if (rooms.length === 0) return null;
  return (
    <section aria-labelledby="recent-heading" className="rounded-xl border border-rule bg-card px-5 py-4">
      <h2 id="recent-heading" className="font-semibold font-serif text-lg">
        Where you have been
      </h2>
      <ul className="mt-1 divide-y divide-rule">
        {rooms.slice(0, 6).map((room) => (
          <li key={room.id}>
            <a
              href={`/r/${room.code ?? room.id}`}
              className="flex items-baseline gap-3 py-1.5 hover:underline"
            >
              <span className="min-w-0 truncate">{room.title || "Untitled room"}</span>
              <span className="figure ml-auto shrink-0 text-sm text-soft tracking-wide">{room.code}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
