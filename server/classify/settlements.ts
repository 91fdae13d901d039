import type { Ask, Settlement } from "../domain.ts";
import type { Engine } from "../engine/engine.ts";
import { isSilenceNo } from "../engine/habits.ts";
import type { PatchView } from "../store/board.ts";
import type { SeriesRow } from "../store/series.ts";
import type { Store } from "../store/store.ts";
import { seriesFacts } from "./facts.ts";

/**
 * The patches that an engine has not read and is to be asked about, in the order in which people will want them; `among`: only those
 * of these.
 */
export function patchesToAsk(
  store: Store,
  series: SeriesRow,
  engine: Engine,
  ask: Ask,
  among: readonly number[] | null = null,
): number[] {
  const left = store.classifications.unanswered(series.id, engine, among);
  if (ask === "all" || !left.length) return left.map(({ patch }) => patch);
  const isNo = isSilenceNo(seriesFacts(store, series).sample);
  return left.filter((rules) => settlementOf(rules, isNo) === null).map(({ patch }) => patch);
}

/** Tells for boards what settles a patch without a model; null for what does not. */
export function makeSettlements(store: Store): (patch: PatchView) => Settlement | null {
  /** By series: 200 messages are read for it, and it changes with the upstream only. */
  const known = new Map<number, { head: string | null; isNo: boolean }>();
  function isNo(id: number): boolean {
    const series = store.series.byId(id)!;
    const before = known.get(id);
    if (before?.head === series.head_sha) return before.isNo;
    const now = { head: series.head_sha, isNo: isSilenceNo(seriesFacts(store, series).sample) };
    known.set(id, now);
    return now.isNo;
  }
  return ({ series, classifications }) => {
    const rules = classifications.find((one) => one.engine === "rules");
    return rules ? settlementOf(rules, isNo(series)) : null;
  };
}

/**
 * An author's instruction settles a patch, and so does that there is no change of its own; in a project whose written rule makes
 * silence a no (engine/habits.ts), saying nothing too.
 */
function settlementOf(rules: { explicit: boolean; rule: string | null }, isSilenceNo: boolean): Settlement | null {
  if (rules.explicit) return "instruction";
  if (rules.rule === "not-a-change") return "no change";
  const isSilent = rules.rule === "no-instruction" || rules.rule === "fix-without-instruction";
  return isSilenceNo && isSilent ? "silence" : null;
}
