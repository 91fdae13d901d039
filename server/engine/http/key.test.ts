import { describe, expect, it } from "vitest";
import { withoutKey } from "./address.ts";
import { answersTo, refusalOf, yesMessage } from "./test-engine.ts";
import { serveModel, type Step } from "./test-server.ts";

const key = "sk-proj/abc+def/0123456789==";
const hex = (character: string) => character.charCodeAt(0).toString(16).padStart(4, "0");
const coded = key.replace(/./g, (character) => `\\u${hex(character)}`);

describe("a key that a server sends back with escapes", () => {
  it.each([
    ["plain", key],
    ["with escaped slashes", key.replaceAll("/", "\\/")],
    ["in codes", coded],
    ["in codes with capital letters", coded.replace(/[0-9a-f]{4}/g, (code) => code.toUpperCase())],
    ["with one code", key.replace("+", "\\u002b")],
    ["in JSON within JSON", coded.replaceAll("\\", "\\\\")],
    ["as a part of a URL", encodeURIComponent(key)],
  ])("is taken out: %s", (_, written) => {
    expect(withoutKey(`a "${written}" b, "${written}"`, key)).toBe('a "[key]" b, "[key]"');
    for (let length = 1; length < written.length; length++) {
      const shown = withoutKey(`a ${written.slice(0, length)}`, key);
      expect(shown.length, shown).toBeLessThan(2 + 4 * (written.length / key.length) + 7);
    }
  });

  it("leaves alone what only looks like escapes", () => {
    const text = 'C:\\users\\u0073\\n 100% sure, "\\\\" \\u00e4, sk-pro and sk-proj/abc+deg';
    expect(withoutKey(text, key)).toBe(text);
    expect(withoutKey(`${text} ${key}`, key)).toBe(`${text} [key]`);
    expect(withoutKey('{"reason":"\\nkey"}', "nkey1234")).toBe('{"reason":"\\nkey"}');
  });

  it.each<[string, Step]>([
    [
      "a refusal",
      { status: 400, body: `{"error":{"message":"Invalid parameter ${key.replaceAll("/", "\\/")} used"}}` },
    ],
    ["a refusal in another form", { status: 400, body: `{"problem":"${key.replaceAll("/", "\\/")}"}` }],
    ["an answer", { text: `{"reason":"It is ${coded}","quote":"","verdict":"yes","oldest":"","prerequisites":[]}` }],
    [
      "an answer that is repaired",
      { text: `So:\n{"reason":"${coded}","quote":"","verdict":"yes","oldest":"${key}","prerequisites":["${coded}"]}` },
    ],
  ])("is not in what is kept of %s", async (_, step) => {
    await using server = await serveModel({ step: () => step });
    const seen: string[] = [];
    const watch = { began: () => {}, wrote: (_: number, text: string) => void seen.push(text) };
    const [answer] = await answersTo(server.url, [yesMessage], { key, watch });
    const kept = [answer!.reason, answer!.transcript!.output, JSON.stringify(answer), ...seen];
    const plain = kept.map((text) =>
      text.replace(/\\u00(..)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))).replaceAll("\\", ""),
    );
    for (const text of plain) expect(text).not.toContain(key.slice(0, 8));
    expect(answer!.reason).toContain("[key]");
  });

  it("is not in what is told of a redirect", async () => {
    await using server = await serveModel({ step: () => ({ status: 307, headers: { location: `/in/${key}/x` } }) });
    expect(await refusalOf(answersTo(server.url, [yesMessage], { key }))).toContain("/in/[key]/x:");
  });
});
