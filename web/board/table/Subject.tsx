import type { PatchRow } from "../BoardRows.ts";

/** The subject with its tag set off: BUG/MEDIUM, then the rest as the author wrote it. */
export function Subject({ subject, tag }: Pick<PatchRow, "subject" | "tag">) {
  const isSplit = tag != null && subject.startsWith(tag);
  return (
    <bdi dir="auto">
      {isSplit && (
        <span className="tag" data-nature={/^[A-Z]+/.exec(tag)?.[0]}>
          {tag}
        </span>
      )}
      {isSplit ? subject.slice(tag.length) : subject}
    </bdi>
  );
}
