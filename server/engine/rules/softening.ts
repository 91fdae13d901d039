/** Conditions that bear on the last versions of a list alone: sure of the first, not of those. */
import type { Statement } from "./statement.ts";

const lastOnes =
  /\bver\d+ (?:(?:[,;] )?and (?:(?:also|even|maybe|perhaps) )?(?:to|in|into|downto) |\( (?:(?:and|or|also|even|to) )+)((?:ver\d+ (?:(?:,|and|or) )*)+)if /;

/** "to 3.2 and 3.1, and to 3.0 if that commit is": the condition is said of the last one alone. */
export function softensLast({ reach, wording, act }: Statement, words: readonly string[]): boolean {
  if (!words.includes("if")) return false;
  const text = words.slice(act.at).join(" ");
  const list = lastOnes.exec(text)?.[1] ?? "";
  const softer = [...list.matchAll(/ver(\d+)/g)].map((match) => wording.versions[Number(match[1])]!);
  const firm = reach.firm.filter((version) => !softer.includes(version));
  if (softer.length === 0 || firm.length === 0) return false;
  reach.firm = firm;
  reach.soft.push(...softer);
  return true;
}

/** "to 3.2, and if needed to 3.0": the need limits the second only. "Must ... if needed" leaves the how far open, not the whether. */
export function isSoftNeed(statement: Statement, words: readonly string[]): boolean {
  const { act, reach } = statement;
  const at = words.indexOf("ifneeded");
  const before = words.slice(act.at + 1, at).some((word) => /^(?:ver\d|allver|somever)/.test(word));
  const after = words.slice(at + 1, at + 5).some((word) => /^(?:ver\d|allver|somever|older|further)/.test(word));
  // "to 3.2, and to 3.0 if needed": the last one is what may be needed.
  if (
    /\bver\d+ (?:, )?(?:and|or) (?:even |maybe |also )?(?:to|in|downto) ver\d+$/.test(words.slice(0, at).join(" ")) &&
    reach.firm.length > 1
  ) {
    reach.soft.push(reach.firm.pop()!);
    return true;
  }
  return at > act.at && before && after;
}
