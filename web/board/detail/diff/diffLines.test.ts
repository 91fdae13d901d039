import { expect, test } from "vitest";
import { diffFiles } from "./diffLines.ts";

const diff = String.raw`diff --git a/src/h2.c b/src/h2.c
index 1111111..2222222 100644
--- a/src/h2.c
+++ b/src/h2.c
@@ -1,3 +1,3 @@ int main()
 int a;
--- x;
+++ y;
 int b;
\ No newline at end of file
@@ -9 +9,0 @@
-last
diff --git a/old name.py b/old name.py
deleted file mode 100644
--- a/old name.py
+++ /dev/null
@@ -1 +0,0 @@
-pass
diff --git a/logo.png b/logo.png
Binary files differ`;

test("a diff is taken apart into files, hunks and lines, and holds all of its text", () => {
  const files = diffFiles(diff.split("\n"));
  expect(
    files.map((file) => [file.path, file.hunks.map((hunk) => hunk.lines.map((line) => line.kind).join(" "))]),
  ).toEqual([
    ["src/h2.c", ["place both minus plus both both", "place minus"]],
    ["old name.py", ["place minus"]],
    ["", []],
  ]);
  const text = files.flatMap((file) => [...file.head, ...file.hunks.flatMap((hunk) => hunk.lines)]);
  expect(text.map((line) => line.text).join("\n")).toBe(diff);
});

test("a removed line that looks like the head of a file is a line", () => {
  const [file] = diffFiles(diff.split("\n"));
  expect(file?.hunks[0]?.lines[2]).toEqual({ kind: "minus", text: "--- x;" });
});

test("a diff that was cut inside of a hunk ends there", () => {
  const files = diffFiles(diff.split("\n").slice(0, 7));
  expect(files[0]?.hunks[0]?.lines).toHaveLength(3);
  expect(diffFiles([])).toEqual([]);
});
