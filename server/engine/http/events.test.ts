import { describe, expect, it } from "vitest";
import { eventsIn } from "./events.ts";

async function read(...chunks: string[]): Promise<string[]> {
  async function* source() {
    yield* chunks;
  }
  const events: string[] = [];
  for await (const event of eventsIn(source(), "http://gpu/v1")) events.push(event);
  return events;
}

describe("events in a stream", () => {
  it.each<[string, string[], string[]]>([
    ["one event", ["data: a\n\n"], ["a"]],
    ["several lines are one event", ["data: a\ndata: b\n\n"], ["a\nb"]],
    ["comments and other fields are skipped", [": ping\n\nevent: x\nid: 3\nretry: 5\ndata: a\n\n"], ["a"]],
    ["only one space belongs to the field", ["data:  a\ndata:b\n\n"], [" a\nb"]],
    ["CRLF", ["data: a\r\n\r\ndata: b\r\n\r\n"], ["a", "b"]],
    ["CR", ["data: a\r\rdata: b\r\r\n"], ["a", "b"]],
    ["a CRLF cut in two", ["data: a\r", "\ndata: b\r", "\n\r", "\n"], ["a\nb"]],
    ["a line cut anywhere", ["da", 'ta: {"a"', ":1}\n", "\ndata: b", "\n\n"], ['{"a":1}', "b"]],
    ["a byte order mark", ["\u{feff}data: a\n\n"], ["a"]],
    ["an event left open at the end counts", ["data: [DONE]"], ["[DONE]"]],
    ["an empty stream", [""], []],
    ["llama-server's older field", ['error: {"code":500}\n\n'], ['{"error":{"code":500}}']],
  ])("%s", async (_, chunks, events) => expect(await read(...chunks)).toEqual(events));

  it("gives the same however the bytes are cut", async () => {
    const stream = ': hello\r\n\r\ndata: {"a":"ä"}\r\n\r\ndata: b\ndata:\n\ndata: [DONE]\n\n';
    const whole = await read(stream);
    expect(whole).toEqual(['{"a":"ä"}', "b\n", "[DONE]"]);
    for (let size = 1; size < 12; size++) {
      const chunks = Array.from({ length: Math.ceil(stream.length / size) }, (_, i) =>
        stream.slice(i * size, (i + 1) * size),
      );
      expect(await read(...chunks)).toEqual(whole);
    }
  });

  it("refuses an event without an end", async () => {
    const endless = Array.from({ length: 1_100 }, () => "x".repeat(1_000));
    await expect(read("data: ", ...endless)).rejects.toThrow("http://gpu/v1 sent an event without an end.");
  });
});
