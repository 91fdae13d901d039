import { expect, test } from "vitest";
import { colourHunk } from "./colours.ts";
import { diffFiles } from "./diffLines.ts";
import { languageOf } from "./language.ts";

const hunk = diffFiles(
  `diff --git a/x.c b/x.c
@@ -1,4 +1,4 @@
 /* begins
-   old */ int a = 1;
+   new */ return "x";
 int b;`.split("\n"),
).flatMap((file) => file.hunks)[0]!;

test("lines are coloured as the file had them before and as it has them after", () => {
  const [place, begin, minus, plus, last] = colourHunk(hunk, "c");
  expect(place).toBeNull();
  expect(begin).toEqual([["/* begins", "comment"]]);
  // The comment that a line before began goes on, on both sides.
  expect(minus?.[0]).toEqual(["   old */", "comment"]);
  expect(minus).toContainEqual(["int", "type"]);
  expect(plus?.[0]).toEqual(["   new */", "comment"]);
  expect(plus).toContainEqual(["return", "keyword"]);
  expect(plus).toContainEqual(['"x"', "string"]);
  expect(last?.map(([text]) => text).join("")).toBe("int b;");
});

test("no text is lost or made up", () => {
  const coloured = colourHunk(hunk, "c");
  for (const [i, line] of hunk.lines.entries())
    if (coloured[i]) expect(coloured[i].map(([text]) => text).join("")).toBe(line.text.slice(1));
});

test("a hunk with a line as long as a file stays plain", () => {
  const long = { lines: [...hunk.lines, { kind: "plus" as const, text: `+${"x".repeat(2_000)}` }] };
  expect(colourHunk(long, "c").every((line) => line === null)).toBe(true);
});

test.each([
  ["src/mux_h2.c", "c"],
  ["GNUmakefile.in", "makefile"],
  ["web/App.tsx", "typescript"],
  ["doc/configuration.txt", null],
  ["LICENSE", null],
])("%s is %s", (path, language) => expect(languageOf(path)).toBe(language));
