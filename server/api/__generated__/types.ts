// Generated from schema.graphql by npm run generate; never edited.
import type { Verdict } from '../../domain.ts';
import type { Strength } from '../../domain.ts';
import type { Evidence } from '../../domain.ts';
import type { EngineName as Engine } from '../../domain.ts';
import type { Settlement } from '../../domain.ts';
import type { WaitKind } from '../waits.ts';
import type { TagSource } from '../waits.ts';
import type { Period } from '../nodes.ts';
import type { GraphQLResolveInfo } from 'graphql';
import type { SeriesRow, TargetRow } from '../../store/series.ts';
import type { PatchNode, CommitNode, BranchNode, ClassificationNode, LinkNode, MentionNode, PickListNode, ConflictNode, TakeInConflictNode } from '../nodes.ts';
import type { WaitCondition as ConditionOfWait } from '../../domain.ts';
import type { ShownWait } from '../../ledger/waits.ts';
import type { NoteRow } from '../../store/notes.ts';
import type { ViewRow } from '../../store/views.ts';
import type { ChangeRow } from '../../store/changes.ts';
import type { PlaceRow } from '../../store/places.ts';
import type { RunRow } from '../../store/runs.ts';
import type { Batch } from '../changes.ts';
import type { Context } from '../context.ts';
export type Maybe<T> = T | null | undefined;
export type InputMaybe<T> = T | null | undefined;
export type Omit<T, K extends keyof T> = Pick<T, Exclude<keyof T, K>>;
export type RequireFields<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };
export type EnumResolverSignature<T, AllowedValues = any> = { [key in keyof T]?: AllowedValues };
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
};

/**
 * The contract between server and page, and for scripts. Lists that run parallel to `Series.targets` are kept as plain lists
 * of scalars, because a board holds 20,000 patches: `verdicts[i]` is about `targets[i]`. Over HTTP, `extensions.seq` of an answer
 * is where the change log stood when the server began to make it: what `changes` tells from behind that place may be newer.
 */
export type Query = {
  /** Any object by its id; null when there is none. */
  readonly node?: Maybe<Node>;
  /** Who is asking. */
  readonly viewer: Viewer;
  /** One series by its name; null when there is none. */
  readonly series?: Maybe<Series>;
  /** Every series of this database, most recently synced first. */
  readonly allSeries: ReadonlyArray<Series>;
  /** What the server is reading while there is no series yet, in words; null otherwise. */
  readonly beginning?: Maybe<Scalars['String']['output']>;
};


/**
 * The contract between server and page, and for scripts. Lists that run parallel to `Series.targets` are kept as plain lists
 * of scalars, because a board holds 20,000 patches: `verdicts[i]` is about `targets[i]`. Over HTTP, `extensions.seq` of an answer
 * is where the change log stood when the server began to make it: what `changes` tells from behind that place may be newer.
 */
export type QueryNodeArgs = {
  id: Scalars['ID']['input'];
};


/**
 * The contract between server and page, and for scripts. Lists that run parallel to `Series.targets` are kept as plain lists
 * of scalars, because a board holds 20,000 patches: `verdicts[i]` is about `targets[i]`. Over HTTP, `extensions.seq` of an answer
 * is where the change log stood when the server began to make it: what `changes` tells from behind that place may be newer.
 */
export type QuerySeriesArgs = {
  name: Scalars['String']['input'];
};

/** Something with an id that never changes. */
export type Node = {
  readonly id: Scalars['ID']['output'];
};

/** The person at this browser, or behind this script. */
export type Viewer = {
  /** The name that decisions and notes carry; null until it was given. */
  readonly name?: Maybe<Scalars['String']['output']>;
  /** A name to propose: the server's --user, or git's user.name of the repository; null when neither is known. */
  readonly suggestedName?: Maybe<Scalars['String']['output']>;
};

export type { Verdict };

export type { Strength };

export type { WaitKind };

export type { TagSource };

export type { Evidence };

export type { Engine };

export type { Settlement };

/** One line of review: an upstream branch from a base on, and its stable branches. */
export type Series = Node & {
  readonly id: Scalars['ID']['output'];
  readonly name: Scalars['String']['output'];
  /** The last part of the repository's path. */
  readonly repositoryName: Scalars['String']['output'];
  /** The upstream branch as a person names it. */
  readonly upstream: Scalars['String']['output'];
  /** Where the series starts, as named. */
  readonly base: Scalars['String']['output'];
  /** The version in development; null when the names of tags and branches do not say. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** The stable branches, newest first. */
  readonly targets: ReadonlyArray<Target>;
  /** How many patches there are, vanished ones included. */
  readonly patchCount: Scalars['Int']['output'];
  /** Patches in topological order, oldest first. At most 1,000 a page. `from` starts at that patch number when there is no cursor. */
  readonly patches: PatchConnection;
  /** Counts over the whole series for one target. */
  readonly tally: Tally;
  /** Cherry-pick lists of one target, from patch number `from` on (default: after its last backport). */
  readonly pickList: PickList;
  /**
   * The patches for which a search holds: words (in messages, authors, paths and notes, from the beginning of a word on), "a
   * phrase", -not, author: path: tag: area: id: needs: with text behind them, verdict:no|uncertain|wait|yes,
   * is:backported|decided|disputed|vanished|instructed and has:note|hidden. `target` is the one that verdicts and decisions
   * are looked up for, the newest when null.
   */
  readonly search: SearchResult;
  /** The run that is going on, else the last one; null before the first. */
  readonly run?: Maybe<Run>;
  /** The model behind the board. */
  readonly model: Model;
  /** The sync that is going on, and how the last one ended. */
  readonly sync: Sync;
  /** URL with {id} in place of a full commit id; null when the forge is not known. */
  readonly commitUrl?: Maybe<Scalars['String']['output']>;
  /** URL with {id} in place of an issue's number; null when the forge is not known. */
  readonly issueUrl?: Maybe<Scalars['String']['output']>;
  /** Where each person is in the review, the last one first, at most 20. */
  readonly places: ReadonlyArray<Place>;
  /** Views that people saved, by name. */
  readonly views: ReadonlyArray<SavedView>;
  /** Where the change log stands: pass it to `changes` as `after`. */
  readonly seq: Scalars['Int']['output'];
  /** Identifies the database: a cursor of another epoch means nothing. */
  readonly epoch: Scalars['ID']['output'];
};


/** One line of review: an upstream branch from a base on, and its stable branches. */
export type SeriesPatchesArgs = {
  first: Scalars['Int']['input'];
  after?: InputMaybe<Scalars['String']['input']>;
  from?: InputMaybe<Scalars['Int']['input']>;
};


/** One line of review: an upstream branch from a base on, and its stable branches. */
export type SeriesTallyArgs = {
  target: Scalars['ID']['input'];
};


/** One line of review: an upstream branch from a base on, and its stable branches. */
export type SeriesPickListArgs = {
  target: Scalars['ID']['input'];
  from?: InputMaybe<Scalars['Int']['input']>;
  machine?: Scalars['Boolean']['input'];
};


/** One line of review: an upstream branch from a base on, and its stable branches. */
export type SeriesSearchArgs = {
  query: Scalars['String']['input'];
  target?: InputMaybe<Scalars['ID']['input']>;
};

export type SearchResult = {
  /** Ids of the patches, oldest first. */
  readonly ids: ReadonlyArray<Scalars['ID']['output']>;
  /** Milliseconds that the server needed. */
  readonly took: Scalars['Float']['output'];
  /** What could not be understood, in a sentence; null when all was. */
  readonly trouble?: Maybe<Scalars['String']['output']>;
  /** Commits whose words or paths are not in the index yet: patches of theirs may be missing. */
  readonly unread: Scalars['Int']['output'];
};

/** Where a person was last in a review, so that the person or another can go on there. */
export type Place = {
  readonly who: Scalars['String']['output'];
  readonly patch: Patch;
  readonly target: Target;
  /** When that was, ISO 8601. */
  readonly at: Scalars['String']['output'];
};

/** A stable branch that patches are picked into. */
export type Target = Node & {
  readonly id: Scalars['ID']['output'];
  /** The short branch name. */
  readonly branch: Scalars['String']['output'];
  /** The version in the name; null without one. */
  readonly version?: Maybe<Scalars['String']['output']>;
  /** False when the branch was not there at the last sync. */
  readonly isPresent: Scalars['Boolean']['output'];
  /** Number of the last patch already backported: review starts behind it. 0 when there is none. */
  readonly lastBackported: Scalars['Int']['output'];
  /**
   * How the target stood over time: one point for each day or week in which somebody decided or something was picked, oldest
   * first, at most the `last` 500 of them. Every point counts from the beginning on.
   */
  readonly timeline: ReadonlyArray<TimelinePoint>;
};


/** A stable branch that patches are picked into. */
export type TargetTimelineArgs = {
  by?: Period;
  last?: Scalars['Int']['input'];
};

export type { Period };

/** How a target stood at the end of a day or a week. */
export type TimelinePoint = {
  /** Its first day, YYYY-MM-DD. */
  readonly from: Scalars['String']['output'];
  /** Patches with a person's verdict; one that was withdrawn no longer counts. */
  readonly decided: Scalars['Int']['output'];
  /** Those of them whose verdict is wait. */
  readonly waiting: Scalars['Int']['output'];
  /** Patches that are on the stable branch, by the commit dates of their backports; mere claims do not count. */
  readonly picked: Scalars['Int']['output'];
};

/** A wait and how far it is. */
export type Wait = {
  readonly kind: WaitKind;
  /** Of DATE: YYYY-MM-DD, from midnight UTC on; null otherwise. */
  readonly day?: Maybe<Scalars['String']['output']>;
  /** Of DAYS and TAG: days after the commit or the tag; null otherwise. */
  readonly days?: Maybe<Scalars['Int']['output']>;
  /** Of TAG; null otherwise. */
  readonly of?: Maybe<TagSource>;
  /** Of TAG: with * and ?, a bare version, or empty for the next release; null otherwise. */
  readonly pattern?: Maybe<Scalars['String']['output']>;
  /** True when these are the author's words and nobody said otherwise. */
  readonly isAuthors: Scalars['Boolean']['output'];
  /** In words that go on behind *wait*: `until 14 days after the commit`. */
  readonly words: Scalars['String']['output'];
  /** What was waited for is there: somebody should decide now. */
  readonly isRipe: Scalars['Boolean']['output'];
  /** It came true after the last word of a person, decision or agreement: the patch is in the queue again. */
  readonly isDue: Scalars['Boolean']['output'];
  /** When it came or will come true, ISO 8601; null while nobody knows. */
  readonly at?: Maybe<Scalars['String']['output']>;
  /** The tag that made it come true; null for none. */
  readonly tag?: Maybe<Scalars['String']['output']>;
};

