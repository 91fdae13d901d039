import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import type { Answer, Verdict } from "../domain.ts";
import type { Question } from "./engine.ts";
import { rulesEngine, rulesVersion } from "./rules.ts";

const stable = ["3.2", "3.1", "3.0", "2.8", "2.6"];

function question(message: string, more: Partial<Question> = {}): Question {
  return { patch: 1, message, author: "Ada <ada@example.org>", version: "3.3", stable, ...more };
}

async function ask(message: string, more: Partial<Question> = {}): Promise<Answer> {
  for await (const [, answer] of rulesEngine().answers([question(message, more)], new AbortController().signal))
    return answer;
  throw new Error("no answer");
}

const bug = (end: string) =>
  `BUG/MINOR: pool: count a slot once\n\nThe slot was counted twice when two threads met.\n\n${end}\n`;

type Row = [end: string, verdict: Verdict, oldest: string | null, rule?: string];

/** The rows of the specification of instructions; the sentences are ours, their shapes are not. */
const rows: Record<string, Row[]> = {
  "N1 a plain refusal": [
    ["No backport needed.", "no", null, "no-backport"],
    ["No backport is required here.", "no", null],
    ["There is no need to backport this.", "no", null],
    ["This does not need to be backported.", "no", null],
    ["This doesn't have to be backported.", "no", null],
    ["Must not be backported.", "no", null],
    ["A backport is not needed.", "no", null],
    ["Not needed in stable branches, no back-port required.", "no", null],
  ],
  "N2 only the version in development": [
    ["It is a 3.3-specific issue, so no backport is needed.", "no", null, "no-backport-recent"],
    ["No backport is needed since the cache arrived in 3.3.", "no", null, "no-backport-recent"],
    ["As the pool came with the current 3.3 dev, no need to backport.", "no", null, "no-backport-recent"],
  ],
  "N3 harmless": [["No backport is needed as this cannot happen for now.", "no", null]],
  "N4 no, unless": [
    ["No backport needed unless 1a2b3c4d5 is.", "no", null, "no-unless"],
    ["No backport is needed, except if the commit above is backported.", "no", null, "no-unless"],
    ["This must only be backported if the patch above ever is.", "no", null, "no-unless"],
    [
      "This came with commit 1a2b3c4d5 and does not need any backport as long as that commit is not backported.",
      "no",
      null,
      "no-unless",
    ],
  ],
  "N5 better not": [
    ["Better not backport this, old setups may depend on it.", "no", null, "better-not"],
    ["There is little reason to backport it.", "no", null],
    ["It is preferable not to backport this one.", "no", null],
    ["There is no point in backporting it.", "no", null],
    ["It's not worth the risk to backport this.", "no", null],
    ["While it could theoretically be backported as far as 3.0, it is wiser not to do so for now.", "no", "3.0"],
    ["It is too risky to be backported.", "no", null],
  ],
  "T1 and T2 versions": [
    ["This must be backported to 3.1.", "yes", "3.1", "to-version"],
    ["Backport to 3.2.", "yes", "3.2"],
    ["To be backported to 3.2 and 3.1.", "yes", "3.1", "to-list"],
    ["Should be backported in versions 3.0, 3.1 and 3.2.", "yes", "3.0", "to-list"],
    ["Backporting: 2.8, 2.6", "yes", "2.6"],
    ["Backport should be done to 3.0.", "yes", "3.0"],
    ["This needs a backport to 3.1.", "yes", "3.1"],
  ],
  "T3, T4 and T5 down to a version": [
    ["This must be backported as far as 2.8.", "yes", "2.8", "as-far-as"],
    ["It should be backported as far back as 2.8.", "yes", "2.8"],
    ["This must be backported up to 2.8.", "yes", "2.8", "as-far-as"],
    ["This should be backported till 2.8.", "yes", "2.8"],
    ["This needs to be backported down to 2.8.", "yes", "2.8"],
    ["Must be backported in all stable versions until v2.6.0, including v2.6.0.", "yes", "2.6"],
    ["To be backported to 2.8 and above.", "yes", "2.8"],
  ],
  "T6 and T7 stable versions": [
    ["This should be backported to all stable versions.", "yes", "all", "all-stable"],
    ["Must be backported to every maintained branch.", "yes", "all"],
    ["This can be backported everywhere.", "yes", "all"],
    ["This may be backported to all supported releases.", "yes", "all"],
    ["Should be backported to stable versions.", "yes", null, "stable-versions"],
    ["This should be backported to the latest LTS.", "yes", "3.2"],
  ],
  "T8 no target": [
    ["This can be backported.", "yes", null, "no-target"],
    ["This needs to be backported.", "yes", null],
  ],
  "T9 a feature": [
    ["It should be backported to all versions having the ring keyword.", "yes", "all"],
    ["Should be backported as far as the ring keyword exists.", "yes", null, "feature"],
  ],
  "T10 at least, maybe": [
    ["This should be backported at least to 3.0.", "yes", "3.0", "at-least"],
    ["This must be backported as far as 3.0, and maybe to 2.8 too.", "yes", "3.0", "at-least"],
    ["Should be backported to 3.0, probably 2.8.", "yes", "3.0", "at-least"],
  ],
  "T11 only": [
    ["This should be backported to 3.2 only.", "yes", "3.2"],
    ["This may be backported to 3.2 but preferably not further.", "yes", "3.2"],
    [
      "In theory it should reach all versions. However the list is missing on 2.6, so it is better to backport it as far as 2.8 only.",
      "yes",
      "2.8",
    ],
  ],
  "F1 where another went": [
    ["This must be backported wherever 1a2b3c4d5 was backported.", "yes", null, "follows"],
    ["This should be backported everywhere the commit above is.", "yes", null, "follows"],
    ["Must be backported where the patch above was (3.1 for now).", "yes", "3.1"],
    ["This should be backported with the same instructions as the previous commit.", "yes", null, "follows"],
    ["This can be backported wherever commit 1a2b3c4d5 is backported.", "uncertain", null],
  ],
  "F2 and F3 with and after another": [
    ["This must be backported along with the commit above.", "yes", null, "with"],
    ['It should be backported in 3.0 with 1a2b3c4d5 ("MINOR: pool: add a counter").', "yes", "3.0"],
    ["This should be backported after 1a2b3c4d5 up to 2.8.", "yes", "2.8"],
    ["As the previous patch, it must be backported prior to the fix to come.", "yes", null],
  ],
  "D2 to help others": [["This could be backported to 3.0 to ease further backports.", "yes", "3.0"]],
  "W1 after observation": [
    ["This must be backported as far as 2.8 after a period of observation.", "wait", "2.8", "wait-observation"],
    ["Should be backported to 3.2 after a bit of testing.", "wait", "3.2"],
    ["It may be backported in a few weeks.", "wait", null],
    [
      "This should be backported to all stable versions. But the area is fragile, so it is better to wait a bit before backporting it.",
      "wait",
      "all",
    ],
    [
      "This must be backported up to 2.8. However it changes a lot. As such, it must be backported only after a period of observation.",
      "wait",
      "2.8",
    ],
    ["Once it has been tested enough, this should be backported to 3.0.", "wait", "3.0"],
  ],
  "W2 staged": [
    ["It must first be backported as far as 3.1 and then slowly to all stable versions.", "yes", "all", "staged"],
    [
      "This should be backported to all stable versions. We can start to backport it as far as 3.1 and then wait a bit.",
      "yes",
      "all",
      "staged",
    ],
    [
      "It could be backported as far as 2.8. It is sensitive, so it is a good idea to backport it to 3.2 for now and wait for reports on older versions.",
      "yes",
      "2.8",
      "staged",
    ],
    ["This patch must be slowly backported as far as 2.6.", "yes", "2.6", "staged"],
  ],
  "W3 after a release": [
    ["This can be backported to 2.8 after 3.3 is released.", "wait", "2.8", "wait-release"],
    ["This should be backported, but not in the next release.", "wait", null, "wait-release"],
    ["It could be backported only when libfoo is released.", "wait", null],
    ["Backport it to 3.2 a week or two after the final release.", "wait", "3.2"],
  ],
  "S4 if needed": [
    ["This could be backported if needed.", "uncertain", null, "if-needed"],
    ["It is simple enough to be backported to 3.0 if desired.", "uncertain", "3.0", "if-needed"],
    ["This should be backported if 1a2b3c4d5 is backported too.", "uncertain", null, "conditional"],
  ],
  "conditions that limit a part only": [
    ["This should be backported to 3.2, and to 3.0 if really needed.", "yes", "3.2", "at-least"],
    ["It should be backported to 3.2, and may be backported up to 2.8 if someone is hit by it.", "yes", "3.2"],
    ["This only needs to be backported if/when the commit above is.", "no", null, "no-unless"],
    ["It is not deemed as sufficient to be backported.", "no", null],
    ["Both patches should be backported to 3.1.", "yes", "3.1"],
    ["It may be interesting to backport this as far as 3.0.", "yes", "3.0"],
    ["This should not be backported further than 3.0.", "yes", "3.0"],
    ["This patch is explicitly not scheduled for backport.", "no", null],
  ],
  "X1 and X2 slips": [
    ["This should be backproted to 3.0.", "yes", "3.0"],
    ["This must be backport to 3.0.", "yes", "3.0"],
    ["It must backported to 3.0.", "yes", "3.0"],
    ["Should be backporter up to 2.8.", "yes", "2.8"],
    ["It is 3.3 only. cNo backport nedded.", "no", null],
  ],
};

