import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { makeDemoRepository } from "./demo-history.ts";
import { serverFlags } from "./with-node.mjs";

// Makes the demonstration repository in a folder, serves it, and lets two people leave notes through the API.
const [folder = ".", ...options] = process.argv.slice(2);
const repo = join(folder, "lantern");
await makeDemoRepository(repo, 1);
const main = join(import.meta.dirname, "../server/main.ts");
const args = [...serverFlags, main, "serve", "--repo", repo, "--db", join(folder, "lantern.db"), ...options];
const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => server.kill(signal));
createInterface(server.stdout).on("line", (line) => {
  console.log(line);
  const address = /^patchboard: (http:\S+)/.exec(line)?.[1];
  // The server is what was asked for: without the notes it is still a demonstration.
  if (address)
    leaveNotes(address).catch((error: unknown) =>
      console.error(`patchboard: no notes in the demonstration: ${String(error)}`),
    );
});
const [code] = (await once(server, "exit")) as [number | null];
process.exitCode = code ?? 0;

interface Patch {
  id: string;
  subject: string;
}

async function leaveNotes(address: string) {
  const patches = await allPatches(address);
  const notes: [who: string, subject: string, text: string][] = [
    [
      "Ada (demo)",
      "BUG/MINOR: stick: expire entries that were only read",
      "Seen on two machines; 2.3 has other code there.",
    ],
    ["Ben (demo)", "BUG/MINOR: stick: expire entries that were only read", "I can test it on 2.3 next week."],
    [
      "Ben (demo)",
      "BUG/MEDIUM: log: never block on a full pipe",
      "Changes what readers see: wait until people had time to look, see issue #230.",
    ],
  ];
  for (const [who, subject, text] of notes) {
    const patch = patches.find((one) => one.subject === subject);
    if (!patch) throw new Error(`there is no patch "${subject}"`);
    const input = { patch: patch.id, text, clientMutationId: `${who} ${subject}` };
    await ask(address, "mutation ($input: AddNoteInput!) { addNote(input: $input) { patch { id } } }", { input }, who);
  }
}

async function allPatches(address: string): Promise<Patch[]> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const query = "{ allSeries { patches(first: 500) { edges { node { id subject } } } } }";
    const found = (await ask(address, query)) as { allSeries: { patches: { edges: { node: Patch }[] } }[] };
    const edges = found.allSeries[0]?.patches.edges ?? [];
    if (edges.length) return edges.map((edge) => edge.node);
    await sleep(100);
  }
  throw new Error("the repository was not read in time");
}

async function ask(address: string, query: string, variables: object = {}, who?: string): Promise<unknown> {
  const headers = { "content-type": "application/json", ...(who ? { "x-patchboard-user": who } : {}) };
  const response = await fetch(`${address}graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: unknown; errors?: { message: string }[] };
  if (answer.errors?.[0]) throw new Error(answer.errors[0].message);
  return answer.data;
}
