import { expect, test } from "vitest";
import { isFor, wished, wishWords } from "./condition.ts";
import type { Wait } from "./words.ts";

const none = { day: null, days: null, of: null, pattern: null };
const wait = (more: Partial<Wait>) => ({ kind: "OPEN", ...none, isAuthors: false, ...more }) as Wait;
const day = { ...none, kind: "DATE", day: "2027-01-01" } as const;

test.each<[Partial<Wait>, typeof day | null, boolean]>([
  [day, day, true],
  [{ ...day, day: "2027-01-02" }, day, false],
  [{ ...day, isAuthors: true }, day, false],
  [{}, day, false],
  [day, null, false],
  [{ kind: "DAYS", days: 14, isAuthors: true }, null, true],
  [{}, null, true],
])("%o is for %o: %s", (now, then, is) => expect(isFor(wait(now), then)).toBe(is));

test("what was said can be said again, and is told in words", () => {
  expect(wished(day)).toEqual(day);
  expect(wished(null)).toEqual({ kind: "AUTHOR" });
  expect([
    wishWords(wished(day)),
    wishWords({ kind: "DAYS", days: 1 }),
    wishWords({ kind: "TAG", pattern: "", of: "TARGET", days: 0 }),
    wishWords({ kind: "TAG", pattern: "v3.1*", of: "UPSTREAM", days: 3 }),
    wishWords(wished(null)),
    wishWords(null),
  ]).toEqual([
    " until 2027-01-01",
    " until 1 day after the commit",
    " until the next release of the stable branch",
    " until 3 days after v3.1*",
    " as the author says",
    "",
  ]);
});
