import { type PickList, shellText } from "../picks/pick-list.ts";
import { shownTarget } from "../picks/start.ts";
import { UserMistake, WrongUse } from "./domain.ts";
import { csv, markdown } from "./ledger/formats.ts";
import { type LedgerRow, ledgerRows } from "./ledger/ledger.ts";
import { pickList } from "./ledger/pick-list.ts";
import type { SeriesRow, TargetRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";

export const formats = ["shell", "ids", "json", "csv", "markdown", "html"] as const;
export type Format = (typeof formats)[number];

export interface ExportOptions {
  target: string | null;
  format: Format;
  /** First patch number of the lists; null: after the last backport. */
  from: number | null;
  withGuesses: boolean;
  /** Sentences for people: that the branch is gone, what the list leaves out or lacks. */
  say?: (sentence: string) => void;
}

/** What `patchboard export` prints; empty when there is nothing to pick. Lists start at the review start, ledgers hold all. */
export async function exported(store: Store, series: SeriesRow, options: ExportOptions): Promise<string> {
  if (options.format === "html") return html(store, series, options);
  const targets = store.series.targets(series.id);
  const target = chosen(targets, series, options);
  const patches = [...store.board.all(series.id)];
  if (options.format === "shell" || options.format === "ids") {
    const list = pickList(patches, target, options.from ?? store.series.lastBackported(target.id) + 1);
    for (const warning of list.warnings) options.say?.(`${warning}.`);
    if (options.from === null && list.decidedBefore.length) options.say?.(leftBefore(list));
    if (options.format === "shell") return shellText(list, options.withGuesses);
    return list.yes.map((id) => `${id}\n`).join("");
  }
  const rows = ledgerRows(patches, target, targets, (patch) => store.notes.living(patch));
  return text(rows, options.format, target.branch);
}

/** What people decided and no later export would list again, because the list starts after the last backport. */
function leftBefore({ decidedBefore: [first, ...others], from }: PickList): string {
  const [what, it] = others.length
    ? [`${others.length + 1} patches that people decided to pick lie`, "them"]
    : ["1 patch that people decided to pick lies", "it"];
  return `${what} before patch ${from}, where the list starts: --from ${first} lists ${it} too.`;
}

function text(rows: readonly LedgerRow[], format: Exclude<Format, "shell" | "ids" | "html">, target: string): string {
  if (format === "json") return `${JSON.stringify(rows, null, 1)}\n`;
  return format === "csv" ? csv(rows) : markdown(rows, target);
}

/** The whole board as one file; without a stable branch as well, where the other formats have nothing to say. */
async function html(store: Store, series: SeriesRow, options: ExportOptions): Promise<string> {
  const target = options.target === null ? null : chosen(store.series.targets(series.id), series, options).branch;
  // Loaded when needed: the schema and its resolvers are half a second that no other format waits for.
  const [{ makeSchema }, { idleContext }, { makeSingleFile }, { shownMessage }] = await Promise.all([
    import("./api/graphql.ts"),
    import("./api/idle.ts"),
    import("./api/single-file.ts"),
    import("./git/text.ts"),
  ]);
  const context = idleContext(store, (commit) => shownMessage(commit.message, commit.encoding));
  const at = new Date().toISOString();
  return makeSingleFile(makeSchema(), context, { series: series.name, target, at });
}

/** The branch that is named, else the one that the page shows: the newest that is there. */
function chosen(
  targets: readonly TargetRow[],
  series: SeriesRow,
  { target: branch, say = () => {} }: ExportOptions,
): TargetRow {
  if (!targets.length)
    throw new UserMistake(`${series.name} has no stable branch: name them with sync --target BRANCH.`);
  if (branch !== null && !targets.some((target) => target.branch === branch)) {
    const names = targets.map((target) => target.branch).join(", ");
    throw new WrongUse(`${series.name} has no stable branch ${branch}: it has ${names}.`);
  }
  const seen = targets.map((target) => ({ branch: target.branch, isPresent: target.state !== "gone" }));
  const found = targets[shownTarget(seen, branch)]!;
  if (found.state === "gone") say(`${found.branch} is gone from the repository: this is what was known of it.`);
  return found;
}
