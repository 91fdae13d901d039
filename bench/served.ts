import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { serverFlags } from "../scripts/with-node.mjs";
import { makeRepository } from "./made-up.ts";

export const main = fileURLToPath(new URL("../server/main.ts", import.meta.url));

/** A server in a process of its own, on a made-up repository that has been read already. */
export interface Served {
  folder: string;
  repo: string;
  db: string;
  address: string;
  server: ChildProcess;
  /** Resident memory now, in MB. */
  memory(): number;
  stop(): Promise<void>;
}

/** `more`: further arguments of serve. */
export async function served(patches: number, more: readonly string[] = []): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
  const repo = makeRepository(join(folder, "made-up.git"), patches);
  const db = join(folder, "board.db");
  for (const args of [["sync", "--repo", repo], ["classify"]]) {
    execFileSync(process.execPath, [main, ...args, "--db", db], { stdio: "ignore" });
  }
  const args = [main, "serve", "--repo", repo, "--db", db, "--port", "0", ...more];
  const server = spawn(process.execPath, [...serverFlags, ...args], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const address = await new Promise<string>((resolve) => {
    createInterface(server.stdout).on("line", (line) => resolve(/http:\S+/.exec(line)![0]));
  });
  return {
    folder,
    repo,
    db,
    address,
    server,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))![1]) / 1024,
    async stop() {
      server.kill();
      await once(server, "exit");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Asks the server, as a person when one is named. */
export async function ask<T>(address: string, query: string, variables: object = {}, who?: string): Promise<T> {
  const headers = { "content-type": "application/json", ...(who ? { "x-patchboard-user": who } : {}) };
  const response = await fetch(`${address}graphql`, {
    method: "POST",
    headers,
    body: JSON.stringify({ query, variables }),
  });
  const answer = (await response.json()) as { data: T; errors?: { message: string }[] };
  if (answer.errors?.[0]) throw new Error(answer.errors[0].message);
  return answer.data;
}
