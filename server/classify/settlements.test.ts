import { afterEach, describe, expect, it } from "vitest";
import { classify } from "../classify.ts";
import { rulesEngine } from "../engine/rules.ts";
import { scratch, type Scratch } from "../git/scratch.ts";
import { openStore, type Store } from "../store/store.ts";
import { sync } from "../sync.ts";
import { makeSettlements, patchesToAsk } from "./settlements.ts";

type Commit = [subject: string, body?: string];

const model = { ...rulesEngine(), name: "llama" } as const;
const never = new AbortController().signal;
let repository: Scratch;
let store: Store;

afterEach(() => {
  store.close();
  repository.remove();
});

/** A series of these commits, read by rules. */
async function seriesOf(commits: readonly Commit[]) {
  repository = scratch();
  repository.commit("start");
  repository.git("tag", "v1.1-dev0");
  for (const [subject, body] of commits) repository.commit(subject, body === undefined ? {} : { body });
  store = openStore(`${repository.folder}/board.db`);
  await sync({ store, repo: repository.path });
  const series = store.series.all()[0]!;
  await classify(store, rulesEngine(), series, never);
  const subjects = new Map([...store.board.all(series.id)].map((patch) => [patch.id, patch.subject]));
  return {
    asked: (ask: "unsettled" | "all") => patchesToAsk(store, series, model, ask).map((patch) => subjects.get(patch)),
    settled: () => {
      const settlement = makeSettlements(store);
      return [...store.board.all(series.id)].map((patch) => settlement(patch));
    },
  };
}

describe("what a model is asked about", () => {
  const instructed: Commit = ["BUG/MINOR: h2: keep the window", "This must be backported as far as 1.0."];
  const haproxy: Commit[] = [
    instructed,
    ["MINOR: cli: show the uptime"],
    ["BUG/MEDIUM: mux: count the stream", "No backport is needed."],
    ["BUG/MINOR: log: close the file"],
    ["[RELEASE] Released version 1.1-dev1"],
    ["BUG/MINOR: acl: compare the length", "This should be backported to all stable versions."],
  ];

  it("leaves out silence where the project's rule makes it a no, and never a silent fix", async () => {
    const { asked, settled } = await seriesOf(haproxy);
    expect(asked("unsettled")).toEqual(["BUG/MINOR: log: close the file"]);
    expect(settled()).toEqual(["instruction", "silence", "instruction", null, "no change", "instruction"]);
  });

  it("leaves out a fix of no weight where the project's rule makes silence a no, and merges everywhere", async () => {
    const small: Commit[] = [...haproxy, ["CLEANUP: h2: fix a typo"], ["Merge branch 'topic'"]];
    const { asked, settled } = await seriesOf(small);
    expect(asked("unsettled")).toEqual(["BUG/MINOR: log: close the file"]);
    expect(settled().slice(-2)).toEqual(["silence", "no change"]);
  });

  it("is everything when all is wanted", async () => {
    const { asked } = await seriesOf(haproxy);
    expect(asked("all")).toHaveLength(haproxy.length);
  });

  it("takes silence for nothing where the project has no such rule", async () => {
    const general: Commit[] = [
      ["core: fix a leak", "Backport-to: 1.0"],
      ["man: tell of the limit"],
      ["core: close the file", "It stayed open."],
    ];
    const { asked, settled } = await seriesOf(general);
    expect(asked("unsettled")).toEqual(["core: close the file", "man: tell of the limit"]);
    expect(settled()).toEqual(["instruction", null, null]);
  });

  it("takes it for nothing where authors use the tags and never instruct", async () => {
    const tagsAlone = haproxy.map(([subject]): Commit => [subject]);
    const { asked, settled } = await seriesOf(tagsAlone);
    expect(asked("unsettled")).toHaveLength(tagsAlone.length - 1);
    expect(settled()).toEqual([null, null, null, null, "no change", null]);
  });
});
