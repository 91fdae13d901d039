import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import envPaths from "env-paths";
import type { ConfigFile, SeriesInFile } from "./config-file.ts";
import { type EngineConfig, type EngineFlags, readEngine } from "./config-engine.ts";
import { wholeNumber } from "./config-number.ts";
import { WrongUse } from "./domain.ts";

export const configName = "patchboard.config.yaml";

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
  engine: EngineConfig;
}

/** What the command line says; it wins over the environment, and that over the file. */
export interface Flags extends EngineFlags {
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
export async function readConfig(
  flags: Flags,
  env: NodeJS.ProcessEnv = process.env,
  cwd = process.cwd(),
): Promise<Config> {
  const path =
    flags.config ?? env["PATCHBOARD_CONFIG"] ?? (existsSync(join(cwd, configName)) ? join(cwd, configName) : null);
  // Loaded when needed: the schema library costs every other command 70 ms.
  const said: ConfigFile = path ? (await import("./config-file.ts")).readConfigFile(resolve(cwd, path)) : {};
  const folder = path ? dirname(resolve(cwd, path)) : cwd;
  const choices = flags.repo ? [] : (said.repositories ?? []).flatMap((one) => fromFile(one, folder));
  if (!choices.length) choices.push(fromFlags(flags, resolve(cwd, flags.repo ?? ".")));
  const db = flags.db ?? env["PATCHBOARD_DB"] ?? (said.db ? resolve(folder, said.db) : null);
  return {
    db: db ? resolve(cwd, db) : defaultDatabase(choices[0]!.repo, path),
    port: wholeNumber("--port", flags.port ?? env["PATCHBOARD_PORT"] ?? String(said.port ?? defaultPort), 0, 65_535),
    user: flags.user ?? env["PATCHBOARD_USER"] ?? said.user ?? null,
    every: flags.every === undefined ? (said.every ?? 0) : wholeNumber("--every", flags.every, 1, 100_000),
    engine: readEngine(flags, said.engine, { env, cwd, folder }),
    choices: choices.length > 1 ? named(choices, flags.series) : choices,
  };
}

/** Of several series in a file the one that was named, or all. */
function named(choices: SeriesChoice[], series: string | undefined): SeriesChoice[] {
  const found = series === undefined ? choices : choices.filter((one) => one.series === series);
  if (found.length) return found;
  throw new WrongUse(
    `--series ${series}: the configuration names ${choices.map((one) => one.series ?? one.repo).join(", ")}.`,
  );
}

function fromFlags(flags: Flags, repo: string): SeriesChoice {
  const { series = null, upstream = null, base = null, target = [] } = flags;
  return { repo, series, upstream, base, targets: target };
}

function fromFile(one: NonNullable<ConfigFile["repositories"]>[number], folder: string): SeriesChoice[] {
  const repo = resolve(folder, one.path);
  const all: SeriesInFile[] = one.series ?? [{}];
  return all.map(({ name, upstream, base, targets }) => ({
    repo,
    series: name ?? null,
    upstream: upstream ?? null,
    base: base ?? null,
    targets: targets ?? [],
  }));
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
