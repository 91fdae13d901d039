import { readFile } from "node:fs/promises";
import { z } from "zod";
import { takeIn } from "./api/take-in.ts";
import { conditionIn } from "./api/waits.ts";
import { UserMistake, type Verdict, verdicts } from "./domain.ts";
import { shownOn } from "./ledger/ledger.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

const most = 100_000;
const id = z.string().min(1).max(80);
const who = z.string().trim().min(1).max(80);
const sha = z.string().regex(/^[0-9a-f]{40,64}$/, "a full commit id");

/** As the JSON of an export has it, or the author's words. */
const condition = z.object({
  kind: z.enum(["date", "days", "tag", "open", "author"]),
  day: z.string().nullish(),
  days: z.int().nullish(),
  of: z.enum(["upstream", "target"]).nullish(),
  pattern: z.string().nullish(),
});
const newest = 3;
/** What every version begins with. */
const started = z.object({ patchboard: z.literal("decisions"), version: z.int() });
const shape = z.object({
  patchboard: z.literal("decisions"),
  // The first version had no agreements, the second no conditions: who knows only that one would drop them without a word.
  version: z.union([z.literal(1), z.literal(2), z.literal(newest)]),
  series: z.string().min(1),
  epoch: z.string(),
  decisions: z
    .array(
      z
        .object({
          id,
          patch: sha,
          target: z.string().min(1),
          verdict: z.enum(verdicts).nullable(),
          condition: condition.nullish(),
          who,
          expected: z.int().min(0),
        })
        .superRefine((one, { addIssue }) => {
          try {
            if (one.condition) conditionIn(one.condition, one.verdict);
          } catch (error) {
            addIssue((error as Error).message);
          }
        }),
    )
    .max(most),
  agreements: z
    .array(z.object({ id, patch: sha, target: z.string().min(1), verdict: z.enum(verdicts), who }))
    .max(most)
    .default([]),
  notes: z.array(z.object({ id, patch: sha, who, text: z.string().trim().min(1).max(4_000) })).max(most),
});

/** A decisions file, checked. */
export type DecisionsFile = z.infer<typeof shape>;

/** What `import --json` prints. */
export interface ImportReport {
  series: string;
  taken: number;
  known: number;
  conflicts: {
    patch: string;
    target: string;
    verdict: Verdict;
    by: string | null;
    wanted: Verdict | null;
    who: string;
  }[];
  strange: string[];
}

/** Reads a file as "Save decisions" gives it; UserMistake says what is wrong and where. */
export async function readDecisions(file: string): Promise<DecisionsFile> {
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new UserMistake(`${file} cannot be read: ${whyUnread[error.code ?? ""] ?? error.code}.`);
  });
  const json = jsonIn(text);
  const head = started.safeParse(json).data;
  if (!head) throw new UserMistake(`${file} is no decisions file: name the one that Save decisions gave.`);
  if (head.version > newest) {
    throw new UserMistake(
      `${file} was saved by a newer patchboard (version ${head.version}, this one reads up to ${newest}): update patchboard.`,
    );
  }
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue?.path.length ? `${issue.path.join(".")}: ` : "";
  throw new UserMistake(`${file} is a damaged decisions file: ${place}${issue?.message ?? "unreadable"}.`);
}

const whyUnread: Record<string, string> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "its permissions forbid it",
};

/** Null for what is no JSON. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Takes the file in and tells what came of it. */
export function importDecisions(store: Store, series: SeriesRow, file: DecisionsFile): ImportReport {
  const { taken, known, conflicts, strange } = takeIn(store, series, file);
  const listed = conflicts.map(({ patch, target: at, wanted, who }) => {
    const view = store.board.patches([patch])[0]!;
    const target = store.series.target(at)!;
    const { verdict, by } = shownOn(view, target);
    return { patch: view.sha, target: target.branch, verdict, by, wanted, who };
  });
  return { series: series.name, taken, known, conflicts: listed, strange };
}

/** The report for people, a line for each refusal. */
export function imported({ series, taken, known, conflicts, strange }: ImportReport): string {
  const refused = conflicts.map(({ patch, target, verdict, by, wanted, who }) => {
    const theirs = by === null ? `a decision was taken back, which leaves ${verdict}` : `${by} set ${verdict} since`;
    return `${patch.slice(0, 12)} on ${target}: ${theirs}, ${who} wanted ${wanted ?? "no decision"}`;
  });
  const head = `${series}: ${taken} taken in, ${known} known already, ${conflicts.length} refused`;
  return [head, ...refused, ...strange].join("\n");
}
