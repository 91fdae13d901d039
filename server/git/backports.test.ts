import { describe, expect, it } from "vitest";
import { matchBackports, type PatchFacts, type StableFacts } from "./backports.ts";

const hour = 3_600_000;
const sha = (digit: string) => digit.repeat(40);

function patch(id: number, facts: Partial<PatchFacts> = {}): PatchFacts {
  const at = id * 24 * hour;
  return {
    id,
    sha: sha(String(id)),
    author: "Ada",
    subject: `fix the reader of part ${id}`,
    authoredAt: at,
    committedAt: at,
    isMerge: false,
    patchId: null,
    ...facts,
  };
}

function pick(digit: string, of: PatchFacts, facts: Partial<StableFacts> = {}): StableFacts {
  const { author, subject, authoredAt } = of;
  return {
    sha: sha(digit),
    author,
    subject,
    authoredAt,
    committedAt: authoredAt + hour,
    claims: [],
    reverts: null,
    patchId: null,
    ...facts,
  };
}

const target = (id: number, commits: StableFacts[], contained: PatchFacts[] = []) => ({
  id,
  branch: `${id}-stable`,
  commits,
  contained,
});
const stranger = { author: "Bob", subject: "quite another thing to say" };

function found(patches: PatchFacts[], ...targets: ReturnType<typeof target>[]) {
  return matchBackports(patches, targets).backports.map((one) => `${one.patch} on ${one.target}: ${one.evidence}`);
}

describe("trailers", () => {
  it("name a patch by a full or a short id", () => {
    const [one, two] = [patch(1), patch(2)];
    const commits = [pick("a", one, { claims: [one.sha] }), pick("b", two, { claims: ["2222222"] })];
    expect(found([one, two], target(5, commits))).toEqual(["1 on 5: trailer", "2 on 5: trailer"]);
  });

  it("are followed through other stable branches, in any order of branches", () => {
    const one = patch(1);
    const first = target(3, [pick("c", one, { claims: [sha("b")] })]);
    const second = target(4, [pick("b", one, { claims: [sha("a")] })]);
    const third = target(5, [pick("a", one, { claims: [one.sha] })]);
    expect(found([one], first, second, third)).toEqual(["1 on 3: trailer", "1 on 4: trailer", "1 on 5: trailer"]);
    expect(matchBackports([one], [first, second, third]).backports[0]!.detail).toContain("4-stable");
  });

  it("that go in a circle lead nowhere", () => {
    const commits = [
      pick("a", patch(1), { claims: [sha("b")], ...stranger }),
      pick("b", patch(1), { claims: [sha("a")], ...stranger }),
    ];
    expect(found([patch(1)], target(5, commits))).toEqual([]);
  });

  it("are mere claims when author, subject and change are others", () => {
    const one = patch(1);
    expect(found([one], target(5, [pick("a", one, { claims: [one.sha], ...stranger })]))).toEqual(["1 on 5: claimed"]);
  });

  it("are confirmed by an equal change", () => {
    const one = patch(1, { patchId: "same" });
    const commit = pick("a", one, { claims: [one.sha], patchId: "same", ...stranger });
    expect(found([one], target(5, [commit]))).toEqual(["1 on 5: trailer"]);
  });

  it("do not hide what a commit really picks", () => {
    const [one, two] = [patch(1, stranger), patch(2)];
    expect(found([one, two], target(5, [pick("a", two, { claims: [one.sha] })]))).toEqual([
      "2 on 5: author-and-subject",
      "1 on 5: claimed",
    ]);
  });

  it("with an id that fits several commits name the one that looks alike", () => {
    const one = patch(1, { sha: `abcdef0${"1".repeat(33)}` });
    const two = patch(2, { sha: `abcdef0${"2".repeat(33)}` });
    expect(found([one, two], target(5, [pick("a", two, { claims: ["abcdef0"] })]))).toEqual(["2 on 5: trailer"]);
  });
});

