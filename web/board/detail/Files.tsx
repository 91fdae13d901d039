import { graphql, useFragment } from "react-relay";
import { count, plural } from "../../ui/format.ts";
import type { Files_patch$key } from "../../__generated__/Files_patch.graphql.ts";

const shownFiles = 200;

/** The files that the patch changes, with their line counts. */
export function Files({ patch: key }: { patch: Files_patch$key }) {
  const { commit } = useFragment(
    graphql`
      fragment Files_patch on Patch {
        commit {
          files {
            path
            status
            insertions
            deletions
          }
        }
      }
    `,
    key,
  );
  const files = commit.files;
  if (!files) return <p className="muted">The files cannot be read: the repository is not there now.</p>;
  const sum = (of: "insertions" | "deletions") => files.reduce((n, file) => n + (file[of] ?? 0), 0);
  return (
    <section aria-label="Files" className="files">
      <h2>
        {plural(files.length, "file")} <ins>+{count(sum("insertions"))}</ins> <del>−{count(sum("deletions"))}</del>
      </h2>
      <ul>
        {files.slice(0, shownFiles).map((file) => (
          <li key={file.path}>
            <span className="file-status" title={statuses[file.status]}>
              {file.status}
            </span>
            <bdi dir="auto">{file.path}</bdi>
            {file.insertions == null ? (
              <span className="muted">binary</span>
            ) : (
              <span>
                <ins>+{file.insertions}</ins> <del>−{file.deletions}</del>
              </span>
            )}
          </li>
        ))}
        {files.length > shownFiles && <li className="muted">and {count(files.length - shownFiles)} more</li>}
      </ul>
    </section>
  );
}

const statuses: Record<string, string> = {
  A: "added",
  M: "changed",
  D: "deleted",
  R: "renamed",
  C: "copied",
  T: "type changed",
};
