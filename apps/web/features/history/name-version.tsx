"use client";

import { limits } from "@crux/room/client";
import { Flag } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";

/** The field that gives the room as it is now a name to come back to. */
export function NameVersion() {
  const { room } = useRoom();
  const may = useRoomView((view) => view.you?.role === "moderator" || view.you?.role === "debater");
  const field = useId();
  const [name, setName] = useState("");
  if (!may) return null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = name.trim();
    if (given === "") return;
    room.send({ kind: "checkpoint", name: given });
    setName("");
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={field} className="label">
        Name the room as it is now
      </label>
      <div className="mt-1 flex gap-2">
        <input
          id={field}
          value={name}
          maxLength={limits.checkpointName}
          onChange={(event) => setName(event.target.value)}
          placeholder="Before the hybrid"
          autoComplete="off"
          className="field min-w-0 flex-1"
        />
        <button type="submit" className="button button-full" disabled={name.trim() === ""}>
          <Flag size={15} aria-hidden /> Make a checkpoint
        </button>
      </div>
    </form>
  );
}
