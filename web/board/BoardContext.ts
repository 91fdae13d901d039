import { createContext, useContext } from "react";
import type { Forge } from "../ui/links.ts";
import type { Wanted } from "./act/useOverrideVerdict.ts";
import type { PatchRow } from "./BoardRows.ts";
import type { Dialogs } from "./useDialogs.ts";
import type { WaitInput } from "../__generated__/useOverrideVerdictMutation.graphql.ts";

/** A stable branch as rows and details need it. */
export interface TargetInfo {
  id: string;
  branch: string;
  /** What a narrow column shows: the version, else the branch. */
  label: string;
  isPresent: boolean;
  lastBackported: number;
}

export type Verdict = "NO" | "UNCERTAIN" | "WAIT" | "YES";

/** What everything inside a board shares. Its functions never change, so that rows stay memoised. */
export interface BoardShared {
  forge: Forge;
  targets: readonly TargetInfo[];
  /** Index of the target that is being filled. */
  target: number;
  /** The viewer's name; null until it was given. */
  me: string | null;
  isRunning: boolean;
  /** A model stands behind the board, even if it is off now. */
  hasModel: boolean;
  /** Sets the verdict of one patch on the targets of these indexes; null withdraws a person's. A wait may have a condition. */
  decide: (row: PatchRow, targets: readonly number[], verdict: Verdict | null, condition?: WaitInput | null) => void;
  /** Sets one verdict on any patches and targets, in one action: one undo takes all of it back. */
  decideCells: (wanted: readonly Wanted[], verdict: Verdict | null, condition?: WaitInput) => void;
  /** Keeps that the person agrees with what is shown on any patches and targets, in one action. */
  agreeCells: (wanted: readonly Wanted[]) => void;
  /** Asks what a wait on the target of that index waits for; `then` is called when that was answered. */
  askWait: (row: PatchRow, target: number, then?: () => void) => void;
  /** Asks the same for many at once. */
  askWaits: Dialogs["askWait"];
  /** Keeps that the person saw what a patch shows on the target of this index, and agrees. */
  agree: (row: PatchRow, target: number) => void;
  /** Selects a row, or no longer, or all from the last one to it. */
  select: (row: PatchRow, how: "toggle" | "extend") => void;
  /** Opens or closes the details of a patch. */
  toggle: (row: PatchRow) => void;
  /** Makes a row the current one. */
  visit: (row: PatchRow) => void;
  /** Goes to a patch by its commit id, and opens it. */
  jump: (sha: string) => void;
  /** The next (1) or previous (-1) patch of the same author on the series; null when there is none. */
  byAuthor: (row: PatchRow, by: 1 | -1) => PatchRow | null;
  /** Goes on with the person's name: at once, or after it was asked for. */
  named: (then: (who: string) => void) => void;
}

export const BoardContext = createContext<BoardShared | null>(null);

/** The board around this component. */
export function useBoard(): BoardShared {
  const shared = useContext(BoardContext);
  if (!shared) throw new Error("useBoard outside a board");
  return shared;
}

/** The words for verdicts; their order is the order of the radios. Names in small letters are the commands of the keys. */
export const verdictNames: readonly (readonly [Verdict, letter: string, name: string, title: string])[] = [
  ["NO", "N", "No", "No: not to be picked"],
  ["UNCERTAIN", "U", "Uncertain", "Uncertain: a person has to look"],
  ["WAIT", "W", "Wait", "Wait: pick it later"],
  ["YES", "Y", "Yes", "Yes: pick it"],
];

/** A verdict as people say it. */
export const nameOf = (verdict: Verdict): string => verdictNames.find(([value]) => value === verdict)?.[2] ?? verdict;
