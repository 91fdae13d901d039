import { globSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";

/** The table of README's map: which room may import which. A verb is a file at the top of server/. */
const rooms: [room: string, may: RegExp][] = [
  ["server/domain.ts", /^$/],
  ["server/git/", /^server\/(git\/|domain\.ts)/],
  ["server/engine/", /^server\/(engine\/|domain\.ts)/],
  ["server/store/", /^(server\/(store\/|domain\.ts)|search\/)/],
  ["server/ledger/", /^(server\/(ledger\/|domain\.ts)|search\/|picks\/)/],
  ["server/api/", /^(server\/(api\/|ledger\/|domain\.ts)|search\/|picks\/)/],
  ["search/", /^search\//],
  ["picks/", /^picks\//],
  ["web/ui/", /^web\/ui\//],
  ["web/", /^(web|search|picks)\//],
  ["e2e/", /^(e2e\/|scripts\/)/],
];

interface Import {
  file: string;
  to: string;
  isType: boolean;
}

const sources = globSync([
  "picks/**/*.ts",
  "search/**/*.ts",
  "server/**/*.ts",
  "web/**/*.{ts,tsx}",
  "e2e/**/*.ts",
]).filter((file) => !/\.test\.tsx?$|__generated__|test-board|test-model|test-store|test-letter/.test(file));

function importsOf(file: string): Import[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/^(import|export)(\s+type)?\b[^;"]*?from\s+"(\.[^"]+)"/gm)].map((match) => ({
    file,
    to: normalize(join(dirname(file), match[3]!)),
    isType: match[2] !== undefined,
  }));
}

const all = sources.flatMap(importsOf);

describe("the house", () => {
  it("has rooms with something in them", () => expect(all.length).toBeGreaterThan(60));

  it.each(rooms)("%s imports only what it may", (room, may) => {
    const strangers = all.filter(({ file, to, isType }) => {
      if (!file.startsWith(room) || may.test(to)) return false;
      // The API knows the store by its types alone: it gets the store itself from serve.
      return !(room === "server/api/" && isType && to.startsWith("server/store/"));
    });
    expect(strangers.map(({ file, to }) => `${file} -> ${to}`)).toEqual([]);
  });

  const text = (file: string) => readFileSync(file, "utf8");
  it.each<[string, RegExp, RegExp]>([
    ["SQL stays in the store", /\b(SELECT .+ FROM|INSERT INTO|UPDATE .+ SET)\b/, /^server\/store\//],
    ["child processes stay in git/ and engine/", /node:child_process/, /^server\/(git|engine)\//],
    ["the environment is read in config.ts, and passed to git", /process\.env/, /^server\/(config\.ts|git\/run\.ts)/],
    ["raw HTML is written nowhere", /dangerouslySetInnerHTML|\.innerHTML/, /^$/],
  ])("%s", (_, pattern, rooms) => {
    expect(sources.filter((file) => pattern.test(text(file)) && !rooms.test(file) && !file.startsWith("e2e/"))).toEqual(
      [],
    );
  });
});