describe("likeness", () => {
  it("goes by patch-id when author or subject changed", () => {
    const one = patch(1, { patchId: "same" });
    expect(found([one], target(5, [pick("a", one, { ...stranger, patchId: "same" })]))).toEqual(["1 on 5: patch-id"]);
  });

  it("never takes an empty patch-id for an equal one", () => {
    const one = patch(1, { patchId: "" });
    expect(found([one], target(5, [pick("a", one, { ...stranger, patchId: "" })]))).toEqual([]);
  });

  it("tells twins apart by the author's date", () => {
    const [one, two] = [patch(1), patch(2, { subject: patch(1).subject })];
    expect(found([one, two], target(5, [pick("a", two)]))).toEqual(["2 on 5: author-and-subject"]);
  });

  it("never gives one patch to two commits of a branch when dates differ", () => {
    const one = patch(1);
    const commits = [
      pick("a", one, { authoredAt: 30 * hour, committedAt: 30 * hour }),
      pick("b", one, { authoredAt: 31 * hour, committedAt: 31 * hour }),
    ];
    expect(found([one], target(5, commits))).toHaveLength(1);
  });

  it("allows a fix on the stable branch some hours earlier, not days", () => {
    const one = patch(9);
    const early = (hours: number) =>
      pick("a", one, { authoredAt: one.authoredAt - hours * hour, committedAt: one.authoredAt - hours * hour });
    expect(found([one], target(5, [early(2)]))).toHaveLength(1);
    expect(found([one], target(5, [early(48)]))).toEqual([]);
  });

  it("believes a subject of few words only in one sitting", () => {
    const one = patch(1, { subject: "Fix memory leak." });
    const later = (hours: number) =>
      pick("a", one, { authoredAt: one.authoredAt + hours * hour, committedAt: one.authoredAt + hours * hour });
    expect(found([one], target(5, [later(1)]))).toHaveLength(1);
    expect(found([one], target(5, [later(30)]))).toEqual([]);
  });

  it("asks for the date or the change where a subject is a habit", () => {
    const notes = [1, 2, 3].map((id) => patch(id, { subject: "doc: add the release notes" }));
    expect(found(notes, target(5, [pick("a", notes[2]!, { authoredAt: notes[2]!.authoredAt + hour })]))).toEqual([]);
    expect(found(notes, target(5, [pick("a", notes[2]!)]))).toEqual(["3 on 5: author-and-subject"]);
  });

  it("leaves merges alone", () => {
    expect(found([patch(1, { isMerge: true })], target(5, [pick("a", patch(1))]))).toEqual([]);
  });

  it("says which commits a patch-id could settle", () => {
    const one = patch(1);
    const [sure, open] = [pick("a", one), pick("b", patch(2), stranger)];
    expect(matchBackports([one], [target(5, [sure, open])]).unsettled).toEqual([open]);
  });
});

describe("reverts", () => {
  const one = patch(1);
  const picked = pick("a", one, { claims: [one.sha] });
  const revert = pick("b", patch(2), { ...stranger, reverts: sha("a") });

  it("on the stable branch take the pick back, visibly", () => {
    const { backports } = matchBackports([one], [target(5, [picked, revert])]);
    expect(backports).toMatchObject([{ evidence: "claimed", detail: expect.stringContaining("reverted") as string }]);
  });

  it("are outdone by a second pick and by a revert of the revert", () => {
    const again = pick("c", one, { claims: [one.sha] });
    expect(found([one], target(5, [picked, revert, again]))).toEqual(["1 on 5: trailer"]);
    const back = pick("c", patch(3), { ...stranger, reverts: sha("b") });
    expect(found([one], target(5, [picked, revert, back]))).toEqual(["1 on 5: trailer"]);
  });

  it("that the upstream made too are picks like others", () => {
    const upstreams = patch(2, { subject: 'Revert "fix the reader of part 1"' });
    const theirs = pick("b", upstreams, { reverts: sha("a") });
    expect(found([one, upstreams], target(5, [picked, theirs]))).toEqual([
      "1 on 5: trailer",
      "2 on 5: author-and-subject",
    ]);
  });

  it("in a circle of crafted ids end", () => {
    const commits = [pick("a", patch(1), { reverts: sha("b") }), pick("b", patch(2), { reverts: sha("a") })];
    expect(() => matchBackports([], [target(5, commits)])).not.toThrow();
  });
});

it("counts patches that a branch contains as the very same commits", () => {
  const one = patch(1);
  expect(matchBackports([one], [target(5, [], [one])]).backports).toMatchObject([
    { patch: 1, sha: one.sha, evidence: "patch-id" },
  ]);
});

it("matches 28,000 patches with 6,000 commits in less than two seconds", () => {
  const patches = Array.from({ length: 28_000 }, (_, i) =>
    patch(i + 1, { sha: (i + 1).toString(16).padStart(40, "0") }),
  );
  const commits = patches
    .slice(0, 6_000)
    .map((one, i) => pick("a", one, { sha: `f${i.toString(16).padStart(39, "0")}`, claims: i % 2 ? [one.sha] : [] }));
  const start = performance.now();
  expect(matchBackports(patches, [target(1, commits)]).backports).toHaveLength(6_000);
  expect(performance.now() - start).toBeLessThan(2_000);
});
