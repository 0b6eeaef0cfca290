"use client";

import dynamic from "next/dynamic";
import { useMine } from "../../client/mine/use-mine.tsx";
import { Segments } from "../../ui/segments.tsx";

const MineChanges = dynamic(() => import("./mine-changes.tsx").then((file) => file.MineChanges), {
  ssr: false,
});

/** Shared values or one's own; with one's own, what is changed in them. */
export function MineSwitch() {
  const mine = useMine();
  if (mine === null) return null;
  return (
    <div>
      <Segments
        label="Whose values"
        value={mine.on ? "mine" : "shared"}
        onChange={(value) => void mine.show(value === "mine")}
        options={[
          { value: "shared", text: mine.sharedName },
          {
            value: "mine",
            text: "Mine",
            title: "Your own values over these: kept in this browser, sent to nobody",
          },
        ]}
      />
      {mine.on && <MineChanges mine={mine} />}
    </div>
  );
}
