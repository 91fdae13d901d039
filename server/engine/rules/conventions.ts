/** Instructions that are no sentences: trailers and subject tags of Linux, DPDK, pgpool and other projects. */
import { compareVersions, type Condition, type Reference, type Strength, type Verdict } from "../../domain.ts";
import { waitIn } from "./conditions.ts";
import { oldestOf } from "./reach.ts";
import type { Sentence } from "./sentences.ts";
import { findVersions, type Scope } from "./versions.ts";
import { wordingOf } from "./wording.ts";

/** What a trailer or tag says, and where. */
export interface Convention {
  verdict: Verdict;
  rule: string;
  strength: Strength;
  reason: string;
  oldest: string | null;
  targets: string[];
  links: Reference[];
  /** "after -rc4": not yet. */
  wait: Condition | null;
  sentence: Sentence;
}

const backportKey =
  /^(?:x-)?(?:(?:needs?-)?ba(?:c?k|ck)-?p[a-z]{2,7}(?:-(?:to|for|through|of|[a-z]{5,9}))?|stable(?:-for|-branch(?:es)?|-releases?)?|(?:target|merge)-(?:branch(?:es)?|releases?)|cherry-?pick-to)$/;
const none =
  /^(?:no|none|never|n\/a|-|not? needed|false|skip|(?:only )?(?:master|main|trunk|head|devel|next|current)(?: branch)?(?: only)?\b)/i;
/** "not before 6.1": a limit, no refusal. */
const bounded = /\b(?:before|prior to|below|(?:earlier|older|lower|further) than)\s+v?\d/i;
/** A value that decides nothing: "maybe", "TBD", "?". */
const undecided =
  /^(?:\?|(?:maybe|perhaps|possibly|tb[dc]|unsure|unclear|unknown|undecided|not sure|to be (?:decided|discussed|determined|checked))\b)|\?\s*$/i;
const developmentNames = /^(?:master|main|trunk|head|devel|next)\b/i;

/** The first convention found in a message, null for none. A refusal wins over a request. */
export function readConventions(sentences: readonly Sentence[], scope: Scope): Convention | null {
  const found: Convention[] = [];
  for (const sentence of sentences) {
    const one =
      sentence.kind === "subject"
        ? readSubject(sentence, scope)
        : sentence.kind === "trailer"
          ? readTrailer(sentence, scope)
          : readLoose(sentence, scope);
    if (one) found.push(one);
  }
  const sure = found.filter((one) => one.verdict !== "uncertain");
  const chosen = sure.find((one) => one.verdict === "no") ?? sure.find((one) => one.oldest) ?? sure[0] ?? found[0];
  return chosen ? together(chosen, sure.length > 0 ? sure : found) : null;
}

/** Several trailers that ask count together: each "Backport-to:" line names one branch. */
function together(chosen: Convention, found: readonly Convention[]): Convention {
  const links = found.flatMap((one) => one.links);
  if (chosen.verdict === "no" || chosen.verdict === "uncertain") return { ...chosen, links };
  const targets = [...new Set(found.flatMap((one) => one.targets))];
  const oldest = oldestOf(found.flatMap((one) => one.oldest ?? []));
  // What one trailer asks for now, another does not put off.
  const wait = found.every((one) => one.wait || !one.oldest) ? (found.find((one) => one.wait)?.wait ?? null) : null;
  const verdict = wait ? "wait" : "yes";
  const isSame = verdict === chosen.verdict && oldest === chosen.oldest;
  const reach = oldest === "all" ? " to all stable versions" : oldest ? ` as far as ${oldest}` : "";
  const reason = isSame
    ? chosen.reason
    : `Trailers ask for a backport${reach}${wait ? `, but not yet: ${wait.text}` : ""}.`;
  return { ...chosen, verdict, wait, links, targets, oldest, reason };
}

function readTrailer(sentence: Sentence, scope: Scope): Convention | null {
  const colon = sentence.text.indexOf(":");
  const key = sentence.text.slice(0, colon).trim().toLowerCase();
  const value = sentence.text.slice(colon + 1).trim();
  if (key === "cc") return readCopy(sentence, value, scope);
  if (/^noautosel$|^autosel$/.test(key))
    return say(sentence, "no", "trailer-none", "A trailer keeps this commit from the stable branches.");
  if (key === "stable-dep-of") {
    const id = /\b[0-9a-f]{7,40}\b/.exec(value)?.[0];
    const links: Reference[] = id ? [{ kind: "with", text: id }] : [];
    return {
      ...say(sentence, "yes", "trailer-stable-dependency", "A trailer names it as a dependency of a stable fix."),
      links,
    };
  }
  if (/^labels?$/.test(key)) return readLabel(sentence, value, scope);
  return backportKey.test(key) ? readTargets(sentence, value, scope) : null;
}

