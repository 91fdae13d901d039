import type { Verdict, WaitCondition } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";

export interface OverrideRow {
  patch: number;
  target: number;
  verdict: Verdict | null;
  who: string;
  at: number;
  reason: string | null;
  revision: number;
  /** JSON WaitCondition of a wait; null: as the author says. */
  condition: string | null;
}

/** What a person wants of patches. */
export interface Wish {
  /** Null withdraws the person's verdict. */
  verdict: Verdict | null;
  /** What a wait waits for; null: as the author says; left out: what it waited for before, if it did. */
  condition?: WaitCondition | null | undefined;
  /** Calls with the same one are undone as one. */
  clientAction?: string | null;
}

export interface Decision {
  patch: number;
  target: number;
  /** The revision that the person saw, 0 before the first decision. */
  expected: number;
  /** The client ids of the person's earlier calls that this one builds on, because they were not answered yet. */
  after?: readonly string[];
}

export interface Refused {
  patch: number;
  target: number;
}

export interface Outcome {
  patches: number[];
  conflicts: Refused[];
  undone: string | null;
  /** How many decisions or agreements were kept; of an undo, and of what older versions remembered, nothing. */
  kept?: number;
  /** It wrote the decisions with ids behind the first number, up to the second; not in what older versions remembered. */
  wrote?: readonly [behind: number, last: number];
}

/** What one decision replaced: `before` is the override that was there, as JSON. */
export interface DecisionRow {
  id: number;
  action: number;
  patch: number;
  target: number;
  before: string | null;
  after: Verdict | null;
  revision: number;
  /** The decision that this one took back; null for a new one. */
  reverts: number | null;
}

/** A decision to be written, and how it came: `restored` keeps the name and time of the override that returns. */
interface Writing {
  action: number;
  who: string;
  series: number;
  verdict: Verdict | null;
  /** JSON; of a restored override its own; left out: that of the wait which stands. */
  condition?: string | null | undefined;
  restored?: OverrideRow | null;
  /** The decision that is taken back, and by what. */
  reverts?: number;
  how?: "undo" | "redo";
}

export type Decisions = ReturnType<typeof decisionsPart>;

