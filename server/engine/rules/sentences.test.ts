import { expect, test } from "vitest";
import { readSentences } from "./sentences.ts";

const kinds = (message: string) => readSentences(message).map(({ kind, text }) => `${kind}: ${text}`);

test("paragraphs are unwrapped, blocks, lists and trailers stay apart", () => {
  const message = `BUG/MINOR: pool: count once

The counter was wrong,
see e.g. the log. It said:

    count 2.8 must be 3.0
    stop

Two ways out:
  - leave it
    alone
  - count once

Fix it (v. 2) now!
Signed-off-by: Ada <ada@example.org>
Cc: stable@example.org # 5.10+
`;
  expect(kinds(message)).toEqual([
    "subject: BUG/MINOR: pool: count once",
    "prose: The counter was wrong, see e.g. the log.",
    "prose: It said:",
    "block: count 2.8 must be 3.0",
    "block: stop",
    "prose: Two ways out:",
    "item: - leave it alone",
    "item: - count once",
    "prose: Fix it (v. 2) now!",
    "trailer: Signed-off-by: Ada <ada@example.org>",
    "trailer: Cc: stable@example.org # 5.10+",
  ]);
});

test("a wrapped line that begins like a trailer is prose", () => {
  const message = 'X\n\nIt came with commit 1a2b3c4d5 ("MINOR:\nmux-x2: prepare"), so no backport is needed.\n';
  expect(kinds(message)).toHaveLength(2);
});

test("a message that is indented as a whole has no blocks", () => {
  expect(kinds("X\n\n    Some words.\n    More words.\n")).toEqual([
    "subject: X",
    "prose: Some words.",
    "prose: More words.",
  ]);
});

test("an instruction after a line that lost its stop is a sentence of its own", () => {
  expect(kinds("X\n\nThis fixes issue #12\nThis must be backported to 3.0.\n").at(-1)).toBe(
    "prose: This must be backported to 3.0.",
  );
  expect(kinds("X\n\nAuthor: Eve Example\nBack patch to V4.2 where it began.\n").at(-1)).toBe(
    "prose: Back patch to V4.2 where it began.",
  );
});

test("offsets give the text as it was written", () => {
  const message = "Sübject 🎈\r\n\r\nOne\u00a0thing.  Two\n\tthings; 🎈 three.\r\n";
  for (const { text, start, end } of readSentences(message)) {
    expect(message.slice(start, end).replace(/\s+/g, " ")).toBe(text);
  }
});
