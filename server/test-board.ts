import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDemoRepository } from "../scripts/demo-history.ts";
import { readConfig } from "./config.ts";
import type { Ask } from "./domain.ts";
import type { ModelSource } from "./engine/engine.ts";
import { rulesEngine } from "./engine/rules.ts";
import { serve } from "./serve.ts";

/** A served board for tests, on a fresh demonstration repository: real git, real SQLite, real sockets. */
export interface TestBoard {
  folder: string;
  repo: string;
  db: string;
  /** With a slash at its end. */
  address: string;
  said: string[];
  ask(
    query: string,
    variables?: object,
    who?: string,
  ): Promise<{ data?: Record<string, never> | null; errors?: { message: string }[] }>;
  stop(): Promise<void>;
}

export interface TestBoardOptions {
  /** An earlier board's folder: its repository and database are used again. */
  folder?: string;
  port?: number;
  model?: ModelSource;
  /** Several series of the one repository, "lantern-1" and so on: where each begins (default: one, guessed). */
  bases?: string[];
  /** What the model is asked about (default: what nothing settles). */
  ask?: Ask;
}

export async function testBoard({
  folder,
  port = 0,
  model,
  bases,
  ask = "unsettled",
}: TestBoardOptions = {}): Promise<TestBoard> {
  const there = folder ?? mkdtempSync(join(tmpdir(), "patchboard-board-"));
  const repo = join(there, "lantern");
  if (!folder) await makeDemoRepository(repo);
  const db = join(there, "board.db");
  const stop = new AbortController();
  const said: string[] = [];
  let ended: Promise<void> = Promise.resolve();
  const config = await readConfig({ repo, db, port: String(port) }, {});
  if (bases) config.choices = bases.map((base, at) => ({ ...config.choices[0]!, series: `lantern-${at + 1}`, base }));
  const address = await new Promise<string>((resolve, reject) => {
    const print = (text: string) => resolve(/http:\S+/.exec(text)![0]);
    const terminal = { print, say: (text: string) => void said.push(text), progress: () => {} };
    ended = serve({
      config,
      isPortFixed: true,
      engines: { quick: rulesEngine(), model: model ?? null, ask },
      terminal,
      signal: stop.signal,
    });
    ended.catch(reject);
  });
  return {
    folder: there,
    repo,
    db,
    address,
    said,
    async ask(query, variables = {}, who) {
      const headers = { "content-type": "application/json", ...(who ? { "x-patchboard-user": who } : {}) };
      const response = await fetch(`${address}graphql`, {
        method: "POST",
        headers,
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as never;
    },
    async stop() {
      stop.abort();
      await ended;
    },
  };
}

/** Waits until `look` gives something; fails after ten seconds. */
export async function until<T>(
  look: () => Promise<T | null | undefined | false> | T | null | undefined | false,
): Promise<T> {
  for (const end = performance.now() + 10_000; performance.now() < end;) {
    const found = await look();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error("waited ten seconds in vain");
}
