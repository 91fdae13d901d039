import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import envPaths from "env-paths";
import { isNode, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { UserMistake, WrongUse } from "./domain.ts";

export const configName = "patchboard.config.yaml";

const series = z.strictObject({
  name: z.string().min(1).max(100).optional(),
  upstream: z.string().min(1).optional(),
  base: z.string().min(1).optional(),
  targets: z.array(z.string().min(1)).min(1).optional(),
});
const file = z.strictObject({
  db: z.string().min(1).optional(),
  port: z.int().min(0).max(65_535).optional(),
  user: z.string().min(1).max(80).optional(),
  every: z.number().min(1).optional(),
  repositories: z
    .array(z.strictObject({ path: z.string().min(1), series: z.array(series).min(1).optional() }))
    .min(1)
    .optional(),
});

/** Which series to make of which repository; what is not said is guessed. */
export interface SeriesChoice {
  repo: string;
  series: string | null;
  upstream: string | null;
  base: string | null;
  targets: string[];
}

export interface Config {
  db: string;
  port: number;
  user: string | null;
  /** Minutes between two syncs under `serve`; 0: only at the start. */
  every: number;
  choices: SeriesChoice[];
}

/** What the command line says; it wins over the environment, and that over the file. */
export interface Flags {
  config?: string;
  db?: string;
  repo?: string;
  series?: string;
  upstream?: string;
  base?: string;
  target?: string[];
  port?: string;
  user?: string;
  every?: string;
}

const defaultPort = 4711;

/** Puts flags, environment and file together and checks them. Throws UserMistake with the name of what is wrong. */
export function readConfig(flags: Flags, env: NodeJS.ProcessEnv = process.env, cwd = process.cwd()): Config {
  const path =
    flags.config ?? env["PATCHBOARD_CONFIG"] ?? (existsSync(join(cwd, configName)) ? join(cwd, configName) : null);
  const said = path ? readFile(resolve(cwd, path)) : {};
  const folder = path ? dirname(resolve(cwd, path)) : cwd;
  const choices = flags.repo ? [] : (said.repositories ?? []).flatMap((one) => fromFile(one, folder));
  if (!choices.length) choices.push(fromFlags(flags, resolve(cwd, flags.repo ?? ".")));
  const db = flags.db ?? env["PATCHBOARD_DB"] ?? (said.db ? resolve(folder, said.db) : null);
  return {
    db: db ? resolve(cwd, db) : defaultDatabase(choices[0]!.repo, path),
    port: wholeNumber("--port", flags.port ?? env["PATCHBOARD_PORT"] ?? String(said.port ?? defaultPort), 0, 65_535),
    user: flags.user ?? env["PATCHBOARD_USER"] ?? said.user ?? null,
    every: flags.every === undefined ? (said.every ?? 0) : wholeNumber("--every", flags.every, 1, 100_000),
    choices: flags.series && choices.length > 1 ? choices.filter((one) => one.series === flags.series) : choices,
  };
}

function fromFlags(flags: Flags, repo: string): SeriesChoice {
  const { series = null, upstream = null, base = null, target = [] } = flags;
  return { repo, series, upstream, base, targets: target };
}

function fromFile(one: NonNullable<z.infer<typeof file>["repositories"]>[number], folder: string): SeriesChoice[] {
  const repo = resolve(folder, one.path);
  const all: z.infer<typeof series>[] = one.series ?? [{}];
  return all.map(({ name, upstream, base, targets }) => ({
    repo,
    series: name ?? null,
    upstream: upstream ?? null,
    base: base ?? null,
    targets: targets ?? [],
  }));
}

/** A flag's whole number; WrongUse names the flag, the value and the range. */
export function wholeNumber(name: string, text: string, min: number, max: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max || !text.trim()) {
    throw new WrongUse(`${name} ${text}: give a whole number from ${min} to ${max}.`);
  }
  return value;
}

/** One file per repository or configuration in the user's data folder, never inside a repository. */
function defaultDatabase(repo: string, config: string | null): string {
  const of = config ?? (existsSync(repo) ? realpathSync(repo) : repo);
  const hash = createHash("sha256").update(of).digest("hex").slice(0, 8);
  const name = config
    ? "config"
    : basename(of)
        .replace(/\.git$/, "")
        .replace(/[^\w.-]/g, "_") || "repository";
  return join(envPaths("patchboard", { suffix: "" }).data, `${name}-${hash}.db`);
}

/** Reads and checks a configuration file; a mistake names the file, the line and the key. */
export function readFile(path: string): z.infer<typeof file> {
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
