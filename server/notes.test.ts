import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { askedIn } from "./store/asked.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";

test.each<[string, string | null]>([
  ["looks fine to me", null],
  ["@ben is this needed in 2.3?", "ben"],
  ["please look, @Ben-K.", "Ben-K"],
  ["cc (@löwe_9), thanks", "löwe_9"],
  ["mail ada@example.org about it", null],
  ["alone @ in the rain", null],
  ["asked: Willy whether h1 has it too", "Willy whether h1 has it too"],
  ["see below\n  Asked: @grace, by mail.\nmore", "grace, by mail"],
  ["I asked: nobody", null],
  ["asked:", null],
  [`asked: ${"x".repeat(300)}`, "x".repeat(80)],
])("a note that says %j asks %j", (note, expected) => expect(askedIn(note)).toBe(expected));

interface Note {
  id: string;
  text: string;
  who: string;
  revision: number;
  editedBy: string | null;
  deletedBy: string | null;
  asks: string | null;
  mentions: { text: string; patch: { subject: string } }[];
}
interface Patch {
  id: string;
  sha: string;
  number: number;
  subject: string;
  noteCount: number;
  asked: string | null;
  revisions: number[];
  notes: Note[];
  history: { text: string; who: string }[];
}

describe("notes over the API", () => {
  let board: TestBoard;
  let all: Patch[];
  let series: { id: string; targets: { id: string }[] };
  const fields = `id sha number subject noteCount asked revisions history { text who }
    notes { id text who revision editedBy deletedBy asks mentions { text patch { subject } } }`;
  beforeAll(async () => {
    board = await testBoard();
    await until(async () => {
      const query =
        "{ allSeries { id run { state } targets { id } patches(first: 500) { edges { node { id sha number subject } } } } }";
      const [found] = ((await board.ask(query)).data as unknown as { allSeries: Loaded[] }).allSeries;
      if (found?.run?.state !== "done") return false;
      series = found;
      all = found.patches.edges.map(({ node }) => node);
      return true;
    });
  });
  afterAll(() => board.stop());
  interface Loaded {
    id: string;
    run: { state: string } | null;
    targets: { id: string }[];
    patches: { edges: { node: Patch }[] };
  }

  let calls = 0;
  const call = async <T>(name: string, type: string, input: object, who: string, result: string): Promise<T> => {
    const query = `mutation ($input: ${type}!) { ${name}(input: $input) { ${result} } }`;
    const { data, errors } = await board.ask(query, { input: { clientMutationId: `n${++calls}`, ...input } }, who);
    if (errors) throw new Error(errors[0]!.message);
    return (data as unknown as Record<string, T>)[name]!;
  };
  const add = async (patch: Patch, text: string, who: string) =>
    (await call<{ patch: Patch }>("addNote", "AddNoteInput", { patch: patch.id, text }, who, `patch { ${fields} }`))
      .patch;
  const change = (name: "deleteNote" | "restoreNote", note: Note, who: string) =>
    call<{ patch: Patch; conflict: Note | null }>(
      name,
      "NoteInput",
      { note: note.id, expected: note.revision },
      who,
      `patch { ${fields} } conflict { id text revision deletedBy editedBy }`,
    );
  const decide = async (patch: Patch, verdict: string | null, who: string, expected: number) =>
    (
      await call<{ patches: Patch[] }>(
        "overrideVerdict",
        "OverrideVerdictInput",
        { verdict, decisions: [{ patch: patch.id, target: series.targets[0]!.id, expected }] },
        who,
        `patches { ${fields} }`,
      )
    ).patches[0]!;
  const named = (subject: string) => all.find((one) => one.subject.includes(subject))!;
  const found = async (text: string) => {
    const { data } = await board.ask("query ($text: String!) { allSeries { search(query: $text) { ids } } }", { text });
    return (data as unknown as { allSeries: { search: { ids: string[] } }[] }).allSeries[0]!.search.ids;
  };

  it("are deleted and restored by anybody, with their text, and the history says who", async () => {
    const patch = named("log: flush the last line");
    const { notes } = await add(patch, "chrysanthemum", "Ada");
    expect(await found("chrysanthemum")).toEqual([patch.id]);
    const gone = (await change("deleteNote", notes[0]!, "Ben")).patch;
    expect(gone).toMatchObject({ noteCount: 0, notes: [{ deletedBy: "Ben", text: "chrysanthemum", revision: 2 }] });
    expect(await found("chrysanthemum")).toEqual([]);
    const again = (await change("restoreNote", gone.notes[0]!, "Cleo")).patch;
    expect(again).toMatchObject({ noteCount: 1, notes: [{ deletedBy: null, text: "chrysanthemum", revision: 3 }] });
    expect(await found("chrysanthemum has:note")).toEqual([patch.id]);
    expect(again.history.slice(-2)).toEqual([
      { who: "Ben", text: "note deleted, it was: chrysanthemum" },
      { who: "Cleo", text: "note restored: chrysanthemum" },
    ]);
  });

  it("are not deleted over somebody's edit, nor edited over somebody's deletion", async () => {
    const patch = named("dns: do not count");
    const [note] = (await add(patch, "first", "Ada")).notes;
    const edit = (expected: number) =>
      call<{ patch: Patch; conflict: Note | null }>(
        "editNote",
        "EditNoteInput",
        { note: note!.id, text: "second", expected },
        "Ben",
        `patch { ${fields} } conflict { text deletedBy revision }`,
      );
    await edit(1);
    const refused = await change("deleteNote", note!, "Ada");
    expect(refused.conflict).toMatchObject({ text: "second", editedBy: "Ben", revision: 2 });
    expect(refused.patch.noteCount).toBe(1);
    await change("deleteNote", refused.patch.notes[0]!, "Ada");
    expect((await edit(2)).conflict).toMatchObject({ text: "second", deletedBy: "Ada", revision: 3 });
  });

  it("ask, until somebody else answers with a note", async () => {
    const patch = named("cache: take Vary");
    expect(await add(patch, "@Ben, does 2.3 have this?", "Ada")).toMatchObject({
      asked: "Ben",
      notes: [{ asks: "Ben" }],
    });
    expect((await add(patch, "it looks as if", "Ada")).asked).toBe("Ben");
    const answered = await add(patch, "it does", "Ben");
    expect(answered.asked).toBeNull();
    // An answer that is taken back leaves the question open again.
    expect((await change("deleteNote", answered.notes.at(-1)!, "Ben")).patch.asked).toBe("Ben");
    expect((await change("deleteNote", answered.notes[0]!, "Ada")).patch.asked).toBeNull();
  });

  it("ask, until anybody decides; an undone decision answers nothing", async () => {
    const patch = named("cache: release the row");
    expect((await add(patch, "asked: the author", "Ada")).asked).toBe("the author");
    expect((await decide(patch, "WAIT", "Ada", 0)).asked).toBeNull();
    const undone = await call<{ patches: Patch[] }>(
      "undo",
      "UndoInput",
      { series: series.id },
      "Ada",
      "patches { asked }",
    );
    expect(undone.patches[0]!.asked).toBe("the author");
  });

  it("ask what an edit adds, although others have written and decided before", async () => {
    const patch = named("tls: do not mix up");
    const [note] = (await add(patch, "looks risky", "Ada")).notes;
    await add(patch, "not to me", "Ben");
    await decide(patch, "WAIT", "Ben", 0);
    const edit = async (text: string, expected: number) =>
      (
        await call<{ patch: Patch }>(
          "editNote",
          "EditNoteInput",
          { note: note!.id, text, expected },
          "Ada",
          `patch { ${fields} }`,
        )
      ).patch.asked;
    expect(await edit("looks risky, @Ben: why not?", 1)).toBe("Ben");
    await add(patch, "it is small", "Ben");
    // Only what it asks makes a note a question again, and another spelling of the rest does not.
    expect(await edit("It looks risky, @Ben: why not?", 2)).toBeNull();
    expect(await edit("It looks risky, @Cleo: why not?", 3)).toBe("Cleo");
  });

  it("show what would reorder their text, and hold nothing without width, nor do names", async () => {
    const patch = named("log: flush the last line");
    const { notes } = await add(patch, "a\u202elive\u2069 o\u200bne\ufeff", "Ada");
    expect(notes.at(-1)!.text).toBe("a\\u202elive\\u2069 one");
    await expect(add(patch, "\u200b\u2060", "Ada")).rejects.toThrow("a note needs at least one character");
    const introduce = (name: string) =>
      call<{ viewer: { name: string } }>("introduce", "IntroduceInput", { name }, "Ada", "viewer { name }");
    expect(await introduce("Be\u200bn")).toEqual({ viewer: { name: "Ben" } });
    await expect(introduce("\ufeff")).rejects.toThrow("a name needs at least one character");
  });

  it("mention patches of the board by the beginning of their id, and no other words", async () => {
    const [patch, other] = [named("timer: survive"), named("servfail") ?? all[3]!];
    const text = `like ${other.sha.slice(0, 12)}, not like defaced, 20261121 or ${"0a".repeat(20)}; ${other.sha.slice(0, 12)} again`;
    const [note] = (await add(patch, text, "Ada")).notes;
    expect(note!.mentions).toEqual([{ text: other.sha.slice(0, 12), patch: { subject: other.subject } }]);
  });

  it("that are deleted are not exported", async () => {
    const patch = named("tls: do not mix up");
    const [note] = (await add(patch, "never mind", "Ada")).notes;
    await change("deleteNote", note!, "Ada");
    const { openStore } = await import("./store/store.ts");
    const { exported } = await import("./export.ts");
    const store = openStore(board.db);
    const options = { target: null, format: "json", from: null, withGuesses: true } as const;
    expect(exported(store, store.series.all()[0]!, options)).not.toContain("never mind");
    store.close();
  });
});
