import { wishWords } from "../board/wait/condition.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

/** What somebody did and the server has not confirmed: a mutation on its way, in the shape in which this browser keeps it. */
export interface Letter {
  /** Its clientMutationId: the server does it once, however often it arrives. */
  id: string;
  /** Milliseconds since 1970: letters go out in this order. */
  at: number;
  /** The open page that sends it. */
  tab: string;
  /** The database and the person that it belongs to. */
  epoch: string;
  who: string;
  /** The mutation's name and variables. */
  name: string;
  variables: Variables;
  /** What rows show until the answer is here; null where nothing changes before. */
  shown: object | null;
  /** What it says, a line each, for the person who has to do it again elsewhere. */
  lines: readonly string[];
}

export interface Variables {
  readonly input: Input;
}

/** The parts of an input that letters are about; every mutation has some of them. */
export interface Input {
  readonly clientMutationId: string;
  readonly decisions?: readonly { readonly patch: string; readonly target: string }[];
  readonly agreements?: readonly { readonly patch: string; readonly target: string; readonly verdict: string }[];
  readonly verdict?: string | null;
  readonly condition?: WaitInput | null;
  readonly action?: string | null;
  readonly patch?: string;
  readonly note?: string;
  readonly text?: string;
  /** The revision of the note that an edit was made over. */
  readonly expected?: number;
}

/** What a store says of an object: only some fields, of some kinds. */
export type Lookup = (id: string) => { sha?: string; subject?: string; branch?: string };

// A letter about more than these names their ids alone: it has to fit into what the browser keeps.
const mostLines = 50;

/** The letter in words. */
export function linesOf({ input }: Variables, name: string, lookup: Lookup): string[] {
  const short = (id: string) => lookup(id).sha?.slice(0, 12) ?? id;
  const patch = (id: string) => `${short(id)} ${lookup(id).subject ?? ""}`.trimEnd();
  const branch = (id: string) => lookup(id).branch ?? id;
  const verdict = (input.verdict?.toLowerCase() ?? "no decision") + wishWords(input.condition);
  const wanted = [
    ...(input.decisions ?? []).map((one) => ({ ...one, word: verdict })),
    ...(input.agreements ?? []).map((one) => ({ ...one, word: `agreed with ${one.verdict.toLowerCase()}` })),
  ];
  if (wanted.length > mostLines) {
    const wishes = Map.groupBy(wanted, (one) => `${one.word} on ${branch(one.target)}`);
    return [...wishes].map(([wish, all]) => `${wish}: ${all.map((one) => short(one.patch)).join(" ")}`);
  }
  if (wanted.length) return wanted.map((one) => `${patch(one.patch)}: ${one.word} on ${branch(one.target)}`);
  if (input.text !== undefined) return [`note${input.patch ? ` on ${patch(input.patch)}` : ""}: ${input.text}`];
  return [name.replace(/^use|Mutation$/g, "").toLowerCase()];
}

/** The patches that a letter changes. */
export function patchesOf({ input }: Variables): string[] {
  const places = [...(input.decisions ?? []), ...(input.agreements ?? [])];
  return [...new Set([...places.map((one) => one.patch), ...(input.patch ? [input.patch] : [])])];
}

/** How many decisions, notes and other things letters hold, in words: "2 decisions, 1 note and 1 change". */
export function countOf(letters: readonly Letter[]): string {
  const n = { decision: 0, agreement: 0, note: 0, change: 0 };
  for (const { variables } of letters) {
    const { decisions, agreements, text } = variables.input;
    if (decisions) n.decision += decisions.length;
    else if (agreements) n.agreement += agreements.length;
    else n[text === undefined ? "change" : "note"]++;
  }
  const parts = Object.entries(n).flatMap(([what, count]) =>
    count ? [`${count} ${what}${count > 1 ? "s" : ""}`] : [],
  );
  return [parts.slice(0, -1).join(", "), ...parts.slice(-1)].filter(Boolean).join(" and ");
}
