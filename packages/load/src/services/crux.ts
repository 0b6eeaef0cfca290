import { fileURLToPath } from "node:url";
import { enterRoom, makeRoom } from "../person.ts";
import { seedScenario } from "../seed.ts";
import type { Service } from "../service.ts";

/** Crux's own room server. */
export const crux: Service = {
  name: "Crux",
  script: fileURLToPath(new URL("../servers/crux.ts", import.meta.url)),
  acknowledges: "on disk",
  make: async (url, seed) => (await makeRoom(url, seedScenario(seed))).code,
  async join(url, room, { writes }, hears) {
    let taken = 0;
    return enterRoom({
      url,
      room: { code: room },
      name: "Load",
      writes,
      events: {
        saved: () => hears.acknowledged(++taken),
        entries({ list }) {
          for (const one of list) if (one.kind === "update") hears.update(one.update);
        },
      },
    });
  },
};
