// Server time of searches against LIKE over the same rows, alternately. Usage: node bench/search.ts [REPOSITORY]; without one,
// 20,000 commits are made up.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { search } from "../server/api/search.ts";
import { classify } from "../server/classify.ts";
import { deepen } from "../server/deepen.ts";
import { rulesEngine } from "../server/engine/rules.ts";
import { openStore } from "../server/store/store.ts";
import { sync } from "../server/sync.ts";
import { makeRepository, percentile } from "./made-up.ts";

/** Of fewer the p95 would be the slowest, which is the first: it is told apart. */
const rounds = 60;
const madeUpCommits = 20_000;
const goalMs = 50;
/** What is searched for, and the word that LIKE looks for in its place; null where LIKE has no answer. */
const searches: [text: string, like: string | null][] = [
  ["buffer", "buffer"],
  ["s", "s"],
  ["the stream", "stream"],
  ['"before its reader"', "before its reader"],
  ["observation -queue", "observation"],
  ["nowhere", "nowhere"],
  ["author:person path:src", null],
  ["area:area7 buffer is:backported", null],
  ["verdict:yes observation", null],
  ["verdict:yes", null],
];

const folder = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
try {
  const repo = process.argv[2] ?? makeRepository(join(folder, "made-up.git"), madeUpCommits);
  const db = join(folder, "board.db");
  const store = openStore(db);
  await sync({ store, repo, base: process.argv[2] ? "root" : null });
  const series = store.series.all()[0]!;
  const started = performance.now();
  await deepen({ store });
  console.log(`${series.name}: ${store.series.patchCount(series.id)} patches`);
  console.log(`  indexed in ${Math.round(performance.now() - started)} ms`);
  await classify(store, rulesEngine(), series, new AbortController().signal);
  const raw = new Database(db, { readonly: true });
  const like = raw
    .prepare<[number, string], number>(
      `SELECT p.id FROM patch p JOIN git_commit c ON c.id = p.commit_id
       WHERE p.series = ? AND c.author || CAST(c.message AS TEXT) LIKE ?`,
    )
    .pluck();
  for (const [text, word] of searches) {
    const ours: number[] = [];
    const theirs: number[] = [];
    let found = 0;
    for (let round = 0; round < rounds; round++) {
      const { ids, took } = search(store, series, text, null);
      found = ids.length;
      ours.push(took);
      if (word === null) continue;
      const start = performance.now();
      like.all(series.id, `%${word}%`);
      theirs.push(performance.now() - start);
    }
    const [p95, other] = [percentile(ours, 0.95), percentile(theirs, 0.95)];
    const ratio = word === null ? "" : `, LIKE ${other.toFixed(1)} ms, ratio ${(p95 / other).toFixed(2)}`;
    console.log(
      `  ${text}: ${found} found, p95 ${p95.toFixed(1)} ms (goal ${goalMs}), slowest ${Math.max(...ours).toFixed(1)}${ratio}`,
    );
  }
  raw.close();
  store.close();
} finally {
  rmSync(folder, { recursive: true });
}