/** `Cc: stable@vger.kernel.org # 5.10+`, `Cc: stable@dpdk.org`; the comment names versions, prerequisites, or a reason not to. */
function readCopy(sentence: Sentence, value: string, scope: Scope): Convention | null {
  // Mesa and QEMU also write the name of the list alone: `Cc: mesa-stable`.
  const address = /\bstable(\+[\w-]+)?@[\w.-]+/i.exec(value) ?? /^(?:[a-z]+-)?stable(?=\s*(?:[#(]|$))/i.exec(value);
  if (!address) return null;
  const comment = value.slice(address.index + address[0].length).replace(/^>?\s*#?\s*/, "");
  const isRefused = /\b(?:do not|don'?t|no|not)\b.{0,20}\b(?:backport|apply|pick|stable)\b/i.test(comment);
  if (
    /^\+(?:no)?autosel/i.test(address[1] ?? "") ||
    /\bnoautosel\b/i.test(comment) ||
    (isRefused && !bounded.test(comment))
  ) {
    return say(sentence, "no", "trailer-none", "A trailer says not to take it to the stable branches.");
  }
  // Mesa names the branches before the address: `Cc: 25.0 25.1 <mesa-stable@...>`.
  const before = value.slice(0, address.index).replace(/["<]/g, " ");
  const targets = [`# stable ${withoutExceptions(comment)}`, `# stable ${before}`].flatMap((text) =>
    findVersions(text, scope).map((one) => one.version),
  );
  const wait = /\b(?:after|once|until|wait)\b/i.test(comment)
    ? waitIn(wordingOf(`Backport ${comment}`, scope), false)
    : null;
  const prerequisite =
    /\b[0-9a-f]{7,40}\b(?=\s*:)|(?<=:\s*)[0-9a-f]{7,40}$|(?<=\b(?:needs|requires|depends on) (?:commit )?)[0-9a-f]{7,40}\b/.exec(
      comment,
    )?.[0];
  const oldest = oldestOf(targets);
  const said = say(
    sentence,
    wait ? "wait" : "yes",
    "trailer-cc-stable",
    wait
      ? `A trailer asks for the stable branches, but not yet: ${wait.text}.`
      : oldest
        ? `A trailer asks for the stable branches from ${oldest} on.`
        : "A trailer asks for the stable branches.",
    "must",
  );
  return {
    ...said,
    wait,
    targets,
    oldest,
    links: prerequisite ? [{ kind: "needs", text: prerequisite }] : [],
  };
}

/** `Backpatch-through: v4.2`, `Backport-to: 3.2, 3.0`, `Backport: none`; the development branch itself is no target. */
function readTargets(sentence: Sentence, value: string, scope: Scope): Convention | null {
  const [now, wait] = withoutWait(value, scope);
  const targets = findVersions(`to ${withoutExceptions(now)}`, scope)
    .map((one) => one.version)
    .filter((version) => version !== scope.development || scope.names.has(version));
  if (targets.length === 0) targets.push(...ofMajor(now, scope));
  if (
    (targets.length === 0 && none.test(value)) ||
    (/^(?:no|none|never|not|n\/a)\b/i.test(value) && !bounded.test(value))
  )
    return say(sentence, "no", "trailer-none", "A trailer says that no stable branch gets this.");
  if (undecided.test(value)) {
    const said = say(sentence, "uncertain", "unsure", "A trailer leaves open whether there is a backport.", "may");
    return { ...said, targets, oldest: oldestOf(targets) };
  }
  const isAll = /^(?:(?:all|every|stable|lts|yes|true|required|needed)\b|\*)/i.test(value);
  if (targets.length === 0 && !isAll && !wait)
    return developmentNames.test(value)
      ? say(sentence, "no", "trailer-none", "A trailer names the development branch only.")
      : null;
  const oldest = targets.toSorted(compareVersions)[0] ?? (/^(?:(?:all|every)\b|\*)/i.test(value) ? "all" : null);
  const reach = oldest === "all" ? " to all stable versions" : oldest ? ` as far as ${oldest}` : "";
  const reason = `A trailer asks for a backport${reach}${wait ? `, but not yet: ${wait.text}` : ""}.`;
  return { ...say(sentence, wait ? "wait" : "yes", "trailer-backport", reason, "must"), oldest, targets, wait };
}

/** "25.x": every branch of that number. */
function ofMajor(value: string, scope: Scope): string[] {
  const major = /(?<![\w.])v?(\d+)\.[xX*](?![\w.])/.exec(value)?.[1];
  return major === undefined ? [] : scope.stable.filter((version) => version.startsWith(`${major}.`));
}

/** `Backport: 3.2 after 3.3`: what comes after a word of time is no target. */
function withoutWait(value: string, scope: Scope): [string, Condition | null] {
  const from = value.search(/\b(?:after|once|until|when|wait|later|in (?=\d|an? |two|next|the next))\b/i);
  const wait = from < 0 ? null : waitIn(wordingOf(`Backport ${value.slice(from)}`, scope), false);
  return wait ? [value.slice(0, from), wait] : [value, null];
}

/** "3.2 (not 3.1)", "all but 2.4", "not for 5.4": what is excepted is no target, nor what "(where it was added in 2.9)" tells. */
function withoutExceptions(value: string): string {
  const aim = value.replace(
    /[(,;]\s*(?:where|since|as|because|which|when|the|it|this|introduced|added|broken|see)\b[^);]*/gi,
    " ",
  );
  return bounded.test(aim) ? aim : aim.replace(/[(,;]?\s*\b(?:not|but|except|excluding|without)\b[^);]*/gi, " ");
}

function readLabel(sentence: Sentence, value: string, scope: Scope): Convention | null {
  const label = /(?:^|[\s,/])(no-?backport|(?:needs?-|kind\/|process\/)?(?:backport|cherry-?pick)[\w./-]*)/i.exec(
    value,
  );
  if (!label) return null;
  if (/^no/i.test(label[1]!))
    return say(sentence, "no", "trailer-none", "A label says that no stable branch gets this.");
  const targets = findVersions(label[1]!.replace(/[/-]/g, " to "), scope).map((one) => one.version);
  return {
    ...say(sentence, "yes", "trailer-backport", "A label asks for a backport.", "should"),
    targets,
    oldest: targets.toSorted(compareVersions)[0] ?? null,
  };
}

const refusedTag = /[[(](?:no[- ]?(?:back-?port|stable|autosel)|(?:main|master|devel|trunk) only|not for stable)[\])]/i;
const wantedTag =
  /[[(](?:stable|lts)(?:[- ]only)?[\])]|[[(](?:for )?(?:back-?port|stable)(?: to)?[ -]*([^\])]{0,40})[\])]/i;

function readSubject(sentence: Sentence, scope: Scope): Convention | null {
  if (refusedTag.test(sentence.text))
    return say(sentence, "no", "subject-tag", "The subject says that no stable branch gets this.");
  const tag = wantedTag.exec(sentence.text);
  if (!tag) return null;
  const targets = findVersions(`to ${tag[1] ?? ""}`, scope).map((one) => one.version);
  return {
    ...say(sentence, "yes", "subject-tag", "The subject marks it for the stable branches.", "should"),
    targets,
    oldest: targets.toSorted(compareVersions)[0] ?? null,
  };
}

/** Trailers that lost their place or hyphen: "Back-patch through v4.2" is prose and read there; a bare tag line is not. */
function readLoose(sentence: Sentence, scope: Scope): Convention | null {
  if (sentence.kind === "block" || !/autosel|stable|back-?port|\bonly\b/i.test(sentence.text)) return null;
  if (/^\W*\[?(?:noautosel|no[- ]autosel|stable[- ]only|no[- ]?backport)\b\]?\W*$/i.test(sentence.text)) {
    return /stable/i.test(sentence.text)
      ? say(sentence, "yes", "subject-tag", "The message marks it for the stable branches.")
      : say(sentence, "no", "trailer-none", "The message says that no stable branch gets this.");
  }
  if (
    /\b(?:master|main|trunk)(?: branch)? only\b|\b(?:applied|only|apply|goes?|committed)(?: \w+){0,3} (?:to|in|on|for) (?:the )?(?:only )?(?:the )?(?:master|main|trunk)(?: branch)?\.?$/i.test(
      sentence.text,
    ) &&
    /\bonly\b/i.test(sentence.text) &&
    sentence.text.length < 160 &&
    !/\b(?:bug|was|were|is|since|because|code|feature)\b.*\bonly\b/i.test(
      sentence.text.replace(/^since this is not/i, ""),
    )
  ) {
    return say(sentence, "no", "trailer-none", "The message says that it is for the development branch only.");
  }
  const copy = /^\W*cc:? ?<?stable@/i.test(sentence.text) ? readCopy(sentence, sentence.text, scope) : null;
  return copy;
}

function say(
  sentence: Sentence,
  verdict: Verdict,
  rule: string,
  reason: string,
  strength: Strength = "should",
): Convention {
  return { verdict, rule, strength, reason, oldest: null, targets: [], links: [], wait: null, sentence };
}
