import { boardPart } from "./board.ts";
import { changesPart } from "./changes.ts";
import { classificationsPart } from "./classifications.ts";
import { decisionsPart } from "./decisions.ts";
import { historyPart } from "./history.ts";
import { notesPart } from "./notes.ts";
import { opinionsPart } from "./opinions.ts";
import { asMistake, openDatabase } from "./open.ts";
import { peoplePart } from "./people.ts";
import { runsPart } from "./runs.ts";
import { searchPart } from "./search.ts";
import { placesPart } from "./places.ts";
import { seenPart } from "./seen.ts";
import { seriesPart } from "./series.ts";
import { waitsPart } from "./waits.ts";
import { undoPart } from "./undo.ts";
import { timelinePart } from "./timeline.ts";
import { viewsPart } from "./views.ts";

export type Store = ReturnType<typeof openStore>;

/** All that is kept, in one SQLite file. Each part holds the statements of one noun; a write and its trace are one transaction. */
export function openStore(file: string) {
  const db = openDatabase(file);
  const changes = changesPart(db);
  const decisions = decisionsPart(db, changes);
  const runs = runsPart(db, changes);
  const series = seriesPart(db);
  const board = boardPart(db);
  const seen = seenPart(db, changes, decisions, board, series);
  return {
    file,
    epoch: db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'epoch'").get()!.value,
    changes,
    decisions,
    seen,
    ...undoPart(db, changes, decisions, seen),
    series,
    board,
    history: historyPart(db, changes),
    runs,
    classifications: classificationsPart(db, changes, runs),
    notes: notesPart(db, changes, decisions.once),
    people: peoplePart(db),
    search: searchPart(db),
    opinions: opinionsPart(db),
    waits: waitsPart(db, changes),
    places: placesPart(db),
    timeline: timelinePart(db),
    views: viewsPart(db, changes, decisions.once),
    /** SQLite's own errors (disk full, busy, read-only) as a UserMistake of one sentence; others as they are. */
    explain: (error: unknown) => asMistake(error, file),
    close: () => db.close(),
  };
}
