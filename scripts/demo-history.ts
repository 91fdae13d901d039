import { spawn } from "node:child_process";
import { once } from "node:events";
import { demoAreas, type DemoMessage, demoMessages } from "./demo-messages.ts";

const authors = ["Ada (demo)", "Ben (demo)", "Cleo (demo)", "Dag (demo)"];
const betweenCommits = 22 * 3_600;
const day = 24 * 3_600;
const sectionsPerFile = 16;

/** Sections of each file: a commit changes one line of one section, so that picks apply in any order without conflict. */
type Files = Map<string, string[]>;

/**
 * Writes a small git repository at `folder` (bare when `isBare`): master with tag v2.5-dev0 and about 150 commits behind it,
 * 2.4-stable and 2.3-stable with backports. Its last patch is `daysAgo` days old: what is due, and how stale a branch is,
 * depends on today, and is the same on every day like that.
 */
export async function makeDemoRepository(folder: string, daysAgo = 40): Promise<void> {
  await git(["init", "-q", "-b", "master", folder]);
  const messages = demoMessages();
  const lastPatch = Math.floor(Date.now() / 1_000) - daysAgo * day;
  const firstCommit = lastPatch - (messages.length + 2) * betweenCommits;
  const stream = new Stream(firstCommit);
  const base = freshFiles();
  stream.commit(
    "refs/heads/master",
    { subject: "[RELEASE] lantern 2.3", body: "First line of the demonstration." },
    0,
    base,
    base.keys(),
  );
  stream.branch("refs/heads/2.3-stable", "refs/heads/master");
  stream.commit("refs/heads/master", { subject: "[RELEASE] lantern 2.4", body: "Released." }, 1, base, []);
  stream.branch("refs/heads/2.4-stable", "refs/heads/master");
  stream.commit(
    "refs/heads/master",
    { subject: "MINOR: version: this is 2.5-dev0", body: "Development goes on." },
    2,
    base,
    [],
  );
  stream.branch("refs/tags/v2.5-dev0", "refs/heads/master");
  await git(["-C", folder, "fast-import", "--quiet"], stream.text());
  await addHistory(folder, messages, firstCommit, base);
  await git(["-C", folder, "reset", "-q", "--hard", "master"]);
}

/** Adds the commits behind the tag, then their backports, whose trailers name the ids that the commits got. */
async function addHistory(folder: string, messages: readonly DemoMessage[], firstCommit: number, base: Files) {
  const upstream = new Stream(firstCommit, "refs/heads/master");
  const files = copyOf(base);
  for (const [i, message] of messages.entries())
    upstream.commit("refs/heads/master", message, i + 3, files, [change(files, i)]);
  await git(["-C", folder, "fast-import", "--quiet"], upstream.text());
  const ids = (await git(["-C", folder, "rev-list", "--reverse", "v2.5-dev0..master"])).trim().split("\n");
  for (const version of ["2.4", "2.3"] as const) {
    const ref = `refs/heads/${version}-stable`;
    const stable = new Stream(firstCommit, ref);
    const there = copyOf(base);
    for (const [i, message] of messages.entries()) {
      if (!message.picked?.includes(version)) continue;
      const trailer = `(cherry picked from commit ${ids[i]})\nSigned-off-by: ${authors[0]} <ada@lantern.invalid>`;
      const body = message.quietly ? message.body : `${message.body}\n\n${trailer}`;
      // All picked in one go, half a day after the last patch.
      const pickedAt = messages.length + 2 + 0.5 + i / 1_000;
      stable.commit(ref, { ...message, body }, i + 3, there, [change(there, i)], pickedAt);
    }
    await git(["-C", folder, "fast-import", "--quiet"], stable.text());
  }
}

/** A stream for git fast-import. */
class Stream {
  #parts: string[] = [];
  #firstCommit: number;
  #from: string | null;

  /** `firstCommit` is when the history begins, in seconds; `from` a ref to go on from. */
  constructor(firstCommit: number, from: string | null = null) {
    this.#firstCommit = firstCommit;
    this.#from = from;
  }

  /** A commit at a step of the history; picked at another one when that is said. */
  commit(
    ref: string,
    message: DemoMessage,
    index: number,
    files: Files,
    changed: Iterable<string>,
    pickedAt: number | null = null,
  ) {
    const author = authors[(index * 5 + 1) % authors.length]!;
    const who = (name: string) => `${name} <${name.split(" ")[0]!.toLowerCase()}@lantern.invalid>`;
    const at = (step: number) => `${Math.floor(this.#firstCommit + step * betweenCommits)} +0200`;
    this.#parts.push(
      `commit ${ref}\nauthor ${who(author)} ${at(index)}\n`,
      `committer ${who(pickedAt === null ? author : authors[0]!)} ${at(pickedAt ?? index)}\n`,
      data(`${message.subject}\n\n${message.body}\n`),
      this.#from ? `from ${this.#from}^0\n` : "",
    );
    this.#from = null;
    for (const path of changed) this.#parts.push(`M 100644 inline ${path}\n`, data(files.get(path)!.join("\n")));
    this.#parts.push("\n");
  }

  branch(ref: string, at: string) {
    this.#parts.push(`reset ${ref}\nfrom ${at}\n\n`);
  }

  text = () => this.#parts.join("");
}

const data = (text: string) => `data ${Buffer.byteLength(text)}\n${text}\n`;

function freshFiles(): Files {
  const section = (area: string, n: number) =>
    `/* ${area}, part ${n} */\nstatic int ${area}_part${n}(int value)\n{\n\tif (value < 0)\n\t\treturn -1;\n\treturn value > ${n};\n}\n`;
  const sections = (area: string) => Array.from({ length: sectionsPerFile }, (_, n) => section(area, n));
  return new Map(demoAreas.map((area) => [`src/${area}.c`, sections(area)]));
}

/** Changes one line for the commit with that index; gives the path. */
function change(files: Files, index: number): string {
  const path = `src/${demoAreas[index % demoAreas.length]}.c`;
  const sections = files.get(path)!;
  const n = Math.floor(index / demoAreas.length) % sectionsPerFile;
  sections[n] = sections[n]!.replace(/return value > .*;/, `return value > ${n} && value < ${1_000 + index};`);
  return path;
}

const copyOf = (files: Files): Files => new Map([...files].map(([path, sections]) => [path, [...sections]]));

async function git(args: string[], input = ""): Promise<string> {
  const env = { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1", LC_ALL: "C" };
  const child = spawn("git", args, { env, stdio: [input ? "pipe" : "ignore", "pipe", "inherit"] });
  child.stdin?.end(input);
  let out = "";
  child.stdout?.setEncoding("utf8").on("data", (text: string) => (out += text));
  const [code] = (await once(child, "close")) as [number];
  if (code !== 0) throw new Error(`git ${args.join(" ")} ended with ${code}`);
  return out;
}
