import { enterRoom, makeRoom } from "./person.ts";
import { seedScenario } from "./seed.ts";
import { wait } from "./server-process.ts";

/** Milliseconds from the moderator's press until the last of `people` has everybody's numbers. */
export async function measureReveal(url: string, people: number): Promise<number> {
  const room = await makeRoom(url, seedScenario({ bytes: 12_000 }));
  let heard = 0;
  let lastAt = 0;
  const persons = [];
  for (let at = 0; at < people; at++) {
    const person = await enterRoom({
      url,
      room: at === 0 ? { id: room.id } : { code: room.code },
      ...(at === 0 && { secret: room.secret }),
      name: `Load ${at}`,
      writes: false,
      events: {
        entries({ list }) {
          if (!list.some((one) => one.kind === "event" && one.event.kind === "reveal-estimates")) return;
          heard++;
          lastAt = performance.now();
        },
      },
    });
    persons.push(person);
  }
  for (const [at, person] of persons.entries()) person.send({ kind: "pin", g: `${at + 1}/7` });
  await wait(2_000);
  const pressed = performance.now();
  persons[0]?.send({ kind: "reveal-estimates" });
  for (let waited = 0; waited < 10_000 && heard < people; waited += 20) await wait(20);
  for (const person of persons) person.close();
  return heard === people ? lastAt - pressed : Number.POSITIVE_INFINITY;
}
