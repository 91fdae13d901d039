import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env as inherited } from "node:process";

/** What a test says about a commit; the rest is made up. Dates are whole hours after 2024-01-01. */
export interface Draft {
  body?: string;
  author?: string;
  hour?: number;
  /** When it was committed, where that is not just after the commit before. */
  committed?: number;
  /** Path to content; without any, a file of its own is written. */
  files?: Record<string, string>;
}

/** A real repository in a temporary folder, for tests. */
export interface Scratch {
  path: string;
  folder: string;
  git(...args: string[]): string;
  /** Commits on the branch that is checked out; gives the full id. */
  commit(subject: string, draft?: Draft): string;
  /** Writes a raw object and gives its id; git checks nothing. */
  object(type: "commit" | "tag", bytes: Buffer | string): string;
  remove(): void;
}

const firstSecond = 1_704_067_200;

/** Makes an empty repository with the branch `main`; nobody's own settings of git take part. */
export function scratch(name = "project", objectFormat: "sha1" | "sha256" = "sha1"): Scratch {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-test-"));
  const path = join(folder, name);
  let hours = 0;
  const run = (args: string[], input: Buffer | string = "", at = hours, author = "Ada Example", committed = hours) => {
    const date = `${firstSecond + at * 3600} +0000`;
    const env = {
      PATH: inherited["PATH"],
      HOME: folder,
      GIT_CONFIG_NOSYSTEM: "1",
      GIT_AUTHOR_NAME: author,
      GIT_AUTHOR_EMAIL: "author@example.org",
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_NAME: "Cleo Committer",
      GIT_COMMITTER_EMAIL: "committer@example.org",
      GIT_COMMITTER_DATE: `${firstSecond + committed * 3600} +0000`,
    };
    return execFileSync("git", args, {
      cwd: path,
      env,
      input,
      stdio: ["pipe", "pipe", "pipe"],
      encoding: "utf8",
    }).trim();
  };
  mkdirSync(path, { recursive: true });
  run(["init", "--quiet", "--initial-branch=main", `--object-format=${objectFormat}`]);
  return {
    path,
    folder,
    git: (...args) => run(args),
    commit(subject, { body, author, hour, committed, files = { [`file-${hours}.txt`]: `${subject}\n` } } = {}) {
      hours++;
      for (const [file, content] of Object.entries(files)) {
        mkdirSync(dirname(join(path, file)), { recursive: true });
        writeFileSync(join(path, file), content);
      }
      run(["add", "--all"]);
      const message = body === undefined ? subject : `${subject}\n\n${body}`;
      run(
        ["commit", "--quiet", "--allow-empty", "--cleanup=verbatim", "-F", "-"],
        `${message}\n`,
        hour ?? hours,
        author,
        committed,
      );
      return run(["rev-parse", "HEAD"]);
    },
    object: (type, bytes) => run(["hash-object", "-t", type, "-w", "--literally", "--stdin"], bytes),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
