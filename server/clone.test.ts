import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
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
  mkdirSync(join(clone, "dist/assets"), { recursive: true });
  writeFileSync(join(clone, "dist/assets/main-1.js"), "go();");
  writeFileSync(join(clone, "dist/index.html"), "<!doctype html><head></head>");
  writeFileSync(join(clone, "dist/asks.json"), "{}");
  symlinkSync(join(root, "node_modules"), join(clone, "node_modules"));
  execFileSync("git", ["init", "-q", join(folder, "repo")]);
  const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.invalid"];
  execFileSync("git", ["-C", join(folder, "repo"), ...who, "commit", "-q", "--allow-empty", "-m", "first"]);
});

describe("a clone in a path with a space, a percent sign and a letter that is not ASCII", () => {
  it("has its prompts", () => {
    const url = pathToFileURL(join(clone, "server/engine/prompt.ts")).href;
    const script = `import { promptNames } from ${JSON.stringify(url)}; console.log(promptNames().join());`;
    const names = execFileSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect(names.trim()).toBe(promptNames().join());
  });

  it("has its page", async () => {
    const child = served();
    const said: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on("line", (line) => {
        if (said.push(line) === 1 && line.startsWith("patchboard:")) child.kill();
      });
    await new Promise((resolve) => child.once("close", resolve));
    expect(said.join("\n")).toMatch(/^patchboard: http:/);
  });

  it("goes on with its page when that is built anew beneath it", async () => {
    const child = served();
    const address = await new Promise<string>((resolve) => {
      createInterface({ input: child.stdout }).on("line", (line) => resolve(/http:\S+/.exec(line)?.[0] ?? ""));
    });
    rmSync(join(clone, "dist"), { recursive: true });
    const answer = await fetch(`${address}assets/main-1.js`);
    expect(await answer.text()).toBe("go();");
    child.kill();
    await new Promise((resolve) => child.once("close", resolve));
  });
});

function served() {
  const args = ["serve", "--repo", join(folder, "repo"), "--db", join(folder, "board.db"), "--port", "0"];
  return spawn(process.execPath, [join(clone, "server/main.ts"), ...args], { stdio: ["ignore", "pipe", "pipe"] });
}
