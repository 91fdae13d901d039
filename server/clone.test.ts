import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath, pathToFileURL } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { promptNames } from "./engine/prompt.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "patchboard-clone-"));
const clone = join(folder, "my clöne 100%41");

beforeAll(() => {
  mkdirSync(clone);
  for (const part of ["server", "scripts", "picks", "search", "prompts", "package.json", "schema.graphql"])
    cpSync(join(root, part), join(clone, part), { recursive: true });
  mkdirSync(join(clone, "dist"));
  writeFileSync(join(clone, "dist/index.html"), "<!doctype html><head></head>");
  writeFileSync(join(clone, "dist/asks.json"), "{}");
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  execFileSync("git", ["init", "-q", join(folder, "repo")]);
});

describe("a clone in a path with a space, a percent sign and a letter that is not ASCII", () => {
  it("has its prompts", () => {
    const url = pathToFileURL(join(clone, "server/engine/prompt.ts")).href;
    const script = `import { promptNames } from ${JSON.stringify(url)}; console.log(promptNames().join());`;
    const names = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(names.trim()).toBe(promptNames().join());
  });

  it("has its page", async () => {
    const args = ["serve", "--repo", join(folder, "repo"), "--db", join(folder, "board.db"), "--port", "0"];
    const child = spawn(process.execPath, [join(clone, "server/main.ts"), ...args], {
      stdio: ["ignore", "pipe", "pipe"],
    });
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", (line) => {
        if (said.push(line) === 1 && line.startsWith("patchboard:")) child.kill();
      });
    await new Promise((resolve) => child.once("close", resolve));
    expect(said.join("\n")).toMatch(/^patchboard: http:/);
  });
});
