import { describe, expect, it } from "vitest";
import type { Content, FilePatch } from "./content.ts";
import { FileBoard } from "./fileBoard.ts";
import {
  changedPatches,
  lastWords,
  seqOf,
  type Agreed,
  type Decided,
  type Entry,
  type Log,
  type Place,
} from "./log.ts";
import type { Wait } from "../board/wait/words.ts";
import { added, redoLast, undoLast } from "./steps.ts";

const sha = (n: number) => String(n).repeat(40);
const targets = [
  { id: "target:1", branch: "3.2-stable", lastBackported: 1 },
  { id: "target:2", branch: "3.0-stable", lastBackported: 0 },
];

function patch(n: number, more: Partial<FilePatch> = {}): FilePatch {
  return {
    id: `patch:${n}`,
    number: n,
    sha: sha(n),
    verdicts: ["NO", "NO"],
    deciders: [null, null],
    revisions: [0, 0],
    evidence: [null, null],
    agreed: null,
    waits: [null, null],
    machineVerdicts: ["NO", "NO"],
    engine: "RULES",
    isInstructed: false,
    isVanished: false,
    noteCount: 0,
    commit: { message: "", parents: ["p"], committedAt: "2026-11-01T00:00:00Z" },
    classifications: [],
    branches: [{ by: null }, { by: null }],
    notes: [],
    history: [],
    ...more,
  };
}

function boardAt(now: string, ...patches: FilePatch[]): FileBoard {
  const series = { id: "series:1", name: "s", epoch: "e", targets };
  const content: Content = { id: "c", at: "2026-11-21T10:00:00Z", target: null, page: { series }, patches };
  return new FileBoard(content, Date.parse(now));
}

const boardOf = (...patches: FilePatch[]) => boardAt("2026-11-21T12:00:00Z", ...patches);

const waiting = (more: Partial<Wait>): Wait => ({
  kind: "DATE",
  day: null,
  days: null,
  of: null,
  pattern: null,
  isAuthors: false,
  words: "",
  isRipe: false,
  isDue: false,
  at: null,
  tag: null,
  ...more,
});

let count = 0;
const decided = (n: number, verdict: string | null, target = "3.2-stable"): Decided => ({
  kind: "decided",
  id: `entry ${++count}`,
  at: "2026-11-21T11:00:00Z",
  who: "Ada",
  verdict,
  on: [{ patch: sha(n), target, expected: 0 }],
});

const agreed = (n: number, verdict: string, who = "Ada", target = "3.2-stable"): Agreed => ({
  kind: "agreed",
  id: `entry ${++count}`,
  at: "2026-11-21T11:00:00Z",
  who,
  on: [{ patch: sha(n), target, verdict }],
});

const list = (board: FileBoard, more = {}) => board.pickList({ target: "target:1", from: 1, machine: true, ...more });

