import { execFileSync } from "node:child_process";
import { renameSync } from "node:fs";
import { request } from "node:http";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { classify } from "./classify.ts";
import type { Answer } from "./domain.ts";
import type { Question } from "./engine/engine.ts";
import { headerText } from "./serve.ts";
import { openStore } from "./store/store.ts";
import { bareAnswer } from "./test-answer.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";

interface Row {
  id: string;
  number: number;
  subject: string;
  verdicts: string[];
  deciders: (string | null)[];
  revisions: number[];
  evidence: (string | null)[];
}
interface Loaded {
  id: string;
  seq: number;
  epoch: string;
  targets: { id: string; branch: string; lastBackported: number }[];
  patches: { edges: { node: Row }[] };
  run: { state: string; planned: number; done: number } | null;
}

const rowFields = "id number subject verdicts deciders revisions evidence";
const wholeSeries = `{ allSeries { id seq epoch targets { id branch lastBackported } run { state planned done }
  patches(first: 500) { edges { node { ${rowFields} } } } } }`;

let board: TestBoard;
let series: Loaded;
const load = async (of = board) =>
  ((await of.ask(wholeSeries)).data as unknown as { allSeries: Loaded[] }).allSeries[0];
const row = (subject: string, of = series) =>
  of.patches.edges.map((edge) => edge.node).find((node) => node.subject.includes(subject))!;
let calls = 0;
const decide = async (
  patch: Row,
  target: number,
  verdict: string | null,
  who: string,
  clientMutationId = `call ${++calls}`,
) => {
  const decisions = [{ patch: patch.id, target: series.targets[target]!.id, expected: patch.revisions[target]! }];
  const query = `mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { patches { ${rowFields} }
    conflicts { verdict by target { branch } } } }`;
  const answer = await board.ask(query, { input: { decisions, verdict, clientMutationId } }, who);
  if (answer.errors) throw new Error(answer.errors[0]!.message);
  return (
    answer.data as unknown as { overrideVerdict: { patches: Row[]; conflicts: { verdict: string; by: string }[] } }
  ).overrideVerdict;
};

beforeAll(async () => {
  board = await testBoard();
  series = await until(async () => {
    const found = await load();
    return found?.run?.state === "done" && found;
  });
});
afterAll(() => board.stop());

it("reads a name in a header as UTF-8, and as latin1 what is none", () => {
  const received = (name: string, encoding: "utf8" | "latin1") => Buffer.from(name, encoding).toString("latin1");
  for (const name of ["Ada", "José", "日本"]) expect(headerText(received(name, "utf8"))).toBe(name);
  expect(headerText(received("José", "latin1"))).toBe("José");
});

