// How well backports are found, with the trailers of real projects and without any: recall and precision per data set.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { openStore } from "../server/store/store.ts";
import { sync } from "../server/sync.ts";

const shared = fileURLToPath(new URL("../../shared/", import.meta.url));
const sets = ["haproxy-3.1dev", "systemd-v254-v255", "dpdk-v23.11-v24.11", "pgpool-4.5-4.7", "moby-27-28"];
/** Goals hold for these without trailers; moby's maintainers also pick from private branches. */
const recallGoal = 0.99;
const precisionGoal = 0.995;

interface TruthRow {
  id: string;
  picks: { branch: string; id: string; via: "trailer" | "none" }[];
}

if (!existsSync(join(shared, "tools/make-repo"))) {
  console.log("bench/backports: ../shared/tools/make-repo is not there, nothing is measured.");
} else {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-bench-"));
  try {
    console.log(
      "| set | trailers | picks | found | wrong | recall | precision | by trailer | patch-id | author+subject | ms |",
    );
    console.log("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
    for (const set of sets) for (const stripped of [0, 1]) console.log(await measured(folder, set, stripped));
    console.log(`goal without trailers: recall >= ${recallGoal}, precision >= ${precisionGoal}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measured(folder: string, set: string, stripped: number): Promise<string> {
  const repo = join(folder, `${set}-${stripped}`);
  const truthFile = `${repo}.truth`;
  const made = spawnSync(
    join(shared, "tools/make-repo"),
    ["-q", "--bare", "--truth", truthFile, "--strip-trailers", String(stripped), set, repo],
    { encoding: "utf8" },
  );
  if (made.status !== 0) throw new Error(made.stderr);
  const truth = readFileSync(truthFile, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as TruthRow);
  const store = openStore(`${repo}.db`);
  // These repositories have no tags, and some picks lie before the branch point that would be guessed: from the start.
  const report = await sync({ store, repo, base: "root" });
  const series = store.series.byName(report.series)!;
  const wanted = new Set(truth.flatMap((row) => row.picks.map((pick) => `${row.id} ${pick.branch}`)));
  const evidence: Record<string, number> = {};
  const found = new Set<string>();
  const patches = new Map(store.history.patches(series.id).map((patch) => [patch.id, patch.sha]));
  for (const target of store.series.targets(series.id)) {
    for (const one of store.history.backports(target.id)) {
      // Commits before the branch point are on the branch as they are; nobody picked them.
      if (one.evidence === "claimed" || one.sha === patches.get(one.patch)) continue;
      found.add(`${patches.get(one.patch)} ${target.branch}`);
      evidence[one.evidence] = (evidence[one.evidence] ?? 0) + 1;
    }
  }
  store.close();
  const right = [...found].filter((one) => wanted.has(one)).length;
  if (process.argv.includes("--differing")) {
    for (const one of wanted) if (!found.has(one)) console.log("missed", one);
    for (const one of found) if (!wanted.has(one)) console.log("wrong", one);
  }
  const share = (part: number, whole: number) => (whole ? (part / whole).toFixed(4) : "-");
  const counts = [wanted.size, right, found.size - right, share(right, wanted.size), share(right, found.size)];
  const by = [evidence["trailer"], evidence["patch-id"], evidence["author-and-subject"]].map((n) => n ?? 0);
  return `| ${[set, stripped ? "none" : "as made", ...counts, ...by, report.ms].join(" | ")} |`;
}
