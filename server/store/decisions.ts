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

export interface Decision {
  patch: number;
  target: number;
  /** The revision that the person saw, 0 before the first decision. */
  expected: number;
}

export interface Refused {
  patch: number;
  target: number;
}

export interface Outcome {
  patches: number[];
  conflicts: Refused[];
  undone: string | null;
}

interface DecisionRow {
  id: number;
  action: number;
  patch: number;
  target: number;
  before: string | null;
  after: Verdict | null;
  revision: number;
}

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
  const addAction = db.prepare("INSERT INTO action (who, at, series, undoes) VALUES (?, ?, ?, ?)");
  const addDecision = db.prepare(
    "INSERT INTO decision (action, patch, target, before, after, revision) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const lastAction = db.prepare<[string, number], { id: number }>(
    "SELECT id FROM action WHERE who = ? AND series = ? AND undoes IS NULL AND undone_by IS NULL ORDER BY id DESC LIMIT 1",
  );
  const markUndone = db.prepare("UPDATE action SET undone_by = ? WHERE id = ?");
  const ofAction = db.prepare<[number], DecisionRow>("SELECT * FROM decision WHERE action = ? ORDER BY id");
  const branchOf = db.prepare<[number], { branch: string }>("SELECT branch FROM target WHERE id = ?");
  const known = db.prepare<[string], { value: string }>("SELECT value FROM outcome WHERE client_id = ?");
  const remember = db.prepare("INSERT INTO outcome VALUES (?, ?, ?, ?)");

  function decide(
    action: number,
    who: string,
    series: number,
    one: Decision,
    verdict: Verdict | null,
    restored: OverrideRow | null,
    condition: string | null = restored?.condition ?? null,
  ) {
    const before = current.get(one.patch, one.target) ?? null;
    if ((before?.revision ?? 0) !== one.expected) return false;
    const revision = one.expected + 1;
    const by = restored ?? { who, at: Date.now(), reason: null };
    set.run(one.patch, one.target, verdict, by.who, by.at, by.reason, revision, condition);
    addDecision.run(action, one.patch, one.target, before?.verdict ? JSON.stringify(before) : null, verdict, revision);
    const target = branchOf.get(one.target)!.branch;
    changes.append(who, series, one.patch, "decided", {
      target,
      from: before?.verdict ?? null,
      to: verdict,
      ...(condition ? { condition: JSON.parse(condition) as unknown } : {}),
    });
    return true;
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

  return {
    once,

    /**
     * Keeps a person's verdict on each patch and target that still has the expected revision; null withdraws it. A wait may
     * have a condition of its own.
     */
    overrideVerdict(
      clientId: string,
      who: string,
      decisions: readonly Decision[],
      verdict: Verdict | null,
      condition: WaitCondition | null = null,
    ): Outcome {
      const text = condition && JSON.stringify(condition);
      return once(clientId, who, () => {
        const outcome: Outcome = {
          patches: [...new Set(decisions.map((one) => one.patch))],
          conflicts: [],
          undone: null,
        };
        let action: number | null = null;
        for (const one of decisions) {
          const found = belongs.get(one.patch, one.target);
          if (!found) continue;
          action ??= Number(addAction.run(who, Date.now(), found.series, null).lastInsertRowid);
          if (!decide(action, who, found.series, one, verdict, null, text)) {
            outcome.conflicts.push({ patch: one.patch, target: one.target });
          }
        }
        // An action that changed nothing is nothing to undo.
        if (action !== null && !ofAction.all(action).length) markUndone.run(action, action);
        return outcome;
      });
    },

    /** Takes back a person's last action that is not undone yet; decisions that others changed since stay. */
    undo(clientId: string, who: string, series: number): Outcome {
      return once(clientId, who, () => {
        const last = lastAction.get(who, series);
        if (!last) return { patches: [], conflicts: [], undone: null };
        const action = Number(addAction.run(who, Date.now(), series, last.id).lastInsertRowid);
        const rows = ofAction.all(last.id);
        const conflicts: Refused[] = [];
        for (const row of rows) {
          const before = row.before ? (JSON.parse(row.before) as OverrideRow) : null;
          const one = { patch: row.patch, target: row.target, expected: row.revision };
          if (!decide(action, who, series, one, before?.verdict ?? null, before)) conflicts.push(one);
        }
        markUndone.run(action, last.id);
        const what = rows[0]?.after ?? "withdrawn";
        const patches = [...new Set(rows.map((row) => row.patch))];
        return {
          patches,
          conflicts,
          undone: `${what} on ${patches.length === 1 ? "one patch" : `${patches.length} patches`}`,
        };
      });
    },

    override: (patch: number, target: number) => current.get(patch, target) ?? null,
  };
}
