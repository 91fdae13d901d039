import { readFileSync } from "node:fs";
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { UserMistake } from "./domain.ts";

const series = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  upstream: z.string().min(1).optional(),
  base: z.string().min(1).optional(),
  targets: z.array(z.string().min(1)).min(1).optional(),
});
/** Two of one name would plan each other anew at every sync. */
const seriesList = z
  .array(series)
  .min(1)
  .superRefine((all, context) => {
    const names = all.map((one) => one.name);
    const second = names.findIndex((name, i) => name !== undefined && names.indexOf(name) < i);
    if (second < 0) return;
    const message = `another series is called ${names[second]} already`;
    context.addIssue({ code: "custom", path: [second, "name"], message });
  });
const endpoint = z.strictObject({
  url: z.string().min(1),
  model: z.string().min(1).optional(),
  keyFile: z.string().min(1).optional(),
});
const engine = z.strictObject({
  name: z.enum(["rules", "llama", "http"]),
  model: z.string().min(1).optional(),
  prompt: z.string().min(1).optional(),
  ask: z.enum(["unsettled", "all"]).optional(),
  gpu: z.enum(["off", "auto", "cuda", "vulkan", "metal"]).optional(),
  threads: z.int().min(1).max(512).optional(),
  endpoints: z.array(endpoint).min(1).max(64).optional(),
});
const file = z.strictObject({
  db: z.string().min(1).optional(),
  port: z.int().min(0).max(65_535).optional(),
  user: z.string().min(1).max(80).optional(),
  every: z.number().min(1).optional(),
  engine: engine.optional(),
  repositories: z
    .array(z.strictObject({ path: z.string().min(1), series: seriesList.optional() }))
    .min(1)
    .optional(),
});

export type SeriesInFile = z.infer<typeof series>;
export type EngineInFile = z.infer<typeof engine>;
export type ConfigFile = z.infer<typeof file>;

/** Reads and checks a configuration file; a mistake names the file, the line and the key. */
export function readConfigFile(path: string): ConfigFile {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UserMistake(`${path} cannot be read: name another file with --config.`);
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  const broken = document.errors[0];
  if (broken)
    throw new UserMistake(
      `${path}:${lines.linePos(broken.pos[0]).line}: ${broken.message.split("\n")[0]!.replace(/ at line .*$/, "")}.`,
    );
  const result = file.safeParse(document.toJS() ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0]!;
  const keys = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0]!] : issue.path;
  const node = document.getIn(keys, true) ?? document.getIn(issue.path, true);
  const line = isNode(node) && node.range ? lines.linePos(node.range[0]).line : 1;
  const what =
    issue.code === "unrecognized_keys"
      ? "is no key that patchboard knows"
      : issue.message.replace(/^Invalid input: /, "");
  throw new UserMistake(`${path}:${line}: ${keys.join(".") || "the file"}: ${what}.`);
}