describe("a board on a repository", () => {
  it("has read history, backports and instructions by itself", () => {
    expect(series.targets.map((target) => target.branch)).toEqual(["2.4-stable", "2.3-stable"]);
    expect(series.patches.edges).toHaveLength(144);
    expect(series.run).toEqual({ state: "done", planned: 144, done: 144 });
    expect(row("h2: never reuse").verdicts[0]).toBe("YES");
    expect(series.targets[0]!.lastBackported).toBeGreaterThan(50);
  });

  it("finds the backport that lost its trailer by author and subject", () => {
    const found = series.patches.edges.flatMap((edge) => edge.node.evidence[0] ?? []);
    expect(new Set(found)).toEqual(new Set(["TRAILER", "AUTHOR_AND_SUBJECT"]));
  });

  it("keeps a decision with its author, and withdraws it again", async () => {
    const patch = row("timer: survive");
    const done = await decide(patch, 1, "WAIT", "Ada");
    expect(done.patches[0]).toMatchObject({ deciders: [null, "Ada"], revisions: [0, 1] });
    expect(done.patches[0]!.verdicts[1]).toBe("WAIT");
    const withdrawn = await decide(done.patches[0]!, 1, null, "Ada");
    expect(withdrawn.patches[0]).toMatchObject({ deciders: [null, null], verdicts: patch.verdicts, revisions: [0, 2] });
  });

  it("refuses a stale decision and says what stands", async () => {
    const patch = row("dns: accept a CNAME");
    await decide(patch, 0, "NO", "Ada");
    const second = await decide(patch, 0, "YES", "Ben");
    expect(second.conflicts).toEqual([{ verdict: "NO", by: "Ada", target: { branch: "2.4-stable" } }]);
    expect(second.patches[0]!.verdicts[0]).toBe("NO");
  });

  it("gives a retry the first outcome instead of a conflict with itself", async () => {
    const patch = row("dns: do not count");
    const first = await decide(patch, 0, "NO", "Ada", "the same call");
    const again = await decide(patch, 0, "NO", "Ada", "the same call");
    expect(again).toEqual(first);
    expect(again.conflicts).toEqual([]);
  });

  it("undoes each person's own last action, and leaves what others changed since", async () => {
    const undo = async (who: string) => {
      const query = `mutation ($input: UndoInput!) { undo(input: $input) { undone patches { ${rowFields} } conflicts { by } } }`;
      const answer = await board.ask(query, { input: { series: series.id, clientMutationId: `call ${++calls}` } }, who);
      return (
        answer.data as unknown as { undo: { undone: string | null; patches: Row[]; conflicts: { by: string }[] } }
      ).undo;
    };
    const [one, two] = [row("cache: take Vary"), row("cache: release the row")];
    const changed = (await decide(one, 0, "WAIT", "Cleo")).patches[0]!;
    const other = (await decide(two, 0, "YES", "Dag")).patches[0]!;
    expect((await undo("Cleo")).patches[0]).toMatchObject({
      subject: one.subject,
      verdicts: one.verdicts,
      deciders: [null, null],
    });
    await decide(other, 0, "NO", "Cleo");
    expect((await undo("Dag")).conflicts).toEqual([{ by: "Cleo" }]);
    expect((await undo("Dag")).undone).toBeNull();
    expect(changed.verdicts[0]).toBe("WAIT");
  });

  it("edits a note only when nobody else did meanwhile", async () => {
    const patch = row("log: flush the last line");
    const add =
      "mutation ($input: AddNoteInput!) { addNote(input: $input) { patch { notes { id text who revision } } } }";
    const added = await board.ask(
      add,
      { input: { patch: patch.id, text: "look at 2.3", clientMutationId: "note 1" } },
      "Ada",
    );
    const note = (added.data as unknown as { addNote: { patch: { notes: { id: string; revision: number }[] } } })
      .addNote.patch.notes[0]!;
    const edit =
      "mutation ($input: EditNoteInput!) { editNote(input: $input) { conflict { text who } patch { notes { text editedBy } } } }";
    const change = (text: string, id: string) => ({
      input: { note: note.id, text, expected: note.revision, clientMutationId: id },
    });
    await board.ask(edit, change("looked: fine", "note 2"), "Ben");
    const late = await board.ask(edit, change("something else", "note 3"), "Ada");
    expect(late.data).toEqual({
      editNote: {
        conflict: { text: "looked: fine", who: "Ada" },
        patch: { notes: [{ text: "looked: fine", editedBy: "Ben" }] },
      },
    });
  });

  it("shows the message, the files and the diff of a commit, and the history of its patch", async () => {
    const { id } = row("timer: survive");
    const query = `query ($id: ID!) { node(id: $id) { ... on Patch { commit { message files { path status insertions deletions } diff { text isCut } }
      classifications { quote { text start end } } history { who text } } } }`;
    const { node } = (await board.ask(query, { id })).data as unknown as {
      node: {
        commit: { message: string; files: object[]; diff: { text: string; isCut: boolean } };
        classifications: { quote: { text: string; start: number; end: number } | null }[];
        history: { who: string; text: string }[];
      };
    };
    expect(node.commit.files).toEqual([{ path: "src/timer.c", status: "M", insertions: 1, deletions: 1 }]);
    expect(node.commit.diff).toMatchObject({
      isCut: false,
      text: expect.stringContaining("+\treturn value > ") as string,
    });
    const quote = node.classifications[0]!.quote;
    if (quote) expect(node.commit.message.slice(quote.start, quote.end)).toBe(quote.text);
    expect(node.history[0]).toMatchObject({ who: "classify" });
  });

  it("wants a name before it keeps anything", async () => {
    const answer = await board.ask("mutation ($input: UndoInput!) { undo(input: $input) { undone } }", {
      input: { series: series.id, clientMutationId: "nobody" },
    });
    expect(answer.errors?.[0]?.message).toMatch(/say who you are/);
  });

  it("remembers the name given to a browser in a cookie that pages cannot read", async () => {
    const query = 'mutation { introduce(input: { name: "  Ada   L. " }) { viewer { name } } }';
    const response = await fetch(`${board.address}graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query }),
    });
    const cookie = response.headers.get("set-cookie")!;
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);
    const who = await fetch(`${board.address}graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", cookie: cookie.split(";")[0]! },
      body: JSON.stringify({ query: "{ viewer { name } }" }),
    });
    expect(await who.json()).toMatchObject({ data: { viewer: { name: "Ada L." } } });
  });

  it.each([
    ["an id of another kind", '{ node(id: "patch:1") { id } series(name: "x") { id } }', {}, null],
    ["a page that is too large", "{ allSeries { patches(first: 5000) { edges { cursor } } } }", {}, /give 1 to 1000/],
    ["a cursor that is none", '{ allSeries { patches(first: 5, after: "x") { edges { cursor } } } }', {}, /no cursor/],
    ["introspection", "{ __schema { types { name } } }", {}, /introspection/i],
  ])("answers %s with a sentence", async (_, query, variables, expected) => {
    const answer = await board.ask(query, variables);
    if (expected) expect(answer.errors?.[0]?.message).toMatch(expected);
    else expect(answer.errors).toBeUndefined();
  });

  it("masks its own errors", async () => {
    const answer = await board.ask('{ node(id: "patch:999999999999999999") { id } }');
    expect(JSON.stringify(answer)).not.toMatch(/at .*\.ts|SQLITE/);
  });
});

