import { UserMistake } from "../domain.ts";
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
}

/** Free text on patches: adding never conflicts, editing is compare-and-set on the note's revision. */
export function notesPart(db: Db, changes: Changes, once: ReturnType<typeof decisionsPart>["once"]) {
  const seriesOf = db.prepare<[number], { series: number }>("SELECT series FROM patch WHERE id = ?");
  const insert = db.prepare("INSERT INTO note (patch, who, at, text) VALUES (?, ?, ?, ?)");
  const one = db.prepare<[number], NoteRow>("SELECT * FROM note WHERE id = ?");
  const update = db.prepare(
    "UPDATE note SET text = ?, revision = revision + 1, edited_by = ?, edited_at = ? WHERE id = ? AND revision = ?",
  );
  const ofPatch = db.prepare<[number], NoteRow>("SELECT * FROM note WHERE patch = ? ORDER BY id");
  return {
    note: (id: number) => one.get(id) ?? null,
    ofPatch: (patch: number) => ofPatch.all(patch),

    add(clientId: string, who: string, patch: number, text: string): { patch: number } {
      return once(clientId, who, () => {
        const found = seriesOf.get(patch);
        if (!found) throw new UserMistake(`there is no patch ${patch}.`);
        const note = Number(insert.run(patch, who, Date.now(), text).lastInsertRowid);
        changes.append(who, found.series, patch, "note added", { note, text });
        return { patch };
      });
    },

    /** `conflict` is the note's id when somebody edited it since `expected`; nothing is changed then. */
    edit(
      clientId: string,
      who: string,
      id: number,
      text: string,
      expected: number,
    ): { patch: number; conflict: number | null } {
      return once(clientId, who, () => {
        const before = one.get(id);
        if (!before) throw new UserMistake(`there is no note ${id}.`);
        if (!update.run(text, who, Date.now(), id, expected).changes) return { patch: before.patch, conflict: id };
        changes.append(who, seriesOf.get(before.patch)!.series, before.patch, "note edited", {
          note: id,
          from: before.text,
          to: text,
        });
        return { patch: before.patch, conflict: null };
      });
    },
  };
}
