import type { Verdict, WaitCondition } from "../domain.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import type { WaitInput } from "./__generated__/types.ts";
import { conditionIn } from "./waits.ts";

/** What people decided and noted in a file without a server. */
export interface FileWork {
  /** The database that the file was made from. */
  epoch: string;
  decisions: readonly FileDecision[];
  agreements: readonly FileAgreement[];
  notes: readonly FileNote[];
}

export interface FileDecision {
  /** Done once, however often it is taken in. */
  id: string;
  /** Full commit id. */
  patch: string;
  /** Branch name. */
  target: string;
  verdict: Verdict | null;
  /** What a wait waits for, where that was said. */
  condition?: WaitInput | null | undefined;
  who: string;
  /** The revision that the file was made with. */
  expected: number;
}

/** What somebody looked at in the file, and agreed with. */
export interface FileAgreement {
  id: string;
  patch: string;
  target: string;
  verdict: Verdict;
  who: string;
}

export interface FileNote {
  id: string;
  patch: string;
  who: string;
  text: string;
}

export interface TakenIn {
  taken: number;
  /** What was on the board already. */
  known: number;
  /** Decisions that stay undone because somebody decided on the board since. */
  conflicts: { patch: number; target: number; wanted: Verdict | null; condition: WaitCondition | null; who: string }[];
  /** What the series does not hold, or shows otherwise by now, in words. */
  strange: string[];
}

/**
 * Takes the work of a file in, each piece under the name of who did it. Nothing is overwritten that was decided since, and
 * a second time changes nothing.
 */
export function takeIn(store: Store, series: SeriesRow, work: FileWork): TakenIn {
  const done: TakenIn = { taken: 0, known: 0, conflicts: [], strange: [] };
  const targets = new Map(store.series.targets(series.id).map((target) => [target.branch, target.id]));
  const patchOf = (sha: string) => (/^[0-9a-f]{40,64}$/.test(sha) ? store.board.resolve(series.id, sha) : null);
  const placed = <P extends { patch: string; target: string }>(one: P) => {
    const [patch, target] = [patchOf(one.patch), targets.get(one.target)];
    if (patch === null) done.strange.push(`patch ${one.patch.slice(0, 12)} is not on ${series.name}`);
    else if (target === undefined) done.strange.push(`${series.name} has no stable branch ${one.target}`);
    else return { ...one, patch, target };
    return null;
  };
  for (const one of work.decisions) {
    const found = placed(one);
    if (found) decide(store, found, work.epoch, done);
  }
  // Behind the decisions, with which other people in the file may have agreed.
  for (const one of work.agreements) {
    const found = placed(one);
    if (found && !agree(store, found, done)) done.strange.push(otherwise(one));
  }
  for (const one of work.notes) {
    const patch = patchOf(one.patch);
    if (patch === null)
      done.strange.push(`patch ${one.patch.slice(0, 12)} is not on ${series.name}, its note: ${one.text}`);
    else count(store, done, () => store.notes.add(`file ${one.id}`, one.who, patch, one.text));
  }
  return { ...done, strange: [...new Set(done.strange)] };
}

interface Place {
  patch: number;
  target: number;
}
type Found = Omit<FileDecision, "patch" | "target"> & Place;

function decide(store: Store, one: Found, epoch: string, done: TakenIn) {
  const { id, patch, target, verdict: wanted, who } = one;
  const condition = one.condition ? conditionIn(one.condition, wanted) : undefined;
  const now = store.decisions.override(patch, target);
  const isFor = condition === undefined || now?.condition === (condition && JSON.stringify(condition));
  const isSame = (now?.verdict ?? null) === wanted && (wanted === null || (now?.who === who && isFor));
  if (isSame) return void done.known++;
  const isFree = epoch === store.epoch ? (now?.revision ?? 0) === one.expected : !now?.verdict;
  // The same id may be known, and others may have decided since it was done: that is no conflict of today.
  const expected = isFree ? (now?.revision ?? 0) : -1;
  const isDone = count(store, done, () => {
    const { conflicts } = store.decisions.overrideVerdict(`file ${id}`, who, [{ patch, target, expected }], {
      verdict: wanted,
      condition,
    });
    return conflicts.length === 0;
  });
  if (!isDone) done.conflicts.push({ patch, target, wanted, condition: condition ?? null, who });
}

/** False when the board shows another verdict by now: there is nothing to choose, the person has to look again. */
function agree(store: Store, one: Omit<FileAgreement, "patch" | "target"> & Place, done: TakenIn): boolean {
  const { id, who, patch, target, verdict } = one;
  // A wait may be over since that person agreed with it on the board.
  if (verdict !== "wait" && store.seen.verdictOf(patch, target, who) === verdict) return ++done.known > 0;
  return count(store, done, () => {
    const { conflicts } = store.seen.agree(`file ${id}`, who, [{ patch, target, verdict }], null);
    return conflicts.length === 0;
  });
}

const otherwise = ({ patch, target, verdict, who }: FileAgreement) =>
  `patch ${patch.slice(0, 12)} no longer shows ${verdict} on ${target}: ${who} agreed with that and has to look again`;

/** Counts a piece of work as taken when the log moved, as known when it was done before, and not at all when it is refused. */
function count<T>(store: Store, done: TakenIn, work: () => T): T {
  const before = store.changes.lastSeq();
  const outcome = work();
  if (store.changes.lastSeq() > before) done.taken++;
  else if (outcome) done.known++;
  return outcome;
}
