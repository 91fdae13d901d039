/** How far the wishes of a message reach together, and what holds below that. */
import { compareVersions, type Step, type Verdict } from "../../domain.ts";
import { oldestOf } from "./reach.ts";
import type { Line, Statement } from "./statement.ts";
import type { Scope } from "./versions.ts";

/** The oldest version asked for. What is said softer than the first wish does not widen it; "only" narrows it. */
export function extent(wants: readonly Statement[], lines: readonly Line[]): string | null {
  const limit = lines
    .map((line) =>
      /\b(?:beyond|further than|farther than|(?:older|lower|earlier) than) (?:the )?ver(\d+)/.exec(line.wording.text),
    )
    .findIndex(Boolean);
  const only = wants.find((one) => one.reach.firstOnly && !one.staged && one.reach.firm.length > 0);
  const named = only
    ? only.reach.firm
    : wants.flatMap((one, at) => (at > 0 && isSofter(one, wants[0]!) ? [] : [...one.reach.firm, ...one.reach.later]));
  const oldest = oldestOf(named);
  if (oldest || limit < 0) return oldest;
  const line = lines[limit]!;
  return (
    line.wording.versions[
      Number(/ver(\d+)$/.exec(/\b(?:beyond|than) (?:the )?ver\d+/.exec(line.wording.text)![0])![1])
    ] ?? null
  );
}

const ranks = { must: 2, should: 1, may: 0 };
/** "should be backported" is as good as "must be" where nothing weakens it. */
const plainly =
  /^(?!.*\b(?:probably|maybe|perhaps|possibly|ideally|ifapplies|ifneeded|idea|could|might)\b).*\bshould (?:also |then |too )?(?:be )?bp/;

function isSofter(one: Statement, first: Statement): boolean {
  if (first.reach.firm.length === 0) return false;
  return (
    (ranks[one.act.strength] < ranks[first.act.strength] && !plainly.test(one.wording.text)) ||
    /\beven\b/.test(one.wording.text) ||
    one.verdict === "uncertain"
  );
}

/** Versions named as destinations, in the order of the message. */
export function targetsOf(wants: readonly Statement[]): string[] {
  return [
    ...new Set(
      wants
        .flatMap(({ reach }) => [...reach.firm, ...reach.later, ...reach.soft])
        .filter((version) => version !== "all"),
    ),
  ];
}

/** What holds below the versions that are asked for firmly and now. */
export function stepsOf(
  firm: readonly Statement[],
  scoped: readonly Statement[],
  staged: boolean,
  oldest: string | null,
  scope: Scope,
): Step[] {
  const steps: Step[] = [];
  const add = (version: string | null, verdict: Verdict) => {
    if (version && version !== "all" && !steps.some((step) => step.version === version))
      steps.push({ version, verdict });
  };
  if (staged) add(firstStage(firm, oldest, scope), "wait");
  const surest = oldestOf(
    firm.filter((one, at) => at === 0 || !isSofter(one, firm[0]!)).flatMap((one) => one.reach.firm),
  );
  if (surest && surest !== "all") {
    const wider = firm.flatMap((one, at) => [
      ...one.reach.soft,
      ...(at > 0 && isSofter(one, firm[0]!) ? one.reach.firm : []),
    ]);
    const soft = wider.filter((version) => version === "all" || compareVersions(version, surest) < 0);
    if (soft.length > 0 || firm[0]!.reach.open) add(surest, "uncertain");
    add(oldestOf(soft), "no");
  }
  for (const highest of excepted(firm, scope)) add(nextAbove(highest, firm, scope), "no");
  for (const one of scoped) {
    const highest = one.reach.firm
      .filter((version) => version !== "all")
      .toSorted(compareVersions)
      .at(-1);
    if (highest) add(nextAbove(highest, firm, scope), "no");
  }
  return steps
    .filter((step) => !(step.verdict === "no" && step.version === oldest))
    .toSorted((a, b) => compareVersions(b.version, a.version));
}

const exception =
  /\ballver (?:, |\( )*(?:except(?: for)?|excluding|but(?: not)?|without|apart from|other than) (?:(?:to|in|for|the|versions?|branch) )*((?:ver\d+(?:(?: ,| and| or)* )?)+)/;

/** "all versions except 2.4", the oldest one: how far it does not go. An exception in between is not said here. */
function excepted(firm: readonly Statement[], scope: Scope): string[] {
  return firm.flatMap(({ wording, reach }) => {
    const listed = reach.firm.includes("all") ? [...(exception.exec(wording.text)?.[1] ?? "").matchAll(/\d+/g)] : [];
    const named = listed.map((match) => wording.versions[Number(match[0])]!).toSorted(compareVersions);
    const highest = named.at(-1);
    const isTail = scope.stable.every((one) => !highest || compareVersions(one, highest) > 0 || named.includes(one));
    return highest && isTail ? [highest] : [];
  });
}

/** The version that may have it now: the first named, else the newest branch ("slowly as far as 2.6"). */
function firstStage(firm: readonly Statement[], oldest: string | null, scope: Scope): string | null {
  const one = firm.find((want) => want.staged);
  const first = one ? oldestOf(one.reach.firm) : null;
  if (first && first !== "all" && first !== oldest) return first;
  return scope.stable[0] && scope.stable[0] !== oldest ? scope.stable[0] : null;
}

function nextAbove(version: string, firm: readonly Statement[], scope: Scope): string | null {
  const known = [...scope.stable, ...firm.flatMap((one) => one.reach.firm)].filter(
    (one) => one !== "all" && compareVersions(one, version) > 0,
  );
  return known.toSorted(compareVersions)[0] ?? null;
}
