import { Fragment } from "react";
import { graphql, useFragment } from "react-relay";
import { LinkedText } from "../../ui/LinkedText.tsx";
import { urlFor } from "../../ui/links.ts";
import { useBoard } from "../BoardContext.ts";
import { textParts } from "./mentionedParts.ts";
import type { NoteText_note$key } from "../../__generated__/NoteText_note.graphql.ts";

/** A note as text: ids of patches lead to them on this board, with the forge beside; other ids and issues to the forge. */
export function NoteText({ note: key }: { note: NoteText_note$key }) {
  const { text, mentions } = useFragment(
    graphql`
      fragment NoteText_note on Note {
        text
        mentions {
          text
          patch {
            sha
            subject
          }
        }
      }
    `,
    key,
  );
  const { forge, jump } = useBoard();
  const known = new Map(mentions.map((one) => [one.text, one.patch]));
  return (
    <p className="note-text">
      {textParts(text, [...known.keys()]).map((part, i) => {
        const patch = known.get(part);
        if (!patch) return <LinkedText key={i} text={part} forge={forge} />;
        const url = urlFor(forge.commitUrl, patch.sha);
        return (
          <Fragment key={i}>
            <button type="button" className="link" title={patch.subject} onClick={() => jump(patch.sha)}>
              {part}
            </button>
            {url && (
              <a href={url} target="_blank" rel="noreferrer" aria-label={`${part} at the forge`} className="aside">
                ↗
              </a>
            )}
          </Fragment>
        );
      })}
    </p>
  );
}
