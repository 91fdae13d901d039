import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Classification, Verdict } from "../domain.ts";
import { bareClassification } from "../test-answer.ts";
import type { LedgerPatch } from "./ledger.ts";
import { shellText } from "../../picks/pick-list.ts";
import { pickList } from "./pick-list.ts";

const target = { id: 1, branch: "2.4-stable", version: "2.4" };
const sha = (n: number) => n.toString(16).padStart(40, "0");

function patch(
  number: number,
  part: Partial<LedgerPatch> & { said?: Partial<Classification>; decided?: Verdict } = {},
): LedgerPatch {
  const { said, decided, ...rest } = part;
  return {
    id: number,
    number,
    sha: sha(number),
    subject: `subject ${number}`,
    author: "somebody",
    authoredAt: 0,
    committedAt: 0,
    isVanished: false,
    isMerge: false,
    classifications: [bareClassification(said)],
    overrides: new Map(decided ? [[1, { verdict: decided, who: "Ada", at: 0, reason: null }]] : []),
    seen: [],
    backports: new Map(),
    ...rest,
  };
}

const instructed = { verdict: "yes", explicit: true } as const;

describe("the pick list", () => {
  it("holds what people decided and authors instructed, oldest first, and keeps guesses apart", () => {
    const patches = [
      patch(1, { said: instructed }),
      patch(2, { said: { engine: "llama", verdict: "yes" } }),
      patch(3, { decided: "yes" }),
      patch(4, { said: instructed, decided: "no" }),
      patch(5, { said: { verdict: "wait", explicit: true } }),
      patch(6, { said: { verdict: "uncertain" } }),
    ];
    const list = pickList(patches, target, 1);
    expect(list).toMatchObject({
      yes: [sha(1), sha(3)],
      guessed: [sha(2)],
      no: [sha(4)],
      wait: [sha(5)],
      uncertain: [sha(6)],
    });
    expect([list.decidedCount, list.instructedCount]).toEqual([1, 1]);
  });

  it("picks a guess that a person agreed with, and none that became another verdict or is agreed with elsewhere", () => {
    const guess = { engine: "llama", verdict: "yes" } as const;
    const patches = [
      patch(1, { said: guess, seen: [{ target: 1, verdict: "yes", at: 0 }] }),
      patch(2, { said: guess, seen: [{ target: 1, verdict: "no", at: 0 }] }),
      patch(3, { said: guess, seen: [{ target: 2, verdict: "yes", at: 0 }] }),
    ];
    const list = pickList(patches, target, 1);
    expect(list).toMatchObject({ yes: [sha(1)], guessed: [sha(2), sha(3)], decidedCount: 1 });
  });

  it("leaves out what came before the start, what vanished and what the branch holds, but not what is only claimed", () => {
    const there = (evidence: string) => new Map([[1, { sha: sha(99), evidence }]]);
    const patches = [
      patch(1, { said: instructed }),
      patch(2, { said: instructed, isVanished: true }),
      patch(3, { said: instructed, backports: there("trailer") }),
      patch(4, { said: instructed, backports: there("claimed") }),
    ];
    expect(pickList(patches, target, 2).yes).toEqual([sha(4)]);
  });

  it("leaves a merge out, which cherry-pick cannot take, and says so", () => {
    const list = pickList([patch(1, { decided: "yes", isMerge: true }), patch(2, { isMerge: true })], target, 1);
    expect(list).toMatchObject({ yes: [], no: [sha(2)], warnings: [expect.stringMatching(/^patch 1 .* is a merge/)] });
  });

  it("warns of a prerequisite that is neither listed nor there, by subject, by short id or as the previous one", () => {
    const needs = (text: string) => ({ ...instructed, links: [{ kind: "needs" as const, text }] });
    const patches = [patch(1), patch(2, { said: needs("subject 1") }), patch(3), patch(4, { said: needs("previous") })];
    const { warnings } = pickList(patches, target, 1);
    expect(warnings).toEqual([
      `patch 2 (${sha(2).slice(0, 12)}) needs patch 1 (${sha(1).slice(0, 12)}), which is neither in the list nor on 2.4-stable`,
      `patch 4 (${sha(4).slice(0, 12)}) needs patch 3 (${sha(3).slice(0, 12)}), which is neither in the list nor on 2.4-stable`,
    ]);
  });

  describe("of a patch and its revert, as neither or both", () => {
    const reverts = (n: number) => ({ links: [{ kind: "reverts" as const, text: sha(n) }] });
    const named = (n: number) => `patch ${n} (${sha(n).slice(0, 12)})`;
    const warned = (...patches: LedgerPatch[]) => pickList(patches, target, 1).warnings;

    it("warns of one without the other, and of neither nor both not", () => {
      const there = new Map([[1, { sha: sha(99), evidence: "trailer" }]]);
      expect(warned(patch(1, { said: instructed }), patch(2, { said: reverts(1) }))).toEqual([
        `${named(1)} is reverted by ${named(2)}, which is not in the list`,
      ]);
      expect(warned(patch(1), patch(2, { said: { ...instructed, ...reverts(1) } }))).toEqual([
        `${named(2)} reverts ${named(1)}, which is neither in the list nor on 2.4-stable`,
      ]);
      expect(warned(patch(1, { said: instructed }), patch(2, { said: { ...instructed, ...reverts(1) } }))).toEqual([]);
      expect(warned(patch(1), patch(2, { said: reverts(1) }))).toEqual([]);
      expect(warned(patch(1, { backports: there }), patch(2, { said: { ...instructed, ...reverts(1) } }))).toEqual([]);
      // What is gone from the upstream reverts nothing there.
      expect(warned(patch(1, { said: instructed }), patch(2, { said: reverts(1), isVanished: true }))).toEqual([]);
    });

    it("knows a revert that was reverted, and that nothing reverts what came later", () => {
      const one = patch(1, { said: instructed });
      expect(warned(one, patch(2, { said: reverts(1) }), patch(3, { said: reverts(2) }))).toEqual([]);
      expect(warned(one, patch(2, { said: { ...instructed, ...reverts(1) } }), patch(3, { said: reverts(2) }))).toEqual(
        [`${named(2)} is reverted by ${named(3)}, which is not in the list`],
      );
      const again = { said: { links: [{ kind: "reverts" as const, text: "subject 2" }] } };
      expect(warned(patch(1, again), patch(2, { said: instructed }))).toEqual([]);
    });
  });
});

