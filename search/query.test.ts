import { describe, expect, it, test } from "vitest";
import { parseQuery, type TextTerm, writtenTerm } from "./query.ts";
import { patternOf, wordsIn } from "./words.ts";

const word = (text: string, more: object = {}) => ({ kind: "word", text, isPhrase: false, isNot: false, ...more });
const of = (kind: string, text: string, more: object = {}) => ({ ...word(text, more), kind });

describe("a search is read", () => {
  it.each<[string, object[]]>([
    ["", []],
    ["   ", []],
    ["timer survive", [word("timer"), word("survive")]],
    ['"close earlier"', [word("close earlier", { isPhrase: true })]],
    ["“close earlier” x", [word("close earlier", { isPhrase: true }), word("x")]],
    ["-author:„Ada L“", [of("author", "Ada L", { isPhrase: true, isNot: true })]],
    ["-quic", [word("quic", { isNot: true })]],
    ['-"in vain"', [word("in vain", { isPhrase: true, isNot: true })]],
    ["author:ada", [of("author", "ada")]],
    ['author:"Ada L"', [of("author", "Ada L", { isPhrase: true })]],
    ["-author:ada", [of("author", "ada", { isNot: true })]],
    ["AUTHOR:ada", [of("author", "ada")]],
    ["path:src/h2.c", [of("path", "src/h2.c")]],
    ["tag:BUG/MEDIUM area:h2", [of("tag", "BUG/MEDIUM"), of("area", "h2")]],
    ["needs:abc1234", [of("needs", "abc1234")]],
    ["verdict:yes", [{ kind: "verdict", verdict: "yes", isNot: false }]],
    ["verdict:w", [{ kind: "verdict", verdict: "wait", isNot: false }]],
    [
      "is:backported -is:decided",
      [
        { kind: "is", state: "backported", isNot: false },
        { kind: "is", state: "decided", isNot: true },
      ],
    ],
    ["has:note", [{ kind: "has", thing: "note", isNot: false }]],
    ["id:ABC123", [{ kind: "id", prefixes: ["abc123"], isNot: false }]],
    ["-id:ABC123,def,", [{ kind: "id", prefixes: ["abc123", "def"], isNot: true }]],
    ["BUG/MEDIUM: h2: fix", [word("BUG/MEDIUM:"), word("h2:"), word("fix")]],
    ["std::move", [word("std::move")]],
    ["https://example.org/a", [word("https://example.org/a")]],
    ["a-b", [word("a-b")]],
    ["timer author:ada late", [word("timer"), of("author", "ada"), word("late")]],
  ])("%j", (text, terms) => expect(parseQuery(text)).toEqual({ terms, trouble: null }));

  it.each<[string, object[], RegExp]>([
    ["colour:red", [word("colour:red")], /no operator colour:/],
    ['"open end', [word("open end", { isPhrase: true })], /quote is open/],
    ["author:", [], /author: has nothing behind it/],
    ["verdict:maybe h2", [word("h2")], /takes no, uncertain, wait, yes/],
    ["is:nice", [], /takes backported/],
    ["id:xyz", [], /0 to 9 and a to f/],
    ["id:abc,xyz", [{ kind: "id", prefixes: ["abc"], isNot: false }], /id:xyz is left out/],
    ["id:,", [], /id: has nothing behind it/],
    ["++", [], /neither a letter nor a digit/],
    [
      Array.from({ length: 30 }, (_, i) => `w${i}`).join(" "),
      Array.from({ length: 20 }, (_, i) => word(`w${i}`)),
      /first 20 terms/,
    ],
  ])("%j, and one sentence says what was not understood", (text, terms, trouble) => {
    const query = parseQuery(text);
    expect(query.terms).toEqual(terms);
    expect(query.trouble).toMatch(trouble);
  });

  it("however long it is", () => {
    const query = parseQuery(`${"a".repeat(499)} "${"b".repeat(1_000)}`);
    expect(query.terms).toHaveLength(1);
    expect(query.trouble).toMatch(/first 500 characters/);
  });
});

test.each(["timer", '"close earlier"', "author:ada", 'path:"src h2"', "needs:abc1234", "std::move", "c++"])(
  "%s written by itself is the same term",
  (text) => {
    const [term] = parseQuery(text).terms as TextTerm[];
    expect(parseQuery(writtenTerm(term!)).terms).toEqual([term]);
  },
);

test("a term with an unknown operator, written by itself, has the same words and no trouble", () => {
  const [term] = parseQuery("colour:red").terms as TextTerm[];
  const again = parseQuery(writtenTerm(term!));
  expect(again.trouble).toBeNull();
  expect(wordsIn((again.terms[0] as TextTerm).text)).toEqual(["colour", "red"]);
});

describe("a word is found", () => {
  it.each<[string, string, boolean]>([
    ["tim", "a Timer", true],
    ["imer", "a Timer", false],
    ["h2", "BUG: h2: x", true],
    ["h2", "mux-h2_recv", true],
    ["process_mux", "h2_process_mux()", true],
    ["BUG/MED", "BUG/MEDIUM: h2", true],
    ["löwe", "MINOR: Löwen", true],
    ["lowe", "MINOR: LÖWEN", true],
    ["löwe", "MINOR: Lowen", true],
    ["jedrzejewski", "Je\u0328drzejewski", true],
    ["je\u0328drz", "Jędrzejewski", true],
    ["бой", "бой", true],
    ["бой", "бои", false],
    ["c++", "in c++ 1.2", true],
    ["c++", "in cobol", false],
    ["1.2", "in 1.20", true],
    ["1.2", "in 132", false],
  ])("%j in %j: %s", (text, where, expected) => expect(patternOf(text, false)!.test(where)).toBe(expected));

  it("with the accents of its text, so that marks cover them", () => {
    expect("Je\u0328drz".replace(patternOf("jedr", false)!, "*")).toBe("*z");
    expect("jose\u0301 x".replace(patternOf("jose", true)!, "*")).toBe("* x");
  });

  it("as a whole in quotes", () => {
    expect(patternOf("close ear", true)!.test("close earlier")).toBe(false);
    expect(patternOf("close earlier", true)!.test("to close\nearlier.")).toBe(true);
  });
});
