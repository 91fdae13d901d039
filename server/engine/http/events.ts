import { Fault } from "./fault.ts";

const mostEventCharacters = 1_000_000;

/**
 * The data of each server-sent event, as the WHATWG HTML standard's "event stream interpretation" reads them, with two
 * liberties: an event that the end of the stream leaves open counts, and so does llama-server's older field `error`.
 */
export async function* eventsIn(chunks: AsyncIterable<string>, shown: string): AsyncGenerator<string> {
  let data: string[] = [];
  for await (const line of linesIn(chunks, shown)) {
    if (line === "") {
      if (data.length) yield data.join("\n");
      data = [];
      continue;
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    if (field !== "data" && field !== "error") continue;
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    data.push(field === "error" ? `{"error":${value}}` : value);
  }
  if (data.length) yield data.join("\n");
}

/** Lines end with LF, CR or CRLF, and a CRLF may be cut in two by the chunks. */
async function* linesIn(chunks: AsyncIterable<string>, shown: string): AsyncGenerator<string> {
  let rest = "";
  let held = "";
  let isFirst = true;
  for await (const chunk of chunks) {
    const text = held + (isFirst ? chunk.replace(/^\u{feff}/u, "") : chunk);
    if (chunk) isFirst = false;
    held = text.endsWith("\r") ? "\r" : "";
    const lines = text.slice(0, text.length - held.length).split(/\r\n|\n|\r/);
    lines[0] = rest + lines[0];
    rest = lines.pop()!;
    if (rest.length > mostEventCharacters) throw new Fault("broken", `${shown} sent an event without an end.`);
    yield* lines;
  }
  if (rest) yield rest;
}