describe.each(Object.entries(rows))("%s", (_, table) => {
  test.each(table)("%s", async (end, verdict, oldest, rule) => {
    const answer = await ask(bug(end));
    expect({ verdict: answer.verdict, oldest: answer.oldest, explicit: answer.explicit }).toEqual({
      verdict,
      oldest,
      explicit: true,
    });
    if (rule) expect(answer.rule).toBe(rule);
    expect(bug(end).slice(answer.quote!.start, answer.quote!.end)).toBe(answer.quote!.text);
    expect(answer.reason).toMatch(/^[A-Z].*\.$/s);
  });
});

describe("traps", () => {
  const silent: [string, string][] = [
    ["pressure is no port", "The back pressure and the back pointer were wrong under load."],
    ["a commit told about", "The fix above was backported to 3.0 by mistake."],
    ["a purpose alone", "This reorders the functions to ease future backports."],
    ["a condition alone", "If it were to cause backport issues, tell us."],
    ["another patch", "A later patch will change this, but it won't be backported."],
    ["an indented log", "The log said:\n\n    this must be backported to 2.8\n\nand nothing more."],
    ["tools", "The script lists backport sessions and counts backported patches."],
    ["if another depends on it", "It can be taken if a fix depends on it."],
  ];
  test.each(silent)("%s is no instruction", async (_, text) => {
    const answer = await ask(`MINOR: pool: reorder\n\n${text}\n`);
    expect({ explicit: answer.explicit, verdict: answer.verdict }).toEqual({ explicit: false, verdict: "no" });
  });

  test.each([
    ["Needed for OpenSSL 3.1, this must be backported to 3.2.", "3.2"],
    ["This must be backported to 3.2 for WolfSSL 2.8 and TLSv1.3.", "3.2"],
    ["This must be backported as far as 3.0, where gcc 2.6 is used.", "3.0"],
    ["This must be backported to 3.0 however the chapter was 2.8 in previous versions.", "3.0"],
    ["It was introduced in 2.8 by accident, and must be backported to 3.1.", "3.1"],
  ])("versions of other things do not count: %s", async (end, oldest) => {
    expect((await ask(bug(end))).oldest).toBe(oldest);
    expect((await ask(bug(end), { stable: [] })).oldest).toBe(oldest);
  });

  test("a release and its list of changes instruct nothing", async () => {
    const answer = await ask(
      "[RELEASE] Released version 3.3-dev4\n\nReleased version 3.3-dev4:\n    - DOC: must be backported to 3.2\n",
    );
    expect(answer).toMatchObject({ explicit: false, verdict: "no", rule: "not-a-change" });
  });

  test("imported code speaks of its own versions", async () => {
    const answer = await ask(
      "IMPORT: libslim: fix the table\n\nThis should be backported to 2.8.\n\nThis is slim commit 1a2b3c4d5e.\n",
    );
    expect(answer).toMatchObject({ verdict: "uncertain", rule: "imported" });
  });

  test("wanted in one branch and not in another is per branch", async () => {
    const answer = await ask(
      bug("This must be backported to 3.2. The lock is missing before, so no need to backport it to 3.1 and 3.0."),
    );
    expect(answer).toMatchObject({ verdict: "yes", oldest: "3.2" });
  });

  test("a maintainer's note in brackets is read", async () => {
    const answer = await ask(bug("[eve: this inverts the test, it must be\n     backported to 3.0]"));
    expect(answer).toMatchObject({ verdict: "yes", oldest: "3.0" });
  });

  test("what is wrong elsewhere is for a person", async () => {
    const answer = await ask(bug("Commit 1a2b3c4d5 mentions that no backport is needed. However, this is incorrect."));
    expect(answer).toMatchObject({ verdict: "uncertain", rule: "overrides" });
    expect(answer.links).toContainEqual({ kind: "overrides", text: "1a2b3c4d5" });
  });
});

