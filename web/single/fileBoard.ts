import { listPicks, shellText, type Candidate } from "../../picks/pick-list.ts";
import { wishWords } from "../board/wait/condition.ts";
import type { Wait } from "../board/wait/words.ts";
import type { Content, FilePatch, FileSeries } from "./content.ts";
import {
  agreements,
  lastWords,
  patchesOf,
  wordKey,
  type Agreed,
  type Decided,
  type Entry,
  type Noted,
  type Word,
} from "./log.ts";
import { decidedWait, lookedAtOn, waitNow } from "./waits.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

const confirmed = (evidence: string | null | undefined) => evidence != null && evidence !== "CLAIMED";

/** The patches of a file with what was decided and noted in it: the exported ones are never changed. */
export class FileBoard {
  readonly #content: Content;
  readonly #now: number;
  readonly #bySha: ReadonlyMap<string, FilePatch>;
  readonly #byId: ReadonlyMap<string, FilePatch>;
  #words = lastWords([]);
  #agreed = agreements([]);
  #notes = new Map<string, Noted[]>();
  #events = new Map<string, Entry[]>();

  /** `now` in milliseconds: when the file is opened. */
  constructor(made: Content, now: number) {
    const patches = made.patches.map((patch) =>
      patch.waits.some(Boolean) ? { ...patch, waits: patch.waits.map((wait) => wait && waitNow(wait, now)) } : patch,
    );
    const content = { ...made, patches };
    this.#content = content;
    this.#now = now;
    this.#bySha = new Map(content.patches.map((patch) => [patch.sha, patch]));
    this.#byId = new Map(content.patches.map((patch) => [patch.id, patch]));
  }

