import { execFile, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { makeDemoRepository } from "../scripts/demo-history.ts";
import { openStore } from "./store/store.ts";
import { until } from "./test-board.ts";
import { usage, verbs } from "./usage.ts";

const folder = mkdtempSync(join(tmpdir(), "patchboard-main-"));
const repo = join(folder, "lantern");
const db = join(folder, "board.db");
const main = fileURLToPath(new URL("main.ts", import.meta.url));

interface Ended {
  code: number;
  out: string;
  said: string;
}

const run = (...args: string[]) =>
  new Promise<Ended>((resolve) => {
    const env = { ...process.env, XDG_DATA_HOME: join(folder, "data") };
    execFile(process.execPath, [main, ...args], { env, cwd: folder }, (error, out, said) =>
      resolve({ code: error ? Number(error.code) : 0, out, said }),
    );
  });

beforeAll(async () => {
  await makeDemoRepository(repo);
  mkdirSync(join(folder, "empty"));
  mkdirSync(join(folder, "no-commits"));
  execFileSync("git", ["init", "-q", join(folder, "no-commits")]);
  openStore(join(folder, "fresh.db")).close();
  writeFileSync(
    join(folder, "labels.jsonl"),
    '{"id": "1", "subject": "BUG/MINOR: x: y", "body": "No backport needed.", "label": "no"}\n',
  );
});

describe("the command", () => {
  const command = new URL("../scripts/command.mjs", import.meta.url).href;
  it.each<[args: string[], code: number, says: RegExp]>([
    [["--help"], 0, /^$/],
    [["serve", "--help"], 0, /^$/],
    [["sunc"], 2, /there is no verb sunc/],
    [["export", "--db", join(folder, "no.db")], 1, /there is no \S*no\.db: run patchboard sync first/],
  ])("%j ends as the verb does, in whatever process it runs", async (args, code, says) => {
    const script = `import { runVerb } from ${JSON.stringify(command)}; await runVerb(${JSON.stringify(args)});`;
    const ended = await new Promise<{ code: number; said: string }>((resolve) =>
      execFile(process.execPath, ["--input-type=module", "-e", script], (error, _, said) =>
        resolve({ code: error ? Number(error.code) : 0, said }),
      ),
    );
    expect(ended).toEqual({ code, said: expect.stringMatching(says) as string });
  });
});

describe("the verbs", () => {
  it("do a whole job for scripts, with the shapes that README promises", async () => {
    const first = await run("sync", "--repo", repo, "--db", db, "--json");
    expect(first.code).toBe(0);
    const report = JSON.parse(first.out) as Record<string, unknown>;
    expect(Object.keys(report)).toEqual([
      "series",
      "upstream",
      "base",
      "targets",
      "patches",
      "added",
      "backports",
      "ms",
    ]);
    expect(report).toMatchObject({
      series: "lantern-2.5",
      upstream: "master",
      base: "v2.5-dev0",
      patches: 144,
      added: 144,
      backports: 13,
    });
    expect(report["targets"]).toEqual(["2.4-stable", "2.3-stable"]);

    const read = await run("classify", "--series", "lantern-2.5", "--db", db, "--engine", "rules", "--json");
    expect(read.code).toBe(0);
    expect(JSON.parse(read.out)).toMatchObject({ engine: "rules", planned: 144, done: 144, failed: 0 });

    const json = await run(
      "export",
      "--series",
      "lantern-2.5",
      "--target",
      "2.4-stable",
      "--format",
      "json",
      "--db",
      db,
    );
    const rows = JSON.parse(json.out) as Record<string, unknown>[];
    expect(rows).toHaveLength(144);
    expect(rows[0]).toMatchObject({
      number: 1,
      subject: "BUG/MAJOR: h2: never reuse a stream id after a reset",
      verdict: "yes",
      by: null,
      engine: "rules",
      quote: "This should be backported to 2.4.",
      oldest: "2.4",
      branches: [
        { target: "2.4-stable", verdict: "yes", by: null, backport: { evidence: "trailer" } },
        { target: "2.3-stable", verdict: "no", by: null, backport: null },
      ],
    });
    expect(Object.keys(rows[0]!)).toEqual(
      "id number subject author date verdict by engine reason quote oldest links notes branches".split(" "),
    );
    for (const [format, start] of [
      ["shell", /^cid_y=\( [0-9a-f]{40} /],
      ["ids", /^[0-9a-f]{40}\n/],
      ["csv", /^number,id,/],
      ["markdown", /^# 2\.4-stable\n/],
    ] as const) {
      expect((await run("export", "--format", format, "--db", db)).out).toMatch(start);
    }

    const judged = await run("eval", "--labels", "labels.jsonl", "--engine", "rules", "--json");
    expect(JSON.parse(judged.out)).toMatchObject({ n: 1, accuracy: 1, differing: [] });
  });

  it("end with 3 when there is nothing to do", async () => {
    expect((await run("sync", "--repo", repo, "--db", db)).code).toBe(3);
    expect((await run("classify", "--db", db)).code).toBe(3);
    expect((await run("export", "--format", "ids", "--from", "9999", "--db", db)).code).toBe(3);
  });

  it.each<[string[], number, RegExp]>([
    [["sync", "--repo", "empty"], 1, /^patchboard: .*empty.* is not a git repository/],
    [["sync", "--repo", "nowhere"], 1, /^patchboard: .*nowhere/],
    [["sync", "--repo", "no-commits"], 1, /^patchboard: .*no-commits/],
    [["sync", "--repo", repo, "--base", "v9"], 1, /^patchboard: there is no v9/],
    [["sync", "--repo", repo, "--upstream", "trunk"], 1, /^patchboard: there is no trunk/],
    [["sync", "--repo", repo, "--target", "--upload-pack=x"], 2, /--target/],
    [["classify", "--db", db, "--series", "none"], 2, /^patchboard: there is no series none: there is lantern-2\.5\./],
    [["classify", "--db", db, "--series", "a\u202eb\u001b[2J"], 2, /there is no series a\\u202eb\\x1b\[2J: there is/],
    [["classify", "--db", db, "--engine", "oracle"], 2, /^patchboard: --engine oracle/],
    [["classify", "--db", "typo.db"], 1, /there is no \S*typo\.db: run patchboard sync first, or name another file/],
    [["classify", "--db", "fresh.db"], 1, /holds no series yet: run patchboard sync first/],
    [["classify", "--db", db, "--threads", "many"], 2, /--threads many: give a whole number from 1 to 512/],
    [["classify", "--db", db, "--gpu", "warm"], 2, /--gpu warm: it is one of off, auto, cuda, vulkan, metal/],
    [["sync", "--repo", repo, "--db", db, "--series", ""], 2, /--series is empty: give it a value, or leave it out/],
    [["sync", "--repo", repo, "--db", db, "--target", "2.4-stable", "--target="], 2, /--target is empty/],
    [["export", "--db", db, "--target", "1.0"], 2, /has no stable branch 1\.0: it has 2\.4-stable, 2\.3-stable/],
    [["export", "--db", db, "--format", "xml"], 2, /--format xml: it is one of shell, ids, json, csv, markdown, html/],
    [["export", "--db", db, "--from", "x"], 2, /--from x: give a whole number/],
    [["export", "--db", db, "--from", "1e2"], 2, /--from 1e2: give a whole number/],
    [["eval"], 2, /eval needs --labels FILE/],
    [["import", "empty", "--db", db], 1, /^patchboard: empty cannot be read: it is a folder\./],
    [["model"], 2, /say patchboard model pull URI, model list or model check FILE/],
    [["model", "list", "more"], 2, /say patchboard model pull URI/],
    [["model", "check", "nowhere.gguf"], 1, /nowhere\.gguf: there is no such model file/],
    [["model", "check", "x.gguf", "--gpu", "warm"], 2, /--gpu warm: it is one of off, auto, cuda, vulkan, metal/],
    [["model", "pull", "nothing"], 1, /a model is pulled from hf:/],
    [["eval", "--labels", "nowhere.jsonl"], 1, /nowhere\.jsonl/],
    [["serve", "--repo", "empty", "--port", "0", "--db", "in-vain.db"], 1, /is not a git repository/],
    [["serve", "--port", "eighty"], 2, /--port eighty: give a whole number/],
    [["sync", "--bse", "x"], 2, /'--bse'/],
    [["merge"], 2, /there is no verb merge: it is one of serve, sync, classify, export, import, eval, prompt, model/],
  ])("%j ends with %i and one clear sentence", async (args, code, expected) => {
    const ended = await run(...args);
    expect(ended.said).toMatch(expected);
    expect(ended.said.trim().split("\n")).toHaveLength(1);
    expect(ended.code).toBe(code);
    if (args[0] !== "serve") expect(ended.out).toBe("");
    expect(existsSync(join(folder, "typo.db"))).toBe(false);
  });

  it("name the series there are when one has to be named", async () => {
    const several = join(folder, "several.db");
    for (const [name, base] of [
      ["one", "root"],
      ["two", "v2.5-dev0"],
    ] as const)
      await run("sync", "--repo", repo, "--db", several, "--series", name, "--base", base);
    for (const args of [["export"], ["prompt", "show", "--patch", "1"]]) {
      const ended = await run(...args, "--db", several);
      expect(ended).toEqual({
        code: 2,
        out: "",
        said: "patchboard: there are several series, two, one: name one with --series.\n",
      });
    }
  });

  it.skipIf(!existsSync("/dev/full"))(
    "say that their output cannot be written, and not when nobody reads on",
    async () => {
      const shell = (line: string) =>
        new Promise<{ code: number; said: string }>((resolve) => {
          const command = `"${process.execPath}" "${main}" export --format csv --db "${db}" ${line}`;
          execFile("bash", ["-o", "pipefail", "-c", command], (error, _, said) =>
            resolve({ code: error ? Number(error.code) : 0, said }),
          );
        });
      expect(await shell("> /dev/full")).toEqual({
        code: 1,
        said: "patchboard: the output cannot be written: no space left on device.\n",
      });
      expect(await shell("| true")).toEqual({ code: 0, said: "" });
    },
  );

  it("read the other repositories of a configuration when one is gone", async () => {
    const config = join(folder, "several.yaml");
    writeFileSync(config, `repositories:\n  - path: ${join(folder, "gone")}\n  - path: ${repo}\n`);
    const ended = await run("sync", "--config", config, "--db", join(folder, "several.db"), "--json");
    expect(ended.code).toBe(1);
    expect(ended.said).toMatch(/^patchboard: .*gone does not exist/m);
    expect(JSON.parse(ended.out)).toMatchObject({ series: "lantern-2.5", patches: 144 });
  });

  it("end with one sentence when the disk is full", async () => {
    const small = join(folder, "small.db");
    openStore(small).close();
    const preload = join(folder, "full.mjs");
    // SQLite's own error, where a real disk would give it: at the first write of every connection.
    writeFileSync(
      preload,
      `import { createRequire } from "node:module";
       const Database = createRequire(${JSON.stringify(main)})("better-sqlite3");
       const pragma = Database.prototype.pragma;
       Database.prototype.pragma = function (...args) {
         if (args[0] === "mmap_size = 0") this.exec("PRAGMA max_page_count = 1");
         return pragma.apply(this, args);
       };`,
    );
    const ended = await new Promise<Ended>((resolve) =>
      execFile(
        process.execPath,
        ["--import", preload, main, "sync", "--repo", repo, "--db", small],
        (error, out, said) => resolve({ code: error ? Number(error.code) : 0, out, said }),
      ),
    );
    expect(ended.said.split("\n").at(-2)).toBe(
      `patchboard: no space left for ${small}: free some and try again; what was written before is kept.`,
    );
    expect(ended.said).not.toContain("please report");
    expect(ended.code).toBe(1);
  });

  it("end with 1 when classify is interrupted, so that no script goes on to export", async () => {
    const unread = join(folder, "unread.db");
    await run("sync", "--repo", repo, "--db", unread);
    const preload = join(folder, "interrupt.mjs");
    writeFileSync(
      preload,
      // As soon as it can be heard.
      'process.on("newListener", (name) => name === "SIGINT" && queueMicrotask(() => process.emit(name)));',
    );
    const ended = await new Promise<{ code: number; said: string }>((resolve) =>
      execFile(process.execPath, ["--import", preload, main, "classify", "--db", unread], (error, _, said) =>
        resolve({ code: error ? Number(error.code) : 0, said }),
      ),
    );
    expect(ended.said).toMatch(/^patchboard classify: interrupted; what was done stays/m);
    expect(ended.code).toBe(1);
  });

  it("each have a help text", async () => {
    for (const verb of verbs) expect(await run(verb, "--help")).toEqual({ code: 0, out: usage[verb], said: "" });
    expect((await run("--help")).out).toBe(usage.all);
  });
});

describe("README", () => {
  const readme = readFileSync("README.md", "utf8");
  it("has the verbs of the help text, word for word", () => {
    const rows = [...readme.matchAll(/^\| `patchboard (\w+)` +\| (.+?) +\|$/gm)].map(
      (match) => `  patchboard ${match[1]} ${match[2]}`,
    );
    const lines = usage.all
      .split("\n")
      .filter((line) => line.startsWith("  patchboard "))
      .map((line) => line.replace(/ {2,}(?=\S)/g, " ").replace(/^ /, "  "));
    expect(rows).toEqual(lines);
  });

  it("names scripts that there are", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    const named = [...readme.matchAll(/npm (?:run (?:-s )?)?(start|test|[a-z0-9]+)\b/g)]
      .map((match) => match[1]!)
      .filter((name) => !["run", "link", "s", "pkg", "install"].includes(name));
    expect(named.length).toBeGreaterThan(5);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it.each([
    ["its first command", [repo, "--db", join(folder, "readme.db"), "--port", "0"], 144],
    ["a demonstration, with notes by two people, with nothing", [], 3],
  ])("opens a board with %s", { timeout: 120_000 }, async (_, args, expected) => {
    const child = spawn("npm", ["start", ...(args.length ? ["--", ...args] : [])], {
      detached: true,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const address = await new Promise<string>((resolve) => {
      createInterface(child.stdout).on("line", (line) => {
        const found = /^patchboard: (http:\S+)$/.exec(line);
        if (found) resolve(found[1]!);
      });
    });
    expect(await (await fetch(address)).text()).toContain("<title>patchboard</title>");
    await until(async () => {
      const query = "{ allSeries { patches(first: 500) { edges { node { notes { who } } } } } }";
      const response = await fetch(`${address}graphql`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ query }),
      });
      const { data } = (await response.json()) as {
        data: { allSeries: { patches: { edges: { node: { notes: object[] } }[] } }[] };
      };
      const edges = data.allSeries[0]?.patches.edges ?? [];
      return (args.length ? edges.length : edges.flatMap((edge) => edge.node.notes).length) === expected;
    });
    process.kill(-child.pid!, "SIGTERM");
    await new Promise((resolve) => child.on("exit", resolve));
  });
});
