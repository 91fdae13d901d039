import { UserMistake } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { decisionsPart } from "./decisions.ts";
import type { Db } from "./open.ts";

export interface ViewRow {
  id: number;
  series: number;
  name: string;
  search: string;
  who: string;
  at: number;
  revision: number;
}

/** What came of a change: `conflict` is the view's id when somebody changed it since; nothing is changed then. */
export interface ViewOutcome {
  series: number;
  conflict: number | null;
}

const mostViews = 200;

/** Saved views: one name is one view, and a change is compare-and-set on the view's revision. */
export function viewsPart(db: Db, changes: Changes, once: ReturnType<typeof decisionsPart>["once"]) {
  const ofSeries = db.prepare<[number], ViewRow>("SELECT * FROM view WHERE series = ? ORDER BY name");
  const one = db.prepare<[number], ViewRow>("SELECT * FROM view WHERE id = ?");
  const named = db.prepare<[number, string], ViewRow>("SELECT * FROM view WHERE series = ? AND name = ?");
  const count = db.prepare<[number], { n: number }>("SELECT count(*) AS n FROM view WHERE series = ?");
  const insert = db.prepare("INSERT INTO view (series, name, search, who, at) VALUES (?, ?, ?, ?, ?)");
  const update = db.prepare(
    "UPDATE view SET name = ?, search = ?, who = ?, at = ?, revision = revision + 1 WHERE id = ? AND revision = ?",
  );
  const remove = db.prepare("DELETE FROM view WHERE id = ? AND revision = ?");

  function existing(id: number): ViewRow {
    const found = one.get(id);
    if (!found) throw new UserMistake("this view is no longer there: somebody deleted it.");
    return found;
  }

  function refuseTwo(series: number, name: string, except: number | null) {
    const other = named.get(series, name);
    if (other && other.id !== except)
      throw new UserMistake(`there is a view "${other.name}" already, by ${other.who}: choose another name.`);
  }

  return {
    view: (id: number) => one.get(id) ?? null,
    ofSeries: (series: number) => ofSeries.all(series),

    save(clientId: string, who: string, series: number, name: string, search: string): ViewOutcome {
      return once(clientId, who, () => {
        refuseTwo(series, name, null);
        if (count.get(series)!.n >= mostViews)
          throw new UserMistake(`there are ${mostViews} views already: delete one that nobody needs.`);
        insert.run(series, name, search, who, Date.now());
        changes.append(who, series, null, "view saved", { name, search });
        return { series, conflict: null };
      });
    },

    edit(
      clientId: string,
      who: string,
      id: number,
      to: { name: string; search: string },
      expected: number,
    ): ViewOutcome {
      return once(clientId, who, () => {
        const { series, ...from } = existing(id);
        refuseTwo(series, to.name, id);
        if (!update.run(to.name, to.search, who, Date.now(), id, expected).changes) return { series, conflict: id };
        changes.append(who, series, null, "view changed", { from: from.name, search: from.search, to });
        return { series, conflict: null };
      });
    },

    remove(clientId: string, who: string, id: number, expected: number): ViewOutcome {
      return once(clientId, who, () => {
        const { series, name, search } = existing(id);
        if (!remove.run(id, expected).changes) return { series, conflict: id };
        changes.append(who, series, null, "view deleted", { name, search });
        return { series, conflict: null };
      });
    },
  };
}