describe("silence", () => {
  test("a BUG without an instruction is no by the written rule, and says whom to ask", async () => {
    const answer = await ask("BUG/MEDIUM: ring: stop at the end\n\nThe reader went one byte too far.\n");
    expect(answer).toMatchObject({ verdict: "no", explicit: false, rule: "bug-without-instruction", quote: null });
    expect(answer.reason).toContain("ask the author");
  });

  test.each([
    "Fix the window",
    "fix: the window",
    "fix(h2): the window",
    "h2: fixed the window",
    "net/ring: h2: fix the window",
    "[PATCH] h2: hotfix for the window",
    "Fixes #12: the window",
  ])("%s is called a fix, so that it is read before the rest", async (subject) => {
    const answer = await ask(`${subject}\n\nIt was one byte too small.\n`);
    expect(answer).toMatchObject({ verdict: "no", explicit: false, rule: "fix-without-instruction", quote: null });
  });

  test.each(["Add a fixture", "h2: prefix the names", "h2: tell when a fix is needed", "Merge branch 'fix-window'"])(
    "%s is none",
    async (subject) => {
      const answer = await ask(`${subject}\n\nIt was one byte too small.\n`);
      expect(answer.rule).not.toBe("fix-without-instruction");
    },
  );

  test("a BUG that names a maintained version as affected is yes, not explicitly", async () => {
    const answer = await ask("BUG/MEDIUM: ring: stop at the end\n\nThe bug was introduced in 2.8.\n");
    expect(answer).toMatchObject({ verdict: "yes", explicit: false, oldest: "2.8", rule: "affected-version" });
  });

  test("a BUG of the version in development is no", async () => {
    const answer = await ask("BUG/MEDIUM: ring: stop at the end\n\nThe bug was introduced in 3.3.\n");
    expect(answer).toMatchObject({ verdict: "no", explicit: false, rule: "bug-in-development" });
  });

  test("anything else is no", async () => {
    expect(await ask("MINOR: ring: add a counter\n")).toMatchObject({
      verdict: "no",
      explicit: false,
      rule: "no-instruction",
    });
  });
});

