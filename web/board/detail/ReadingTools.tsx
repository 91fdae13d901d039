import { urlFor } from "../../ui/links.ts";
import { useBoard } from "../BoardContext.ts";
import { Key } from "../keys/Key.tsx";
import type { PatchRow } from "../BoardRows.ts";
import { copyPatches, openAtForge } from "./patchLinks.ts";

/** What one does with a patch while reading: copy, look elsewhere, go on with the same author. */
export function ReadingTools({ row }: { row: PatchRow }) {
  const { forge, targets, target, byAuthor, jump } = useBoard();
  const branch = targets[target]?.branch ?? null;
  const before = byAuthor(row, -1);
  const next = byAuthor(row, 1);
  return (
    <div role="toolbar" aria-label="Patch" className="reading-tools">
      <button type="button" onClick={() => void copyPatches([row], "id", branch)}>
        Copy id <Key of="copy-id" />
      </button>
      <button type="button" onClick={() => void copyPatches([row], "link", branch)}>
        Copy link <Key of="copy-link" />
      </button>
      {urlFor(forge.commitUrl, row.sha) && (
        <button type="button" onClick={() => openAtForge(row, forge)}>
          At the forge <Key of="forge" />
        </button>
      )}
      {(before || next) && (
        <span className="same-author">
          <span>
            <bdi dir="auto">{row.author}</bdi>:
          </span>
          {(
            [
              [before, "previous", "previous-by-author"],
              [next, "next", "next-by-author"],
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
                  {name} <Key of={key} />
                </button>
              ),
          )}
        </span>
      )}
    </div>
  );
}
