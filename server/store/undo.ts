import type { Changes } from "./changes.ts";
import type { DecisionRow, Decisions, Outcome, OverrideRow, Refused } from "./decisions.ts";
import type { Db } from "./open.ts";
import type { AgreementRow, Seen } from "./seen.ts";

/** Taking back one's own actions, as deep as they go, and doing them again. */
export function undoPart(db: Db, changes: Changes, decisions: Decisions, seen: Seen) {
  const lastDone = db.prepare<[string, number], { id: number }>(
    "SELECT id FROM action WHERE who = ? AND series = ? AND undoes IS NULL AND undone_by IS NULL ORDER BY id DESC LIMIT 1",
  );
  // Something new ends what can be done again, as everywhere.
  const lastUndo = db.prepare<{ who: string; series: number }, { id: number }>(
    `SELECT id FROM action WHERE who = @who AND series = @series AND undoes IS NOT NULL AND undone_by IS NULL
       AND id > (SELECT coalesce(max(id), 0) FROM action
         WHERE who = @who AND series = @series AND undoes IS NULL AND redoes IS NULL)
     ORDER BY id DESC LIMIT 1`,
  );
  const addUndo = db.prepare("INSERT INTO action (who, at, series, undoes) VALUES (?, ?, ?, ?)");
  const addRedo = db.prepare("INSERT INTO action (who, at, series, redoes) VALUES (?, ?, ?, ?)");
  const at = db.prepare<[number, number, number], DecisionRow>(
    "SELECT * FROM decision WHERE patch = ? AND target = ? AND revision = ?",
  );
  const byId = db.prepare<[number], DecisionRow>("SELECT * FROM decision WHERE id = ?");
  const markUndone = db.prepare("UPDATE action SET undone_by = ? WHERE id = ?");

  /**
   * The revision that first had what a revision has: taking a decision back gives a new revision with the old content, and
   * whoever undoes further means the content.
   */
  function origin(patch: number, target: number, revision: number): number {
    let row = at.get(patch, target, revision);
    while (row && row.reverts !== null) {
      const reverted = byId.get(row.reverts)!;
      row = at.get(patch, target, (revision = reverted.revision - 1));
    }
    return revision;
  }

  /** Puts back what an action replaced, and says so; what others changed since stays. */
  function revert(last: number, action: number, who: string, series: number, how: "undo" | "redo"): Outcome {
    const decided = decisions.ofAction(last);
    const agreed = seen.ofAction(last);
    const conflicts: Refused[] = [];
    // Backwards: an action of several calls can hold a patch twice.
    for (const row of decided.toReversed()) {
      const restored = row.before ? (JSON.parse(row.before) as OverrideRow) : null;
      const { patch, target, id: reverts } = row;
      const expected = decisions.override(patch, target)?.revision ?? 0;
      const isSame = origin(patch, target, expected) === origin(patch, target, row.revision);
      const verdict = restored?.verdict ?? null;
      if (isSame)
        decisions.decide({ patch, target, expected }, { action, who, series, verdict, restored, reverts, how });
      else conflicts.push({ patch, target });
    }
    for (const row of agreed.toReversed()) {
      seen.write(row.patch, row.target, { action, who, series, verdict: row.before, at: row.before_at });
    }
    markUndone.run(action, last);
    const patches = [...new Set([...decided, ...agreed].map((row) => row.patch))];
    const count = decided.length - conflicts.length;
    // One line for everybody, where the patches themselves would be many.
    changes.append(who, series, null, how === "undo" ? "took back" : "did again", {
      decisions: count,
      agreements: agreed.length,
    });
    return { patches, conflicts, undone: inWords(decided, agreed, patches.length, how) };
  }

  const nothing: Outcome = { patches: [], conflicts: [], undone: null };
  return {
    /**
     * Takes back a person's last action that is not undone yet; decisions that others changed since stay. `of`: the calls of the
     * action that is meant, where the person had no answer to them yet: if they came to nothing, so does this.
     */
    undo: (clientId: string, who: string, series: number, of: readonly string[] = []): Outcome =>
      decisions.onceDeciding(clientId, who, () => {
        const last = lastDone.get(who, series);
        if (!last || (of.length > 0 && !of.some(decisions.didAnything))) return nothing;
        const action = Number(addUndo.run(who, Date.now(), series, last.id).lastInsertRowid);
        return revert(last.id, action, who, series, "undo");
      }),

    /** Does a person's last undone action again, as long as nothing new was done since. */
    redo: (clientId: string, who: string, series: number): Outcome =>
      decisions.onceDeciding(clientId, who, () => {
        const last = lastUndo.get({ who, series });
        // An undo that was refused as a whole left nothing to do again.
        if (!last || !(decisions.ofAction(last.id).length || seen.ofAction(last.id).length)) return nothing;
        const action = Number(addRedo.run(who, Date.now(), series, last.id).lastInsertRowid);
        return revert(last.id, action, who, series, "redo");
      }),
  };
}

/** "no on 14 patches": what the action did, which an undo knows forwards and a redo backwards. */
function inWords(
  decided: readonly DecisionRow[],
  agreed: readonly AgreementRow[],
  patches: number,
  how: "undo" | "redo",
): string {
  const place = patches === 1 ? "one patch" : `${patches} patches`;
  const first = decided[0];
  if (!first) return `agreement on ${agreed.length === 1 ? "one patch" : place}`;
  const verdict =
    how === "undo" ? first.after : first.before ? (JSON.parse(first.before) as OverrideRow).verdict : null;
  return `${verdict ?? "withdrawn"} on ${place}`;
}
