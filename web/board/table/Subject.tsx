import type { PatchRow } from "../BoardRows.ts";

/** The subject with its tag set off: BUG/MEDIUM, then the rest as the author wrote it. */
export function Subject({ subject, tag }: Pick<PatchRow, "subject" | "tag">) {
  // The colon belongs to the tag, so that the text as found and copied is the subject.
  const head = tag == null ? "" : `${tag}:`;
  const isSplit = head !== "" && subject.startsWith(head);
  return (
    <bdi dir="auto">
      {isSplit && (
        <span className="tag" data-nature={/^[A-Z]+/.exec(head)?.[0]}>
          {head}
        </span>
      )}
      {isSplit ? subject.slice(head.length) : subject}
    </bdi>
  );
}