  /** Takes over a log: what it says holds from now on. */
  follow(entries: readonly Entry[]): void {
    this.#words = lastWords(entries);
    this.#agreed = agreements(entries);
    this.#notes = new Map();
    this.#events = new Map();
    for (const entry of entries) {
      for (const patch of patchesOf(entry)) push(this.#events, patch, entry);
      if (entry.kind === "noted" && !entry.isUndone) push(this.#notes, entry.patch, entry);
    }
  }

  get patches(): readonly FilePatch[] {
    return this.#content.patches;
  }

  byId(id: string): FilePatch | null {
    return this.#byId.get(id) ?? null;
  }

  bySha(sha: string): FilePatch | null {
    return this.#bySha.get(sha) ?? null;
  }

  /** What a decided wait waits for; null where that was not said, or nothing waits. */
  conditionOf(patch: FilePatch, { branch }: { branch: string }): WaitInput | null {
    return this.#words.get(wordKey(patch.sha, branch))?.place.condition ?? null;
  }

  /** A patch as it is now, with all that GraphQL asks for. */
  shown(patch: FilePatch): FilePatch {
    const events = this.#events.get(patch.sha);
    if (!events) return patch;
    const { targets } = this.#content.page.series;
    const last = targets.map(({ branch }) => this.#words.get(wordKey(patch.sha, branch)) ?? null);
    const words = last.map((one) => one?.entry ?? null);
    const notes = this.#notes.get(patch.sha) ?? [];
    const each = <T>(old: readonly T[], change: (word: Decided, i: number) => T) =>
      old.map((value, i) => (words[i] ? change(words[i], i) : value));
    const verdicts = each(patch.verdicts, ({ verdict }, i) => verdict ?? patch.machineVerdicts[i] ?? "UNCERTAIN");
    // An agreement is about a verdict, and holds while that one is shown.
    const agreedHere = targets.map(({ branch }, i) => {
      const here = this.#agreed.get(wordKey(patch.sha, branch))?.values() ?? [];
      return [...here].flatMap(({ entry, seen }) => (seen.verdict === verdicts[i] ? [entry] : []));
    });
    const agreed = agreedHere.map((here, i) => {
      const before = verdicts[i] === patch.verdicts[i] ? (patch.agreed?.[i] ?? []) : [];
      return [...new Set([...before, ...here.map(({ who }) => who)])];
    });
    return {
      ...patch,
      verdicts,
      deciders: each(patch.deciders, ({ verdict, who }) => (verdict ? who : null)),
      revisions: each(patch.revisions, (_, i) => (patch.revisions[i] ?? 0) + 1),
      agreed: agreed.some((names) => names.length > 0) ? agreed : null,
      waits: patch.waits.map((old, i) => {
        const said = last[i];
        if (said?.entry.verdict && said.entry.verdict !== "WAIT") return null;
        const wait = said?.entry.verdict ? this.#waitSaid(said, patch, old) : old;
        // Who agrees that it waits has looked at it again.
        return (agreedHere[i] ?? []).reduce((seen, { at }) => lookedAtOn(seen, at), wait);
      }),
      branches: each(patch.branches, ({ verdict, who, at }, i) => ({
        ...patch.branches[i],
        by: verdict ? who : null,
        at: verdict ? at : null,
      })),
      noteCount: patch.noteCount + notes.length,
      notes: [...patch.notes, ...notes.map(asNote)],
      history: [
        ...patch.history,
        ...events.flatMap((entry) => eventsOf(entry, patch, targets)).map((one, i) => ({ seq: firstSeq + i, ...one })),
      ],
    };
  }

  #waitSaid({ entry: { at }, place: { condition } }: Word, { commit: { committedAt } }: FilePatch, old: Wait | null) {
    const isSaid = condition && condition.kind !== "AUTHOR";
    return isSaid ? decidedWait(condition, at, committedAt, this.#now) : lookedAtOn(old, at);
  }

  /** The patches whose message holds these words: all that a file knows of text. */
  search(query: string): string[] {
    const words = query.replaceAll('"', "").toLowerCase();
    return this.patches.filter(({ commit }) => commit.message.toLowerCase().includes(words)).map(({ id }) => id);
  }

  /** The lists of one target, by the same rules as on a server. */
  pickList({ target: id, from, machine }: { target: string; from: number | null; machine: boolean }) {
    const { targets } = this.#content.page.series;
    const index = targets.findIndex((one) => one.id === id);
    const target = targets[index];
    if (!target) throw new Error(`This file has no target ${id}.`);
    const candidates = this.patches.map((patch) => candidateOf(this.shown(patch), index));
    const list = listPicks(candidates, target.branch, from ?? target.lastBackported + 1);
    return {
      target,
      from: list.from,
      shell: shellText(list, machine),
      ids: list.yes,
      decidedCount: list.decidedCount,
      instructedCount: list.instructedCount,
      guessedCount: list.guessed.length,
      warnings: list.warnings,
    };
  }
}

function candidateOf(patch: FilePatch, target: number): Candidate {
  const speaking = patch.classifications.find((one) => one.engine === patch.engine);
  return {
    sha: patch.sha,
    number: patch.number,
    verdict: (patch.verdicts[target] ?? "UNCERTAIN").toLowerCase() as Candidate["verdict"],
    isByPerson: patch.deciders[target] != null || (patch.agreed?.[target]?.length ?? 0) > 0,
    isInstructed: patch.isInstructed,
    isVanished: patch.isVanished,
    isMerge: patch.commit.parents.length > 1,
    isBackported: confirmed(patch.evidence[target]),
    links: (speaking?.links ?? []).flatMap(({ kind, patch: other }) => (other ? [{ kind, to: other.sha }] : [])),
  };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

const asNote = ({ id, who, at, text }: Noted) => ({ id: `note:${id}`, who, at, text, revision: 1 });

// Behind all that happened on the server: its numbers end where they stood at the export.
const firstSeq = 1e12;

/** What an entry did to a patch: a decision is an event on each target, which can be gone back to. */
function eventsOf(entry: Entry, { sha }: FilePatch, targets: FileSeries["targets"]) {
  const { at, who } = entry;
  const text = (said: string) => (entry.isUndone ? `${said} (undone)` : said);
  if (entry.kind !== "decided") return [{ at, who, text: text(wordsOf(entry)), isDecision: false }];
  return entry.on
    .filter((place) => place.patch === sha)
    .map(({ target: branch, condition = null }) => ({
      at,
      who,
      text: text(`${entry.verdict?.toLowerCase() ?? "the engine's"}${wishWords(condition)} on ${branch}, in this file`),
      isDecision: true,
      target: targets.find((one) => one.branch === branch) ?? null,
      verdict: entry.verdict,
      condition: condition?.kind === "AUTHOR" ? null : condition,
    }));
}

function wordsOf(entry: Agreed | Noted): string {
  if (entry.kind === "noted") return `note: ${entry.text}`;
  const where = `${[...new Set(entry.on.map((place) => place.target))].join(", ")}, in this file`;
  return `agreed with ${[...new Set(entry.on.map((seen) => seen.verdict.toLowerCase()))].join(", ")} on ${where}`;
}
