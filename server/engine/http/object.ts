import { readWritten, type Written } from "../written.ts";

/** The first whole and valid object in a text: models like to put one into a code fence, or to think aloud before it. */
export function objectIn(text: string): { written: Written; object: string } | null {
  const said = text.replace(/^[\s\S]*<\/think>/, "");
  for (let start = said.indexOf("{"); start >= 0; start = said.indexOf("{", start + 1)) {
    const end = objectEnd(said, start);
    const written = end > 0 ? readWritten(said.slice(start, end)) : "";
    if (typeof written !== "string") return { written, object: said.slice(start, end) };
  }
  return null;
}

function objectEnd(text: string, start: number): number {
  const pattern = /"(?:[^"\\]|\\.)*"|[{}]/gs;
  pattern.lastIndex = start;
  let depth = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (match[0] === "{") depth++;
    else if (match[0] === "}" && --depth === 0) return pattern.lastIndex;
  }
  return -1;
}
