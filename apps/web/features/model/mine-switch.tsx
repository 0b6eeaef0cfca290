"use client";

import { later } from "../../client/later.tsx";
import { useMine } from "../../client/mine/use-mine.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Segments } from "../../ui/segments.tsx";

const MineChanges = later(() => import("./mine-changes.tsx").then((file) => file.MineChanges));
const OtherChanges = later(() => import("./other-changes.tsx").then((file) => file.OtherChanges));

/** Whose values are on the page: the shared ones, one's own, or what someone has published; and what differs in them. */
export function MineSwitch() {
  const mine = useMine();
  const canEdit = useWorkspace((workspace) => workspace.canEdit);
  if (mine === null) return null;
  const { other, positions } = mine;
  return (
    <div>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <Segments
          label="Whose values"
          value={mine.on ? "mine" : other === null ? "shared" : "other"}
          onChange={(value) => void mine.show(value === "mine")}
          options={[
            { value: "shared", text: mine.sharedName },
            { value: "mine", text: "Mine", title: "Your own values over these: you see them, nobody else" },
          ]}
        />
        {positions.length > 0 && (
          <select
            aria-label="Someone's published values"
            value={other?.position.id ?? ""}
            onChange={(event) =>
              event.target.value === "" ? void mine.show(false) : mine.showOther(event.target.value)
            }
            className={`field max-w-44 py-0 text-[0.8125rem] ${other === null ? "text-soft" : "font-medium"}`}
          >
            <option value="">Someone's …</option>
            {positions.map(({ id, name, isGroup }) => (
              <option key={id} value={id}>
                {isGroup ? `Group: ${name}` : name}
              </option>
            ))}
          </select>
        )}
      </div>
      {mine.on && <MineChanges mine={mine} />}
      {other !== null && <OtherChanges mine={mine} other={other} />}
      {!mine.on && other === null && !canEdit && (
        <p className="mt-1.5 text-soft text-xs">To try something out, choose Mine: nobody else sees it.</p>
      )}
    </div>
  );
}