/** A batch of changes, as far as its fields are asked for. */
interface Told {
  seq: number;
  patches: Row[];
  isStale: boolean;
  series: { sync: { isRunning: boolean; trouble: string | null } };
}

describe("changes", () => {
  /** Follows the series with these fields of `changes`; gives what ends that. */
  const subscribe = (fields: string, after: number, next: (told: Told) => void, epoch = series.epoch) => {
    const client = createClient({
      url: `${board.address.replace("http", "ws")}graphql`,
      webSocketImpl: class extends WebSocket {
        constructor(url: string, protocols: string[]) {
          super(url, protocols, { origin: board.address.slice(0, -1) });
        }
      },
    });
    const query = `subscription ($series: ID!, $after: Int!, $epoch: ID!) {
      changes(series: $series, after: $after, epoch: $epoch) { ${fields} } }`;
    client.subscribe<{ changes: Told }>(
      { query, variables: { series: series.id, after, epoch } },
      { next: ({ data }) => next(data!.changes), error: () => {}, complete: () => {} },
    );
    return () => client.dispose();
  };
  const follow = (after: number, seen: Pick<Told, "seq" | "patches" | "isStale">[], epoch = series.epoch) =>
    subscribe(`seq isStale patches { ${rowFields} }`, after, (changes) => void seen.push(changes), epoch);

  it("reach another page, each patch once a batch, and go on after the last seen", async () => {
    const now = (await load())!;
    const seen: Pick<Told, "seq" | "patches" | "isStale">[] = [];
    const stop = follow(now.seq, seen);
    const patch = row("acl: refuse an empty list");
    const first = (await decide(patch, 0, "YES", "Ada")).patches[0]!;
    await until(() =>
      seen.some((batch) => batch.patches.some((one) => one.id === patch.id && one.deciders[0] === "Ada")),
    );
    await stop();
    await decide(first, 0, "NO", "Ben");
    const later: typeof seen = [];
    const stopAgain = follow(seen.at(-1)!.seq, later);
    await until(() => later.length);
    expect(later[0]!.patches).toMatchObject([{ id: patch.id, deciders: ["Ben", null] }]);
    await stopAgain();
  });

  it("tell of a decision from behind the place that the decision's own answer says", async () => {
    const patch = row("acl: refuse an empty list");
    const before = (await load())!.seq;
    const { extensions } = (await board.ask(
      `mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { conflicts { by } } }`,
      {
        input: {
          decisions: [{ patch: patch.id, target: series.targets[1]!.id, expected: patch.revisions[1]! }],
          verdict: "WAIT",
          clientMutationId: "where was the log",
        },
      },
      "Ada",
    )) as { extensions?: { seq: number } };
    expect(extensions).toEqual({ seq: before });
    const seen: Pick<Told, "seq" | "patches" | "isStale">[] = [];
    const stop = follow(extensions!.seq, seen);
    await until(() => seen.length);
    await stop();
    expect(seen[0]!.seq).toBeGreaterThan(before);
    expect(seen[0]!.patches.map(({ id }) => id)).toEqual([patch.id]);
  });

  it("say so when the cursor belongs to another database", async () => {
    const seen: Pick<Told, "seq" | "patches" | "isStale">[] = [];
    const stop = follow(0, seen, "another epoch");
    await until(() => seen[0]?.isStale);
    await stop();
  });

  it("tell whether the repository is read, also where that leaves no trace in the log", async () => {
    const elsewhere = `${board.repo}-elsewhere`;
    const seen: Told["series"]["sync"][] = [];
    const stop = subscribe(
      "series { sync { isRunning trouble } }",
      (await load())!.seq,
      (changes) => void seen.push(changes.series.sync),
    );
    const startSync = () =>
      board.ask(
        "mutation ($input: StartSyncInput!) { startSync(input: $input) { series { id } } }",
        { input: { series: series.id } },
        "Ada",
      );
    // Whatever a page was told when it was loaded may be over by now.
    await until(() => seen.length);
    expect(seen).toEqual([{ isRunning: false, trouble: null }]);
    renameSync(board.repo, elsewhere);
    await startSync();
    await until(() => seen.at(-1)!.trouble !== null && !seen.at(-1)!.isRunning);
    expect(seen.at(-1)!.trouble).toContain("does not exist");
    renameSync(elsewhere, board.repo);
    await startSync();
    await until(() => seen.at(-1)!.trouble === null && !seen.at(-1)!.isRunning);
    await stop();
  });

  it("of another process arrive too", async () => {
    const seen: Pick<Told, "seq" | "patches" | "isStale">[] = [];
    const stop = follow((await load())!.seq, seen);
    const store = openStore(board.db);
    const engine = {
      name: "history",
      version: "1",
      model: null,
      prompt: null,
      promptText: null,
      answers: answersNo,
    } as const;
    await classify(store, engine, store.series.all()[0]!, new AbortController().signal);
    store.close();
    await until(() => new Set(seen.flatMap((batch) => batch.patches.map((one) => one.id))).size === 144);
    await stop();
  });
});

