import { urlFor } from "../../ui/links.ts";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { copyPatch, openAtForge } from "./patchLinks.ts";

/** What one does with a patch while reading: copy, look elsewhere, go on with the same author. */
export function ReadingTools({ row }: { row: PatchRow }) {
  const { forge, targets, target, byAuthor, jump } = useBoard();
  const branch = targets[target]?.branch ?? null;
  const before = byAuthor(row, -1);
  const next = byAuthor(row, 1);
  return (
    <div role="toolbar" aria-label="Patch" className="reading-tools">
      <button type="button" onClick={() => void copyPatch(row, "id", branch)}>
        Copy id <kbd>c</kbd>
      </button>
      <button type="button" onClick={() => void copyPatch(row, "link", branch)}>
        Copy link <kbd>C</kbd>
      </button>
      {urlFor(forge.commitUrl, row.sha) && (
        <button type="button" onClick={() => openAtForge(row, forge)}>
          At the forge <kbd>O</kbd>
        </button>
      )}
      {(before || next) && (
        <span className="same-author">
          <bdi dir="auto">{row.author}</bdi>:
          {(
            [
              [before, "previous", "<"],
              [next, "next", ">"],
            ] as const
          ).map(
            ([other, name, key]) =>
              other && (
                <button
                  key={key}
                  type="button"
                  title={`${other.number} ${other.subject}`}
                  onClick={() => jump(other.sha)}
                >
                  {name} <kbd>{key}</kbd>
                </button>
              ),
          )}
        </span>
      )}
    </div>
  );
}
