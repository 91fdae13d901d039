import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fstatSync } from "node:fs";
import type { Socket } from "node:net";
import type { Readable, Writable } from "node:stream";
import { UserMistake } from "../domain.ts";
import { escapeLine } from "./text.ts";

/** Seconds a git process may stay silent before it is stopped: a dead network disk must not hold a sync for ever. */
const silenceMs = 30_000;
const maxOutputBytes = 256 << 20;
const maxErrorBytes = 8_192;

/** Settings of a hostile repository that would run a program or change what is printed; these outrank its own. */
const overruling = [
  "core.fsmonitor=false",
  "core.hooksPath=/dev/null",
  "core.pager=cat",
  "core.attributesFile=/dev/null",
  "core.sshCommand=false",
  "credential.helper=",
  "log.showSignature=false",
  "gc.auto=0",
  "maintenance.auto=false",
  "submodule.recurse=false",
  "advice.graftFileDeprecated=false",
  "protocol.allow=never",
].flatMap((setting) => ["-c", setting]);

/** Nothing of the caller's GIT_* variables reaches git: only where programs and the user's own settings are. */
const inherited = ["PATH", "HOME", "XDG_CONFIG_HOME", "TMPDIR"] as const;

function environment(): NodeJS.ProcessEnv {
  const kept = inherited.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]));
  return {
    ...Object.fromEntries(kept),
    GIT_NO_LAZY_FETCH: "1",
    GIT_NO_REPLACE_OBJECTS: "1",
    GIT_GRAFT_FILE: "/dev/null",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_ASKPASS: "",
    SSH_ASKPASS: "",
    GIT_PAGER: "cat",
    LC_ALL: "C",
    // Without it git flushes after every commit: 18,000 small reads instead of 4,000 for the same history.
    GIT_FLUSH: "0",
  };
}

export interface GitOptions {
  signal?: AbortSignal | undefined;
  /** Written to git's standard input, which is closed afterwards. */
  input?: string | Buffer;
  /** Only to discover a repository; everything else names the git directory. */
  cwd?: string;
  /** Exit codes that are an answer and not a failure. */
  answers?: readonly number[];
  /** Stops git, as a success, when it has printed that much. */
  stopAfterBytes?: number;
  /** A file descriptor that git writes its output to, instead of a pipe. */
  output?: number;
  /** Further `-c` settings. */
  settings?: readonly string[];
}

/** What git printed, and whether it was cut at `stopAfterBytes`. */
export interface Printed {
  code: number;
  out: Buffer;
  isCut: boolean;
}

/** A git process that is being read from. `ended` settles when it is gone and rejects with a UserMistake when it failed. */
export interface Running {
  stdin: Writable;
  stdout: Readable;
  ended: Promise<number>;
  stop(): void;
}

/** Runs one git command to its end. Throws UserMistake with git's own words in one line when it fails. */
export async function runGit(
  gitDir: string | null,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Printed> {
  const running = startGit(gitDir, args, options);
  running.stdin.end(options.input ?? "");
  const limit = options.stopAfterBytes ?? maxOutputBytes;
  const chunks: Buffer[] = [];
  let bytes = 0;
  let isCut = false;
  for await (const chunk of running.stdout as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes <= limit) continue;
    isCut = true;
    running.stop();
    break;
  }
  const code = await running.ended.catch((error: unknown) => {
    if (isCut) return 0;
    throw error;
  });
  if (isCut && options.stopAfterBytes === undefined) {
    throw new UserMistake(
      `git ${args[0]} printed more than ${maxOutputBytes >> 20} MiB: the repository is too big to read.`,
    );
  }
  const out = Buffer.concat(chunks);
  return { code, out: isCut ? out.subarray(0, limit) : out, isCut };
}

/** Starts git without a shell, in a process group of its own so that stopping it stops its children too. */
export function startGit(gitDir: string | null, args: readonly string[], options: GitOptions = {}): Running {
  options.signal?.throwIfAborted();
  const settings = (options.settings ?? []).flatMap((setting) => ["-c", setting]);
  const where = gitDir === null ? [] : ["--git-dir", gitDir];
  const child = spawn("git", [...where, "--no-pager", "--literal-pathspecs", ...overruling, ...settings, ...args], {
    cwd: options.cwd ?? "/",
    env: environment(),
    stdio: ["pipe", options.output ?? "pipe", "pipe"],
    detached: true,
  });
  // A git that ends early closes its input; how it ended says more than the broken pipe.
  child.stdin!.on("error", () => {});
  const stop = () => stopGroup(child);
  return { stdin: child.stdin!, stdout: child.stdout!, ended: outcome(child, args, options, stop), stop };
}

function outcome(child: ChildProcess, args: readonly string[], options: GitOptions, stop: () => void): Promise<number> {
  let words = "";
  let isSilent = false;
  child.stderr!.on("data", (chunk: Buffer) => {
    if (words.length < maxErrorBytes) words += chunk.toString("utf8");
  });
  let before = -1;
  const watch = setInterval(() => {
    const moved = movedBytes(child, options.output);
    // Output that waits to be taken away is our own slowness, not git's.
    isSilent = moved === before && !child.stdout?.readableLength;
    before = moved;
    if (isSilent) stop();
  }, silenceMs);
  options.signal?.addEventListener("abort", stop, { once: true });
  process.once("exit", stop);
  const ended = once(child, "close")
    .then(([closedWith]: unknown[]) => {
      const code = closedWith as number | null;
      options.signal?.throwIfAborted();
      if (isSilent)
        throw new UserMistake(
          `git ${args[0]} said nothing for ${silenceMs / 1000} seconds: is the disk of the repository reachable?`,
        );
      if (code === 0 || (code !== null && options.answers?.includes(code))) return code;
      throw new UserMistake(sentenceOf(args, code, words));
    }, asMissingGit)
    .finally(() => {
      clearInterval(watch);
      options.signal?.removeEventListener("abort", stop);
      process.off("exit", stop);
    });
  ended.catch(() => {}); // A reader that gave up early never asks how it ended.
  return ended;
}

function movedBytes(child: ChildProcess, output: number | undefined): number {
  const written = output === undefined ? (child.stdout as Socket).bytesRead : fstatSync(output).size;
  return written + (child.stdin as Socket).bytesWritten;
}

function asMissingGit(error: NodeJS.ErrnoException): never {
  if (error.code === "ENOENT") throw new UserMistake("git is not installed, or not in PATH: install it first.");
  throw error;
}

function sentenceOf(args: readonly string[], code: number | null, words: string): string {
  const line = words.split("\n").find((one) => /^(fatal|error):/.test(one)) ?? words.split("\n")[0] ?? "";
  const said = escapeLine(line.replace(/^(fatal|error): /, "").slice(0, 500));
  return `git ${args[0]} failed: ${said || (code === null ? "it was killed" : `exit code ${code}`)}`;
}

function stopGroup(child: ChildProcess) {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended between the test and the signal.
  }
}