/** What people decide: compare-and-set on a revision per patch and target, every action kept and undoable. */
export function decisionsPart(db: Db, changes: Changes) {
  const current = db.prepare<[number, number], OverrideRow>("SELECT * FROM override WHERE patch = ? AND target = ?");
  const belongs = db.prepare<[number, number], { series: number }>(
    "SELECT p.series FROM patch p JOIN target t ON t.series = p.series WHERE p.id = ? AND t.id = ?",
  );
  const set = db.prepare(
    `INSERT INTO override (patch, target, verdict, who, at, reason, revision, condition) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (patch, target) DO UPDATE SET verdict = excluded.verdict, who = excluded.who, at = excluded.at,
     reason = excluded.reason, revision = excluded.revision, condition = excluded.condition`,
  );
  const addAction = db.prepare("INSERT INTO action (who, at, series, client_id) VALUES (?, ?, ?, ?)");
  const sameAction = db.prepare<[string, string, number], { id: number }>(
    "SELECT id FROM action WHERE client_id = ? AND who = ? AND series = ? AND undone_by IS NULL",
  );
  const addDecision = db.prepare(
    "INSERT INTO decision (action, patch, target, before, after, revision, reverts) VALUES (?, ?, ?, ?, ?, ?, ?)",
  );
  const drop = db.prepare("UPDATE action SET undone_by = id WHERE id = ?");
  const ofAction = db.prepare<[number], DecisionRow>("SELECT * FROM decision WHERE action = ? ORDER BY id");
  const newest = db.prepare<[], { id: number }>("SELECT coalesce(max(id), 0) AS id FROM decision");
  const lastOn = db.prepare<[number, number], { id: number }>(
    "SELECT max(id) AS id FROM decision WHERE patch = ? AND target = ?",
  );
  const branchOf = db.prepare<[number], { branch: string }>("SELECT branch FROM target WHERE id = ?");
  const known = db.prepare<[string], { value: string }>("SELECT value FROM outcome WHERE client_id = ?");
  const remember = db.prepare("INSERT INTO outcome VALUES (?, ?, ?, ?)");

  /** Writes one decision, unless somebody decided since `expected`: then nothing, and false. Call inside a transaction. */
  function decide(one: Decision, writing: Writing): boolean {
    const { action, who, series, verdict, restored, reverts, how } = writing;
    const before = current.get(one.patch, one.target) ?? null;
    const standing = verdict === "wait" && before?.verdict === "wait" ? before.condition : null;
    const condition = restored ? restored.condition : writing.condition === undefined ? standing : writing.condition;
    if ((before?.revision ?? 0) !== one.expected) return false;
    const revision = one.expected + 1;
    const by = restored ?? { who, at: Date.now(), reason: null };
    set.run(one.patch, one.target, verdict, by.who, by.at, by.reason, revision, condition);
    const replaced = before?.verdict ? JSON.stringify(before) : null;
    addDecision.run(action, one.patch, one.target, replaced, verdict, revision, reverts ?? null);
    const target = branchOf.get(one.target)!.branch;
    changes.append(who, series, one.patch, "decided", {
      target,
      from: before?.verdict ?? null,
      to: verdict,
      how,
      ...(condition ? { condition: JSON.parse(condition) as unknown } : {}),
    });
    return true;
  }

  /** The action that a call belongs to: the person's own of that client id, else a new one. */
  function begin(who: string, series: number, clientAction: string | null): number {
    const same = clientAction === null ? undefined : sameAction.get(clientAction, who, series);
    return same?.id ?? Number(addAction.run(who, Date.now(), series, clientAction).lastInsertRowid);
  }

  /** What a call came to; null when there was none of that client id, or it failed. */
  function outcomeOf(clientId: string): Outcome | null {
    const row = known.get(clientId);
    return row ? (JSON.parse(row.value) as Outcome) : null;
  }

  /**
   * The revision that a decision means to replace; null where an earlier call that it builds on was refused. What such a call
   * left is what the person has in mind, whatever the page showed of it; what somebody else decided since is not.
   */
  function basis({ patch, target, expected, after = [] }: Decision): number | null {
    const calls = after.map(outcomeOf);
    const isRefused = (call: Outcome | null) =>
      !call || call.conflicts.some((one) => one.patch === patch && one.target === target);
    if (calls.some(isRefused)) return null;
    const last = lastOn.get(patch, target)?.id ?? 0;
    const isOwn = calls.some((call) => call?.wrote && call.wrote[0] < last && last <= call.wrote[1]);
    return isOwn ? (current.get(patch, target)?.revision ?? 0) : expected;
  }

  /** Runs a mutation once per client id: a retry gets what the first call gave. */
  function once<T>(clientId: string, who: string, work: () => T): T {
    return db
      .transaction(() => {
        const first = known.get(clientId);
        if (first) return JSON.parse(first.value) as T;
        const value = work();
        remember.run(clientId, who, Date.now(), JSON.stringify(value));
        return value;
      })
      .immediate();
  }

  /** The same for what writes decisions: it is remembered which, for later calls that build on this one. */
  function onceDeciding(clientId: string, who: string, work: () => Outcome): Outcome {
    return once(clientId, who, () => {
      const behind = newest.get()!.id;
      return { ...work(), wrote: [behind, newest.get()!.id] };
    });
  }

  return {
    once,
    onceDeciding,
    decide,
    begin,
    ofAction: (action: number) => ofAction.all(action),
    /** Whether a call of that client id kept anything. */
    didAnything: (clientId: string) => (outcomeOf(clientId) ?? { kept: 0 }).kept !== 0,
    /** An action that changed nothing is nothing to undo. */
    drop: (action: number) => void drop.run(action),
    /** The series of a patch and a target; null when they do not belong together. */
    seriesOf: (patch: number, target: number) => belongs.get(patch, target)?.series ?? null,

    /** Keeps a person's wish for each patch and target that still has the expected revision. */
    overrideVerdict(
      clientId: string,
      who: string,
      decisions: readonly Decision[],
      { verdict, condition: waiting, clientAction = null }: Wish,
    ): Outcome {
      const condition = waiting ? JSON.stringify(waiting) : waiting;
      return onceDeciding(clientId, who, () => {
        const outcome: Outcome = {
          patches: [...new Set(decisions.map((one) => one.patch))],
          conflicts: [],
          undone: null,
          kept: 0,
        };
        let action: number | null = null;
        for (const one of decisions) {
          const series = belongs.get(one.patch, one.target)?.series;
          if (series === undefined) continue;
          action ??= begin(who, series, clientAction);
          const expected = basis(one);
          const writing = { action, who, series, verdict, condition };
          if (expected !== null && decide({ ...one, expected }, writing)) outcome.kept!++;
          else outcome.conflicts.push({ patch: one.patch, target: one.target });
        }
        if (action !== null && !ofAction.all(action).length) drop.run(action);
        return outcome;
      });
    },

    override: (patch: number, target: number) => current.get(patch, target) ?? null,
  };
}
