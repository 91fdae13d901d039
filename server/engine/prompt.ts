import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { UserMistake } from "../domain.ts";
import type { Question, SeriesFacts } from "./engine.ts";

const folder = fileURLToPath(new URL("../../prompts/", import.meta.url));
const slot = "{{commit}}";
const slots = ["project", "upstream", "version", "version_line", "newest_stable", "oldest_stable", "stable_branches"];
const mostCharacters = 40_000;
/** What follows the commit is evaluated for every patch again: one short line. */
const mostCharactersBehind = 200;
const hashCharacters = 12;

/** A prompt file. `key` names it and its content: answers are asked again when it changes, and not at a new release. */
export interface Prompt {
  key: string;
  text: string;
}

/** A prompt for one series. `before` and `after` stand around the message; the first is the same for every patch. */
export interface FilledPrompt {
  key: string;
  before: string;
  after: string;
}

/** Names of the prompts that come with patchboard. */
export function promptNames(): string[] {
  return readdirSync(folder).flatMap((file) => (file.endsWith(".txt") ? basename(file, ".txt") : []));
}

/** One of our prompts by its name, or a file by its path. Throws UserMistake for what cannot serve as a prompt. */
export function readPrompt(nameOrPath: string): Prompt {
  const isOurs = promptNames().includes(nameOrPath);
  const path = isOurs ? join(folder, `${nameOrPath}.txt`) : nameOrPath;
  let text: string;
  try {
    text = readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();
  } catch {
    throw new UserMistake(
      `--prompt ${nameOrPath}: there is no such file, and patchboard's own are ${promptNames().join(", ")}.`,
    );
  }
  const wrong = mistakeIn(text);
  if (wrong) throw new UserMistake(`${path}: ${wrong}`);
  const hash = createHash("sha256").update(text).digest("hex").slice(0, hashCharacters);
  return { key: `${basename(path, ".txt")}:${hash}`, text };
}

function mistakeIn(text: string): string | null {
  if (text.length > mostCharacters)
    return `a prompt has at most ${mostCharacters} characters, this one ${text.length}.`;
  if (text.split(slot).length !== 2) return `a prompt has the slot ${slot} exactly once.`;
  const unknown = [...text.matchAll(/\{\{(\w*)\}\}/g)].find(([all, name]) => all !== slot && !slots.includes(name!));
  if (unknown) return `there is no slot ${unknown[0]}: there are ${[...slots, "commit"].join(", ")}.`;
  const behind = text.split(slot)[1]!;
  if (behind.length > mostCharactersBehind || behind.includes("{{"))
    return `what follows ${slot} is read again for every patch: keep it constant and under ${mostCharactersBehind} characters, and put the rest before it.`;
  return null;
}

/** Puts the series' own names and versions into a prompt. */
export function filledPrompt(prompt: Prompt, series: SeriesFacts): FilledPrompt {
  const branches = series.stable.map((one) => one.branch);
  const none = "none yet";
  const values: Record<string, string> = {
    project: series.project,
    upstream: series.upstream,
    version: series.version ?? "the next one",
    version_line: series.version ? `The version in development is ${series.version}.` : "",
    newest_stable: branches[0] ?? none,
    oldest_stable: branches.at(-1) ?? none,
    stable_branches: branches.join(", ") || none,
  };
  // Only the template's own slots: a branch may be called anything, {{commit}} too.
  const fill = (text: string) => text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => values[name]!);
  const [before, after] = prompt.text.split(slot) as [string, string];
  return { key: prompt.key, before: fill(before), after: fill(after) };
}

/** The prompt as it is kept beside answers: all filled but the message. */
export function promptText({ before, after }: FilledPrompt): string {
  return before + slot + after;
}

/** Lines that tell who handled a commit and nothing about it. What instructs (Cc: stable, Fixes) stays. */
const signature =
  /^(?:(?:signed-off|reviewed|acked|tested|reported|suggested|co-authored|co-developed|reviewed-and-tested)-by|(?:change-id|message-id|link|cc)(?!.*\bstable\b)): *(.*)$/i;
/** What such a line has behind its colon wherever it stands, between commas: an address, a name, a link or an id, and no sentence. */
const signatureValue =
  /^(?:[^@]*[^@\s]@[^\s@]+\s*(?:[#[(].*)?|\p{Lu}\S*(?: \p{Lu}\S*){0,7}|https?:\/\/\S+(?: +[#[(].*)?)$/u;
const trailer = /^(?:[A-Za-z][\w-]*: |\(cherry picked from commit |\s+\S)/;
const dashes = "---";
const diffStart = /^diff --git /;
/** What git format-patch writes behind the dashes, and what a diff begins with. */
const diffLine =
  /^(?: .+ \| +(?:\d+(?: [+-]+)?|Bin\b.*)| \d+ files? changed\b.*| (?:create|delete) mode \d+ .+| (?:rename|copy) .+ \(\d+%\)|diff --git .+|--- .+)$/;

/**
 * What stands in the {{commit}} slot: author and message, each line indented by four so that nothing in it looks like a line of ours;
 * signatures and an appended diff dropped.
 */
export function promptInput({ author, message }: Question): string {
  const [subject = "", ...lines] = withoutDiff(message.split("\n"));
  const kept = [subject, ...withoutSignatures(lines)];
  const text = kept
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
  return [`Author: ${author}`, "", ...text.split("\n").map((line) => (line ? `    ${line}` : ""))].join("\n");
}

/** What follows a line of dashes is of the mail that a patch came in when it is a diffstat or a diff; else it is of the message. */
function withoutDiff(lines: readonly string[]): readonly string[] {
  let end = lines.length;
  let next: string | null = null;
  for (let at = lines.length - 1; at > 0; at--) {
    const line = lines[at]!;
    if (line === dashes ? next === null || diffLine.test(next) : diffStart.test(line)) end = at;
    if (line.trim()) next = line;
  }
  return lines.slice(0, end);
}

/**
 * Drops signatures where they look like nothing else, and in the trailers at the end of a message. "Link: this crashes the linker"
 * in the midst of it is a sentence.
 */
function withoutSignatures(lines: readonly string[]): readonly string[] {
  const last = lines.findLastIndex((line) => line.trim());
  const trailers = lines.findLastIndex((line, at) => at <= last && !trailer.test(line));
  return lines.filter((line, at) => {
    const value = signature.exec(line)?.[1];
    return value === undefined || (at <= trailers && !value.split(",").every((one) => signatureValue.test(one.trim())));
  });
}

/** Stands for what was taken out of the middle of a message that is too long. */
export const cutMark = "\n\n    [... cut by patchboard: too long ...]\n\n";
/** The head names the change, the end holds the instructions: of what there is room for, the head gets this share. */
export const headShare = 0.4;
