import type { PatchRow } from "../BoardRows.ts";

/** Spaces and characters that have no shape: a subject of nothing else cannot be seen, nor clicked on. */
const nothingToSee = /^[\s\p{Cc}\p{Cf}]*$/u;

/** The subject with its tag set off: BUG/MEDIUM, then the rest as the author wrote it. */
export function Subject({ subject, tag }: Pick<PatchRow, "subject" | "tag">) {
  if (nothingToSee.test(subject)) return <em className="muted">(no subject)</em>;
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
