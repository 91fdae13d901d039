import { execFile } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DecisionsFile, ImportReport } from "./import.ts";
import { type TestBoard, testBoard, until } from "./test-board.ts";

const main = fileURLToPath(new URL("main.ts", import.meta.url));

interface Row {
  id: string;
  sha: string;
  subject: string;
  verdicts: string[];
  deciders: (string | null)[];
  revisions: number[];
  noteCount: number;
}
interface Loaded {
  id: string;
  epoch: string;
  targets: { id: string; branch: string }[];
  run: { state: string } | null;
  patches: { edges: { node: Row }[] };
}

let board: TestBoard;
let series: Loaded;
const load = async () => {
  const query = `{ allSeries { id epoch targets { id branch } run { state }
    patches(first: 500) { edges { node { id sha subject verdicts deciders revisions noteCount } } } } }`;
  const { data } = await board.ask(query);
  return (series = (data as unknown as { allSeries: Loaded[] }).allSeries[0]!);
};
const row = (subject: string) =>
  series.patches.edges.map((edge) => edge.node).find((node) => node.subject.includes(subject))!;

beforeAll(async () => {
  board = await testBoard();
  await until(async () => (await load())?.run?.state === "done");
});
afterAll(() => board.stop());

const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; said: string }>((resolve) => {
    execFile(process.execPath, [main, ...args, "--db", board.db], { maxBuffer: 1 << 25 }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });

function fileOf(more: Partial<DecisionsFile>): string {
  const file: DecisionsFile = {
    patchboard: "decisions",
    version: 3,
    series: "lantern-2.5",
    epoch: series.epoch,
    decisions: [],
    agreements: [],
    notes: [],
    ...more,
  };
  const path = join(board.folder, `decisions-${crypto.randomUUID()}.json`);
  writeFileSync(path, JSON.stringify(file));
  return path;
}

const decision = (id: string, patch: Row, verdict: "no" | "wait" | "yes" | null, who = "Cleo") => ({
  id,
  patch: patch.sha,
  target: "2.4-stable",
  verdict,
  who,
  expected: patch.revisions[0]!,
});

const decide = (patch: Row, verdict: string, who: string) =>
  board.ask(
    "mutation ($input: OverrideVerdictInput!) { overrideVerdict(input: $input) { conflicts { by } } }",
    {
      input: {
        decisions: [{ patch: patch.id, target: series.targets[0]!.id, expected: patch.revisions[0] }],
        verdict,
        clientMutationId: crypto.randomUUID(),
      },
    },
    who,
  );

describe("patchboard import", () => {
  it("takes decisions and notes in under the names of those who made them, and a second time changes nothing", async () => {
    const [expire, cname] = [row("stick: expire"), row("accept a CNAME")];
    const path = fileOf({
      decisions: [decision("one", expire, "wait"), decision("two", cname, "no", "Dana")],
      notes: [{ id: "three", patch: expire.sha, who: "Cleo", text: "looked at on the train" }],
    });
    const first = await run("import", path, "--json");
    expect(JSON.parse(first.out)).toEqual({ series: "lantern-2.5", taken: 3, known: 0, conflicts: [], strange: [] });
    expect(first.code).toBe(0);
    await load();
    expect(row("stick: expire")).toMatchObject({ deciders: ["Cleo", null], noteCount: 1 });
    expect(row("stick: expire").verdicts[0]).toBe("WAIT");
    expect(row("accept a CNAME").deciders[0]).toBe("Dana");

    const second = await run("import", path);
    expect(second).toEqual({ code: 3, out: "", said: "lantern-2.5: 0 taken in, 3 known already, 0 refused\n" });
    // Whoever goes on in the same file and saves again gives the old decisions once more: others may have changed them.
    await decide(row("stick: expire"), "YES", "Ben");
    expect((await run("import", path, "--json")).code).toBe(3);
    await load();
    expect(row("stick: expire")).toMatchObject({ deciders: ["Ben", null] });
  });

  it("takes in what a wait waits for, and refuses what makes no sense", async () => {
    await load();
    const accept = row("conf: accept a file");
    const until = (day: string) => ({
      ...decision(`until ${day}`, accept, "wait"),
      condition: { kind: "date" as const, day },
    });
    const nonsense = await run("import", fileOf({ decisions: [until("2199-02-30")] }));
    expect(nonsense.said).toMatch(/decisions\.0: "2199-02-30" is no day/);
    const path = fileOf({ decisions: [until("2199-01-01")] });
    expect((await run("import", path)).said).toMatch(/1 taken in/);
    const { data } = await board.ask(`{ node(id: "${accept.id}") { ... on Patch { waits { words } } } }`);
    expect(data).toMatchObject({ node: { waits: [{ words: "until 2199-01-01" }, null] } });
    expect((await run("import", path)).said).toMatch(/1 known already/);
  });

  it("overwrites nothing that was decided since, lists it with both values, and takes in the rest", async () => {
    const [refuse, timer] = [row("refuse an empty list"), row("timer: survive")];
    const path = fileOf({ decisions: [decision("four", refuse, "yes"), decision("five", timer, "wait")] });
    await decide(refuse, "NO", "Ben");
    const ended = await run("import", path, "--json");
    expect(ended.code).toBe(1);
    const report = JSON.parse(ended.out) as ImportReport;
    expect(report).toMatchObject({ taken: 1, known: 0, strange: [] });
    expect(report.conflicts).toEqual([
      { patch: refuse.sha, target: "2.4-stable", verdict: "no", by: "Ben", wanted: "yes", who: "Cleo" },
    ]);
    expect((await run("import", path)).said).toContain(
      `${refuse.sha.slice(0, 12)} on 2.4-stable: Ben set no since, Cleo wanted yes`,
    );
    await load();
    expect(row("refuse an empty list").deciders[0]).toBe("Ben");
    expect(row("timer: survive").deciders[0]).toBe("Cleo");
  });

  it("trusts no revision of another database: what is decided here stays, what is free is taken in", async () => {
    const [free, taken] = [row("tls: do not mix up"), row("refuse an empty list")];
    const path = fileOf({
      epoch: "another database",
      decisions: [decision("six", { ...free, revisions: [7, 7] }, "wait"), decision("seven", taken, "yes")],
    });
    expect(JSON.parse((await run("import", path, "--json")).out)).toMatchObject({
      taken: 1,
      conflicts: [{ patch: taken.sha }],
    });
  });

  it("takes agreements in while the board shows what was agreed with, and says what has to be looked at again", async () => {
    const [cache, mux] = [row("refuse an empty list"), row("h2: never reuse a stream id")];
    const agreement = (id: string, patch: Row, verdict: "no" | "yes" | "wait" | "uncertain") => ({
      id,
      patch: patch.sha,
      target: "2.4-stable",
      verdict,
      who: "Dana",
    });
    const shown = (patch: Row) => patch.verdicts[0]!.toLowerCase() as "no";
    const other = shown(mux) === "no" ? "yes" : "no";
    const agreements = [agreement("agreed one", cache, shown(cache)), agreement("agreed two", mux, other)];
    const path = fileOf({ agreements });
    const ended = await run("import", path, "--json");
    expect(ended.code).toBe(1);
    expect(JSON.parse(ended.out)).toEqual({
      series: "lantern-2.5",
      taken: 1,
      known: 0,
      conflicts: [],
      strange: [
        `patch ${mux.sha.slice(0, 12)} no longer shows ${other} on 2.4-stable: Dana agreed with that and has to look again`,
      ],
    });
    const { data } = await board.ask("{ allSeries { patches(first: 500) { edges { node { id agreed } } } } }");
    type Node = { node: { id: string; agreed: string[][] | null } };
    const { edges } = (data as unknown as { allSeries: { patches: { edges: Node[] } }[] }).allSeries[0]!.patches;
    const agreedOn = (patch: Row) => edges.find(({ node }) => node.id === patch.id)!.node.agreed?.[0] ?? [];
    expect(agreedOn(cache)).toEqual(["Dana"]);
    expect(agreedOn(mux)).toEqual([]);
    expect(JSON.parse((await run("import", path, "--json")).out)).toMatchObject({ taken: 0, known: 1 });
    // Agreed once, and changed since: what was taken in is no news.
    expect((await run("import", fileOf({ agreements: agreements.slice(0, 1) }))).code).toBe(3);
  });

  it("reads files of the first version, which knew no agreements", async () => {
    const path = join(board.folder, "first.json");
    const note = { id: "first version", patch: row("timer: survive").sha, who: "Cleo", text: "an old file" };
    const file = {
      patchboard: "decisions",
      version: 1,
      series: "lantern-2.5",
      epoch: "",
      decisions: [],
      notes: [note],
    };
    writeFileSync(path, JSON.stringify(file));
    expect(JSON.parse((await run("import", path, "--json")).out)).toMatchObject({ taken: 1, strange: [] });
  });

  it("says what the series does not hold", async () => {
    const strange = { ...decision("eight", row("tls: do not mix up"), "no"), patch: "0".repeat(40) };
    const elsewhere = { ...decision("nine", row("tls: do not mix up"), "no"), target: "1.0-stable" };
    const ended = await run("import", fileOf({ decisions: [strange, elsewhere] }));
    expect(ended.code).toBe(1);
    expect(ended.said).toContain("patch 000000000000 is not on lantern-2.5");
    expect(ended.said).toContain("lantern-2.5 has no stable branch 1.0-stable");
  });

  it.each<[string, string, RegExp]>([
    ["no JSON", "cid_y=( )", /is no decisions file: name the one that Save decisions gave/],
    ["another file", '{"a": 1}', /is no decisions file/],
    [
      "a newer file",
      '{"patchboard": "decisions", "version": 4}',
      /newer patchboard \(version 4, this one reads up to 3\)/,
    ],
    [
      "a verdict that is none",
      JSON.stringify({
        patchboard: "decisions",
        version: 1,
        series: "lantern-2.5",
        epoch: "",
        notes: [],
        decisions: [{}],
      }),
      /is a damaged decisions file: decisions\.0\./,
    ],
  ])("refuses %s with one sentence", async (_, text, expected) => {
    const path = join(board.folder, "bad.json");
    writeFileSync(path, text);
    const ended = await run("import", path);
    expect(ended.said).toMatch(expected);
    expect(ended.said.trim().split("\n")).toHaveLength(1);
    expect(ended.code).toBe(1);
  });

  it("needs one file that is there", async () => {
    expect(await run("import")).toMatchObject({
      code: 2,
      said: expect.stringMatching(/import needs one FILE/) as unknown,
    });
    expect((await run("import", "nowhere.json")).said).toMatch(/nowhere\.json cannot be read: there is no such file/);
  });
});

describe("takeIn over the API", () => {
  const query = `mutation ($input: TakeInInput!) { takeIn(input: $input) { taken known strange
    conflicts { patch { sha } target { branch } verdict by wanted who } } }`;
  it("does what the verb does, and bounds a call", async () => {
    const patch = row("tls: do not mix up");
    const one = {
      id: "ten",
      patch: patch.sha,
      target: "2.3-stable",
      verdict: "WAIT",
      who: " Cleo  \u0007",
      expected: 0,
    };
    const input = { series: series.id, epoch: series.epoch, decisions: [one], notes: [] };
    expect((await board.ask(query, { input })).data).toMatchObject({ takeIn: { taken: 1, conflicts: [] } });
    await load();
    expect(row("tls: do not mix up").deciders[1]).toBe("Cleo");
    const many = { ...input, decisions: Array.from({ length: 501 }, () => ({ ...one, who: "C" })) };
    expect((await board.ask(query, { input: many })).errors?.[0]?.message).toContain("at most 500");
    const unnamed = { ...input, decisions: [{ ...one, who: " " }] };
    expect((await board.ask(query, { input: unnamed })).errors?.[0]?.message).toContain("a name needs");
  });
});

describe("the board as one file", () => {
  interface Content {
    page: { series: { name: string; epoch: string }; viewer: { name: string | null } };
    patches: { sha: string; commit: { message: string; files: null }; notes: object[]; machineVerdicts: string[] }[];
  }
  const contentOf = (html: string) => {
    const packed = /id="content">([A-Za-z0-9+/=]+)<\/script>/.exec(html)?.[1];
    return JSON.parse(gunzipSync(Buffer.from(packed ?? "", "base64")).toString()) as Content;
  };

  it("holds the whole series, and nothing of who asked for it", async () => {
    const response = await fetch(`${board.address}file/lantern-2.5.html?target=2.3-stable`, {
      headers: { "x-patchboard-user": "Ada" },
    });
    expect(response.headers.get("content-disposition")).toBe('attachment; filename="lantern-2.5.html"');
    const content = contentOf(await response.text());
    expect(content.patches.map((patch) => patch.sha)).toEqual(series.patches.edges.map((edge) => edge.node.sha));
    expect(content.page.series).toMatchObject({ name: "lantern-2.5", epoch: series.epoch });
    expect(content.page.viewer.name).toBeNull();
    expect(content).toMatchObject({ target: "2.3-stable", id: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown });
    const noted = content.patches.find((patch) => patch.sha === row("stick: expire").sha)!;
    expect(noted.notes).toHaveLength(1);
    // The machine's own word is there beneath a person's, so that withdrawing works without a server.
    expect(noted.machineVerdicts).toHaveLength(2);
  });

  it("is the same from the command line, and says its content's name whenever it is made", async () => {
    const { code, out } = await run("export", "--format", "html");
    expect(code).toBe(0);
    const response = await fetch(`${board.address}file/lantern-2.5.html`);
    const [one, two] = [contentOf(out), contentOf(await response.text())] as unknown as { id: string; at: string }[];
    expect(one!.id).toBe(two!.id);
    expect(one!.at).not.toBe(two!.at);
  });

  it("lets nothing from outside in, and no other address gives a file", async () => {
    const html = readFileSync(new URL("../dist/single/index.html", import.meta.url), "utf8");
    expect(html).toMatch(/<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'sha256-/);
    expect(html.replace(/<(script|style)[^>]*>[^]*?<\/\1>/g, "")).not.toMatch(/\b(src|href)="(?!data:)/);
    for (const path of ["file/none.html", "file/lantern-2.5", "file/%E0%A4%A.html", "file/../board.db"])
      expect((await fetch(board.address + path)).status, path).toBe(404);
    const other = await fetch(`${board.address}file/lantern-2.5.html`, { headers: { "sec-fetch-site": "cross-site" } });
    expect(other.status).toBe(403);
  });
});