export type PatchConnection = {
  readonly edges: ReadonlyArray<PatchEdge>;
  readonly pageInfo: PageInfo;
};

export type PatchEdge = {
  readonly node: Patch;
  readonly cursor: Scalars['String']['output'];
};

export type PageInfo = {
  readonly hasNextPage: Scalars['Boolean']['output'];
  readonly hasPreviousPage: Scalars['Boolean']['output'];
  readonly startCursor?: Maybe<Scalars['String']['output']>;
  readonly endCursor?: Maybe<Scalars['String']['output']>;
};

/** A commit on a series: what people decide on. */
export type Patch = Node & {
  readonly id: Scalars['ID']['output'];
  /** Distance from the base, 1 for the first. */
  readonly number: Scalars['Int']['output'];
  /** Full commit id. */
  readonly sha: Scalars['String']['output'];
  readonly subject: Scalars['String']['output'];
  readonly author: Scalars['String']['output'];
  /** Author date, ISO 8601, UTC. */
  readonly authoredAt: Scalars['String']['output'];
  /** Nature and weight as the subject gives them (BUG/MEDIUM, DOC); null without. */
  readonly tag?: Maybe<Scalars['String']['output']>;
  /** The part of the project that the subject names; null without. */
  readonly area?: Maybe<Scalars['String']['output']>;
  /** The verdict shown, per target. */
  readonly verdicts: ReadonlyArray<Verdict>;
  /** What machines say alone, per target: shown where no person decided. */
  readonly machineVerdicts: ReadonlyArray<Verdict>;
  /** The person who decided, per target; null where a machine did or nobody yet. */
  readonly deciders: ReadonlyArray<Maybe<Scalars['String']['output']>>;
  /** Counts decisions, per target: pass it back as `expected`. */
  readonly revisions: ReadonlyArray<Scalars['Int']['output']>;
  /**
   * People who looked at the verdict shown and agreed with it, a list per target; null while nobody did on any. An agreement
   * ends when the verdict shown becomes another one.
   */
  readonly agreed?: Maybe<ReadonlyArray<ReadonlyArray<Scalars['String']['output']>>>;
  /** The backport found, per target; null where there is none. */
  readonly evidence: ReadonlyArray<Maybe<Evidence>>;
  /** The engine whose answer is shown; null while nothing has read the patch. */
  readonly engine?: Maybe<Engine>;
  /** True when the author's own words give the verdict. */
  readonly isInstructed: Scalars['Boolean']['output'];
  readonly strength?: Maybe<Strength>;
  /** Why, in one or two sentences; empty while nothing has read the patch. */
  readonly reason: Scalars['String']['output'];
  /** The author's sentence that decides, as written; null without one. */
  readonly quote?: Maybe<Scalars['String']['output']>;
  /** The rule that decided; null for other engines. */
  readonly rule?: Maybe<Scalars['String']['output']>;
  /** Lead of the best verdict over the second best, 0 to 1, where a model scored them: how close the choice was, not how right. */
  readonly margin?: Maybe<Scalars['Float']['output']>;
  /** What the patch waits for, per target; null where its verdict is another one or it is backported. */
  readonly waits: ReadonlyArray<Maybe<Wait>>;
  readonly noteCount: Scalars['Int']['output'];
  /** Whom a note asks (@name, or a line `asked: ...`), until somebody else writes one or anybody decides; null for nobody. */
  readonly asked?: Maybe<Scalars['String']['output']>;
  /** Engines that answered disagree. */
  readonly isDisputed: Scalars['Boolean']['output'];
  /** The message or the author's name holds control, bidi or invisible characters (shown as escapes). */
  readonly isSuspicious: Scalars['Boolean']['output'];
  /** The commit has several parents: it brings others together and cannot be picked as it is. */
  readonly isMerge: Scalars['Boolean']['output'];
  /** The commit is no longer on the upstream: kept with its decisions. */
  readonly isVanished: Scalars['Boolean']['output'];
  readonly commit: Commit;
  /** What settles it, so that the model is not asked by itself; null where it is asked, and where there is no model. */
  readonly settlement?: Maybe<Settlement>;
  /** Every engine's current answer. */
  readonly classifications: ReadonlyArray<Classification>;
  /** One per target, with evidence and who decided. */
  readonly branches: ReadonlyArray<Branch>;
  readonly notes: ReadonlyArray<Note>;
  /** Other patches of the series that change a file of this one; null when the repository cannot be read now, or not in time. */
  readonly sameFiles?: Maybe<SameFiles>;
  /** What happened to the patch, oldest first. */
  readonly history: ReadonlyArray<Event>;
};

/** What git knows. */
export type Commit = Node & {
  readonly id: Scalars['ID']['output'];
  readonly sha: Scalars['String']['output'];
  /** The whole message as shown: subject, blank line, body; hidden characters as visible escapes. */
  readonly message: Scalars['String']['output'];
  /** True when the message is longer than what is given here. */
  readonly isMessageCut: Scalars['Boolean']['output'];
  readonly parents: ReadonlyArray<Scalars['String']['output']>;
  readonly author: Scalars['String']['output'];
  readonly authorMail: Scalars['String']['output'];
  readonly authoredAt: Scalars['String']['output'];
  readonly committer: Scalars['String']['output'];
  readonly committedAt: Scalars['String']['output'];
  /** Changed files against the first parent; null when the repository cannot be read now. */
  readonly files?: Maybe<ReadonlyArray<FileChange>>;
  /** The diff against the first parent, at most 200,000 characters; null when the repository cannot be read now. */
  readonly diff?: Maybe<Diff>;
};

/** Patches that change the same files. */
export type SameFiles = {
  /** The newest 30, oldest first. */
  readonly patches: ReadonlyArray<Patch>;
  /** There are more, or the patch changes more than 50 files, of which only the first were looked at. */
  readonly isCut: Scalars['Boolean']['output'];
};

export type FileChange = {
  readonly path: Scalars['String']['output'];
  /** A, M, D, R, C or T, as git has them. */
  readonly status: Scalars['String']['output'];
  /** Null for binary files. */
  readonly insertions?: Maybe<Scalars['Int']['output']>;
  /** Null for binary files. */
  readonly deletions?: Maybe<Scalars['Int']['output']>;
};

export type Diff = {
  readonly text: Scalars['String']['output'];
  readonly isCut: Scalars['Boolean']['output'];
};

/** A patch on one stable branch. */
export type Branch = {
  readonly target: Target;
  readonly verdict: Verdict;
  /** The person who decided; null where a machine did. */
  readonly by?: Maybe<Scalars['String']['output']>;
  /** When that person decided, ISO 8601; null where a machine did. */
  readonly at?: Maybe<Scalars['String']['output']>;
  readonly engine?: Maybe<Engine>;
  readonly reason: Scalars['String']['output'];
  readonly revision: Scalars['Int']['output'];
  readonly backport?: Maybe<Backport>;
};

export type Backport = {
  /** Full id of the commit on the stable branch. */
  readonly sha: Scalars['String']['output'];
  readonly evidence: Evidence;
  /** The evidence in words. */
  readonly detail: Scalars['String']['output'];
  /** Commit date on the stable branch, ISO 8601. */
  readonly at: Scalars['String']['output'];
};

/** An answer kept. */
export type Classification = Node & {
  readonly id: Scalars['ID']['output'];
  readonly engine: Engine;
  readonly version: Scalars['String']['output'];
  readonly model?: Maybe<Scalars['String']['output']>;
  readonly prompt?: Maybe<Scalars['String']['output']>;
  readonly verdict: Verdict;
  readonly isExplicit: Scalars['Boolean']['output'];
  readonly strength?: Maybe<Strength>;
  readonly reason: Scalars['String']['output'];
  readonly quote?: Maybe<Quote>;
  /** The oldest version asked for, `all` for every maintained one; null where none is named. */
  readonly oldest?: Maybe<Scalars['String']['output']>;
  readonly targets: ReadonlyArray<Scalars['String']['output']>;
  readonly conditions: ReadonlyArray<Condition>;
  readonly links: ReadonlyArray<Link>;
  readonly rule?: Maybe<Scalars['String']['output']>;
  /** What the model thought of each verdict before it wrote anything; null for other engines and for servers that do not tell. */
  readonly scores?: Maybe<Scores>;
  /** What is not as it should be with this answer, in words. */
  readonly marks: ReadonlyArray<Scalars['String']['output']>;
  /** What the model was given and what it wrote; null for other engines. */
  readonly transcript?: Maybe<Transcript>;
  readonly at: Scalars['String']['output'];
};

/** Probabilities, together 1. */
export type Scores = {
  readonly no: Scalars['Float']['output'];
  readonly uncertain: Scalars['Float']['output'];
  readonly wait: Scalars['Float']['output'];
  readonly yes: Scalars['Float']['output'];
  /** Lead of the best over the second best. */
  readonly margin: Scalars['Float']['output'];
};

/** What passed between patchboard and a model. */
export type Transcript = {
  /** All that the model saw, without the marks of its chat template. */
  readonly prompt: Scalars['String']['output'];
  /** What it wrote, as written; empty when it was only scored. */
  readonly output: Scalars['String']['output'];
  /** Tokens evaluated; the constant part of a prompt is evaluated once and not counted. */
  readonly readTokens: Scalars['Int']['output'];
  readonly writtenTokens: Scalars['Int']['output'];
};

/** A language model that reads what rules cannot. */
export type Model = {
  /** none (nothing is configured), off (it cannot be had), loading or ready. */
  readonly state: Scalars['String']['output'];
  /** What it is, or why it is off, in one sentence. */
  readonly words: Scalars['String']['output'];
};

/** Part of `Commit.message`: UTF-16 offsets. */
export type Quote = {
  readonly text: Scalars['String']['output'];
  readonly start: Scalars['Int']['output'];
  readonly end: Scalars['Int']['output'];
};

export type Condition = {
  /** until, unless or if. */
  readonly kind: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
};

