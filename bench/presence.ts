import { readFileSync } from "node:fs";
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { percentile } from "./made-up.ts";
import { ask, served } from "./served.ts";

/**
 * npm run bench -- presence: what it costs a server to tell pages who is there, each of which moves on once a second, and how
 * long a move takes to the others.
 */
const seconds = 10;
const ticksPerSecond = 100;
const goalCpu = 15;

const one = await served(1_000);
const { allSeries } = await ask<{ allSeries: { id: string }[] }>(one.address, "{ allSeries { id } }");
const series = allSeries[0]!.id;
const move = "mutation ($input: MoveToInput!) { moveTo(input: $input) { clientMutationId } }";

console.log("pages  CPU of one core %  of it moving %  messages/s  age when told p50, p95 ms");
for (const pages of [10, 50, 200]) {
  const moved = new Map<string, number>();
  const delays: number[] = [];
  let messages = 0;
  const clients = Array.from({ length: pages }, (_, i) => {
    const known = new Map<string, string | null>();
    return follow(`page ${i}`, (people) => {
      messages++;
      for (const { page, patch } of people) {
        const at = moved.get(`${page} ${patch}`);
        if (at !== undefined && page !== `page ${i}` && known.get(page) !== patch) delays.push(performance.now() - at);
        known.set(page, patch);
      }
    });
  });
  await pause(2_000);
  // Moves alone, of pages that nobody follows: what is left of the other figure is the telling.
  const alone = await cpuOf(() => moveAll(pages, "nobody", new Map()));
  messages = 0;
  const both = await cpuOf(() => moveAll(pages, "page", moved));
  console.log(
    [
      String(pages).padStart(5),
      both.toFixed(1).padStart(18),
      alone.toFixed(1).padStart(15),
      (messages / seconds).toFixed(0).padStart(11),
      `${percentile(delays, 0.5).toFixed(0)}, ${percentile(delays, 0.95).toFixed(0)}`.padStart(12),
    ].join(" ") + (pages === 50 ? `  (goal ${goalCpu} % more than moving)` : ""),
  );
  for (const client of clients) await client.dispose();
}
await one.stop();

/** Every page moves once a second, spread over it. */
async function moveAll(pages: number, name: string, moved: Map<string, number>) {
  for (let second = 0; second < seconds; second++) {
    for (let i = 0; i < pages; i++) {
      const patch = `patch:${1 + ((i * 7 + second) % 1_000)}`;
      const page = `${name} ${i}`;
      moved.set(`${page} ${patch}`, performance.now());
      void ask(one.address, move, { input: { series, page, patch } });
      await pause(1_000 / pages);
    }
  }
}

async function cpuOf(work: () => Promise<void>): Promise<number> {
  const [before, begun] = [ticks(), performance.now()];
  await work();
  return ((ticks() - before) / ticksPerSecond / ((performance.now() - begun) / 1_000)) * 100;
}

/** Processor time of the server so far, in ticks. */
function ticks(): number {
  const fields = readFileSync(`/proc/${one.server.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
  return Number(fields[11]) + Number(fields[12]);
}

function follow(page: string, told: (people: { page: string; patch: string | null }[]) => void) {
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin: one.address.slice(0, -1) });
    }
  }
  const client = createClient({ url: `${one.address.replace("http", "ws")}graphql`, webSocketImpl: Socket });
  const query = `subscription ($series: ID!, $page: ID!) { presence(series: $series, page: $page) { people { page who patch } more } }`;
  client.subscribe<{ presence: { people: { page: string; patch: string | null }[] } }>(
    { query, variables: { series, page } },
    { next: ({ data }) => data && told(data.presence.people), error: () => {}, complete: () => {} },
  );
  return client;
}

function pause(ms: number) {
  return new Promise<void>((resolve) => setTimeout(resolve, ms));
}
