import { GraphQLError } from "graphql";
import { margin, marks, shownVerdict, type Verdict, type WaitCondition } from "../domain.ts";
import { isBackported, iso, shownOn } from "../ledger/ledger.ts";
import { shellText } from "../../picks/pick-list.ts";
import { pickList } from "../ledger/pick-list.ts";
import type { RunRow } from "../store/runs.ts";
import type { SeriesRow, TargetRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import { follow, followWriting } from "./changes.ts";
import { detailOf, inWords } from "./events.ts";
import { mentions } from "./mentions.ts";
import { mutations } from "./mutations.ts";
import { branchNodes, patchNodes, type Period, rowId, seriesById, targetOf } from "./nodes.ts";
import { nodeOf, patch, typeNameOf } from "./objects.ts";
import { search } from "./search.ts";
import { conditions, waits } from "./waits.ts";
import type { Resolvers } from "./__generated__/types.ts";

const patchesPerPage = 1_000;
const shownCharacters = 200_000;
const pageIdCharacters = 100;
const mostPoints = 500;

/** schema.graphql -> store. Thin: no SQL, no decisions. */
export const resolvers: Resolvers = {
  Verdict: { NO: "no", UNCERTAIN: "uncertain", WAIT: "wait", YES: "yes" },
  Strength: { MUST: "must", SHOULD: "should", MAY: "may" },
  Evidence: { TRAILER: "trailer", PATCH_ID: "patch-id", AUTHOR_AND_SUBJECT: "author-and-subject", CLAIMED: "claimed" },
  WaitKind: { DATE: "date", DAYS: "days", TAG: "tag", OPEN: "open", AUTHOR: "author" },
  TagSource: { UPSTREAM: "upstream", TARGET: "target" },
  Period: { DAY: "day", WEEK: "week" },
  Engine: { RULES: "rules", LLAMA: "llama", HTTP: "http", HISTORY: "history" },
  Settlement: { INSTRUCTION: "instruction", SILENCE: "silence", NO_CHANGE: "no change" },

  Query: {
    node: (_, { id }, { store }) => nodeOf(store, id),
    viewer: (_, __, { who, suggestedName }) => ({ name: who, suggestedName }),
    series: (_, { name }, { store }) => store.series.byName(name),
    allSeries: (_, __, { store }) => store.series.all(),
    beginning: (_, __, { work }) => work.beginning(),
  },
  Node: { __resolveType: (node) => typeNameOf(node) },
  Mutation: mutations,
  Subscription: {
    writing: {
      subscribe: (_, { patch: id }, { work }) =>
        mapped(followWriting(work.writings, rowId("patch", id)), (text) => ({ writing: { text } })),
    },
    presence: {
      subscribe: (_, { series, page }, { store, presence, who }) => {
        if (!page || page.length > pageIdCharacters)
          throw new GraphQLError(`presence(page:) has 1 to ${pageIdCharacters} characters.`);
        return mapped(presence.follow(seriesById(store, series).id, page, who), (now) => ({ presence: now }));
      },
    },
    changes: {
      subscribe: (_, { series, after, epoch }, { store, work }) => {
        const iterator = follow(store, work, seriesById(store, series), after, epoch);
        return mapped(iterator, (changes) => ({ changes }));
      },
    },
  },

  Series: {
    id: (row) => `series:${row.id}`,
    repositoryName: (row) =>
      row.repository
        .replace(/\/(?:\.git)?$/, "")
        .split("/")
        .at(-1) ?? row.repository,
    targets: (row, _, { store }) => store.series.targets(row.id),
    patchCount: (row, _, { store }) => store.series.patchCount(row.id),
    patches: (row, { first, after, from }, { store }) => page(store, row, first, after ?? null, from ?? 1),
    tally: (row, { target }, { store }) => tally(store, row, targetOf(store, row, target)),
    pickList: (row, { target: id, from, machine }, { store }) => {
      const target = targetOf(store, row, id);
      const start = from ?? store.series.lastBackported(target.id) + 1;
      return { list: pickList([...store.board.all(row.id)], target, start), target, withGuesses: machine };
    },
    search: (row, { query, target }, { store }) => search(store, row, query, target ?? null),
    run: (row, _, { store }) => store.runs.last(row.id),
    model: (_, __, { work }) => work.modelState(),
    sync: (row, _, { work }) => ({
      ...work.syncState(row.id),
      at: row.synced_at ? iso(row.synced_at) : null,
      trouble: row.trouble,
    }),
    commitUrl: (row) => forge(row)?.commit ?? null,
    issueUrl: (row) => forge(row)?.issue ?? null,
    places: (row, _, { store }) => store.places.ofSeries(row.id),
    views: (row, _, { store }) => store.views.ofSeries(row.id),
    seq: (_, __, { store }) => store.changes.lastSeq(),
    epoch: (_, __, { store }) => store.epoch,
  },
  Target: {
    id: (row) => `target:${row.id}`,
    isPresent: (row) => row.state !== "gone",
    lastBackported: (row, _, { store }) => store.series.lastBackported(row.id),
    timeline: (row, { by, last }, { store }) => timeline(store, row, by, last),
  },
  Patch: {
    commit: (node, _, { store }) => ({
      row: store.board.commit(node.view.commitId)!,
      series: store.series.byId(node.view.series)!,
    }),
    classifications: (node) => node.view.classifications.map((one) => ({ one, patch: node })),
    machineVerdicts: ({ view, targets }) =>
      targets.map((target) => shownVerdict(null, view.classifications, target.version).verdict),
    settlement: ({ view }, _, { work }) => work.settlement(view),
    branches: (node) => branchNodes(node),
    notes: (node, _, { store }) => store.notes.ofPatch(node.view.id),
    sameFiles: async (node, _, { store, repository }) => {
      const { series, sha } = node.view;
      const found = await repository.touching(store.series.byId(series)!, sha);
      if (!found) return null;
      const ids = found.shas.flatMap((one) => store.board.resolve(series, one) ?? []);
      return { patches: patchNodes(store, store.board.patches(ids)), isCut: found.isCut };
    },
    history: (node, _, { store }) => store.changes.ofPatch(node.view.id),
  },
  Commit: {
    id: ({ row }) => `commit:${row.id}`,
    sha: ({ row }) => row.sha,
    message: ({ row }, _, { repository }) => repository.message(row).slice(0, shownCharacters),
    isMessageCut: ({ row }, _, { repository }) => repository.message(row).length > shownCharacters,
    parents: ({ row }) => row.parents.split(" ").filter(Boolean),
    author: ({ row }) => row.author,
    authorMail: ({ row }) => row.author_mail,
    authoredAt: ({ row }) => iso(row.authored_at),
    committer: ({ row }) => row.committer,
    committedAt: ({ row }) => iso(row.committed_at),
    files: ({ row, series }, _, { repository }) => repository.files(series, row.sha),
    diff: ({ row, series }, _, { repository }) => repository.diff(series, row.sha),
  },
  Classification: {
    id: ({ one }) => `classification:${one.id}`,
    engine: ({ one }) => one.engine,
    version: ({ one }) => one.version,
    model: ({ one }) => one.model,
    prompt: ({ one }) => one.prompt,
    verdict: ({ one }) => one.verdict,
    isExplicit: ({ one }) => one.explicit,
    strength: ({ one }) => one.strength,
    reason: ({ one }) => one.reason,
    quote: ({ one }) => one.quote,
    oldest: ({ one }) => one.oldest,
    targets: ({ one }) => one.targets,
    conditions: ({ one }) => one.conditions,
    links: ({ one, patch }) => one.links.map((link) => ({ ...link, from: patch })),
    rule: ({ one }) => one.rule,
    scores: ({ one }) => one.scores && { ...one.scores, margin: margin(one.scores)! },
    marks: ({ one }) => one.marks.map((mark) => marks[mark]),
    transcript: ({ one }, _, { store }) => transcript(store, one.id),
    at: ({ one }) => iso(one.at),
  },
  Link: {
    patch: ({ text, from }, _, { store }) => {
      const { series, number } = from.view;
      const id = text === "previous" ? store.board.byNumber(series, number - 1) : store.board.resolve(series, text);
      return id === null ? null : patch(store, id);
    },
  },
  WaitCondition: conditions,
  Wait: waits,
  Note: {
    id: (row) => `note:${row.id}`,
    at: (row) => iso(row.at),
    editedBy: (row) => row.edited_by,
    editedAt: (row) => (row.edited_at ? iso(row.edited_at) : null),
    deletedBy: (row) => row.deleted_by,
    deletedAt: (row) => (row.deleted_at ? iso(row.deleted_at) : null),
    mentions: (row, _, { store }) => mentions(store, row),
  },
  Place: {
    patch: (row, _, { store }) => patch(store, row.patch)!,
    target: (row, _, { store }) => store.series.target(row.target)!,
    at: (row) => iso(row.at),
  },
  Event: {
    at: (row) => iso(row.at),
    text: (row) => inWords(row),
    isDecision: (row) => row.what === "decided",
    target: (row, _, { store }) => {
      const { target } = detailOf(row);
      return store.series.targets(row.series).find((one) => one.branch === target) ?? null;
    },
    verdict: (row) => (row.what === "decided" ? ((detailOf(row)["to"] as Verdict | null) ?? null) : null),
    condition: (row) => (row.what === "decided" ? (detailOf(row)["condition"] as WaitCondition | undefined) : null),
  },
  SavedView: { id: (row) => `view:${row.id}`, at: (row) => iso(row.at) },
  Run: {
    id: (row) => `run:${row.id}`,
    rate: (row) => rate(row),
    secondsLeft: (row) => (rate(row) ? Math.round((row.planned - row.done - row.failed) / rate(row)) : null),
    tokenRate: (row) => perSecond(row, row.read_tokens + row.written_tokens),
    reading: (row) => (JSON.parse(row.reading) as number[]).map((patch) => `patch:${patch}`),
  },
  PickList: {
    from: ({ list }) => list.from,
    shell: ({ list, withGuesses }) => shellText(list, withGuesses),
    ids: ({ list }) => list.yes,
    decidedCount: ({ list }) => list.decidedCount,
    instructedCount: ({ list }) => list.instructedCount,
    guessedCount: ({ list }) => list.guessed.length,
    warnings: ({ list }) => list.warnings,
  },
  VerdictConflict: {
    verdict: ({ patch, target }) => shownOn(patch.view, target).verdict,
    by: ({ patch, target }) => shownOn(patch.view, target).by,
  },
  TakeInConflict: {
    verdict: ({ patch, target }) => shownOn(patch.view, target).verdict,
    by: ({ patch, target }) => shownOn(patch.view, target).by,
  },
};

function page(store: Store, series: SeriesRow, first: number, after: string | null, from: number) {
  if (first < 1 || first > patchesPerPage)
    throw new GraphQLError(`patches(first: ${first}): give 1 to ${patchesPerPage}.`);
  const cursor =
    after === null
      ? ["", String(Math.max(from, 1) - 1), String(Number.MAX_SAFE_INTEGER)]
      : /^(\d{1,9}):(\d{1,15})$/.exec(after);
  if (!cursor) throw new GraphQLError(`patches(after: "${after!.slice(0, 40)}"): that is no cursor of this list.`);
  const views = store.board.page(series.id, Number(cursor[1]), Number(cursor[2]), first + 1);
  const edges = patchNodes(store, views.slice(0, first)).map((node) => ({
    node,
    cursor: `${node.number}:${node.view.id}`,
  }));
  const pageInfo = {
    hasNextPage: views.length > first,
    hasPreviousPage: after !== null || from > 1,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, pageInfo };
}

function tally(store: Store, series: SeriesRow, target: TargetRow) {
  const counts = { no: 0, uncertain: 0, wait: 0, yes: 0, backported: 0, decided: 0 };
  for (const view of store.board.all(series.id)) {
    const shown = shownOn(view, target);
    counts[shown.verdict]++;
    if (shown.by) counts.decided++;
    if (isBackported(view, target)) counts.backported++;
  }
  return counts;
}

function timeline(store: Store, target: TargetRow, by: Period, last: number) {
  if (last < 1 || last > mostPoints) throw new GraphQLError(`timeline(last: ${last}): give 1 to ${mostPoints}.`);
  return store.timeline.points(target.id, by, last).map((point) => ({ ...point, from: iso(point.from).slice(0, 10) }));
}

function forge(row: SeriesRow): { commit: string; issue: string | null } | null {
  return row.forge ? (JSON.parse(row.forge) as { commit: string; issue: string | null }) : null;
}

function transcript(store: Store, classification: number) {
  const row = store.classifications.transcript(classification);
  if (!row) return null;
  return {
    prompt: row.text === null ? row.input : row.text.replace("{{commit}}", () => row.input),
    output: row.output,
    readTokens: row.read_tokens,
    writtenTokens: row.written_tokens,
  };
}

function rate(row: RunRow): number {
  return perSecond(row, row.done + row.failed);
}

function perSecond(row: RunRow, count: number): number {
  const seconds = (row.updated_at - row.started_at) / 1_000;
  return seconds > 0 ? count / seconds : 0;
}

/** Maps an iterator without a generator in between, which would swallow an early `return`. */
function mapped<T, U>(inner: AsyncIterableIterator<T>, change: (value: T) => U): AsyncIterableIterator<U> {
  const step = async (result: Promise<IteratorResult<T>>): Promise<IteratorResult<U>> => {
    const { done, value } = await result;
    return done ? { done: true, value: undefined } : { done: false, value: change(value) };
  };
  return {
    next: () => step(inner.next()),
    return: () => step(inner.return!()),
    throw: (error) => step(inner.throw!(error)),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
