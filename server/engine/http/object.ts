import { readWritten, type Written } from "../written.ts";

/** What was found in a text: the object, or the sentence that tells why none counts. */
type Found = { written: Written; object: string } | string;

/**
 * The last object with a verdict in a text: models like to put theirs into a code fence, or to think aloud before it, and may quote
 * one that stands in the message. Where several differ in their verdict, none counts.
 */
export function objectIn(text: string): Found {
  const said = text.replace(/^[\s\S]*<\/think>/, "");
  const objects: { verdict: unknown; object: string }[] = [];
  for (let start = said.indexOf("{"); start >= 0; start = said.indexOf("{", start + 1)) {
    const end = objectEnd(said, start);
    const object = end > 0 ? said.slice(start, end) : "";
    const verdict = verdictIn(object);
    if (verdict === undefined) continue;
    objects.push({ verdict, object });
    start = end - 1;
  }
  if (new Set(objects.map(({ verdict }) => verdict)).size > 1) return "it has objects with different verdicts.";
  const { object } = objects.at(-1) ?? { object: said };
  const written = readWritten(object);
  return typeof written === "string" ? written : { written, object };
}

/** What an object has for a verdict, whatever else it has. */
function verdictIn(object: string): unknown {
  try {
    return (JSON.parse(object) as { verdict?: unknown }).verdict;
  } catch {
    return undefined;
  }
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