describe("strength and steps", () => {
  test.each([
    ["This must be backported.", "must"],
    ["This will have to be backported.", "must"],
    ["This should be backported.", "should"],
    ["To be backported to 3.2.", "should"],
    ["This might be backported.", "may"],
    ["It can be backported.", "may"],
  ])("%s is %s", async (end, strength) => {
    expect((await ask(bug(end))).strength).toBe(strength);
  });

  test("first one branch, later the others", async () => {
    const answer = await ask(
      bug("This must be backported to 3.2 first, then progressively to older versions as far as 2.8."),
    );
    expect(answer).toMatchObject({ verdict: "yes", oldest: "2.8", below: [{ version: "3.2", verdict: "wait" }] });
  });

  test("sure of one version, not of the next", async () => {
    const answer = await ask(bug("This must be backported as far as 3.0, and maybe to 2.8 too."));
    expect(answer.below).toEqual([
      { version: "3.0", verdict: "uncertain" },
      { version: "2.8", verdict: "no" },
    ]);
  });

  test("a wait carries days or a release", async () => {
    const days = async (end: string) => (await ask(bug(end))).conditions.find((one) => one.kind === "until");
    expect(await days("Should be backported to 3.2 after a period of observation.")).toMatchObject({
      days: 14,
      release: null,
    });
    expect(await days("Should be backported to 3.2 after 3 weeks.")).toMatchObject({ days: 21 });
    expect(await days("Can be backported to 3.2 after 3.3 is released.")).toMatchObject({ release: "3.3" });
  });
});

test("answers come in order, and stop when asked", async () => {
  const control = new AbortController();
  const many = Array.from({ length: 2000 }, (_, patch) => question(bug("No backport needed."), { patch }));
  const got: number[] = [];
  for await (const [one] of rulesEngine().answers(many, control.signal)) {
    got.push(one.patch);
    if (got.length === 700) control.abort();
  }
  expect(got).toEqual(Array.from({ length: 700 }, (_, patch) => patch));
});

test("the version is raised when answers change", async () => {
  const messages = Object.values(rows)
    .flat()
    .map(([end]) => bug(end));
  const answers: Answer[] = [];
  for (const message of messages) answers.push(await ask(message));
  const print = createHash("sha256").update(JSON.stringify(answers)).digest("hex").slice(0, 12);
  // When this fails on purpose: raise rulesVersion, then copy both from the failure.
  expect(`${rulesVersion} ${print}`).toBe("5 092975f4db4c");
});
