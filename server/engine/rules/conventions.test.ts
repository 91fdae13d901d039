import { describe, expect, test } from "vitest";
import type { Verdict } from "../../domain.ts";
import { answerTo } from "./verdict.ts";

const ask = (message: string, stable: string[] = [], version: string | null = null) =>
  answerTo({ patch: 0, message, author: "", version, stable });

describe("trailers and tags of other projects", () => {
  test.each<[string, Verdict, string | null, string]>([
    ["Cc: stable@vger.example # 5.10+", "yes", "5.10", "trailer-cc-stable"],
    ["Cc: <stable@vger.example> # v6.1.x, v5.15", "yes", "5.15", "trailer-cc-stable"],
    ["Cc: stable@dpdk.example", "yes", null, "trailer-cc-stable"],
    ["CC: stable@vger.example # don't backport, too risky", "no", null, "trailer-none"],
    ["Cc: stable@vger.example # don't backport before 6.1", "yes", "6.1", "trailer-cc-stable"],
    ["Cc: stable@vger.example # no need to backport earlier than 6.1", "yes", "6.1", "trailer-cc-stable"],
    ["Cc: stable@vger.example # does not apply before 6.1", "yes", "6.1", "trailer-cc-stable"],
    ["Cc: stable@vger.example # after -rc4", "wait", null, "trailer-cc-stable"],
    ["Cc: stable@vger.example # 6.1+ after 4 weeks in mainline", "wait", "6.1", "trailer-cc-stable"],
    ["Cc: stable+noautosel@kernel.example # needs the rework", "no", null, "trailer-none"],
    ["Backpatch-through: v4.2", "yes", "4.2", "trailer-backport"],
    ["Backpatch-trhough: 4.2.", "yes", "4.2", "trailer-backport"],
    ["Backpatch-through: master, 4.5, 4.4", "yes", "4.4", "trailer-backport"],
    ["Backpatch-through: master only", "no", null, "trailer-none"],
    ["Backport-to: 3.2, 3.0", "yes", "3.0", "trailer-backport"],
    ["Backport: none", "no", null, "trailer-none"],
    ["Backport: not needed for 3.2", "no", null, "trailer-none"],
    ["Backport: not before 3.0", "yes", "3.0", "trailer-backport"],
    ["Backport: 3.2 (not 3.1)", "yes", "3.2", "trailer-backport"],
    ["Backport: all but 2.4", "yes", "all", "trailer-backport"],
    ["Cc: mesa-stable", "yes", null, "trailer-cc-stable"],
    ["Cc: qemu-stable # for 10.0 and 10.1", "yes", "10.0", "trailer-cc-stable"],
    ["Cc: 25.0 <mesa-stable@lists.example>", "yes", "25.0", "trailer-cc-stable"],
    ['Cc: "25.0 25.1" <mesa-stable@lists.example>', "yes", "25.0", "trailer-cc-stable"],
    ["Cc: stable@vger.example # 6.1+, not for 5.4", "yes", "6.1", "trailer-cc-stable"],
    ["Backport: all", "yes", "all", "trailer-backport"],
    ["Backport-to: *", "yes", "all", "trailer-backport"],
    ["Backport-through: v3.0 (where the ring was added in v2.9-dev3)", "yes", "3.0", "trailer-backport"],
    ["Backport: 3.2 after 3 weeks", "wait", "3.2", "trailer-backport"],
    ["Backport: TBD", "uncertain", null, "unsure"],
    ["Backport: maybe 3.2", "uncertain", "3.2", "unsure"],
    ['Stable-dep-of: 1a2b3c4d5 ("net: fix")', "yes", null, "trailer-stable-dependency"],
    ["Labels: backport-4.5, bug", "yes", "4.5", "trailer-backport"],
    ["Labels: no-backport", "no", null, "trailer-none"],
    ["[noautosel]", "no", null, "trailer-none"],
  ])("%s", (trailer, verdict, oldest, rule) => {
    const message = `net: stop at the end\n\nThe reader went too far.\n\n${trailer}\nSigned-off-by: Ada <ada@example.org>\n`;
    const answer = ask(message);
    expect(answer).toMatchObject({ verdict, oldest, rule, explicit: true });
    expect(message.slice(answer.quote!.start, answer.quote!.end)).toBe(answer.quote!.text);
  });

  test.each<[string, Verdict]>([
    ["net: stop at the end (no backport)", "no"],
    ["[no-backport] net: stop", "no"],
    ["[stable-only] net: stop at the end", "yes"],
    ["net: stop at the end [backport 27.x]", "yes"],
  ])("the subject says it: %s", (subject, verdict) => {
    expect(ask(`${subject}\n\nThe reader went too far.\n`)).toMatchObject({
      verdict,
      rule: "subject-tag",
      explicit: true,
    });
  });

  test("prose and trailer together: prose decides, the trailer names the version", () => {
    const answer = ask("net: stop\n\nThis should be backported after some testing.\n\nBackport-to: 4.4\n");
    expect(answer).toMatchObject({ verdict: "wait", oldest: "4.4" });
  });

  test("prose asks, the trailer says when", () => {
    const answer = ask("net: stop\n\nThis should be backported to 6.1.\n\nCc: stable@vger.example # after -rc4\n");
    expect(answer).toMatchObject({
      verdict: "wait",
      oldest: "6.1",
      conditions: [{ kind: "until", text: "after -rc4" }],
    });
  });

  test("several trailers count together", () => {
    expect(ask("net: stop\n\nOops.\n\nBackport-to: 25.1\nBackport-to: 25.0\n")).toMatchObject({
      verdict: "yes",
      oldest: "25.0",
      targets: ["25.1", "25.0"],
      reason: "Trailers ask for a backport as far as 25.0.",
    });
    const answer = ask(
      "net: stop\n\nOops.\n\nCc: stable@vger.example # 6.1.x, 6.6.x\nCc: stable@vger.example # 5.15: 1a2b3c4d5e6f: net: x\n",
    );
    expect(answer).toMatchObject({ verdict: "yes", oldest: "5.15", links: [{ kind: "needs", text: "1a2b3c4d5e6f" }] });
  });

  test("a trailer that waits for the version in development", () => {
    const answer = ask("net: stop\n\nOops.\n\nBackport: after 3.3\n", ["3.2"], "3.3");
    expect(answer).toMatchObject({
      verdict: "wait",
      oldest: null,
      conditions: [{ text: "after 3.3", release: "3.3" }],
    });
  });

  test("a trailer that asks outweighs one that leaves it open", () => {
    const answer = ask("net: stop\n\nOops.\n\nBackport: maybe\nBackport-to: 25.0\n");
    expect(answer).toMatchObject({ verdict: "yes", oldest: "25.0" });
  });

  test("a copy to a version alone is no instruction", () => {
    const answer = ask("net: stop\n\nOops.\n\nCc: 25.1\n", ["25.1", "25.0"], "25.2");
    expect(answer).toMatchObject({ verdict: "no", explicit: false });
  });

  test("a trailer names every branch of a number", () => {
    const answer = ask("net: stop\n\nOops.\n\nBackport-to: 25.x\n", ["25.1", "25.0", "24.3"], "25.2");
    expect(answer).toMatchObject({ verdict: "yes", oldest: "25.0", targets: ["25.1", "25.0"] });
  });

  test("the reason names the oldest, whatever the order", () => {
    expect(ask("net: stop\n\nOops.\n\nCc: stable@vger.example # 6.6, 6.1\n").reason).toContain("from 6.1 on");
  });

  test("one trailer that asks now is not put off by another", () => {
    const trailers = (more: string) => ask(`net: stop\n\nOops.\n\nCc: stable@vger.example # after -rc4\n${more}\n`);
    expect(trailers("Cc: stable@vger.example # 6.1")).toMatchObject({ verdict: "yes", oldest: "6.1", conditions: [] });
    expect(trailers('Stable-dep-of: 1a2b3c4d5e6f ("net: x")')).toMatchObject({ verdict: "wait" });
  });

  test("the commit that a trailer names is a link", () => {
    const links = (trailer: string) =>
      ask(`net: stop\n\nOops.\n\n${trailer}\nSigned-off-by: Ada <ada@example.org>\n`).links;
    expect(links('Stable-dep-of: 1a2b3c4d5e6f ("net: x")')).toEqual([{ kind: "with", text: "1a2b3c4d5e6f" }]);
    expect(links("Cc: stable@vger.example # needs 1a2b3c4d5e6f")).toEqual([{ kind: "needs", text: "1a2b3c4d5e6f" }]);
    expect(links("Cc: stable@vger.example # 6.6: 1a2b3c4d5e6f")).toEqual([{ kind: "needs", text: "1a2b3c4d5e6f" }]);
    expect(links("Cc: stable@vger.example # 6.6: 1a2b3c4d5e6f: net")).toEqual([
      { kind: "needs", text: "1a2b3c4d5e6f" },
    ]);
  });

  test("a Fixes trailer links, and asks for nothing", () => {
    const answer = ask('net: fix the end\n\nOops.\n\nFixes: 1a2b3c4d5e6f ("net: add the end")\n');
    expect(answer).toMatchObject({ verdict: "no", explicit: false });
    expect(answer.links).toContainEqual({ kind: "fixes", text: "1a2b3c4d5e6f" });
  });
});
