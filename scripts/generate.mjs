// Writes what is generated and committed: Relay's artifacts and the resolver types. With --check it only compares.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root, run } from "./with-node.mjs";

const check = process.argv.includes("--check");

if (process.env.PATCHBOARD_GENERATE === "types") {
  process.exit(await types());
} else {
  const relay = await run("relay-compiler", check ? ["--validate"] : [], { cwd: root });
  if (relay !== 0) console.error("patchboard: Relay's artifacts in web/__generated__ are stale: npm run generate.");
  const self = [join(root, "scripts/generate.mjs"), ...process.argv.slice(2)];
  const { environmentWithNode } = await import("./with-node.mjs");
  const code = await run("node", self, { env: { ...environmentWithNode(), PATCHBOARD_GENERATE: "types" } });
  process.exit(relay || code);
}

async function types() {
  const { codegen } = await import("@graphql-codegen/core");
  const typescript = await import("@graphql-codegen/typescript");
  const resolvers = await import("@graphql-codegen/typescript-resolvers");
  const { parse } = await import("graphql");
  const file = join(root, "server/api/__generated__/types.ts");
  const schema = parse(readFileSync(join(root, "schema.graphql"), "utf8"));
  const config = {
    enumsAsTypes: true,
    useTypeImports: true,
    skipTypename: true,
    immutableTypes: true,
    maybeValue: "T | null | undefined",
    contextType: "../context.ts#Context",
    enumValues: {
      Verdict: "../../domain.ts#Verdict",
      Strength: "../../domain.ts#Strength",
      Evidence: "../../domain.ts#Evidence",
      Engine: "../../domain.ts#EngineName",
      Settlement: "../../domain.ts#Settlement",
      WaitKind: "../waits.ts#WaitKind",
      TagSource: "../waits.ts#TagSource",
      Period: "../nodes.ts#Period",
    },
    mappers: {
      Series: "../../store/series.ts#SeriesRow",
      Target: "../../store/series.ts#TargetRow",
      Patch: "../nodes.ts#PatchNode",
      Commit: "../nodes.ts#CommitNode",
      Branch: "../nodes.ts#BranchNode",
      Classification: "../nodes.ts#ClassificationNode",
      Link: "../nodes.ts#LinkNode",
      WaitCondition: "../../domain.ts#WaitCondition as ConditionOfWait",
      Wait: "../../ledger/waits.ts#ShownWait",
      Note: "../../store/notes.ts#NoteRow",
      Mention: "../nodes.ts#MentionNode",
      SavedView: "../../store/views.ts#ViewRow",
      Event: "../../store/changes.ts#ChangeRow",
      Place: "../../store/places.ts#PlaceRow",
      Run: "../../store/runs.ts#RunRow",
      PickList: "../nodes.ts#PickListNode",
      VerdictConflict: "../nodes.ts#ConflictNode",
      TakeInConflict: "../nodes.ts#TakeInConflictNode",
      Changes: "../changes.ts#Batch",
    },
  };
  const code = await codegen({
    filename: file,
    schema,
    documents: [],
    config,
    plugins: [{ typescript: {} }, { resolvers: {} }],
    pluginMap: { typescript, resolvers },
  });
  const text = `// Generated from schema.graphql by npm run generate; never edited.\n${code.replace(/^export \{/gm, "export type {")}`;
  if (!check) writeFileSync(file, text);
  else if (readFileSync(file, "utf8") !== text) {
    console.error("patchboard: server/api/__generated__/types.ts is stale: npm run generate.");
    return 1;
  }
  return 0;
}
