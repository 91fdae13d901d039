import { expect, it } from "vitest";
import { csv, markdown } from "./formats.ts";
import type { LedgerRow } from "./ledger.ts";

const row: LedgerRow = {
  id: "a".repeat(40),
  number: 7,
  subject: '=HYPERLINK("x"), a "quoted" one',
  author: "Ada",
  date: "2026-01-02T03:04:05Z",
  verdict: "yes",
  by: "Ben",
  engine: null,
  reason: "",
  quote: null,
  oldest: null,
  links: [],
  notes: [{ who: "Ada", at: "2026-01-02T03:04:05Z", text: "two\nlines [link](http://x)" }],
  branches: [{ target: "2.4", verdict: "yes", by: "Ben", condition: null, backport: null }],
};

it("CSV quotes what it must and keeps spreadsheets from running text", () => {
  const [head, line] = csv([row]).split("\r\n");
  expect(head).toBe(
    "number,id,date,author,subject,verdict,by,engine,reason,quote,oldest,notes,2.4 verdict,2.4 backport",
  );
  expect(line).toContain(`,"'=HYPERLINK(""x""), a ""quoted"" one",`);
});

it("Markdown escapes what authors wrote and groups by verdict", () => {
  const text = markdown([row, { ...row, verdict: "no", by: null, engine: "rules", reason: "not asked" }], "2.4");
  expect(text).toContain("## To pick (1)");
  expect(text).toContain("## Not to pick (1)");
  expect(text).toContain("two lines \\[link\\](http://x)");
});

it("Markdown leaves out what the branch holds, and says how many", () => {
  const there = { ...row, branches: [{ ...row.branches[0]!, backport: { id: "b".repeat(40), evidence: "trailer" } }] };
  expect(markdown([there], "2.4")).toContain("1 patches are there already");
});