/** Another commit that the message names. */
export type Link = {
  /** needs, with, follows, fixes, reverts, overrides, unless or after. */
  readonly kind: Scalars['String']['output'];
  /** As written: an id, a quoted subject, or `previous`. */
  readonly text: Scalars['String']['output'];
  /** The patch it is on this series; null when it could not be found. */
  readonly patch?: Maybe<Patch>;
};

export type Note = Node & {
  readonly id: Scalars['ID']['output'];
  readonly who: Scalars['String']['output'];
  readonly at: Scalars['String']['output'];
  readonly text: Scalars['String']['output'];
  /** Counts edits: pass it back as `expected`. */
  readonly revision: Scalars['Int']['output'];
  /** Who edited it last; null when nobody did. */
  readonly editedBy?: Maybe<Scalars['String']['output']>;
  readonly editedAt?: Maybe<Scalars['String']['output']>;
  /** Who deleted it; null while it is there. It keeps its text and can be restored. */
  readonly deletedBy?: Maybe<Scalars['String']['output']>;
  readonly deletedAt?: Maybe<Scalars['String']['output']>;
  /** Whom or what it asks; null when it asks nobody. */
  readonly asks?: Maybe<Scalars['String']['output']>;
  /** Commit ids in the text that are patches on this series, at most 20. */
  readonly mentions: ReadonlyArray<Mention>;
};

/** A commit id in a note. */
export type Mention = {
  /** As written. */
  readonly text: Scalars['String']['output'];
  readonly patch: Patch;
};

/** What a board shows, kept under a name for everybody. */
export type SavedView = Node & {
  readonly id: Scalars['ID']['output'];
  /** One name is one view, whatever its capitals. */
  readonly name: Scalars['String']['output'];
  /** The query part of the board's URL, without the question mark; empty for the board as it opens. */
  readonly search: Scalars['String']['output'];
  /** Who saved or changed it last. */
  readonly who: Scalars['String']['output'];
  readonly at: Scalars['String']['output'];
  /** Counts changes: pass it back as `expected`. */
  readonly revision: Scalars['Int']['output'];
};

/** Something that happened to a patch. */
export type Event = {
  readonly seq: Scalars['Int']['output'];
  readonly at: Scalars['String']['output'];
  readonly who: Scalars['String']['output'];
  /** In words: `no -> yes on 3.2`. */
  readonly text: Scalars['String']['output'];
  /** True when a person decided, or took a decision back: it can be gone back to. */
  readonly isDecision: Scalars['Boolean']['output'];
  /** The stable branch it is about; null when it is about all of them, or about one that is no longer there. */
  readonly target?: Maybe<Target>;
  /** The verdict that was decided; null when a decision was withdrawn, and for everything that is no decision. */
  readonly verdict?: Maybe<Verdict>;
  /** What a decided wait waits for; null: as the author says, and for everything that is no decided wait. */
  readonly condition?: Maybe<WaitCondition>;
};

/** What a person said that a wait waits for. */
export type WaitCondition = {
  /** Never AUTHOR. */
  readonly kind: WaitKind;
  /** As in `Wait`. */
  readonly day?: Maybe<Scalars['String']['output']>;
  readonly days?: Maybe<Scalars['Int']['output']>;
  readonly of?: Maybe<TagSource>;
  readonly pattern?: Maybe<Scalars['String']['output']>;
};

export type Tally = {
  readonly no: Scalars['Int']['output'];
  readonly uncertain: Scalars['Int']['output'];
  readonly wait: Scalars['Int']['output'];
  readonly yes: Scalars['Int']['output'];
  readonly backported: Scalars['Int']['output'];
  /** Decided by people. */
  readonly decided: Scalars['Int']['output'];
};

export type PickList = {
  readonly target: Target;
  /** Number of the first patch taken in. */
  readonly from: Scalars['Int']['output'];
  /** Exactly what to paste: literals and full hex ids only. Empty when there is nothing to pick. */
  readonly shell: Scalars['String']['output'];
  /** Ids to pick, oldest first. */
  readonly ids: ReadonlyArray<Scalars['String']['output']>;
  /** Yes by a person's decision, or by a person's agreement with what a machine guessed. */
  readonly decidedCount: Scalars['Int']['output'];
  readonly instructedCount: Scalars['Int']['output'];
  /** Yes by a machine's guess alone. */
  readonly guessedCount: Scalars['Int']['output'];
  /** What to know before picking: patches that the list needs and does not hold, and others. */
  readonly warnings: ReadonlyArray<Scalars['String']['output']>;
};

/** One pass of an engine. */
export type Run = Node & {
  readonly id: Scalars['ID']['output'];
  readonly engine: Engine;
  readonly planned: Scalars['Int']['output'];
  readonly done: Scalars['Int']['output'];
  readonly failed: Scalars['Int']['output'];
  /** running, done, cancelled or failed. */
  readonly state: Scalars['String']['output'];
  /** Why it failed; null otherwise. */
  readonly trouble?: Maybe<Scalars['String']['output']>;
  /** Patches per second; 0 when not known yet. */
  readonly rate: Scalars['Float']['output'];
  /** Seconds to go at that rate; null when not known. */
  readonly secondsLeft?: Maybe<Scalars['Int']['output']>;
  /** Tokens evaluated and written per second; 0 for engines without a model. */
  readonly tokenRate: Scalars['Float']['output'];
  /** Patches that the engine has in hand now. */
  readonly reading: ReadonlyArray<Scalars['ID']['output']>;
};

export type Sync = {
  readonly isRunning: Scalars['Boolean']['output'];
  /** In words while it runs; null otherwise. */
  readonly progress?: Maybe<Scalars['String']['output']>;
  /** When the last good one ended, ISO 8601; null before the first. */
  readonly at?: Maybe<Scalars['String']['output']>;
  /** The sentence of the last failure; null after a good one. */
  readonly trouble?: Maybe<Scalars['String']['output']>;
};

export type Mutation = {
  /** Gives the viewer a name, kept in a cookie that scripts on pages cannot read. */
  readonly introduce: IntroducePayload;
  /** A person's verdict on any number of patches and targets; null withdraws it. Stale ones are refused, the others done. */
  readonly overrideVerdict: OverrideVerdictPayload;
  readonly addNote: AddNotePayload;
  /** Replaces a note's text when `expected` is still its revision. */
  readonly editNote: EditNotePayload;
  /** Hides a note when `expected` is still its revision. It can be restored. */
  readonly deleteNote: EditNotePayload;
  /** Shows a deleted note again when `expected` is still its revision. */
  readonly restoreNote: EditNotePayload;
  /** The viewer looked and agrees with the verdicts shown. Where another one is shown by now, nothing is kept. */
  readonly markSeen: MarkSeenPayload;
  /** Takes back the viewer's own last action on a series, the one before it at the next call. */
  readonly undo: UndoPayload;
  /** Does again what the viewer's last undo took back, as long as the viewer did nothing else since. */
  readonly redo: RedoPayload;
  /** Remembers where the viewer is, for going on there later. */
  readonly keepPlace: KeepPlacePayload;
  /** Keeps what a board shows under a name that no other view of the series has. */
  readonly saveView: SaveViewPayload;
  /** Gives a view another name and content when `expected` is still its revision. */
  readonly editView: EditViewPayload;
  /** Deletes a view when `expected` is still its revision. */
  readonly deleteView: EditViewPayload;
  /** Lets the engine read what it has not read; the run that goes on already is given back. */
  readonly startRun: StartRunPayload;
  readonly cancelRun: CancelRunPayload;
  /** Has the model write out its reasons for a patch, before everything else; asked again when it did so before. */
  readonly explain: ExplainPayload;
  /** Tells which rows the viewer sees: a model reads them first. Nothing is kept. */
  readonly lookAt: LookAtPayload;
  /** Reads the repository now. */
  readonly startSync: StartSyncPayload;
  /** Takes in what people decided in a file without a server. What somebody decided on the board since stays; a second time changes nothing. */
  readonly takeIn: TakeInPayload;
  /** Says on which patch a page is that follows `presence`. Nothing is kept. */
  readonly moveTo: MoveToPayload;
};


export type MutationIntroduceArgs = {
  input: IntroduceInput;
};


export type MutationOverrideVerdictArgs = {
  input: OverrideVerdictInput;
};


export type MutationAddNoteArgs = {
  input: AddNoteInput;
};


export type MutationEditNoteArgs = {
  input: EditNoteInput;
};


export type MutationDeleteNoteArgs = {
  input: NoteInput;
};


export type MutationRestoreNoteArgs = {
  input: NoteInput;
};


export type MutationMarkSeenArgs = {
  input: MarkSeenInput;
};


export type MutationUndoArgs = {
  input: UndoInput;
};


export type MutationRedoArgs = {
  input: RedoInput;
};


export type MutationKeepPlaceArgs = {
  input: KeepPlaceInput;
};


export type MutationSaveViewArgs = {
  input: SaveViewInput;
};


export type MutationEditViewArgs = {
  input: EditViewInput;
};


export type MutationDeleteViewArgs = {
  input: DeleteViewInput;
};


export type MutationStartRunArgs = {
  input: StartRunInput;
};


export type MutationCancelRunArgs = {
  input: CancelRunInput;
};


export type MutationExplainArgs = {
  input: ExplainInput;
};


export type MutationLookAtArgs = {
  input: LookAtInput;
};


export type MutationStartSyncArgs = {
  input: StartSyncInput;
};


export type MutationTakeInArgs = {
  input: TakeInInput;
};


export type MutationMoveToArgs = {
  input: MoveToInput;
};

export type IntroduceInput = {
  /** 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type IntroducePayload = {
  readonly viewer: Viewer;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type OverrideVerdictInput = {
  /** At most 2,000. */
  readonly decisions: ReadonlyArray<DecisionInput>;
  readonly verdict?: InputMaybe<Verdict>;
  /** What a wait waits for; null: as before where a person said wait, else as the author says. Refused with any other verdict. */
  readonly condition?: InputMaybe<WaitInput>;
  /** Calls of one person with the same id are one action: one undo takes all of it back. Null for an action of its own. */
  readonly action?: InputMaybe<Scalars['ID']['input']>;
  /** A retry with the same id gets the first outcome. */
  readonly clientMutationId: Scalars['ID']['input'];
};

/** The fields of its kind have to be there; see `Wait`. */
export type WaitInput = {
  readonly kind: WaitKind;
  readonly day?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 3,650. */
  readonly days?: InputMaybe<Scalars['Int']['input']>;
  readonly of?: InputMaybe<TagSource>;
  /** At most 100 characters. */
  readonly pattern?: InputMaybe<Scalars['String']['input']>;
};

