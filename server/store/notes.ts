import { UserMistake } from "../domain.ts";
import { askedIn } from "./asked.ts";
import type { Changes } from "./changes.ts";
import type { decisionsPart } from "./decisions.ts";
import type { Db } from "./open.ts";

export interface NoteRow {
  id: number;
  patch: number;
  who: string;
  at: number;
  text: string;
  revision: number;
  edited_by: string | null;
  edited_at: number | null;
  deleted_by: string | null;
  deleted_at: number | null;
  asks: string | null;
}

/** `conflict` is the note's id when somebody changed it since the revision that was expected; nothing is changed then. */
export interface NoteOutcome {
  patch: number;
  conflict: number | null;
}

const lastNote = "(SELECT coalesce(max(id), 0) FROM note)";
const lastAction = "(SELECT coalesce(max(id), 0) FROM action)";

/** Free text on patches: adding never conflicts; editing, deleting and restoring compare and set the note's revision. */
export function notesPart(db: Db, changes: Changes, once: ReturnType<typeof decisionsPart>["once"]) {
  const seriesOf = db.prepare<[number], { series: number }>("SELECT series FROM patch WHERE id = ?");
  const insert = db.prepare(
    `INSERT INTO note (patch, who, at, text, asks, behind_note, behind_action)
     VALUES (@patch, @who, @at, @text, @asks, ${lastNote}, ${lastAction})`,
  );
  const one = db.prepare<[number], NoteRow>("SELECT * FROM note WHERE id = ?");
  const update = db.prepare(
    `UPDATE note SET text = @text, asks = @asks, behind_note = iif(asks IS @asks, behind_note, ${lastNote}),
       behind_action = iif(asks IS @asks, behind_action, ${lastAction}), revision = revision + 1, edited_by = @who, edited_at = @at
     WHERE id = @id AND revision = @expected`,
  );
  const mark = db.prepare(
    `UPDATE note SET deleted_by = @by, deleted_at = @at, revision = revision + 1 WHERE id = @id AND revision = @expected`,
  );
  const ofPatch = db.prepare<[number], NoteRow>("SELECT * FROM note WHERE patch = ? ORDER BY id");
  const living = db.prepare<[number], NoteRow>("SELECT * FROM note WHERE patch = ? AND deleted_at IS NULL ORDER BY id");

  /** Changes a note by `set`, which tells whether its revision was the expected one; the trace is made from what it was. */
  function change(
    call: { clientId: string; who: string; id: number },
    what: string,
    set: () => boolean,
    trace: (before: NoteRow) => object,
  ): NoteOutcome {
    return once(call.clientId, call.who, () => {
      const before = one.get(call.id);
      if (!before) throw new UserMistake(`there is no note ${call.id}.`);
      if (!set()) return { patch: before.patch, conflict: call.id };
      const { series } = seriesOf.get(before.patch)!;
      changes.append(call.who, series, before.patch, what, { note: call.id, ...trace(before) });
      return { patch: before.patch, conflict: null };
    });
  }

  return {
    note: (id: number) => one.get(id) ?? null,
    /** All notes of a patch, deleted ones too. */
    ofPatch: (patch: number) => ofPatch.all(patch),
    living: (patch: number) => living.all(patch),

    add(clientId: string, who: string, patch: number, text: string): { patch: number } {
      return once(clientId, who, () => {
        const found = seriesOf.get(patch);
        if (!found) throw new UserMistake(`there is no patch ${patch}.`);
        const note = Number(insert.run({ patch, who, at: Date.now(), text, asks: askedIn(text) }).lastInsertRowid);
        changes.append(who, found.series, patch, "note added", { note, text });
        return { patch };
      });
    },
    edit(clientId: string, who: string, id: number, text: string, expected: number): NoteOutcome {
      const given = { text, asks: askedIn(text), who, at: Date.now(), id, expected };
      const set = () => update.run(given).changes > 0;
      return change({ clientId, who, id }, "note edited", set, (before) => ({ from: before.text, to: text }));
    },
    remove(clientId: string, who: string, id: number, expected: number): NoteOutcome {
      const set = () => mark.run({ by: who, at: Date.now(), id, expected }).changes > 0;
      return change({ clientId, who, id }, "note deleted", set, ({ text }) => ({ text }));
    },
    restore(clientId: string, who: string, id: number, expected: number): NoteOutcome {
      const set = () => mark.run({ by: null, at: null, id, expected }).changes > 0;
      return change({ clientId, who, id }, "note restored", set, ({ text }) => ({ text }));
    },
  };
}
