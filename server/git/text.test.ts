import { describe, expect, it } from "vitest";
import { escapeLine, isPlain, shownMessage, shownText, withEscapes } from "./text.ts";

const shown = (text: string, encoding: string | null = null) => shownText(Buffer.from(text), encoding);

describe("shown text", () => {
  it.each([
    ["an escape sequence", "a\x1b[2Jb", "a\\x1b[2Jb"],
    ["a NUL", "a\0b", "a\\x00b"],
    ["a lone carriage return", "a\rb", "a\\x0db"],
    ["a C1 control", "a\u009bb", "a\\x9bb"],
    ["a right-to-left override", "a\u202eb", "a\\u202eb"],
    ["a zero-width space", "a\u200bb", "a\\u200bb"],
    ["a soft hyphen", "a\u00adb", "a\\xadb"],
    ["a tag character", "a\u{e0041}b", "a\\u{e0041}b"],
    ["a joiner between letters", "a\u200db", "a\\u200db"],
    ["a byte order mark", "\ufeffa", "\\ufeffa"],
  ])("makes %s visible and suspicious", (_, text, expected) => {
    expect(withEscapes(text)).toEqual({ text: expected, isSuspicious: true });
  });

  it.each([
    ["plain words", "fix the queue", "fix the queue"],
    ["tabs and newlines", "a\tb\nc", "a\tb\nc"],
    ["Windows line ends", "a\r\nb", "a\nb"],
    ["accents and other scripts", "Zoë 漢字 ñ", "Zoë 漢字 ñ"],
    [
      "composed emoji",
      "\u{1f469}\u{1f3fd}\u200d\u{1f4bb} \u2764\ufe0f",
      "\u{1f469}\u{1f3fd}\u200d\u{1f4bb} \u2764\ufe0f",
    ],
  ])("leaves %s as they are", (_, text, expected) => {
    expect(withEscapes(text)).toEqual({ text: expected, isSuspicious: false });
  });

  it("shows a name in one line", () => expect(escapeLine("a\nb\tc\x07")).toBe("a\\nb\\tc\\x07"));
  it("knows what needs no second look", () =>
    expect(["a\n\tb", "é", "\x7f", "\r", "\0"].map((text) => isPlain(Buffer.from(text)))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]));

  it("leaves no listed character in 20,000 random texts", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648) % below;
    for (let i = 0; i < 20_000; i++) {
      const bytes = Buffer.from(Array.from({ length: random(40) }, () => random(256)));
      const { subject, body } = shownText(bytes, null);
      // oxlint-disable-next-line no-control-regex -- what must not be left
      expect(`${subject}${body}`).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]/);
    }
  });
});

describe("subject and body", () => {
  it.each([
    ["one line", "fix it\n", "fix it", ""],
    ["a body", "fix it\n\nbecause\n", "fix it", "because"],
    ["a wrapped subject", "fix\n  it all\n\nbecause", "fix it all", "because"],
    ["blank lines first", "\n  \nfix it\n \n\n\nbecause\n\n", "fix it", "because"],
    ["an indented body", "fix it\n\n  list\n", "fix it", "  list"],
    ["nothing", "", "", ""],
    ["only blanks", "\n\n \n", "", ""],
  ])("splits %s as git does", (_, message, subject, body) => {
    expect(shown(message)).toMatchObject({ subject, body });
  });

  it("joins them into the message that offsets count in", () => {
    expect(shownMessage(Buffer.from("fix\nit\n\n\nbecause\n"), null)).toBe("fix it\n\nbecause");
    expect(shownMessage(Buffer.from("fix it\n"), null)).toBe("fix it");
  });
});

describe("encodings", () => {
  it("reads what the header names", () => {
    expect(shownText(Buffer.from("na\xefve", "latin1"), "ISO-8859-1").subject).toBe("naïve");
  });
  it("reads UTF-8 where nobody knows the name", () => expect(shown("naïve", "no-such-set").subject).toBe("naïve"));
  it("does not believe a header that makes ASCII unreadable", () =>
    expect(shown("plain", "utf-16le").subject).toBe("plain"));
  it("never fails on invalid UTF-8", () => {
    expect(shownText(Buffer.from("a\xff\xfeb", "latin1"), null)).toEqual({
      subject: "a\ufffd\ufffdb",
      body: "",
      isSuspicious: false,
    });
  });
});
