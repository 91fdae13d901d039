import { createHash } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { stateFile } from "./state-file.ts";
import { answersOf, asked, openBench, type Bench } from "./test-source.ts";

describe("a state file", () => {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-state-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const save = (text: string) => (path: string) => Promise.resolve(writeFileSync(path, text));

  it("is sound as it was kept, and nothing else is left of keeping it", async () => {
    const file = stateFile(folder, ["a"]);
    expect(await file.isSound()).toBe(false);
    await file.keep(save("state"));
    expect(await file.isSound()).toBe(true);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it.each<[string, (path: string) => void]>([
    ["was cut short", (path) => truncateSync(path, 3)],
    ["has a flipped bit", (path) => writeFileSync(path, "ttate")],
    ["has the checksum of another", (path) => writeFileSync(`${path}.sha256`, "0".repeat(64))],
    ["has none", (path) => rmSync(`${path}.sha256`)],
  ])("is not when it %s", async (_, damage) => {
    const file = stateFile(folder, ["b"]);
    await file.keep(save("state"));
    damage(file.path);
    expect(await file.isSound()).toBe(false);
  });

  it("is not when it is another's, with that one's checksum", async () => {
    const [one, other] = [stateFile(folder, ["one"]), stateFile(folder, ["other"])];
    for (const file of [one, other]) await file.keep(save("state"));
    for (const end of ["", ".sha256"]) copyFileSync(other.path + end, one.path + end);
    expect(await stateFile(folder, ["one"]).isSound()).toBe(false);
    expect(await stateFile(folder, ["other"]).isSound()).toBe(true);
  });

  it.each<[string, (path: string) => void]>([
    ["was cut short", (path) => truncateSync(path, 3)],
    ["has a flipped bit", (path) => writeFileSync(path, "ttate")],
    ["is gone", (path) => rmSync(path)],
  ])("is not when it %s since it was looked at, whatever its time says", async (_, damage) => {
    const file = stateFile(folder, ["d"]);
    await file.keep(save("state"));
    expect([await file.isSound(), await file.isSound()]).toEqual([true, true]);
    const { atime, mtime } = statSync(file.path);
    damage(file.path);
    if (existsSync(file.path)) utimesSync(file.path, atime, mtime);
    expect(await file.isSound()).toBe(false);
  });

  it("leaves the old one in place when saving fails", async () => {
    const file = stateFile(folder, ["c"]);
    await file.keep(save("state"));
    await expect(file.keep(() => Promise.reject(new Error("full")))).rejects.toThrow("full");
    expect(await file.isSound()).toBe(true);
  });

  it("goes when many others were used since, and so does what a killed process left", async () => {
    const old = stateFile(folder, ["old"]);
    await old.keep(save("state"));
    utimesSync(old.path, 1, 1);
    const left = `${old.path}.00000000-0000-4000-8000-000000000000`;
    writeFileSync(left, "half");
    utimesSync(left, 1, 1);
    for (let at = 0; at < 12; at++) await stateFile(folder, ["new", at]).keep(save("state"));
    expect(existsSync(old.path)).toBe(false);
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith(".state"))).toHaveLength(12);
  });
});

describe("the saved state of a prompt", () => {
  let bench: Bench;
  beforeAll(() => {
    bench = openBench();
  });
  afterEach(() => bench.rest());
  afterAll(() => bench.close());

  const messages = ["x: y\n\nThis fixes a crash.", "x: y\n\nNo functional change.", "x: y\n\nafter it has settled"];
  const only = () => {
    const [name, ...more] = readdirSync(join(bench.folder, "states")).filter((one) => one.endsWith(".state"));
    expect(more).toEqual([]);
    return join(bench.folder, "states", name!);
  };
  const answers = async () => answersOf(await bench.engine(), asked(messages));

  it("is written once, used by the next run, and the answers are the same", async () => {
    const first = await answers();
    const bytes = readFileSync(only());
    expect(await answers()).toEqual(first);
    expect(readFileSync(only()).equals(bytes)).toBe(true);
  });

  it.each<[string, (path: string) => void]>([
    ["truncated", (path) => truncateSync(path, 1_000)],
    ["flipped in one bit", (path) => flip(path)],
    ["of another model under this name", (path) => writeFileSync(path, Buffer.alloc(50_000, 1))],
    ["without its checksum", (path) => rmSync(`${path}.sha256`)],
  ])("is made again when it is %s, and the answers are the same", async (_, damage) => {
    const first = await answers();
    const sound = readFileSync(only());
    damage(only());
    expect(await answers()).toEqual(first);
    expect(readFileSync(only()).equals(sound)).toBe(true);
  });

  it("is made again when its checksum is right and native code refuses it", async () => {
    const first = await answers();
    const sound = readFileSync(only());
    const other = Buffer.alloc(4_096, 7);
    writeFileSync(only(), other);
    const sum = createHash("sha256").update(basename(only(), ".state")).update(other);
    writeFileSync(`${only()}.sha256`, sum.digest("hex"));
    expect(await answers()).toEqual(first);
    expect(readFileSync(only()).equals(sound)).toBe(true);
  });

  it("is another one for another prompt and for another context", async () => {
    await answers();
    const [before] = [only()];
    await answersOf(await bench.engine({ prompt: "haproxy" }), asked(messages));
    await answersOf(await bench.engine({ contextSize: 3_072 }), asked(messages));
    const states = readdirSync(join(bench.folder, "states")).filter((one) => one.endsWith(".state"));
    expect(states).toHaveLength(3);
    for (const name of states) if (!before.endsWith(name)) rmSync(join(bench.folder, "states", name));
  });

  it("is missed by nobody where it cannot be written", async () => {
    const expected = await answers();
    writeFileSync(join(bench.folder, "no-folder"), "");
    const engine = await bench.engine({ cacheFolder: join(bench.folder, "no-folder", "states") });
    expect(await answersOf(engine, asked(messages))).toEqual(expected);
  });
});

function flip(path: string): void {
  const bytes = readFileSync(path);
  bytes[bytes.length >> 1]! ^= 1;
  writeFileSync(path, bytes);
}