describe("a board in a file", () => {
  it("asks again about a wait that came true, until somebody agrees that it goes on", () => {
    const wait = waiting({ at: "2026-11-21T11:30:00Z" });
    const waits = [wait, waiting({ at: "2026-12-24T00:00:00Z" })];
    const shownAt = (now: string, entries: Entry[]) => {
      const board = boardAt(now, patch(1, { verdicts: ["WAIT", "WAIT"], waits }));
      board.follow(entries);
      return board.shown(board.byId("patch:1")!).waits.map((one) => one && [one.isRipe, one.isDue]);
    };
    const later = { ...agreed(1, "WAIT"), at: "2026-11-22T11:00:00Z" };
    expect(shownAt("2026-11-21T11:29:59Z", [])).toEqual([
      [false, false],
      [false, false],
    ]);
    expect(shownAt("2026-11-22T00:00:00Z", [])).toEqual([
      [true, true],
      [false, false],
    ]);
    // What is done in these tests is done at eleven: too early.
    expect(shownAt("2026-11-22T00:00:00Z", [agreed(1, "WAIT")])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(shownAt("2026-11-22T00:00:00Z", [decided(1, "WAIT")])).toEqual([
      [true, true],
      [false, false],
    ]);
    expect(shownAt("2026-11-22T00:00:00Z", [later])).toEqual([
      [true, false],
      [false, false],
    ]);
    expect(shownAt("2026-12-25T00:00:00Z", [later])).toEqual([
      [true, false],
      [true, true],
    ]);
  });

  it("shows what a decided wait waits for, and of those of the board which are over by now", () => {
    const [running, over] = ["2027-01-01", "2026-11-20"].map((day) => waiting({ day, at: `${day}T00:00:00Z` }));
    const waits = [running!, over!];
    const board = boardOf(patch(1, { verdicts: ["WAIT", "WAIT"], waits }), patch(2));
    const waitsOf = (n: number) => board.shown(board.byId(`patch:${n}`)!).waits;
    expect(waitsOf(1)).toEqual([running, { ...over, isRipe: true, isDue: true }]);
    const until = (condition: Place["condition"]): Decided => {
      const entry = decided(2, "WAIT");
      return { ...entry, on: entry.on.map((place) => ({ ...place, condition })) };
    };
    board.follow([until({ kind: "DATE", day: "2026-12-24" })]);
    expect(waitsOf(2)[0]).toMatchObject({ words: "until 2026-12-24", at: "2026-12-24T00:00:00.000Z", isRipe: false });
    expect(board.shown(board.byId("patch:2")!).history.at(-1)).toMatchObject({
      text: "wait until 2026-12-24 on 3.2-stable, in this file",
      verdict: "WAIT",
      target: { id: "target:1" },
      condition: { day: "2026-12-24" },
    });
    board.follow([until({ kind: "DAYS", days: 14 })]);
    expect(waitsOf(2)[0]).toMatchObject({ at: "2026-11-15T00:00:00.000Z", isRipe: true, isDue: false });
    board.follow([until({ kind: "AUTHOR" })]);
    expect(waitsOf(2)[0]).toBeNull();
  });

  it("shows decisions on their target alone, with who made them, and the machine's word when they are withdrawn", () => {
    const board = boardOf(
      patch(1, { verdicts: ["YES", "NO"], deciders: ["Ben", null], machineVerdicts: ["WAIT", "NO"] }),
    );
    board.follow([decided(1, "NO")]);
    expect(board.shown(board.byId("patch:1")!)).toMatchObject({
      verdicts: ["NO", "NO"],
      deciders: ["Ada", null],
      revisions: [1, 0],
      branches: [{ by: "Ada" }, { by: null }],
    });
    board.follow([decided(1, "NO"), decided(1, null)]);
    expect(board.shown(board.byId("patch:1")!)).toMatchObject({ verdicts: ["WAIT", "NO"], deciders: [null, null] });
    expect(board.shown(board.byId("patch:1")!).history).toHaveLength(2);
  });

  it("shows who agrees with what is shown, those of the board and of the file, until it shows something else", () => {
    const board = boardOf(patch(1, { verdicts: ["YES", "NO"], agreed: [["Ben"], []] }));
    const names = (...entries: Entry[]) => {
      board.follow(entries);
      return board.shown(board.byId("patch:1")!).agreed;
    };
    expect(names(agreed(1, "YES"), agreed(1, "YES", "Ben"))).toEqual([["Ben", "Ada"], []]);
    expect(names(agreed(1, "YES"), decided(1, "NO"))).toBeNull();
    expect(names(agreed(1, "YES"), decided(1, "NO"), agreed(1, "NO", "Cleo"))).toEqual([["Cleo"], []]);
    // The word that was agreed with, back again.
    expect(names(agreed(1, "YES"), decided(1, "NO"), decided(1, "YES"))).toEqual([["Ben", "Ada"], []]);
    expect(names({ ...agreed(1, "YES"), isUndone: true }, decided(1, "NO", "3.0-stable"))).toEqual([["Ben"], []]);
    expect(board.shown(board.byId("patch:1")!).history.at(-1)).toMatchObject({
      text: "no on 3.0-stable, in this file",
    });
  });

  it("picks a guess that somebody agreed with in the file", () => {
    const board = boardOf(patch(1, { verdicts: ["YES", "NO"] }));
    expect(list(board)).toMatchObject({ ids: [], guessedCount: 1 });
    board.follow([agreed(1, "YES")]);
    expect(list(board)).toMatchObject({ ids: [sha(1)], decidedCount: 1, guessedCount: 0 });
  });

  it("adds notes to those of the board", () => {
    const board = boardOf(patch(1, { noteCount: 1, notes: [{ id: "note:1", text: "old" }] }));
    board.follow([{ kind: "noted", id: "n", at: "", who: "Ada", patch: sha(1), text: "new" }]);
    expect(board.shown(board.byId("patch:1")!)).toMatchObject({
      noteCount: 2,
      notes: [{ text: "old" }, { text: "new" }],
    });
  });

  it("lists what to pick with what was decided here, oldest first", () => {
    const board = boardOf(
      patch(1, { verdicts: ["YES", "NO"], isInstructed: true, evidence: ["TRAILER", null] }),
      patch(2, { verdicts: ["YES", "NO"], isInstructed: true, evidence: ["CLAIMED", null] }),
      patch(3),
      patch(4, { verdicts: ["YES", "NO"] }),
      patch(5, { verdicts: ["YES", "NO"], isInstructed: true }),
    );
    board.follow([decided(3, "YES"), decided(5, "WAIT"), decided(4, "NO", "3.0-stable")]);
    expect(list(board)).toMatchObject({
      ids: [sha(2), sha(3)],
      decidedCount: 1,
      instructedCount: 1,
      guessedCount: 1,
      shell: `cid_y=( ${sha(2)} ${sha(3)} )\ncid_w=( ${sha(5)} )\ncid_u=( )\ncid_n=( )\ncid_g=( ${sha(4)} )\ngit cherry-pick -sx "\${cid_y[@]}"\n`,
    });
    expect(list(board, { machine: false }).shell).not.toContain("cid_g");
    // Without a number the list starts behind the last backport.
    expect(list(board, { from: null }).from).toBe(2);
  });

  it("warns of what a pick needs, by the links of the answer that speaks", () => {
    const needs = (n: number) => [{ kind: "needs", patch: { sha: sha(n) } }];
    const classifications = [
      { engine: "LLAMA", links: needs(1) },
      { engine: "RULES", links: needs(2) },
    ];
    const board = boardOf(
      patch(1),
      patch(2),
      patch(3, { isInstructed: true, verdicts: ["YES", "NO"], classifications }),
    );
    expect(list(board).warnings).toEqual([expect.stringMatching(/^patch 3 .* needs patch 2 /)]);
    board.follow([decided(2, "YES")]);
    expect(list(board).warnings).toEqual([]);
  });
});

describe("the log of a file", () => {
  it("undoes a person's own last decision, one before the other, and what stood before shows again", () => {
    const entries: Entry[] = [decided(1, "YES"), decided(1, "WAIT"), { ...decided(1, "NO"), who: "Ben" }];
    const first = undoLast({ who: "Ada", entries })!;
    expect(first.act).toMatchObject({ verdict: "WAIT" });
    const second = undoLast(first.log)!;
    expect(second.act).toMatchObject({ verdict: "YES" });
    expect(undoLast(second.log)).toBeNull();
    // Each step is told of, with the patch that it is about, and moves the log's number on.
    expect(changedPatches(entries, first.log.entries)).toEqual([sha(1)]);
    expect(changedPatches(first.log.entries, first.log.entries)).toEqual([]);
    expect(seqOf(second.log)).toBe(entries.length + 2);
    const words = lastWords(second.log.entries);
    expect([...words.values()].map(({ entry }) => entry.who)).toEqual(["Ben"]);
  });

  it("does again what was undone, in turn, agreements too, until the person does something else", () => {
    const start: Log = {
      who: "Ada",
      entries: [decided(1, "YES"), agreed(2, "NO"), { ...decided(1, "NO"), who: "Ben" }],
    };
    const back = undoLast(undoLast(start)!.log)!;
    expect(back.act.kind).toBe("decided");
    const forth = redoLast(back.log)!;
    expect(forth.act).toMatchObject({ kind: "decided", verdict: "YES" });
    const again = redoLast(forth.log)!;
    expect(again.act.kind).toBe("agreed");
    expect(redoLast(again.log)).toBeNull();
    expect(again.log.entries.map((entry) => entry.isUndone ?? false)).toEqual([false, false, false]);
    expect([start, back.log, forth.log, again.log].map(seqOf)).toEqual([3, 5, 6, 7]);
    expect(changedPatches(back.log.entries, forth.log.entries)).toEqual([sha(1)]);

    // What others do in between takes nothing away; one's own next decision does, a note does not.
    const note: Entry = { kind: "noted", id: "n", at: "", who: "Ada", patch: sha(1), text: "still" };
    expect(redoLast(added(added(back.log, { ...decided(3, "NO"), who: "Ben" }), note))).not.toBeNull();
    expect(redoLast(added(back.log, decided(3, "NO")))).toBeNull();
    // A log of an older file says not when something was undone.
    expect(redoLast({ who: "Ada", entries: [decided(1, "YES"), { ...decided(1, "NO"), isUndone: true }] })).toBeNull();
  });
});
