/** What a line of a diff is: of its head, where a hunk begins, added, removed, or there before and after. */
export type LineKind = "head" | "place" | "plus" | "minus" | "both";

export interface DiffLine {
  kind: LineKind;
  /** As git printed it, the sign in front included. */
  text: string;
}

/** Lines that were next to each other in the file, with the line that says where. */
export interface Hunk {
  lines: DiffLine[];
}

/** What a diff says of one file. */
export interface DiffFile {
  /** The path after the change, or before it when the file is gone; empty when the diff does not say. */
  path: string;
  head: DiffLine[];
  hunks: Hunk[];
}

/**
 * Takes a diff as git prints it apart. A hunk's head says how many lines it has: without counting them, a removed line
 * `-- x` would be taken for the head of the next file.
 */
export function diffFiles(lines: readonly string[]): DiffFile[] {
  const files: DiffFile[] = [];
  let file: DiffFile | null = null;
  let hunk: Hunk | null = null;
  let [before, after] = [0, 0];
  for (const text of lines) {
    if (hunk && (before > 0 || after > 0 || text.startsWith("\\"))) {
      const kind = kindInHunk(text);
      if (kind !== "plus") before--;
      if (kind !== "minus") after--;
      hunk.lines.push({ kind, text });
      continue;
    }
    const place = file && /^@@ -\d+(?:,(\d+))? \+\d+(?:,(\d+))? @@/.exec(text);
    if (file && place) {
      [before, after] = [Number(place[1] ?? 1), Number(place[2] ?? 1)];
      hunk = { lines: [{ kind: "place", text }] };
      file.hunks.push(hunk);
      continue;
    }
    if (!file || text.startsWith("diff ")) {
      file = { path: "", head: [], hunks: [] };
      files.push(file);
      hunk = null;
    }
    file.head.push({ kind: "head", text });
    const path = /^(?:\+\+\+ b|--- a)\/(.+)$/.exec(text)?.[1];
    if (path) file.path = path.replace(/\t$/, "");
  }
  return files;
}

function kindInHunk(text: string): LineKind {
  if (text.startsWith("+")) return "plus";
  return text.startsWith("-") ? "minus" : "both";
}
