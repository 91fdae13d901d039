/** What the newest messages of a project tell about the rules that it has written down for itself. */
import { isBug } from "./rules/silence.ts";
import { answerTo } from "./rules/verdict.ts";

const haproxyTag = /^(?:BUG\/(?:MINOR|MEDIUM|MAJOR|CRITICAL)|MINOR|MEDIUM|CLEANUP|OPTIM): /;
const trailer = /^(?:Fixes: [0-9a-f]{8,} |Cc: .*stable@)/m;
/** Newest 200 messages of HAProxy: 0.66 to 0.90. Of systemd, DPDK, pgpool and moby: none. */
const leastTagged = 0.3;
const leastWithTrailer = 0.1;
/** Fixes that say whether they are to be backported, of the same 200: 0.82 to 1. patchboard's own have the tags and say nothing. */
const leastInstructed = 0.5;
/** Fewer fixes prove no habit. */
const fewestFixes = 3;

/** Which of our prompts fits the messages of a project: HAProxy's tags, the kernel's trailers, or the general one. */
export function promptNameFor(sample: readonly string[]): string {
  if (share(sample, (message) => haproxyTag.test(message)) > leastTagged) return "haproxy";
  if (share(sample, (message) => trailer.test(message)) > leastWithTrailer) return "linux-stable";
  return "general";
}

/**
 * Whether a message without an instruction says no by itself: the project follows HAProxy's written rule, "no instruction, no
 * backport", and its authors keep to it. The tags alone are no proof, because other projects took them over without the rule.
 */
export function isSilenceNo(sample: readonly string[]): boolean {
  if (promptNameFor(sample) !== "haproxy") return false;
  const fixes = sample.filter(isBug);
  return fixes.length >= fewestFixes && share(fixes, isInstructed) >= leastInstructed;
}

function isInstructed(message: string): boolean {
  return answerTo({ patch: 0, message, author: "", version: null, stable: [] }).explicit;
}

function share(messages: readonly string[], test: (message: string) => boolean): number {
  return messages.filter(test).length / (messages.length || 1);
}
