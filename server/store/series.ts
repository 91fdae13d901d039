import type { Db } from "./open.ts";

export interface SeriesRow {
  id: number;
  name: string;
  repository: string;
  upstream: string;
  base: string;
  base_sha: string | null;
  head_sha: string | null;
  version: string | null;
  forge: string | null;
  guessed: string;
  synced_at: number | null;
  trouble: string | null;
}

export interface TargetRow {
  id: number;
  series: number;
  branch: string;
  ref: string;
  version: string | null;
  position: number;
  head_sha: string | null;
  state: "active" | "critical" | "ended" | "gone";
}

/** Which series there are, and their stable branches. */
export function seriesPart(db: Db) {
  const all = db.prepare<[], SeriesRow>("SELECT * FROM series ORDER BY synced_at DESC, id DESC");
  const byName = db.prepare<[string], SeriesRow>("SELECT * FROM series WHERE name = ?");
  const byId = db.prepare<[number], SeriesRow>("SELECT * FROM series WHERE id = ?");
  const targets = db.prepare<[number], TargetRow>("SELECT * FROM target WHERE series = ? ORDER BY position, id");
  const target = db.prepare<[number], TargetRow>("SELECT * FROM target WHERE id = ?");
  const count = db.prepare<[number], { n: number }>("SELECT count(*) AS n FROM patch WHERE series = ?");
  const lastBackported = db.prepare<[number], { n: number | null }>(
    `SELECT max(p.number) AS n FROM backport b JOIN patch p ON p.id = b.patch
     WHERE b.target = ? AND b.evidence <> 'claimed' AND p.vanished_at IS NULL`,
  );
  return {
    all: () => all.all(),
    byName: (name: string) => byName.get(name) ?? null,
    byId: (id: number) => byId.get(id) ?? null,
    targets: (series: number) => targets.all(series),
    target: (id: number) => target.get(id) ?? null,
    patchCount: (series: number) => count.get(series)!.n,
    /** Number of the last patch already on the branch, 0 when there is none. */
    lastBackported: (id: number) => lastBackported.get(id)?.n ?? 0,
  };
}
