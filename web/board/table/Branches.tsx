import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";

const signs: Record<string, readonly [state: string, sign: string, words: string]> = {
  there: ["there", "✓", "there"],
  claimed: ["claimed", "≈", "claimed by a trailer that nothing confirms"],
  YES: ["yes", "y", "wanted"],
  WAIT: ["wait", "w", "wait"],
  UNCERTAIN: ["uncertain", "?", "uncertain"],
  NO: ["no", "·", "no"],
};

/** What one stable branch has of a patch, as a state for colours, a sign and words. */
export function branchState(row: Pick<PatchRow, "evidence" | "verdicts">, target: number) {
  const evidence = row.evidence[target];
  const verdict = row.verdicts[target] ?? "UNCERTAIN";
  const key = evidence && evidence !== "CLAIMED" ? "there" : evidence && verdict !== "NO" ? "claimed" : verdict;
  return signs[key] ?? ["uncertain", "?", "uncertain"];
}

/** The same with what a wait waits for: `w!` for one that is over. */
export function branchWords(row: Pick<PatchRow, "evidence" | "verdicts" | "waits">, target: number) {
  const [state, sign, words] = branchState(row, target);
  const wait = state === "wait" ? row.waits[target] : null;
  if (!wait || wait.kind === "OPEN") return { state, sign, words };
  return wait.isRipe
    ? { state, sign: "w!", words: `${words} ${wait.words}, which is over` }
    : { state, sign, words: `${words} ${wait.words}` };
}

/** One sign per stable branch, in the columns that the head of the table names. */
export function Branches({ row }: { row: PatchRow }) {
  const { targets, target } = useBoard();
  return (
    <>
      {targets.map(({ id, branch }, i) => {
        const { state, sign, words } = branchWords(row, i);
        const by = row.deciders[i];
        const label = `${branch}: ${words}${by ? `, by ${by}` : ""}`;
        return (
          <span
            key={id}
            className="branch"
            data-state={state}
            data-current={i === target}
            data-by={by ? "person" : "machine"}
            role="img"
            aria-label={label}
            title={label}
          >
            {sign}
          </span>
        );
      })}
    </>
  );
}
