import { graphql, useFragment } from "react-relay";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { clock } from "../../ui/format.ts";
import { urlFor } from "../../ui/links.ts";
import { useBoard } from "../BoardContext.ts";
import type { Facts_patch$key } from "../../__generated__/Facts_patch.graphql.ts";

/** What git knows beside the message. */
export function Facts({ patch: key }: { patch: Facts_patch$key }) {
  const { commit, isVanished, isSuspicious } = useFragment(
    graphql`
      fragment Facts_patch on Patch {
        isVanished
        isSuspicious
        commit {
          sha
          parents
          author
          authorMail
          authoredAt
          committer
          committedAt
        }
      }
    `,
    key,
  );
  const { forge } = useBoard();
  const url = urlFor(forge.commitUrl, commit.sha);
  return (
    <section aria-label="Commit">
      <h2>Commit</h2>
      {isVanished && <p className="warn">No longer on the upstream branch. Its decisions are kept.</p>}
      {isSuspicious && <p className="warn">Holds control, bidi or invisible characters: they are shown as escapes.</p>}
      <dl className="facts">
        <dt>id</dt>
        <dd>
          <code className="sha">{url ? <Link url={url} text={commit.sha} /> : commit.sha}</code>{" "}
          <CopyButton text={commit.sha} label="copy" className="quiet" />
        </dd>
        <dt>author</dt>
        <dd>
          <bdi dir="auto">{commit.author}</bdi>{" "}
          <span className="muted">
            <bdi dir="auto">{commit.authorMail}</bdi>
          </span>
          , <time dateTime={commit.authoredAt}>{clock(commit.authoredAt)}</time>
        </dd>
        <dt>committer</dt>
        <dd>
          <bdi dir="auto">{commit.committer}</bdi>,{" "}
          <time dateTime={commit.committedAt}>{clock(commit.committedAt)}</time>
        </dd>
        <dt>{commit.parents.length === 1 ? "parent" : "parents"}</dt>
        <dd>
          {commit.parents.map((parent) => {
            const to = urlFor(forge.commitUrl, parent);
            return (
              <code key={parent} title={parent}>
                {to ? <Link url={to} text={parent.slice(0, 12)} /> : parent.slice(0, 12)}{" "}
              </code>
            );
          })}
          {commit.parents.length === 0 && "none"}
        </dd>
      </dl>
    </section>
  );
}

function Link({ url, text }: { url: string; text: string }) {
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {text}
    </a>
  );
}
