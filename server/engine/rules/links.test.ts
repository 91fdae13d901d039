import { expect, test } from "vitest";
import type { Reference } from "../../domain.ts";
import { answerTo } from "./verdict.ts";

const links = (body: string, subject = "BUG/MINOR: pool: count once") =>
  answerTo({ patch: 0, message: `${subject}\n\n${body}\n`, author: "", version: "3.3", stable: ["3.2", "3.0"] }).links;

test.each<[string, Reference[]]>([
  ["It depends on commit 1a2b3c4d5.", [{ kind: "needs", text: "1a2b3c4d5" }]],
  ['This relies on "MINOR: pool: add a counter".', [{ kind: "needs", text: "MINOR: pool: add a counter" }]],
  [
    "This must be backported. If so, MINOR: pool: add a counter must be backported first.",
    [{ kind: "needs", text: "MINOR: pool: add a counter" }],
  ],
  ['This may be backported. If so, "BUG/MINOR: pool: count once" must be backported first.', []],
  [
    "1a2b3c4d5 is affected:\n\n  https: example.org is the default\n\nIt must be backported. The commit above must be backported first.",
    [{ kind: "needs", text: "1a2b3c4d5" }],
  ],
  ['The "Content-Length: 0" header is kept. It must be backported with the header above.', []],
  [
    "It builds on the following:\n\n * MINOR: pool: add a counter\n\nThis must be backported to 3.2 with the commit above.",
    [{ kind: "with", text: "MINOR: pool: add a counter" }],
  ],
  ["It requires the previous patch.", [{ kind: "needs", text: "previous" }]],
  [
    "This depends on these two patches:\n\n  MINOR: pool: add a counter\n  MINOR: pool: use it",
    [
      { kind: "needs", text: "MINOR: pool: add a counter" },
      { kind: "needs", text: "MINOR: pool: use it" },
    ],
  ],
  [
    "Commit 1a2b3c4d5 was incomplete.\n\nThis must be backported with the patch above.",
    [{ kind: "with", text: "1a2b3c4d5" }],
  ],
  [
    'It must be backported to 3.0 with 1a2b3c4d5 ("MINOR: pool: say "hello" twice").',
    [{ kind: "with", text: "1a2b3c4d5" }],
  ],
  ["This should be backported wherever 1a2b3c4d5 was.", [{ kind: "follows", text: "1a2b3c4d5" }]],
  ["This should be backported after 1a2b3c4d5 up to 3.0.", [{ kind: "after", text: "1a2b3c4d5" }]],
  ["The bug was introduced by commit 1a2b3c4d5.", [{ kind: "fixes", text: "1a2b3c4d5" }]],
  ["This reverts commit 1a2b3c4d5e6f7a8b.", [{ kind: "reverts", text: "1a2b3c4d5e6f7a8b" }]],
  ["Released 20250101, defaced, deadbeef, #123456.", []],
])("%s", (body, expected) => {
  expect(links(body)).toEqual(expected);
});

test("no backport unless another is", () => {
  const answer = answerTo({
    patch: 0,
    message: "BUG/MINOR: x: y\n\nNo backport needed unless 1a2b3c4d5 is.\n",
    author: "",
    version: "3.3",
    stable: [],
  });
  expect(answer.links).toEqual([{ kind: "unless", text: "1a2b3c4d5" }]);
  expect(answer.conditions).toMatchObject([{ kind: "unless", text: "unless 1a2b3c4d5 is" }]);
});

test("a revert names what it takes back", () => {
  expect(links("It broke the build.", 'Revert "MINOR: pool: add a counter"')).toEqual([
    { kind: "reverts", text: "MINOR: pool: add a counter" },
  ]);
});