export type DecisionInput = {
  readonly patch: Scalars['ID']['input'];
  readonly target: Scalars['ID']['input'];
  /** The revision that the person saw. */
  readonly expected: Scalars['Int']['input'];
  /**
   * The `clientMutationId` of each call by which the person had decided this before, or undone or redone something, when it was not
   * answered yet. Where one of them was refused, this is refused too; where one was the last that changed the decision, this
   * replaces what it left, and `expected` does not matter.
   */
  readonly after?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
};

export type OverrideVerdictPayload = {
  /** Every patch that was named, as it is now. */
  readonly patches: ReadonlyArray<Patch>;
  /** Decisions that were refused because somebody decided first. */
  readonly conflicts: ReadonlyArray<VerdictConflict>;
  readonly clientMutationId: Scalars['ID']['output'];
};

export type VerdictConflict = {
  readonly patch: Patch;
  readonly target: Target;
  /** The verdict that stands. */
  readonly verdict: Verdict;
  readonly by?: Maybe<Scalars['String']['output']>;
};

export type MarkSeenInput = {
  /** At most 2,000. */
  readonly agreements: ReadonlyArray<AgreementInput>;
  /** As in OverrideVerdictInput. */
  readonly action?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId: Scalars['ID']['input'];
};

export type AgreementInput = {
  readonly patch: Scalars['ID']['input'];
  readonly target: Scalars['ID']['input'];
  /** The verdict that the person saw and agrees with. */
  readonly verdict: Verdict;
};

