import { useState } from "react";
import { graphql, useFragment } from "react-relay";
import { Dialog } from "../ui/Dialog.tsx";
import { say } from "../ui/status.ts";
import { useIntroduce } from "./act/useIntroduce.ts";
import type { NameDialog_viewer$key } from "../__generated__/NameDialog_viewer.graphql.ts";

const longestName = 80;

interface Props {
  viewer: NameDialog_viewer$key;
  onNamed: (name: string) => void;
  onClose: () => void;
}

/** Asks once who decides here. */
export function NameDialog({ viewer: key, onNamed, onClose }: Props) {
  const viewer = useFragment(
    graphql`
      fragment NameDialog_viewer on Viewer {
        name
        suggestedName
      }
    `,
    key,
  );
  const [name, setName] = useState(viewer.name ?? viewer.suggestedName ?? "");
  const [introduce, isBusy] = useIntroduce();
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    introduce(
      name.trim(),
      () => onNamed(name.trim()),
      (sentence) => say(`Your name was not kept: ${sentence}`, "trouble"),
    );
  };
  return (
    <Dialog title="Who decides?" onClose={onClose}>
      <form onSubmit={submit} className="stack">
        <p>Decisions and notes carry your name, so that others know whom to ask. This browser keeps it.</p>
        <label>
          Your name
          <input
            value={name}
            maxLength={longestName}
            autoComplete="name"
            required
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <footer>
          <button type="button" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="main" disabled={isBusy || !name.trim()}>
            Go on
          </button>
        </footer>
      </form>
    </Dialog>
  );
}