async function* answersNo(questions: Iterable<Question>): AsyncIterable<[Question, Answer]> {
  for (const question of questions) yield [question, bareAnswer({ verdict: "uncertain" })];
}

describe("a stranger", () => {
  const send = (options: { method?: string; path?: string; headers?: Record<string, string>; body?: string }) =>
    new Promise<number>((resolve, reject) => {
      const { port } = new URL(board.address);
      const headers = { host: `127.0.0.1:${port}`, "content-type": "application/json", ...options.headers };
      const sent = request(
        { host: "127.0.0.1", port, method: "POST", path: "/graphql", ...options, headers },
        (response) => {
          response.resume();
          resolve(response.statusCode!);
        },
      );
      sent.on("error", reject);
      sent.end(options.body ?? '{"query":"{ viewer { name } }"}');
    });
  it.each<[string, Parameters<typeof send>[0], number]>([
    ["nobody: a script without an Origin passes", {}, 200],
    ["another Host (rebinding)", { headers: { host: "evil.example" } }, 421],
    ["another Origin", { headers: { origin: "http://evil.example" } }, 403],
    ["this host on another port", { headers: { origin: "http://127.0.0.1:1" } }, 403],
    ["a cross-site fetch without Origin", { headers: { "sec-fetch-site": "cross-site" } }, 403],
    ["a same-site fetch", { headers: { "sec-fetch-site": "same-site" } }, 403],
    ["a form post", { headers: { "content-type": "application/x-www-form-urlencoded" }, body: "query=mutation" }, 415],
    ["plain text, which needs no preflight", { headers: { "content-type": "text/plain" } }, 415],
    ["a query by GET", { method: "GET", path: "/graphql?query={viewer{name}}" }, 405],
    [
      "a body that is too large",
      { body: JSON.stringify({ query: `{ viewer { name } } #${"x".repeat(200_000)}` }) },
      413,
    ],
  ])("%s", async (_, options, status) => expect(await send(options)).toBe(status));

  const upgrade = (headers: Record<string, string>) =>
    new Promise<string>((resolve) => {
      const socket = new WebSocket(`${board.address.replace("http", "ws")}graphql`, "graphql-transport-ws", {
        headers,
      });
      socket.on("open", () => resolve("open"));
      socket.on("error", (error) => resolve(error.message));
    });
  it.each([
    ["without Origin", {}, /403/],
    ["from another Origin", { origin: "http://evil.example" }, /403/],
    ["to another Host", { origin: "http://evil.example", host: "evil.example" }, /421/],
  ])("a socket %s", async (_, headers, expected) =>
    expect(await upgrade(headers as Record<string, string>)).toMatch(expected),
  );

  it("a socket has the limits of HTTP", async () => {
    const client = new WebSocket(`${board.address.replace("http", "ws")}graphql`, "graphql-transport-ws", {
      headers: { origin: board.address.slice(0, -1) },
    });
    const said: string[] = [];
    client.on("message", (data: Buffer) => said.push(data.toString()));
    await new Promise((resolve) => client.on("open", resolve));
    client.send('{"type":"connection_init"}');
    await until(() => said.some((one) => one.includes("connection_ack")));
    client.send(JSON.stringify({ id: "1", type: "subscribe", payload: { query: "{ __schema { types { name } } }" } }));
    client.send(
      JSON.stringify({ id: "2", type: "subscribe", payload: { query: `{ viewer { ${"name ".repeat(4_000)} } }` } }),
    );
    await until(() => said.filter((one) => one.includes('"type":"error"')).length === 2);
    client.close();
  });

  it("pages carry a strict policy and no other server's name", async () => {
    const response = await fetch(board.address);
    expect(response.headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/,
    );
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
    expect(await response.text()).not.toMatch(/https?:\/\//);
  });
});

describe("a server", () => {
  it("is the only one on its database, and names the other", async () => {
    await expect(testBoard({ folder: board.folder })).rejects.toThrow(
      new RegExp(`is served already, by process ${process.pid} at http://127`),
    );
  });

  it("sees new commits and picks at the next sync, and goes on after a restart", async () => {
    const first = await testBoard();
    await until(async () => (await load(first))?.run?.state === "done");
    await first.stop();
    const git = (...args: string[]) =>
      execFileSync("git", ["-C", first.repo, "-c", "user.name=Ada", "-c", "user.email=a@b.invalid", ...args], {
        stdio: "pipe",
      });
    const patch = git("rev-list", "-1", "--grep=acl: refuse an empty", "master").toString().trim();
    git("checkout", "-q", "2.4-stable");
    git("cherry-pick", "-x", patch);
    const second = await testBoard({ folder: first.folder });
    const found = await until(async () => {
      const now = await load(second);
      return now && row("acl: refuse an empty", now).evidence[0] === "TRAILER" && now;
    });
    expect(found.patches.edges).toHaveLength(144);
    await second.stop();
  });
});