export type MarkSeenPayload = {
  /** Every patch that was named, as it is now. */
  readonly patches: ReadonlyArray<Patch>;
  /** Where another verdict is shown by now: nothing was kept. */
  readonly conflicts: ReadonlyArray<VerdictConflict>;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type AddNoteInput = {
  readonly patch: Scalars['ID']['input'];
  /** 1 to 4,000 characters. */
  readonly text: Scalars['String']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type AddNotePayload = {
  readonly patch: Patch;
  readonly clientMutationId: Scalars['ID']['output'];
};

export type EditNoteInput = {
  readonly note: Scalars['ID']['input'];
  readonly text: Scalars['String']['input'];
  readonly expected: Scalars['Int']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type NoteInput = {
  readonly note: Scalars['ID']['input'];
  /** The revision that the person saw. */
  readonly expected: Scalars['Int']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type EditNotePayload = {
  readonly patch: Patch;
  /** The note as somebody else left it when the change was refused; null when it was done. */
  readonly conflict?: Maybe<Note>;
  readonly clientMutationId: Scalars['ID']['output'];
};

export type UndoInput = {
  readonly series: Scalars['ID']['input'];
  /**
   * The `clientMutationId`s of the action that the person means, when it was not answered yet. Where none of these calls did
   * anything, there is nothing to undo.
   */
  readonly of?: InputMaybe<ReadonlyArray<Scalars['ID']['input']>>;
  readonly clientMutationId: Scalars['ID']['input'];
};

export type UndoPayload = {
  readonly patches: ReadonlyArray<Patch>;
  /** What was undone, in words; null when there was nothing. */
  readonly undone?: Maybe<Scalars['String']['output']>;
  /** Decisions that stayed because somebody changed them since. */
  readonly conflicts: ReadonlyArray<VerdictConflict>;
  readonly clientMutationId: Scalars['ID']['output'];
};

export type RedoInput = {
  readonly series: Scalars['ID']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type RedoPayload = {
  readonly patches: ReadonlyArray<Patch>;
  /** What was done again, in words; null when there was nothing. */
  readonly redone?: Maybe<Scalars['String']['output']>;
  /** Decisions that stayed because somebody changed them since. */
  readonly conflicts: ReadonlyArray<VerdictConflict>;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type KeepPlaceInput = {
  readonly patch: Scalars['ID']['input'];
  readonly target: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type KeepPlacePayload = {
  readonly series: Series;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type SaveViewInput = {
  readonly series: Scalars['ID']['input'];
  /** 1 to 80 characters. */
  readonly name: Scalars['String']['input'];
  /** At most 2,000 characters. */
  readonly search: Scalars['String']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type SaveViewPayload = {
  readonly series: Series;
  readonly clientMutationId: Scalars['ID']['output'];
};

export type EditViewInput = {
  readonly view: Scalars['ID']['input'];
  readonly name: Scalars['String']['input'];
  readonly search: Scalars['String']['input'];
  readonly expected: Scalars['Int']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type DeleteViewInput = {
  readonly view: Scalars['ID']['input'];
  readonly expected: Scalars['Int']['input'];
  readonly clientMutationId: Scalars['ID']['input'];
};

export type EditViewPayload = {
  readonly series: Series;
  /** The view as somebody else left it when the change was refused; null when it was done. */
  readonly conflict?: Maybe<SavedView>;
  readonly clientMutationId: Scalars['ID']['output'];
};

export type StartRunInput = {
  readonly series: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type StartRunPayload = {
  readonly series: Series;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type CancelRunInput = {
  readonly series: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type CancelRunPayload = {
  readonly series: Series;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type ExplainInput = {
  readonly patch: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type ExplainPayload = {
  readonly patch: Patch;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type LookAtInput = {
  /** At most 200, the most important first. */
  readonly patches: ReadonlyArray<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type LookAtPayload = {
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type StartSyncInput = {
  readonly series: Scalars['ID']['input'];
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type StartSyncPayload = {
  readonly series: Series;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type TakeInInput = {
  readonly series: Scalars['ID']['input'];
  /** The database that the file was made from: in another one, revisions mean nothing, and what is decided there stays. */
  readonly epoch: Scalars['ID']['input'];
  /** At most 500. */
  readonly decisions: ReadonlyArray<FileDecisionInput>;
  /** At most 500. */
  readonly agreements?: ReadonlyArray<FileAgreementInput>;
  /** At most 500. */
  readonly notes: ReadonlyArray<FileNoteInput>;
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type FileDecisionInput = {
  /** As the file has it, 1 to 80 characters: the same id is done once. */
  readonly id: Scalars['ID']['input'];
  /** Full commit id. */
  readonly patch: Scalars['String']['input'];
  /** Branch name. */
  readonly target: Scalars['String']['input'];
  /** Null withdraws. */
  readonly verdict?: InputMaybe<Verdict>;
  /** As in `OverrideVerdictInput`. */
  readonly condition?: InputMaybe<WaitInput>;
  readonly who: Scalars['String']['input'];
  /** The revision that the file was made with. */
  readonly expected: Scalars['Int']['input'];
};

/** What somebody looked at in a file, and agreed with. Taken in while the board shows that verdict. */
export type FileAgreementInput = {
  /** As the file has it, 1 to 80 characters: the same id is done once. */
  readonly id: Scalars['ID']['input'];
  /** Full commit id. */
  readonly patch: Scalars['String']['input'];
  /** Branch name. */
  readonly target: Scalars['String']['input'];
  readonly verdict: Verdict;
  readonly who: Scalars['String']['input'];
};

export type FileNoteInput = {
  readonly id: Scalars['ID']['input'];
  /** Full commit id. */
  readonly patch: Scalars['String']['input'];
  readonly who: Scalars['String']['input'];
  readonly text: Scalars['String']['input'];
};

export type TakeInPayload = {
  /** Decisions and notes that are on the board now and were not before. */
  readonly taken: Scalars['Int']['output'];
  /** Those that were there already. */
  readonly known: Scalars['Int']['output'];
  readonly conflicts: ReadonlyArray<TakeInConflict>;
  /** What the series does not hold, in words. */
  readonly strange: ReadonlyArray<Scalars['String']['output']>;
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

/** A decision of a file that was refused because somebody decided on the board since. */
export type TakeInConflict = {
  readonly patch: Patch;
  readonly target: Target;
  /** The verdict that stands, and who decided it. */
  readonly verdict: Verdict;
  readonly by?: Maybe<Scalars['String']['output']>;
  /** What the file says, and whose word that is. */
  readonly wanted?: Maybe<Verdict>;
  /** What a wanted wait was to wait for; null where that was not said. */
  readonly condition?: Maybe<WaitCondition>;
  readonly who: Scalars['String']['output'];
};

export type MoveToInput = {
  readonly series: Scalars['ID']['input'];
  /** The page, as it named itself to `presence`. */
  readonly page: Scalars['ID']['input'];
  /** Null for none. */
  readonly patch?: InputMaybe<Scalars['ID']['input']>;
  readonly clientMutationId?: InputMaybe<Scalars['ID']['input']>;
};

export type MoveToPayload = {
  readonly clientMutationId?: Maybe<Scalars['ID']['output']>;
};

export type Subscription = {
  /**
   * What changed on a series after `after`, in batches of at most 500 patches, at most 5 a second, each patch once a batch. A
   * client that comes back passes the last `seq` it saw; an `epoch` that is not the database's gets `isStale`.
   */
  readonly changes: Changes;
  /** What a model of this server is writing about a patch, all of it so far, at most 10 a second. Does not end. */
  readonly writing: Writing;
  /**
   * Who has the board of a series open: now, and whenever that changes, at most once a second. As long as it lasts, the page that
   * asks is there too, under an id that it made up for itself.
   */
  readonly presence: Presence;
};


export type SubscriptionChangesArgs = {
  series: Scalars['ID']['input'];
  after: Scalars['Int']['input'];
  epoch: Scalars['ID']['input'];
};


export type SubscriptionWritingArgs = {
  patch: Scalars['ID']['input'];
};


export type SubscriptionPresenceArgs = {
  series: Scalars['ID']['input'];
  page: Scalars['ID']['input'];
};

/** Who has a board open. */
export type Presence = {
  /** At most 50, the page that asks first. */
  readonly people: ReadonlyArray<Present>;
  /** How many more there are. */
  readonly more: Scalars['Int']['output'];
};

/** An open page of a board. */
export type Present = {
  readonly page: Scalars['ID']['output'];
  /** Null while nobody said who it is. */
  readonly who?: Maybe<Scalars['String']['output']>;
  /** The patch that the page is on; null before the first. */
  readonly patch?: Maybe<Scalars['ID']['output']>;
};

export type Writing = {
  /** Null while nothing is being written about the patch. */
  readonly text?: Maybe<Scalars['String']['output']>;
};

export type Changes = {
  readonly seq: Scalars['Int']['output'];
  /** Changed patches as they are now, new ones included. */
  readonly patches: ReadonlyArray<Patch>;
  /** What people took back or did again: one event for each action, however many patches it was about. */
  readonly events: ReadonlyArray<Event>;
  /** The series with its run, sync, targets and counts as they are now. */
  readonly series: Series;
  /** The database is another one, or older than the cursor: load everything again. */
  readonly isStale: Scalars['Boolean']['output'];
};



export type ResolverTypeWrapper<T> = Promise<T> | T;


export type ResolverWithResolve<TResult, TParent, TContext, TArgs> = {
  resolve: ResolverFn<TResult, TParent, TContext, TArgs>;
};
export type Resolver<TResult, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = ResolverFn<TResult, TParent, TContext, TArgs> | ResolverWithResolve<TResult, TParent, TContext, TArgs>;

export type ResolverFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => Promise<TResult> | TResult;

export type SubscriptionSubscribeFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => AsyncIterable<TResult> | Promise<AsyncIterable<TResult>>;

export type SubscriptionResolveFn<TResult, TParent, TContext, TArgs> = (
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;

export interface SubscriptionSubscriberObject<TResult, TKey extends string, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<{ [key in TKey]: TResult }, TParent, TContext, TArgs>;
  resolve?: SubscriptionResolveFn<TResult, { [key in TKey]: TResult }, TContext, TArgs>;
}

export interface SubscriptionResolverObject<TResult, TParent, TContext, TArgs> {
  subscribe: SubscriptionSubscribeFn<any, TParent, TContext, TArgs>;
  resolve: SubscriptionResolveFn<TResult, any, TContext, TArgs>;
}

export type SubscriptionObject<TResult, TKey extends string, TParent, TContext, TArgs> =
  | SubscriptionSubscriberObject<TResult, TKey, TParent, TContext, TArgs>
  | SubscriptionResolverObject<TResult, TParent, TContext, TArgs>;

export type SubscriptionResolver<TResult, TKey extends string, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> =
  | ((...args: any[]) => SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>)
  | SubscriptionObject<TResult, TKey, TParent, TContext, TArgs>;

export type TypeResolveFn<TTypes, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (
  parent: TParent,
  context: TContext,
  info: GraphQLResolveInfo
) => Maybe<TTypes> | Promise<Maybe<TTypes>>;

export type IsTypeOfResolverFn<T = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>> = (obj: T, context: TContext, info: GraphQLResolveInfo) => boolean | Promise<boolean>;

export type NextResolverFn<T> = () => Promise<T>;

export type DirectiveResolverFn<TResult = Record<PropertyKey, never>, TParent = Record<PropertyKey, never>, TContext = Record<PropertyKey, never>, TArgs = Record<PropertyKey, never>> = (
  next: NextResolverFn<TResult>,
  parent: TParent,
  args: TArgs,
  context: TContext,
  info: GraphQLResolveInfo
) => TResult | Promise<TResult>;




/** Mapping of interface types */
export type ResolversInterfaceTypes<_RefType extends Record<string, unknown>> = {
  Node:
    | ( SeriesRow )
    | ( TargetRow )
    | ( PatchNode )
    | ( CommitNode )
    | ( ClassificationNode )
    | ( NoteRow )
    | ( ViewRow )
    | ( RunRow )
  ;
};

/** Mapping between all available schema types and the resolvers types */
export type ResolversTypes = {
  Query: ResolverTypeWrapper<Record<PropertyKey, never>>;
  ID: ResolverTypeWrapper<Scalars['ID']['output']>;
  String: ResolverTypeWrapper<Scalars['String']['output']>;
  Node: ResolverTypeWrapper<ResolversInterfaceTypes<ResolversTypes>['Node']>;
  Viewer: ResolverTypeWrapper<Viewer>;
  Verdict: Verdict;
  Strength: Strength;
  WaitKind: WaitKind;
  TagSource: TagSource;
  Evidence: Evidence;
  Engine: Engine;
  Settlement: Settlement;
  Series: ResolverTypeWrapper<SeriesRow>;
  Int: ResolverTypeWrapper<Scalars['Int']['output']>;
  Boolean: ResolverTypeWrapper<Scalars['Boolean']['output']>;
  SearchResult: ResolverTypeWrapper<SearchResult>;
  Float: ResolverTypeWrapper<Scalars['Float']['output']>;
  Place: ResolverTypeWrapper<PlaceRow>;
  Target: ResolverTypeWrapper<TargetRow>;
  Period: Period;
  TimelinePoint: ResolverTypeWrapper<TimelinePoint>;
  Wait: ResolverTypeWrapper<ShownWait>;
  PatchConnection: ResolverTypeWrapper<Omit<PatchConnection, 'edges'> & { edges: ReadonlyArray<ResolversTypes['PatchEdge']> }>;
  PatchEdge: ResolverTypeWrapper<Omit<PatchEdge, 'node'> & { node: ResolversTypes['Patch'] }>;
  PageInfo: ResolverTypeWrapper<PageInfo>;
  Patch: ResolverTypeWrapper<PatchNode>;
  Commit: ResolverTypeWrapper<CommitNode>;
  SameFiles: ResolverTypeWrapper<Omit<SameFiles, 'patches'> & { patches: ReadonlyArray<ResolversTypes['Patch']> }>;
  FileChange: ResolverTypeWrapper<FileChange>;
  Diff: ResolverTypeWrapper<Diff>;
  Branch: ResolverTypeWrapper<BranchNode>;
  Backport: ResolverTypeWrapper<Backport>;
  Classification: ResolverTypeWrapper<ClassificationNode>;
  Scores: ResolverTypeWrapper<Scores>;
  Transcript: ResolverTypeWrapper<Transcript>;
  Model: ResolverTypeWrapper<Model>;
  Quote: ResolverTypeWrapper<Quote>;
  Condition: ResolverTypeWrapper<Condition>;
  Link: ResolverTypeWrapper<LinkNode>;
  Note: ResolverTypeWrapper<NoteRow>;
  Mention: ResolverTypeWrapper<MentionNode>;
  SavedView: ResolverTypeWrapper<ViewRow>;
  Event: ResolverTypeWrapper<ChangeRow>;
  WaitCondition: ResolverTypeWrapper<ConditionOfWait>;
  Tally: ResolverTypeWrapper<Tally>;
  PickList: ResolverTypeWrapper<PickListNode>;
  Run: ResolverTypeWrapper<RunRow>;
  Sync: ResolverTypeWrapper<Sync>;
  Mutation: ResolverTypeWrapper<Record<PropertyKey, never>>;
  IntroduceInput: IntroduceInput;
  IntroducePayload: ResolverTypeWrapper<IntroducePayload>;
  OverrideVerdictInput: OverrideVerdictInput;
  WaitInput: WaitInput;
  DecisionInput: DecisionInput;
  OverrideVerdictPayload: ResolverTypeWrapper<Omit<OverrideVerdictPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversTypes['Patch']>, conflicts: ReadonlyArray<ResolversTypes['VerdictConflict']> }>;
  VerdictConflict: ResolverTypeWrapper<ConflictNode>;
  MarkSeenInput: MarkSeenInput;
  AgreementInput: AgreementInput;
  MarkSeenPayload: ResolverTypeWrapper<Omit<MarkSeenPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversTypes['Patch']>, conflicts: ReadonlyArray<ResolversTypes['VerdictConflict']> }>;
  AddNoteInput: AddNoteInput;
  AddNotePayload: ResolverTypeWrapper<Omit<AddNotePayload, 'patch'> & { patch: ResolversTypes['Patch'] }>;
  EditNoteInput: EditNoteInput;
  NoteInput: NoteInput;
  EditNotePayload: ResolverTypeWrapper<Omit<EditNotePayload, 'patch' | 'conflict'> & { patch: ResolversTypes['Patch'], conflict?: Maybe<ResolversTypes['Note']> }>;
  UndoInput: UndoInput;
  UndoPayload: ResolverTypeWrapper<Omit<UndoPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversTypes['Patch']>, conflicts: ReadonlyArray<ResolversTypes['VerdictConflict']> }>;
  RedoInput: RedoInput;
  RedoPayload: ResolverTypeWrapper<Omit<RedoPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversTypes['Patch']>, conflicts: ReadonlyArray<ResolversTypes['VerdictConflict']> }>;
  KeepPlaceInput: KeepPlaceInput;
  KeepPlacePayload: ResolverTypeWrapper<Omit<KeepPlacePayload, 'series'> & { series: ResolversTypes['Series'] }>;
  SaveViewInput: SaveViewInput;
  SaveViewPayload: ResolverTypeWrapper<Omit<SaveViewPayload, 'series'> & { series: ResolversTypes['Series'] }>;
  EditViewInput: EditViewInput;
  DeleteViewInput: DeleteViewInput;
  EditViewPayload: ResolverTypeWrapper<Omit<EditViewPayload, 'series' | 'conflict'> & { series: ResolversTypes['Series'], conflict?: Maybe<ResolversTypes['SavedView']> }>;
  StartRunInput: StartRunInput;
  StartRunPayload: ResolverTypeWrapper<Omit<StartRunPayload, 'series'> & { series: ResolversTypes['Series'] }>;
  CancelRunInput: CancelRunInput;
  CancelRunPayload: ResolverTypeWrapper<Omit<CancelRunPayload, 'series'> & { series: ResolversTypes['Series'] }>;
  ExplainInput: ExplainInput;
  ExplainPayload: ResolverTypeWrapper<Omit<ExplainPayload, 'patch'> & { patch: ResolversTypes['Patch'] }>;
  LookAtInput: LookAtInput;
  LookAtPayload: ResolverTypeWrapper<LookAtPayload>;
  StartSyncInput: StartSyncInput;
  StartSyncPayload: ResolverTypeWrapper<Omit<StartSyncPayload, 'series'> & { series: ResolversTypes['Series'] }>;
  TakeInInput: TakeInInput;
  FileDecisionInput: FileDecisionInput;
  FileAgreementInput: FileAgreementInput;
  FileNoteInput: FileNoteInput;
  TakeInPayload: ResolverTypeWrapper<Omit<TakeInPayload, 'conflicts'> & { conflicts: ReadonlyArray<ResolversTypes['TakeInConflict']> }>;
  TakeInConflict: ResolverTypeWrapper<TakeInConflictNode>;
  MoveToInput: MoveToInput;
  MoveToPayload: ResolverTypeWrapper<MoveToPayload>;
  Subscription: ResolverTypeWrapper<Record<PropertyKey, never>>;
  Presence: ResolverTypeWrapper<Presence>;
  Present: ResolverTypeWrapper<Present>;
  Writing: ResolverTypeWrapper<Writing>;
  Changes: ResolverTypeWrapper<Batch>;
};

/** Mapping between all available schema types and the resolvers parents */
export type ResolversParentTypes = {
  Query: Record<PropertyKey, never>;
  ID: Scalars['ID']['output'];
  String: Scalars['String']['output'];
  Node: ResolversInterfaceTypes<ResolversParentTypes>['Node'];
  Viewer: Viewer;
  Series: SeriesRow;
  Int: Scalars['Int']['output'];
  Boolean: Scalars['Boolean']['output'];
  SearchResult: SearchResult;
  Float: Scalars['Float']['output'];
  Place: PlaceRow;
  Target: TargetRow;
  TimelinePoint: TimelinePoint;
  Wait: ShownWait;
  PatchConnection: Omit<PatchConnection, 'edges'> & { edges: ReadonlyArray<ResolversParentTypes['PatchEdge']> };
  PatchEdge: Omit<PatchEdge, 'node'> & { node: ResolversParentTypes['Patch'] };
  PageInfo: PageInfo;
  Patch: PatchNode;
  Commit: CommitNode;
  SameFiles: Omit<SameFiles, 'patches'> & { patches: ReadonlyArray<ResolversParentTypes['Patch']> };
  FileChange: FileChange;
  Diff: Diff;
  Branch: BranchNode;
  Backport: Backport;
  Classification: ClassificationNode;
  Scores: Scores;
  Transcript: Transcript;
  Model: Model;
  Quote: Quote;
  Condition: Condition;
  Link: LinkNode;
  Note: NoteRow;
  Mention: MentionNode;
  SavedView: ViewRow;
  Event: ChangeRow;
  WaitCondition: ConditionOfWait;
  Tally: Tally;
  PickList: PickListNode;
  Run: RunRow;
  Sync: Sync;
  Mutation: Record<PropertyKey, never>;
  IntroduceInput: IntroduceInput;
  IntroducePayload: IntroducePayload;
  OverrideVerdictInput: OverrideVerdictInput;
  WaitInput: WaitInput;
  DecisionInput: DecisionInput;
  OverrideVerdictPayload: Omit<OverrideVerdictPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversParentTypes['Patch']>, conflicts: ReadonlyArray<ResolversParentTypes['VerdictConflict']> };
  VerdictConflict: ConflictNode;
  MarkSeenInput: MarkSeenInput;
  AgreementInput: AgreementInput;
  MarkSeenPayload: Omit<MarkSeenPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversParentTypes['Patch']>, conflicts: ReadonlyArray<ResolversParentTypes['VerdictConflict']> };
  AddNoteInput: AddNoteInput;
  AddNotePayload: Omit<AddNotePayload, 'patch'> & { patch: ResolversParentTypes['Patch'] };
  EditNoteInput: EditNoteInput;
  NoteInput: NoteInput;
  EditNotePayload: Omit<EditNotePayload, 'patch' | 'conflict'> & { patch: ResolversParentTypes['Patch'], conflict?: Maybe<ResolversParentTypes['Note']> };
  UndoInput: UndoInput;
  UndoPayload: Omit<UndoPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversParentTypes['Patch']>, conflicts: ReadonlyArray<ResolversParentTypes['VerdictConflict']> };
  RedoInput: RedoInput;
  RedoPayload: Omit<RedoPayload, 'patches' | 'conflicts'> & { patches: ReadonlyArray<ResolversParentTypes['Patch']>, conflicts: ReadonlyArray<ResolversParentTypes['VerdictConflict']> };
  KeepPlaceInput: KeepPlaceInput;
  KeepPlacePayload: Omit<KeepPlacePayload, 'series'> & { series: ResolversParentTypes['Series'] };
  SaveViewInput: SaveViewInput;
  SaveViewPayload: Omit<SaveViewPayload, 'series'> & { series: ResolversParentTypes['Series'] };
  EditViewInput: EditViewInput;
  DeleteViewInput: DeleteViewInput;
  EditViewPayload: Omit<EditViewPayload, 'series' | 'conflict'> & { series: ResolversParentTypes['Series'], conflict?: Maybe<ResolversParentTypes['SavedView']> };
  StartRunInput: StartRunInput;
  StartRunPayload: Omit<StartRunPayload, 'series'> & { series: ResolversParentTypes['Series'] };
  CancelRunInput: CancelRunInput;
  CancelRunPayload: Omit<CancelRunPayload, 'series'> & { series: ResolversParentTypes['Series'] };
  ExplainInput: ExplainInput;
  ExplainPayload: Omit<ExplainPayload, 'patch'> & { patch: ResolversParentTypes['Patch'] };
  LookAtInput: LookAtInput;
  LookAtPayload: LookAtPayload;
  StartSyncInput: StartSyncInput;
  StartSyncPayload: Omit<StartSyncPayload, 'series'> & { series: ResolversParentTypes['Series'] };
  TakeInInput: TakeInInput;
  FileDecisionInput: FileDecisionInput;
  FileAgreementInput: FileAgreementInput;
  FileNoteInput: FileNoteInput;
  TakeInPayload: Omit<TakeInPayload, 'conflicts'> & { conflicts: ReadonlyArray<ResolversParentTypes['TakeInConflict']> };
  TakeInConflict: TakeInConflictNode;
  MoveToInput: MoveToInput;
  MoveToPayload: MoveToPayload;
  Subscription: Record<PropertyKey, never>;
  Presence: Presence;
  Present: Present;
  Writing: Writing;
  Changes: Batch;
};

export type QueryResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Query'] = ResolversParentTypes['Query']> = {
  node?: Resolver<Maybe<ResolversTypes['Node']>, ParentType, ContextType, RequireFields<QueryNodeArgs, 'id'>>;
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  series?: Resolver<Maybe<ResolversTypes['Series']>, ParentType, ContextType, RequireFields<QuerySeriesArgs, 'name'>>;
  allSeries?: Resolver<ReadonlyArray<ResolversTypes['Series']>, ParentType, ContextType>;
  beginning?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type NodeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Node'] = ResolversParentTypes['Node']> = {
  __resolveType: TypeResolveFn<'Series' | 'Target' | 'Patch' | 'Commit' | 'Classification' | 'Note' | 'SavedView' | 'Run', ParentType, ContextType>;
};

export type ViewerResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Viewer'] = ResolversParentTypes['Viewer']> = {
  name?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  suggestedName?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type VerdictResolvers = EnumResolverSignature<{ NO?: any, UNCERTAIN?: any, WAIT?: any, YES?: any }, ResolversTypes['Verdict']>;

export type StrengthResolvers = EnumResolverSignature<{ MUST?: any, SHOULD?: any, MAY?: any }, ResolversTypes['Strength']>;

export type WaitKindResolvers = EnumResolverSignature<{ DATE?: any, DAYS?: any, TAG?: any, OPEN?: any, AUTHOR?: any }, ResolversTypes['WaitKind']>;

export type TagSourceResolvers = EnumResolverSignature<{ UPSTREAM?: any, TARGET?: any }, ResolversTypes['TagSource']>;

export type EvidenceResolvers = EnumResolverSignature<{ TRAILER?: any, PATCH_ID?: any, AUTHOR_AND_SUBJECT?: any, CLAIMED?: any }, ResolversTypes['Evidence']>;

export type EngineResolvers = EnumResolverSignature<{ RULES?: any, LLAMA?: any, HTTP?: any, HISTORY?: any }, ResolversTypes['Engine']>;

export type SettlementResolvers = EnumResolverSignature<{ INSTRUCTION?: any, SILENCE?: any, NO_CHANGE?: any }, ResolversTypes['Settlement']>;

export type SeriesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Series'] = ResolversParentTypes['Series']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  repositoryName?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  upstream?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  base?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['Target']>, ParentType, ContextType>;
  patchCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  patches?: Resolver<ResolversTypes['PatchConnection'], ParentType, ContextType, RequireFields<SeriesPatchesArgs, 'first'>>;
  tally?: Resolver<ResolversTypes['Tally'], ParentType, ContextType, RequireFields<SeriesTallyArgs, 'target'>>;
  pickList?: Resolver<ResolversTypes['PickList'], ParentType, ContextType, RequireFields<SeriesPickListArgs, 'target' | 'machine'>>;
  search?: Resolver<ResolversTypes['SearchResult'], ParentType, ContextType, RequireFields<SeriesSearchArgs, 'query'>>;
  run?: Resolver<Maybe<ResolversTypes['Run']>, ParentType, ContextType>;
  model?: Resolver<ResolversTypes['Model'], ParentType, ContextType>;
  sync?: Resolver<ResolversTypes['Sync'], ParentType, ContextType>;
  commitUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  issueUrl?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  places?: Resolver<ReadonlyArray<ResolversTypes['Place']>, ParentType, ContextType>;
  views?: Resolver<ReadonlyArray<ResolversTypes['SavedView']>, ParentType, ContextType>;
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  epoch?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SearchResultResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SearchResult'] = ResolversParentTypes['SearchResult']> = {
  ids?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  took?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  trouble?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  unread?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PlaceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Place'] = ResolversParentTypes['Place']> = {
  who?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type TargetResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Target'] = ResolversParentTypes['Target']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  branch?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  version?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isPresent?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  lastBackported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  timeline?: Resolver<ReadonlyArray<ResolversTypes['TimelinePoint']>, ParentType, ContextType, RequireFields<TargetTimelineArgs, 'by' | 'last'>>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type PeriodResolvers = EnumResolverSignature<{ DAY?: any, WEEK?: any }, ResolversTypes['Period']>;

export type TimelinePointResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TimelinePoint'] = ResolversParentTypes['TimelinePoint']> = {
  from?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  waiting?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  picked?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type WaitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Wait'] = ResolversParentTypes['Wait']> = {
  kind?: Resolver<ResolversTypes['WaitKind'], ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['TagSource']>, ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isAuthors?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  words?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isRipe?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isDue?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PatchConnectionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatchConnection'] = ResolversParentTypes['PatchConnection']> = {
  edges?: Resolver<ReadonlyArray<ResolversTypes['PatchEdge']>, ParentType, ContextType>;
  pageInfo?: Resolver<ResolversTypes['PageInfo'], ParentType, ContextType>;
};

export type PatchEdgeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PatchEdge'] = ResolversParentTypes['PatchEdge']> = {
  node?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  cursor?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type PageInfoResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PageInfo'] = ResolversParentTypes['PageInfo']> = {
  hasNextPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  hasPreviousPage?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  startCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  endCursor?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type PatchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Patch'] = ResolversParentTypes['Patch']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  number?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  sha?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  subject?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authoredAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  tag?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  area?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verdicts?: Resolver<ReadonlyArray<ResolversTypes['Verdict']>, ParentType, ContextType>;
  machineVerdicts?: Resolver<ReadonlyArray<ResolversTypes['Verdict']>, ParentType, ContextType>;
  deciders?: Resolver<ReadonlyArray<Maybe<ResolversTypes['String']>>, ParentType, ContextType>;
  revisions?: Resolver<ReadonlyArray<ResolversTypes['Int']>, ParentType, ContextType>;
  agreed?: Resolver<Maybe<ReadonlyArray<ReadonlyArray<ResolversTypes['String']>>>, ParentType, ContextType>;
  evidence?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Evidence']>>, ParentType, ContextType>;
  engine?: Resolver<Maybe<ResolversTypes['Engine']>, ParentType, ContextType>;
  isInstructed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  strength?: Resolver<Maybe<ResolversTypes['Strength']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  margin?: Resolver<Maybe<ResolversTypes['Float']>, ParentType, ContextType>;
  waits?: Resolver<ReadonlyArray<Maybe<ResolversTypes['Wait']>>, ParentType, ContextType>;
  noteCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  asked?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  isDisputed?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isSuspicious?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isMerge?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  isVanished?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  commit?: Resolver<ResolversTypes['Commit'], ParentType, ContextType>;
  settlement?: Resolver<Maybe<ResolversTypes['Settlement']>, ParentType, ContextType>;
  classifications?: Resolver<ReadonlyArray<ResolversTypes['Classification']>, ParentType, ContextType>;
  branches?: Resolver<ReadonlyArray<ResolversTypes['Branch']>, ParentType, ContextType>;
  notes?: Resolver<ReadonlyArray<ResolversTypes['Note']>, ParentType, ContextType>;
  sameFiles?: Resolver<Maybe<ResolversTypes['SameFiles']>, ParentType, ContextType>;
  history?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type CommitResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Commit'] = ResolversParentTypes['Commit']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  sha?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  message?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isMessageCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  parents?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  author?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authorMail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  authoredAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  committer?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  committedAt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  files?: Resolver<Maybe<ReadonlyArray<ResolversTypes['FileChange']>>, ParentType, ContextType>;
  diff?: Resolver<Maybe<ResolversTypes['Diff']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SameFilesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SameFiles'] = ResolversParentTypes['SameFiles']> = {
  patches?: Resolver<ReadonlyArray<ResolversTypes['Patch']>, ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type FileChangeResolvers<ContextType = Context, ParentType extends ResolversParentTypes['FileChange'] = ResolversParentTypes['FileChange']> = {
  path?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  status?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  insertions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  deletions?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
};

export type DiffResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Diff'] = ResolversParentTypes['Diff']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isCut?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type BranchResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Branch'] = ResolversParentTypes['Branch']> = {
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  engine?: Resolver<Maybe<ResolversTypes['Engine']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  backport?: Resolver<Maybe<ResolversTypes['Backport']>, ParentType, ContextType>;
};

export type BackportResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Backport'] = ResolversParentTypes['Backport']> = {
  sha?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  evidence?: Resolver<ResolversTypes['Evidence'], ParentType, ContextType>;
  detail?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type ClassificationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Classification'] = ResolversParentTypes['Classification']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['Engine'], ParentType, ContextType>;
  version?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  model?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  prompt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  isExplicit?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  strength?: Resolver<Maybe<ResolversTypes['Strength']>, ParentType, ContextType>;
  reason?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  quote?: Resolver<Maybe<ResolversTypes['Quote']>, ParentType, ContextType>;
  oldest?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  targets?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  conditions?: Resolver<ReadonlyArray<ResolversTypes['Condition']>, ParentType, ContextType>;
  links?: Resolver<ReadonlyArray<ResolversTypes['Link']>, ParentType, ContextType>;
  rule?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  scores?: Resolver<Maybe<ResolversTypes['Scores']>, ParentType, ContextType>;
  marks?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  transcript?: Resolver<Maybe<ResolversTypes['Transcript']>, ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type ScoresResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Scores'] = ResolversParentTypes['Scores']> = {
  no?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  uncertain?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  wait?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  yes?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  margin?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
};

export type TranscriptResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Transcript'] = ResolversParentTypes['Transcript']> = {
  prompt?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  output?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  readTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  writtenTokens?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ModelResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Model'] = ResolversParentTypes['Model']> = {
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  words?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type QuoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Quote'] = ResolversParentTypes['Quote']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  start?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  end?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type ConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Condition'] = ResolversParentTypes['Condition']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type LinkResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Link'] = ResolversParentTypes['Link']> = {
  kind?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patch?: Resolver<Maybe<ResolversTypes['Patch']>, ParentType, ContextType>;
};

export type NoteResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Note'] = ResolversParentTypes['Note']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  who?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  editedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  editedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedBy?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  deletedAt?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  asks?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  mentions?: Resolver<ReadonlyArray<ResolversTypes['Mention']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type MentionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mention'] = ResolversParentTypes['Mention']> = {
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
};

export type SavedViewResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SavedView'] = ResolversParentTypes['SavedView']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  name?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  search?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  who?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  revision?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type EventResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Event'] = ResolversParentTypes['Event']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  at?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  who?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  text?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  isDecision?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  target?: Resolver<Maybe<ResolversTypes['Target']>, ParentType, ContextType>;
  verdict?: Resolver<Maybe<ResolversTypes['Verdict']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['WaitCondition']>, ParentType, ContextType>;
};

export type WaitConditionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['WaitCondition'] = ResolversParentTypes['WaitCondition']> = {
  kind?: Resolver<ResolversTypes['WaitKind'], ParentType, ContextType>;
  day?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  days?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  of?: Resolver<Maybe<ResolversTypes['TagSource']>, ParentType, ContextType>;
  pattern?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type TallyResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Tally'] = ResolversParentTypes['Tally']> = {
  no?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  uncertain?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  wait?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  yes?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  backported?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  decided?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PickListResolvers<ContextType = Context, ParentType extends ResolversParentTypes['PickList'] = ResolversParentTypes['PickList']> = {
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  from?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  shell?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  ids?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  decidedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  instructedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  guessedCount?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  warnings?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
};

export type RunResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Run'] = ResolversParentTypes['Run']> = {
  id?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  engine?: Resolver<ResolversTypes['Engine'], ParentType, ContextType>;
  planned?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  done?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  failed?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  state?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
  trouble?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  rate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  secondsLeft?: Resolver<Maybe<ResolversTypes['Int']>, ParentType, ContextType>;
  tokenRate?: Resolver<ResolversTypes['Float'], ParentType, ContextType>;
  reading?: Resolver<ReadonlyArray<ResolversTypes['ID']>, ParentType, ContextType>;
  __isTypeOf?: IsTypeOfResolverFn<ParentType, ContextType>;
};

export type SyncResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Sync'] = ResolversParentTypes['Sync']> = {
  isRunning?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
  progress?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  at?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  trouble?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MutationResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Mutation'] = ResolversParentTypes['Mutation']> = {
  introduce?: Resolver<ResolversTypes['IntroducePayload'], ParentType, ContextType, RequireFields<MutationIntroduceArgs, 'input'>>;
  overrideVerdict?: Resolver<ResolversTypes['OverrideVerdictPayload'], ParentType, ContextType, RequireFields<MutationOverrideVerdictArgs, 'input'>>;
  addNote?: Resolver<ResolversTypes['AddNotePayload'], ParentType, ContextType, RequireFields<MutationAddNoteArgs, 'input'>>;
  editNote?: Resolver<ResolversTypes['EditNotePayload'], ParentType, ContextType, RequireFields<MutationEditNoteArgs, 'input'>>;
  deleteNote?: Resolver<ResolversTypes['EditNotePayload'], ParentType, ContextType, RequireFields<MutationDeleteNoteArgs, 'input'>>;
  restoreNote?: Resolver<ResolversTypes['EditNotePayload'], ParentType, ContextType, RequireFields<MutationRestoreNoteArgs, 'input'>>;
  markSeen?: Resolver<ResolversTypes['MarkSeenPayload'], ParentType, ContextType, RequireFields<MutationMarkSeenArgs, 'input'>>;
  undo?: Resolver<ResolversTypes['UndoPayload'], ParentType, ContextType, RequireFields<MutationUndoArgs, 'input'>>;
  redo?: Resolver<ResolversTypes['RedoPayload'], ParentType, ContextType, RequireFields<MutationRedoArgs, 'input'>>;
  keepPlace?: Resolver<ResolversTypes['KeepPlacePayload'], ParentType, ContextType, RequireFields<MutationKeepPlaceArgs, 'input'>>;
  saveView?: Resolver<ResolversTypes['SaveViewPayload'], ParentType, ContextType, RequireFields<MutationSaveViewArgs, 'input'>>;
  editView?: Resolver<ResolversTypes['EditViewPayload'], ParentType, ContextType, RequireFields<MutationEditViewArgs, 'input'>>;
  deleteView?: Resolver<ResolversTypes['EditViewPayload'], ParentType, ContextType, RequireFields<MutationDeleteViewArgs, 'input'>>;
  startRun?: Resolver<ResolversTypes['StartRunPayload'], ParentType, ContextType, RequireFields<MutationStartRunArgs, 'input'>>;
  cancelRun?: Resolver<ResolversTypes['CancelRunPayload'], ParentType, ContextType, RequireFields<MutationCancelRunArgs, 'input'>>;
  explain?: Resolver<ResolversTypes['ExplainPayload'], ParentType, ContextType, RequireFields<MutationExplainArgs, 'input'>>;
  lookAt?: Resolver<ResolversTypes['LookAtPayload'], ParentType, ContextType, RequireFields<MutationLookAtArgs, 'input'>>;
  startSync?: Resolver<ResolversTypes['StartSyncPayload'], ParentType, ContextType, RequireFields<MutationStartSyncArgs, 'input'>>;
  takeIn?: Resolver<ResolversTypes['TakeInPayload'], ParentType, ContextType, RequireFields<MutationTakeInArgs, 'input'>>;
  moveTo?: Resolver<ResolversTypes['MoveToPayload'], ParentType, ContextType, RequireFields<MutationMoveToArgs, 'input'>>;
};

export type IntroducePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['IntroducePayload'] = ResolversParentTypes['IntroducePayload']> = {
  viewer?: Resolver<ResolversTypes['Viewer'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type OverrideVerdictPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['OverrideVerdictPayload'] = ResolversParentTypes['OverrideVerdictPayload']> = {
  patches?: Resolver<ReadonlyArray<ResolversTypes['Patch']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['VerdictConflict']>, ParentType, ContextType>;
  clientMutationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type VerdictConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['VerdictConflict'] = ResolversParentTypes['VerdictConflict']> = {
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type MarkSeenPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MarkSeenPayload'] = ResolversParentTypes['MarkSeenPayload']> = {
  patches?: Resolver<ReadonlyArray<ResolversTypes['Patch']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['VerdictConflict']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type AddNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['AddNotePayload'] = ResolversParentTypes['AddNotePayload']> = {
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  clientMutationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EditNotePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditNotePayload'] = ResolversParentTypes['EditNotePayload']> = {
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  conflict?: Resolver<Maybe<ResolversTypes['Note']>, ParentType, ContextType>;
  clientMutationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type UndoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['UndoPayload'] = ResolversParentTypes['UndoPayload']> = {
  patches?: Resolver<ReadonlyArray<ResolversTypes['Patch']>, ParentType, ContextType>;
  undone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['VerdictConflict']>, ParentType, ContextType>;
  clientMutationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type RedoPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['RedoPayload'] = ResolversParentTypes['RedoPayload']> = {
  patches?: Resolver<ReadonlyArray<ResolversTypes['Patch']>, ParentType, ContextType>;
  redone?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['VerdictConflict']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type KeepPlacePayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['KeepPlacePayload'] = ResolversParentTypes['KeepPlacePayload']> = {
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SaveViewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['SaveViewPayload'] = ResolversParentTypes['SaveViewPayload']> = {
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  clientMutationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type EditViewPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['EditViewPayload'] = ResolversParentTypes['EditViewPayload']> = {
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  conflict?: Resolver<Maybe<ResolversTypes['SavedView']>, ParentType, ContextType>;
  clientMutationId?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
};

export type StartRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartRunPayload'] = ResolversParentTypes['StartRunPayload']> = {
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type CancelRunPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['CancelRunPayload'] = ResolversParentTypes['CancelRunPayload']> = {
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type ExplainPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['ExplainPayload'] = ResolversParentTypes['ExplainPayload']> = {
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type LookAtPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['LookAtPayload'] = ResolversParentTypes['LookAtPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type StartSyncPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['StartSyncPayload'] = ResolversParentTypes['StartSyncPayload']> = {
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TakeInPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakeInPayload'] = ResolversParentTypes['TakeInPayload']> = {
  taken?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  known?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  conflicts?: Resolver<ReadonlyArray<ResolversTypes['TakeInConflict']>, ParentType, ContextType>;
  strange?: Resolver<ReadonlyArray<ResolversTypes['String']>, ParentType, ContextType>;
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type TakeInConflictResolvers<ContextType = Context, ParentType extends ResolversParentTypes['TakeInConflict'] = ResolversParentTypes['TakeInConflict']> = {
  patch?: Resolver<ResolversTypes['Patch'], ParentType, ContextType>;
  target?: Resolver<ResolversTypes['Target'], ParentType, ContextType>;
  verdict?: Resolver<ResolversTypes['Verdict'], ParentType, ContextType>;
  by?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  wanted?: Resolver<Maybe<ResolversTypes['Verdict']>, ParentType, ContextType>;
  condition?: Resolver<Maybe<ResolversTypes['WaitCondition']>, ParentType, ContextType>;
  who?: Resolver<ResolversTypes['String'], ParentType, ContextType>;
};

export type MoveToPayloadResolvers<ContextType = Context, ParentType extends ResolversParentTypes['MoveToPayload'] = ResolversParentTypes['MoveToPayload']> = {
  clientMutationId?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type SubscriptionResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Subscription'] = ResolversParentTypes['Subscription']> = {
  changes?: SubscriptionResolver<ResolversTypes['Changes'], "changes", ParentType, ContextType, RequireFields<SubscriptionChangesArgs, 'series' | 'after' | 'epoch'>>;
  writing?: SubscriptionResolver<ResolversTypes['Writing'], "writing", ParentType, ContextType, RequireFields<SubscriptionWritingArgs, 'patch'>>;
  presence?: SubscriptionResolver<ResolversTypes['Presence'], "presence", ParentType, ContextType, RequireFields<SubscriptionPresenceArgs, 'series' | 'page'>>;
};

export type PresenceResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Presence'] = ResolversParentTypes['Presence']> = {
  people?: Resolver<ReadonlyArray<ResolversTypes['Present']>, ParentType, ContextType>;
  more?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
};

export type PresentResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Present'] = ResolversParentTypes['Present']> = {
  page?: Resolver<ResolversTypes['ID'], ParentType, ContextType>;
  who?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
  patch?: Resolver<Maybe<ResolversTypes['ID']>, ParentType, ContextType>;
};

export type WritingResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Writing'] = ResolversParentTypes['Writing']> = {
  text?: Resolver<Maybe<ResolversTypes['String']>, ParentType, ContextType>;
};

export type ChangesResolvers<ContextType = Context, ParentType extends ResolversParentTypes['Changes'] = ResolversParentTypes['Changes']> = {
  seq?: Resolver<ResolversTypes['Int'], ParentType, ContextType>;
  patches?: Resolver<ReadonlyArray<ResolversTypes['Patch']>, ParentType, ContextType>;
  events?: Resolver<ReadonlyArray<ResolversTypes['Event']>, ParentType, ContextType>;
  series?: Resolver<ResolversTypes['Series'], ParentType, ContextType>;
  isStale?: Resolver<ResolversTypes['Boolean'], ParentType, ContextType>;
};

export type Resolvers<ContextType = Context> = {
  Query?: QueryResolvers<ContextType>;
  Node?: NodeResolvers<ContextType>;
  Viewer?: ViewerResolvers<ContextType>;
  Verdict?: VerdictResolvers;
  Strength?: StrengthResolvers;
  WaitKind?: WaitKindResolvers;
  TagSource?: TagSourceResolvers;
  Evidence?: EvidenceResolvers;
  Engine?: EngineResolvers;
  Settlement?: SettlementResolvers;
  Series?: SeriesResolvers<ContextType>;
  SearchResult?: SearchResultResolvers<ContextType>;
  Place?: PlaceResolvers<ContextType>;
  Target?: TargetResolvers<ContextType>;
  Period?: PeriodResolvers;
  TimelinePoint?: TimelinePointResolvers<ContextType>;
  Wait?: WaitResolvers<ContextType>;
  PatchConnection?: PatchConnectionResolvers<ContextType>;
  PatchEdge?: PatchEdgeResolvers<ContextType>;
  PageInfo?: PageInfoResolvers<ContextType>;
  Patch?: PatchResolvers<ContextType>;
  Commit?: CommitResolvers<ContextType>;
  SameFiles?: SameFilesResolvers<ContextType>;
  FileChange?: FileChangeResolvers<ContextType>;
  Diff?: DiffResolvers<ContextType>;
  Branch?: BranchResolvers<ContextType>;
  Backport?: BackportResolvers<ContextType>;
  Classification?: ClassificationResolvers<ContextType>;
  Scores?: ScoresResolvers<ContextType>;
  Transcript?: TranscriptResolvers<ContextType>;
  Model?: ModelResolvers<ContextType>;
  Quote?: QuoteResolvers<ContextType>;
  Condition?: ConditionResolvers<ContextType>;
  Link?: LinkResolvers<ContextType>;
  Note?: NoteResolvers<ContextType>;
  Mention?: MentionResolvers<ContextType>;
  SavedView?: SavedViewResolvers<ContextType>;
  Event?: EventResolvers<ContextType>;
  WaitCondition?: WaitConditionResolvers<ContextType>;
  Tally?: TallyResolvers<ContextType>;
  PickList?: PickListResolvers<ContextType>;
  Run?: RunResolvers<ContextType>;
  Sync?: SyncResolvers<ContextType>;
  Mutation?: MutationResolvers<ContextType>;
  IntroducePayload?: IntroducePayloadResolvers<ContextType>;
  OverrideVerdictPayload?: OverrideVerdictPayloadResolvers<ContextType>;
  VerdictConflict?: VerdictConflictResolvers<ContextType>;
  MarkSeenPayload?: MarkSeenPayloadResolvers<ContextType>;
  AddNotePayload?: AddNotePayloadResolvers<ContextType>;
  EditNotePayload?: EditNotePayloadResolvers<ContextType>;
  UndoPayload?: UndoPayloadResolvers<ContextType>;
  RedoPayload?: RedoPayloadResolvers<ContextType>;
  KeepPlacePayload?: KeepPlacePayloadResolvers<ContextType>;
  SaveViewPayload?: SaveViewPayloadResolvers<ContextType>;
  EditViewPayload?: EditViewPayloadResolvers<ContextType>;
  StartRunPayload?: StartRunPayloadResolvers<ContextType>;
  CancelRunPayload?: CancelRunPayloadResolvers<ContextType>;
  ExplainPayload?: ExplainPayloadResolvers<ContextType>;
  LookAtPayload?: LookAtPayloadResolvers<ContextType>;
  StartSyncPayload?: StartSyncPayloadResolvers<ContextType>;
  TakeInPayload?: TakeInPayloadResolvers<ContextType>;
  TakeInConflict?: TakeInConflictResolvers<ContextType>;
  MoveToPayload?: MoveToPayloadResolvers<ContextType>;
  Subscription?: SubscriptionResolvers<ContextType>;
  Presence?: PresenceResolvers<ContextType>;
  Present?: PresentResolvers<ContextType>;
  Writing?: WritingResolvers<ContextType>;
  Changes?: ChangesResolvers<ContextType>;
};

