import { GraphQLError } from "graphql";
import {
  type Classification,
  type EngineName,
  type Evidence,
  isDisputed,
  margin,
  speakingAnswer,
  type Strength,
  subjectParts,
  type Verdict,
  type WaitCondition,
} from "../domain.ts";
import { iso, shownOn } from "../ledger/ledger.ts";
import { type Tags, type ShownWait, waitOn } from "../ledger/waits.ts";
import type { PickList } from "../../picks/pick-list.ts";
import type { BackportRow, CommitRow, PatchView } from "../store/board.ts";
import type { SeriesRow, TargetRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";

/** A patch as lists ask for it: made once per patch, so that 20,000 rows need no resolver calls of their own. */
export interface PatchNode {
  id: string;
  number: number;
  sha: string;
  subject: string;
  author: string;
  authoredAt: string;
  tag: string | null;
  area: string | null;
  verdicts: Verdict[];
  deciders: (string | null)[];
  revisions: number[];
  agreed: string[][] | null;
  evidence: (Evidence | null)[];
  engine: EngineName | null;
  isInstructed: boolean;
  strength: Strength | null;
  reason: string;
  quote: string | null;
  rule: string | null;
  margin: number | null;
  noteCount: number;
  asked: string | null;
  isDisputed: boolean;
  isSuspicious: boolean;
  isMerge: boolean;
  isVanished: boolean;
  waits: (ShownWait | null)[];
  view: PatchView;
  targets: readonly TargetRow[];
}

export interface CommitNode {
  row: CommitRow;
  series: SeriesRow;
}

export interface BranchNode {
  target: TargetRow;
  verdict: Verdict;
  by: string | null;
  at: string | null;
  engine: EngineName | null;
  reason: string;
  revision: number;
  backport: { sha: string; evidence: Evidence; detail: string; at: string } | null;
}

export interface ClassificationNode {
  one: Classification;
  patch: PatchNode;
}

export interface LinkNode {
  kind: string;
  text: string;
  from: PatchNode;
}

export interface MentionNode {
  text: string;
  patch: PatchNode;
}

export interface PickListNode {
  list: PickList;
  target: TargetRow;
  withGuesses: boolean;
}

/** How long a bucket of a timeline is. */
export type Period = "day" | "week";

export interface ConflictNode {
  patch: PatchNode;
  target: TargetRow;
}

export interface TakeInConflictNode extends ConflictNode {
  wanted: Verdict | null;
  condition: WaitCondition | null;
  who: string;
}

export function patchNodes(store: Store, views: readonly PatchView[]): PatchNode[] {
  const now = Date.now();
  const ofSeries = new Map<number, Around>();
  return views.map((view) => {
    let around = ofSeries.get(view.series);
    if (!around) ofSeries.set(view.series, (around = aroundOf(store, view.series, now)));
    return patchNode(view, around);
  });
}

/** What patches of one series share. */
interface Around {
  targets: readonly TargetRow[];
  /** Read when a wait first asks for them: most patches wait for nothing. */
  tags: () => Tags;
  now: number;
}

function aroundOf(store: Store, series: number, now: number): Around {
  let tags: Tags | null = null;
  return { targets: store.series.targets(series), tags: () => (tags ??= store.waits.tags(series)), now };
}

function patchNode(view: PatchView, { targets, tags, now }: Around): PatchNode {
  const answer = speakingAnswer(view.classifications);
  const shown = targets.map((target) => shownOn(view, target));
  const { tag, area } = subjectParts(view.subject);
  return {
    id: `patch:${view.id}`,
    number: view.number,
    sha: view.sha,
    subject: view.subject,
    author: view.author,
    authoredAt: iso(view.authoredAt),
    tag,
    area,
    verdicts: shown.map((one) => one.verdict),
    deciders: shown.map((one) => one.by),
    revisions: targets.map((target) => view.overrides.get(target.id)?.revision ?? 0),
    agreed: agreedOn(view, targets, shown),
    evidence: targets.map((target) => view.backports.get(target.id)?.evidence ?? null),
    engine: answer?.engine ?? null,
    isInstructed: answer?.explicit ?? false,
    strength: answer?.strength ?? null,
    reason: answer?.reason ?? "",
    quote: answer?.quote?.text ?? null,
    rule: answer?.rule ?? null,
    margin: margin(answer?.scores ?? null),
    noteCount: view.noteCount,
    asked: view.asked,
    isDisputed: isDisputed(view.classifications),
    isSuspicious: view.isSuspicious,
    isMerge: view.isMerge,
    isVanished: view.isVanished,
    waits: targets.map((target, i) => (shown[i]?.verdict === "wait" ? waitOn(view, target, tags, now) : null)),
    view,
    targets,
  };
}

/** Who agreed with what is shown, per target; null for the most common case, that nobody did on any. */
function agreedOn(view: PatchView, targets: readonly TargetRow[], shown: readonly { verdict: Verdict }[]) {
  const agreed = targets.map((target, i) =>
    view.seen.filter((one) => one.target === target.id && one.verdict === shown[i]!.verdict).map((one) => one.who),
  );
  return agreed.some((names) => names.length) ? agreed : null;
}

const kinds = ["series", "target", "patch", "commit", "note", "run", "classification", "view"] as const;
type Kind = (typeof kinds)[number];

/** A patch on each of its targets. */
export function branchNodes(node: PatchNode): BranchNode[] {
  return node.targets.map((target) => {
    const shown = shownOn(node.view, target);
    const override = node.view.overrides.get(target.id);
    const found = node.view.backports.get(target.id);
    const at = shown.by && override ? iso(override.at) : null;
    return { ...shown, target, at, revision: override?.revision ?? 0, backport: found ? backport(found) : null };
  });
}

function backport({ sha, evidence, detail, at }: BackportRow): BranchNode["backport"] {
  return { sha, evidence, detail, at: iso(at) };
}

/** The row id in a global one; a GraphQLError with one sentence when it is of another kind. */
export function rowId(kind: Kind, id: string): number {
  const found = new RegExp(`^${kind}:(\\d{1,15})$`).exec(id);
  if (!found) throw new GraphQLError(`"${id.slice(0, 60)}" is no id of a ${kind}.`);
  return Number(found[1]);
}

/** Kind and row id of a global id; null when it is none. */
export function parseId(id: string): { kind: Kind; row: number } | null {
  const found = /^([a-z]+):(\d{1,15})$/.exec(id);
  const kind = kinds.find((one) => one === found?.[1]);
  return kind ? { kind, row: Number(found![2]) } : null;
}

/** The series of a global id; a GraphQLError when there is none. */
export function seriesById(store: Store, id: string): SeriesRow {
  const found = store.series.byId(rowId("series", id));
  if (!found) throw new GraphQLError(`there is no series ${id}.`);
  return found;
}

/** The target of a global id, when it is one of the series; a GraphQLError otherwise. */
export function targetOf(store: Store, series: SeriesRow, id: string): TargetRow {
  const found = store.series.target(rowId("target", id));
  if (found?.series !== series.id) throw new GraphQLError(`${id} is no target of ${series.name}.`);
  return found;
}
