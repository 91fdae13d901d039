import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Verdict } from "../domain.ts";
import { bareAnswer } from "../test-answer.ts";
import { openStore, type Store } from "./store.ts";

/** A store for tests: one series of three patches on two stable branches, all "no" by a guess. */
export interface TestStore {
  store: Store;
  series: number;
  /** Row ids of the patches. */
  patches: [number, number, number];
  /** Row id of the newest stable branch. */
  target: number;
  /** Lets an engine answer this for every patch. */
  answer(verdict: Verdict): void;
  /** Decides a patch for the target, at whatever revision it has. */
  decide(who: string, patch: number, verdict: Verdict | null, action?: string): void;
  /** Verdict and decider of a patch on the target. */
  shown(patch: number): string;
  /** What the change log holds behind `seq`, with the patches' places in the list. */
  told(seq: number): string[];
  close(): void;
}

export function testStore(): TestStore {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-test-"));
  const store = openStore(join(folder, "board.db"));
  const plan = { name: "widget", repository: "/srv/widget", upstream: "main", base: "root", version: null };
  const branches = ["2-stable", "1-stable"].map((branch) => ({ branch, ref: `refs/heads/${branch}`, version: null }));
  const { series } = store.history.keepPlan({ ...plan, forge: null, guessed: {} }, branches);
  const commits: number[] = [];
  store.history.keepCommits(["a", "b", "c"].map(commit), (_, id) => commits.push(id));
  store.history.keepReading(series, { headSha: "", baseSha: null, after: 0, commits, followed: [] });
  const patches = store.history.patches(series).map((one) => one.id) as [number, number, number];
  const target = store.series.targets(series)[0]!.id;
  let calls = 0;
  let version = 0;
  const there: TestStore = {
    store,
    series,
    patches,
    target,
    answer(verdict) {
      const engine = { name: "history", version: String(++version), model: null, prompt: null } as const;
      const run = store.runs.start(series, engine, patches.length);
      const rows = patches.map((patch, i) => ({ patch, commitId: commits[i]! }));
      store.classifications.keepAnswers(
        run,
        series,
        engine,
        null,
        rows.map((row) => ({ patch: row as never, answer: bareAnswer({ verdict }), ms: 1 })),
      );
    },
    decide(who, patch, verdict, action) {
      const expected = store.decisions.override(patch, target)?.revision ?? 0;
      store.decisions.overrideVerdict(`call ${++calls}`, who, [{ patch, target, expected }], {
        verdict,
        clientAction: action ?? null,
      });
    },
    shown(patch) {
      const override = store.decisions.override(patch, target);
      return override?.verdict ? `${override.verdict} by ${override.who}` : "machine";
    },
    told: (seq) =>
      store.changes.after(series, seq, 1_000).map(({ who, what, patch }) => {
        const at = patch === null ? "" : ` ${patches.indexOf(patch)}`;
        return `${who} ${what}${at}`;
      }),
    close() {
      store.close();
      rmSync(folder, { recursive: true });
    },
  };
  there.answer("no");
  return there;
}

const commit = (digit: string) => ({
  sha: digit.repeat(40),
  parents: "",
  author: "Ada",
  authorMail: "a@x",
  committer: "Ada",
  authoredAt: 1,
  committedAt: 1,
  subject: `fix ${digit}`,
  message: Buffer.from("fix\n"),
  encoding: null,
  isSuspicious: false,
});