describe("the shell text", () => {
  it("is what patchbot's users paste", () => {
    const list = pickList([patch(1, { said: instructed }), patch(2), patch(3, { decided: "yes" })], target, 1);
    expect(shellText(list, true)).toBe(
      `cid_y=( ${sha(1)} ${sha(3)} )\ncid_w=( )\ncid_u=( )\ncid_n=( ${sha(2)} )\ngit cherry-pick -sx "\${cid_y[@]}"\n`,
    );
  });

  it("says nothing when there is nothing, and picks nothing when there is nothing to pick", () => {
    expect(shellText(pickList([], target, 1), true)).toBe("");
    expect(shellText(pickList([patch(1)], target, 1), true)).not.toContain("cherry-pick");
  });

  it("shows guesses in an array of their own, which nothing picks, or leaves them out", () => {
    const list = pickList(
      [patch(1, { said: { engine: "llama", verdict: "yes" } }), patch(2, { said: instructed })],
      target,
      1,
    );
    expect(shellText(list, true)).toContain(`cid_g=( ${sha(1)} )\n`);
    expect(shellText(list, false)).not.toContain(sha(1));
  });

  it("throws rather than print anything but full ids", () => {
    const list = pickList([patch(1, { said: instructed })], target, 1);
    for (const bad of [
      "$(id)",
      sha(1).slice(0, 8),
      `${sha(1)}\n`,
      `${sha(1)} `,
      sha(1).toUpperCase().replace("0", "A"),
    ]) {
      expect(() => shellText({ ...list, yes: [bad] }, true)).toThrow(/no commit id/);
    }
  });

  it("gives a real bash exactly the ids of the list, whatever authors wrote", () => {
    const folder = mkdtempSync(join(tmpdir(), "patchboard-shell-"));
    const log = join(folder, "arguments");
    writeFileSync(join(folder, "git"), `#!/bin/sh\nprintf '%s\\0' "$@" >> "${log}"\n`);
    chmodSync(join(folder, "git"), 0o755);
    const subject = `"; touch ${folder}/canary; $(touch ${folder}/canary) \`touch ${folder}/canary\` # \u001b[201~`;
    const patches = Array.from({ length: 300 }, (_, i) =>
      patch(i + 1, { said: i % 3 ? instructed : {}, subject, author: subject }),
    );
    const list = pickList(patches, target, 1);
    const env = { PATH: `${folder}:${process.env["PATH"]}` };
    execFileSync("bash", ["-s"], { input: shellText(list, true), env });
    expect(readFileSync(log, "utf8").split("\0").slice(0, -1)).toEqual(["cherry-pick", "-sx", ...list.yes]);
    expect(() => readFileSync(join(folder, "canary"))).toThrow(/ENOENT/);
  });
});
