import type { EngineName, Mark, Opinion, Step, Verdict } from "../domain.ts";
import type { Db } from "./open.ts";

/** What machines say about one patch, and what a person decided on one target. */
interface Opinions {
  machines: Opinion[];
  decided: Verdict | null;
}

type Row = [
  patch: number,
  engine: EngineName,
  verdict: Verdict,
  isExplicit: number,
  oldest: string | null,
  below: string | null,
  marks: string | null,
];

/** More patches than that are quicker found by going through their series. */
const mostNamed = 2_000;
const noSteps: readonly Step[] = [];
const noMarks: readonly Mark[] = [];

/**
 * What decides the verdict shown, and nothing else of a patch: of 20,000 patches whole views take half a second, because
 * each has its reason, quote, links, notes and backports read and parsed.
 */
export function opinionsPart(db: Db) {
  // Steps are rare, narrow only a yes or a wait, and are dear to take out of their JSON; rules leave no marks.
  const said = `k.patch, k.engine, k.verdict, k.is_explicit, k.oldest,
    CASE WHEN k.verdict IN ('yes', 'wait') AND instr(k.rest, '"below":[{') THEN k.rest ->> '$.below' END,
    CASE WHEN k.engine <> 'rules' THEN (SELECT t.marks FROM transcript t WHERE t.classification = k.id) END`;
  const answers = "JOIN classification k ON k.is_current = 1 AND k.patch";
  // Raw rows, because 20,000 objects with names cost as much again.
  const named = db.prepare<[string], Row>(`SELECT ${said} FROM json_each(?) j ${answers} = j.value`).raw();
  const all = db.prepare<[number], Row>(`SELECT ${said} FROM patch p ${answers} = p.id WHERE p.series = ?`).raw();
  const decisions = db.prepare<[number], { patch: number; verdict: Verdict }>(
    "SELECT patch, verdict FROM override WHERE target = ? AND verdict IS NOT NULL",
  );

  return (series: number, ids: readonly number[], target: number | null): Map<number, Opinions> => {
    const found = new Map<number, Opinions>();
    const rows = ids.length > mostNamed ? all.all(series) : named.all(JSON.stringify(ids));
    for (const [patch, engine, verdict, isExplicit, oldest, below, marks] of rows) {
      const one: Opinion = {
        engine,
        verdict,
        explicit: isExplicit === 1,
        oldest,
        below: (below === null ? noSteps : JSON.parse(below)) as Step[],
        marks: marks === null ? noMarks : (JSON.parse(marks) as Mark[]),
      };
      const known = found.get(patch);
      if (known) known.machines.push(one);
      else found.set(patch, { machines: [one], decided: null });
    }
    if (target === null) return found;
    for (const { patch, verdict } of decisions.all(target)) {
      const known = found.get(patch);
      if (known) known.decided = verdict;
      else found.set(patch, { machines: [], decided: verdict });
    }
    return found;
  };
}
