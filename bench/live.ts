// How soon a decision reaches other boards, and the server's memory: 20,000 patches, 50 and 1,000 open boards.
import { createClient } from "graphql-ws";
import { WebSocket } from "ws";
import { percentile } from "./made-up.ts";
import { ask, served, type Served } from "./served.ts";

const patchCount = 20_000;
const decisions = 100;
const goals = [
  { boards: 50, p99Ms: 200, memoryMb: 300 },
  { boards: 1_000, p99Ms: 1_500, memoryMb: null },
];

interface Loaded {
  allSeries: {
    id: string;
    seq: number;
    epoch: string;
    targets: { id: string }[];
    patches: {
      edges: { node: { id: string; revisions: number[] } }[];
      pageInfo: { endCursor: string; hasNextPage: boolean };
    };
  }[];
}

const board = await served(patchCount);
console.log(`server memory at start: ${board.memory().toFixed(0)} MB`);
for (const goal of goals) await measure(board, goal);
await board.stop();

async function measure(one: Served, { boards, p99Ms, memoryMb }: (typeof goals)[number]) {
  const query =
    "{ allSeries { id seq epoch targets { id } patches(first: 1000) { edges { node { id revisions } } pageInfo { endCursor hasNextPage } } } }";
  const series = (await ask<Loaded>(one.address, query)).allSeries[0]!;
  if (memoryMb) await loadWholly(one.address, boards);
  const heard = new Map<number, number[]>();
  const clients = Array.from({ length: boards }, () => follow(one.address, series, heard));
  await new Promise((resolve) => setTimeout(resolve, 500 + boards * 3));
  const sentAt: number[] = [];
  for (let i = 0; i < decisions; i++) {
    const { node } = series.patches.edges[i]!;
    const target = series.targets[0]!.id;
    sentAt.push(performance.now());
    await ask(
      one.address,
      "mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { patches { revisions } } }",
      {
        input: {
          decisions: [{ patch: node.id, target, expected: node.revisions[0]! }],
          verdict: "WAIT",
          clientMutationId: `${boards}-${i}`,
        },
      },
      "Ada",
    );
    await new Promise((resolve) => setTimeout(resolve, 250 + boards / 2));
  }
  await new Promise((resolve) => setTimeout(resolve, 1_000 + boards));
  // Each board's i-th batch tells of the i-th decision, because they are further apart than two batches.
  const delays = sentAt.flatMap((at, i) => (heard.get(i) ?? []).map((then) => then - at));
  const lost = decisions * boards - delays.length;
  console.log(
    `${boards} boards: decision to other boards p50 ${percentile(delays, 0.5).toFixed(0)} ms, p99 ${percentile(delays, 0.99).toFixed(0)} ms (goal ${p99Ms}), ` +
      `${lost} lost; server memory ${one.memory().toFixed(0)} MB${memoryMb ? ` (goal ${memoryMb})` : ""}`,
  );
  for (const client of clients) await client.dispose();
}

/** Reads all rows of the series as often as that many boards do when they open, four at a time. */
async function loadWholly(address: string, boards: number) {
  const fields =
    "id number sha subject author authoredAt tag area verdicts deciders revisions evidence engine isInstructed strength reason quote rule noteCount isDisputed isSuspicious isVanished";
  const query = `query ($after: String) { series(name: "made-up-3.0") { patches(first: 1000, after: $after) { edges { node { ${fields} } } pageInfo { endCursor hasNextPage } } } }`;
  let left = boards;
  const reader = async () => {
    while (left-- > 0) {
      let after: string | null = null;
      do {
        const page: { series: Loaded["allSeries"][0] } = await ask(address, query, { after });
        const { pageInfo } = page.series.patches;
        after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
      } while (after);
    }
  };
  await Promise.all([reader(), reader(), reader(), reader()]);
}

function follow(address: string, series: Loaded["allSeries"][0], heard: Map<number, number[]>) {
  const origin = address.slice(0, -1);
  class Socket extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin });
    }
  }
  const client = createClient({ url: `${address.replace("http", "ws")}graphql`, webSocketImpl: Socket, lazy: false });
  const query = `subscription ($series: ID!, $after: Int!, $epoch: ID!) { changes(series: $series, after: $after, epoch: $epoch) {
    seq patches { id number sha subject author verdicts deciders revisions evidence reason quote } } }`;
  let nth = 0;
  client.subscribe(
    { query, variables: { series: series.id, after: series.seq, epoch: series.epoch } },
    {
      next() {
        const list = heard.get(nth) ?? [];
        list.push(performance.now());
        heard.set(nth++, list);
      },
      error: (error) => console.error(error),
      complete: () => {},
    },
  );
  return client;
}
