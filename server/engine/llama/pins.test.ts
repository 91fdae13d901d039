import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { keepPin, pinOf, readPins } from "./pins.ts";

const folder = mkdtempSync(join(tmpdir(), "patchboard-pins-"));
const file = join(folder, "model.gguf");
const pins = join(folder, "pins.json");
afterAll(() => rmSync(folder, { recursive: true }));

/** The hash of "weights", by sha256sum. */
const hash = "9a129038d9a00aed0cf6a7ea059ca50a813449061ab87848cf1a13eafdf33b2c";

/** How often a file was hashed from its start. */
async function hashed(work: (progress: () => void) => Promise<unknown>): Promise<number> {
  let calls = 0;
  await work(() => calls++);
  return calls;
}
const pinAgain = (progress: () => void) => pinOf(pins, file, { progress });

describe("a pin", () => {
  beforeEach(async () => {
    rmSync(pins, { force: true });
    writeFileSync(file, "weights");
    await keepPin(pins, await pinOf(pins, file));
  });

  it("holds the SHA-256 of the file and how it looked", async () => {
    expect(await readPins(pins)).toMatchObject([{ file, size: 7, sha256: hash }]);
  });

  it("spares computing the hash again while the file looks the same, also through a link", async () => {
    expect(await hashed(pinAgain)).toBe(0);
    const link = join(folder, "link.gguf");
    rmSync(link, { force: true });
    symlinkSync(file, link);
    expect(await hashed((progress) => pinOf(pins, link, { progress }))).toBe(0);
  });

  it("computes it again when the file looks changed, and is content with the same content", async () => {
    utimesSync(file, 1, 1);
    expect(await hashed(pinAgain)).toBe(1);
  });

  it("refuses another content of the same size, unless it is accepted", async () => {
    writeFileSync(file, "WEIGHTS");
    await expect(pinOf(pins, file)).rejects.toThrow(/has changed since it was pinned.*--accept/);
    const accepted = await pinOf(pins, file, { isAccepted: true });
    await keepPin(pins, accepted);
    await expect(pinOf(pins, file)).resolves.toEqual(accepted);
  });

  it("keeps the measured layout with the content and loses it with it", async () => {
    const pin = await pinOf(pins, file);
    await keepPin(pins, { ...pin, layouts: { "cpu:2": { name: "sequences", sequences: 2 } } });
    utimesSync(file, 2, 2);
    expect((await pinOf(pins, file)).layouts).toEqual({ "cpu:2": { name: "sequences", sequences: 2 } });
    writeFileSync(file, "WEIGHTS");
    expect((await pinOf(pins, file, { isAccepted: true })).layouts).toEqual({});
  });

  it("outlives layouts that another version kept in its own way", async () => {
    const pin = await pinOf(pins, file);
    writeFileSync(pins, JSON.stringify({ models: [{ ...pin, layouts: { "cpu:2": "contexts" } }] }));
    expect(await readPins(pins)).toEqual([pin]);
    writeFileSync(file, "WEIGHTS");
    await expect(pinOf(pins, file)).rejects.toThrow(/has changed since it was pinned/);
  });

  it("is read whole while it is written, and nothing half-written is left", async () => {
    await Promise.all([keepPin(pins, await pinOf(pins, file)), readPins(pins)]);
    expect(await readPins(pins)).toHaveLength(1);
    expect(readdirSync(folder).filter((name) => name.startsWith("pins.json."))).toEqual([]);
  });

  it.each(["", "{", '{"models": [{"file": 1}]}'])("file with %j in it is refused, and left as it is", async (text) => {
    const made = await pinOf(pins, file);
    writeFileSync(pins, text);
    for (const act of [() => readPins(pins), () => pinOf(pins, file), () => keepPin(pins, made)])
      await expect(act()).rejects.toThrow(
        /pins\.json: this list of pinned models is damaged: restore it, or remove it/,
      );
    expect(readFileSync(pins, "utf8")).toBe(text);
  });

  it("that is kept while others are is kept with them", async () => {
    const made = await pinOf(pins, file);
    const all = Array.from({ length: 12 }, (_, i) => ({ ...made, file: `/models/${i}.gguf` }));
    await Promise.all(all.map((one) => keepPin(pins, one)));
    const files = (await readPins(pins)).map((one) => one.file);
    expect(files.toSorted()).toEqual([made.file, ...all.map((one) => one.file)].toSorted());
  });

  it("does not wait for a process that was killed while it kept one", async () => {
    const made = { ...(await pinOf(pins, file)), file: "/models/other.gguf" };
    writeFileSync(`${pins}.lock`, "");
    utimesSync(`${pins}.lock`, 1, 1);
    await keepPin(pins, made);
    expect(await readPins(pins)).toHaveLength(2);
    expect(existsSync(`${pins}.lock`)).toBe(false);
  });

  it("that has no place to be kept is one sentence", async () => {
    const made = await pinOf(pins, file);
    await expect(keepPin(join(file, "pins.json"), made)).rejects.toThrow(
      /^.*pins\.json, the list of pinned models, cannot be read \(ENOTDIR\): check its folder\.$/,
    );
  });
});
