import { shownVerdict, type Verdict } from "../domain.ts";
import type { boardPart, PatchView } from "./board.ts";
import type { Changes } from "./changes.ts";
import type { Decisions, Outcome } from "./decisions.ts";
import type { Db } from "./open.ts";
import type { seriesPart } from "./series.ts";

/** A person's agreement with the verdict that was shown. */
export interface SeenRow {
  patch: number;
  target: number;
  who: string;
  verdict: Verdict;
  at: number;
}

export interface Agreement {
  patch: number;
  target: number;
  /** The verdict that the person saw. */
  verdict: Verdict;
}

/** What one agreement replaced. */
export interface AgreementRow {
  action: number;
  patch: number;
  target: number;
  before: Verdict | null;
  /** When that was agreed with; null where nothing was, or before this was kept. */
  before_at: number | null;
  after: Verdict | null;
}

/** An agreement to be written: `verdict` null takes it back. One that returns keeps its time. */
interface Writing {
  action: number;
  who: string;
  series: number;
  verdict: Verdict | null;
  at?: number | null;
}

export type Seen = ReturnType<typeof seenPart>;

/**
 * Who looked at a verdict and agreed with it. It is kept with the verdict it is about and holds while that is the one shown:
 * nothing has to be swept when a verdict changes, and one that changes back finds its agreement again.
 */
export function seenPart(
  db: Db,
  changes: Changes,
  decisions: Decisions,
  board: ReturnType<typeof boardPart>,
  series: ReturnType<typeof seriesPart>,
) {
  const one = db.prepare<[number, number, string], SeenRow>(
    "SELECT * FROM seen WHERE patch = ? AND target = ? AND who = ?",
  );
  const set = db.prepare(
    `INSERT INTO seen VALUES (?, ?, ?, ?, ?) ON CONFLICT (patch, target, who) DO UPDATE SET verdict = excluded.verdict,
     at = excluded.at`,
  );
  const remove = db.prepare("DELETE FROM seen WHERE patch = ? AND target = ? AND who = ?");
  const addAgreement = db.prepare(
    "INSERT INTO agreement (action, patch, target, before, before_at, after) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const ofAction = db.prepare<[number], AgreementRow>("SELECT * FROM agreement WHERE action = ? ORDER BY id");

  /**
   * Sets what a person agrees with. Once is enough, but for a wait: when it is over somebody looks again, and their agreement
   * is a new one. Call inside a transaction.
   */
  function write(patch: number, target: number, { action, who, series: of, verdict, at }: Writing): void {
    const row = one.get(patch, target, who);
    const before = row?.verdict ?? null;
    if (before === verdict && verdict !== "wait") return;
    if (verdict) set.run(patch, target, who, verdict, at ?? Date.now());
    else remove.run(patch, target, who);
    addAgreement.run(action, patch, target, before, row?.at ?? null, verdict);
    const { branch } = series.target(target)!;
    changes.append(who, of, patch, verdict ? "agreed" : "agreement taken back", {
      target: branch,
      verdict: verdict ?? before,
    });
  }

  const shownOn = (view: PatchView, target: number): Verdict => {
    const override = view.overrides.get(target);
    const decided = override?.verdict ? { ...override, verdict: override.verdict } : null;
    return shownVerdict(decided, view.classifications, series.target(target)!.version).verdict;
  };

  return {
    write,
    ofAction: (action: number) => ofAction.all(action),
    /** What a person agreed with on a patch and a target; null for nothing. */
    verdictOf: (patch: number, target: number, who: string) => one.get(patch, target, who)?.verdict ?? null,

    /**
     * Keeps that a person agrees with what is shown, each patch and target only while it still shows the verdict that the
     * person saw. Calls with the same `clientAction` are undone as one.
     */
    agree(clientId: string, who: string, agreements: readonly Agreement[], clientAction: string | null): Outcome {
      return decisions.once(clientId, who, () => {
        const patches = [...new Set(agreements.map(({ patch }) => patch))];
        const views = new Map(board.patches(patches).map((view) => [view.id, view]));
        const outcome: Outcome = { patches, conflicts: [], undone: null, kept: 0 };
        let action: number | null = null;
        for (const { patch, target, verdict } of agreements) {
          const view = views.get(patch);
          const of = decisions.seriesOf(patch, target);
          if (!view || of === null) continue;
          if (shownOn(view, target) === verdict) {
            action ??= decisions.begin(who, of, clientAction);
            write(patch, target, { action, who, series: of, verdict });
            outcome.kept!++;
          } else outcome.conflicts.push({ patch, target });
        }
        if (action !== null && !ofAction.all(action).length && !decisions.ofAction(action).length)
          decisions.drop(action);
        return outcome;
      });
    },
  };
}
