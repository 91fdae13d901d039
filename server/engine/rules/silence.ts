/** What to say when a message does not instruct: by its kind, and by what it tells of the versions that have the bug. */
import { compareVersions, type Verdict } from "../../domain.ts";
import { oldestOf } from "./reach.ts";
import type { Sentence } from "./sentences.ts";
import type { Line } from "./statement.ts";
import type { Scope } from "./versions.ts";
import type { Wording } from "./wording.ts";

export interface Default {
  rule: string;
  reason: string;
  verdict: Verdict;
  oldest: string | null;
  sentence: Sentence;
}

/** Change lists and merges repeat the words of other commits. */
export function isRelease(subject: string): boolean {
  return /^(?:\[release\]|release[: ]|merge (?:branch|pull request|tag|remote|commit)\b|version: \d|bump version|v?\d+(?:\.\d+)+(?:-\w+)?$)/i.test(
    subject,
  );
}

/** Imported code keeps the words of its own upstream: "should be backported to 1.2" is not about this project. */
export function isImport(subject: string): boolean {
  return /^import\b|^[a-z/]*import: |\bslz\b/i.test(subject);
}

export function isBug(subject: string): boolean {
  return /^\W*(?:(?:bug|bugfix)\b|bug\/)/i.test(subject);
}

/** Where no tag says so, the subject itself: "fix the window", "h2: fixed the window", "fix(h2): the window", "Fixes #12: the window". */
function isFix(subject: string): boolean {
  return /^(?:\[[^\]]*\] *)*(?:[^:]{1,40}: ){0,2}(?:hot|bug)?fix(?:e[sd])?\b/i.test(subject);
}

const affecting =
  /\b(?:affects?|affecting|impacts?|concerns?|present in|exists? in|happens? (?:in|on|with|since)|(?:bug|issue|regression|problem|crash|leak) (?:was |is |has been |appeared |came |arrived |introduced |present |exists |there )*(?:in|since|with|from)|broken (?:in|since|by|downto)|(?:introduced|appeared|arrived|came|added|brought) (?:\w+ ){0,2}?(?:in|since|with|downto|from)|since|downto) (?:only )?(?:the )?(?:haproxy )?(?:versions? |branch )?(?:downto )?ver(\d+)/;

/** "Only 3.2 is affected", "3.2, 3.1 and 3.0 have this bug". */
const versionsAffected =
  /\b(ver\d+(?:(?: ,| and| or| \/| &)* (?:also )?ver\d+)*) (?:(?:is|are|was|were) (?:(?:also|only|both|all|the only (?:one|version|versions|ones)) )*(?:affected|impacted|concerned|vulnerable|broken)|ha(?:s|ve) (?:this|the) (?:bug|issue|problem))\b/;

const affectsAll =
  /\ballver (?:are|is|were|have|has) (?:\w+ )?(?:affected|impacted|concerned|vulnerable|broken|this bug|the bug|the issue|the problem)\b|\b(?:affects?|impacts?|concerns?|present in|exists? in) allver\b/;

/** A fix whose message names the version that has the bug: maintained means yes, in development means no. */
export function affectedIn(lines: readonly Line[], subject: string, scope: Scope): Default | null {
  if (!isBug(subject) || !scope.development) return null;
  for (const { wording, sentence } of [...lines].reverse()) {
    if (affectsAll.test(wording.text) && !/\b(?:not|no|never)\b/.test(wording.text)) {
      const reason = "The message says that all stable versions have the bug, but gives no instruction.";
      return { rule: "affected-version", verdict: "yes", oldest: "all", sentence, reason };
    }
    const version = affectedOf(wording);
    if (!version) continue;
    if (compareVersions(version, scope.development) >= 0) {
      const reason = `The message says that the bug came with ${version}, which is still in development; it gives no instruction.`;
      return { rule: "bug-in-development", verdict: "no", oldest: null, sentence, reason };
    }
    const reason = `The message says that ${version} has the bug, but gives no instruction.`;
    return { rule: "affected-version", verdict: "yes", oldest: version, sentence, reason };
  }
  return null;
}

/** The oldest version that a sentence says to have the bug. */
function affectedOf({ text, versions }: Wording): string | null {
  const listed = [...(versionsAffected.exec(text)?.[1] ?? "").matchAll(/ver(\d+)/g)].map((match) => match[1]!);
  const places = listed.length > 0 ? listed : [affecting.exec(text)?.[1] ?? ""];
  return oldestOf(places.flatMap((place) => versions[Number(place || -1)] ?? []));
}

/**
 * The written rule of the project: no instruction, no backport. A BUG must carry one, so a silent BUG is never a plain no: its
 * rule name, "bug-without-instruction", is what boards look for to ask the author. None of this is explicit.
 */
export function defaultOf(
  lines: readonly Line[],
  subject: string,
  linked: boolean,
): Omit<Default, "oldest" | "sentence"> & { sentence: Sentence | null } {
  const said = (rule: string, reason: string, verdict: Verdict, sentence: Sentence | null = null) => ({
    rule,
    reason,
    verdict,
    sentence,
  });
  const looksAhead = lines.find((line) =>
    /\bbp (?:instructions?|info\w*|notes?) (?:will|are|is)\b/.test(line.wording.text),
  );
  if (looksAhead)
    return said(
      "instruction-elsewhere",
      "The message says that another commit of the series carries the instruction.",
      "uncertain",
      looksAhead.sentence,
    );
  if (/^revert\b/i.test(subject))
    return said("revert", "A revert without an instruction: it belongs wherever the reverted commit went.", "no");
  if (isBug(subject))
    return said("bug-without-instruction", "A BUG fix with no backport instruction: ask the author.", "no");
  if (isFix(subject) || (linked && /\bfix(?:es|ed)?\b/i.test(subject)))
    return said("fix-without-instruction", "A fix with no backport instruction.", "no");
  return said("no-instruction", "No backport instruction, and not a fix.", "no");
}
