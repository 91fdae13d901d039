import { graphql, usePreloadedQuery, type PreloadedQuery } from "react-relay";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { downloadText } from "../../ui/copy.ts";
import { count, plural } from "../../ui/format.ts";
import type { PickListQuery } from "../../__generated__/PickListQuery.graphql.ts";

/** The cherry-pick list of one target. */
export const pickListQuery = graphql`
  query PickListQuery($name: String!, $target: ID!, $from: Int, $machine: Boolean!) {
    series(name: $name) {
      pickList(target: $target, from: $from, machine: $machine) {
        from
        shell
        ids
        decidedCount
        instructedCount
        guessedCount
        warnings
      }
    }
  }
`;

interface Props {
  query: PreloadedQuery<PickListQuery>;
  branch: string;
  /** Called with the button that copies, when the list is there. */
  onShown: (copy: HTMLButtonElement | null) => void;
}

/** How many and on whose word, what to know before, and the text to paste. */
export function PickList({ query, branch, onShown }: Props) {
  const { series } = usePreloadedQuery<PickListQuery>(pickListQuery, query);
  if (!series) return null;
  const list = series.pickList;
  return (
    <>
      <p className="pick-count">
        <strong>{plural(list.ids.length, "patch", "patches")}</strong> from number {list.from} on, oldest first
      </p>
      <dl className="pick-kinds">
        <div>
          <dt>decided by people</dt>
          <dd>{count(list.decidedCount)}</dd>
        </div>
        <div>
          <dt>asked for by authors</dt>
          <dd>{count(list.instructedCount)}</dd>
        </div>
        <div>
          <dt>guessed by machines</dt>
          <dd>{count(list.guessedCount)}</dd>
        </div>
      </dl>
      {list.warnings.length > 0 && (
        <ul className="warnings" aria-label="Warnings">
          {list.warnings.map((warning) => (
            <li key={warning}>
              <bdi dir="auto">{warning}</bdi>
            </li>
          ))}
        </ul>
      )}
      {list.shell ? (
        <>
          <pre className="shell" tabIndex={0} aria-label="Shell text">
            {list.shell}
          </pre>
          <footer>
            <CopyButton text={list.shell} label="Copy" className="main" ref={onShown} />
            <CopyButton text={list.ids.join("\n")} label="Copy ids only" />
            <button
              type="button"
              onClick={() => downloadText(list.shell, `pick-${branch.replace(/[^\w.-]+/g, "-")}.sh`)}
            >
              Download
            </button>
          </footer>
        </>
      ) : (
        <p className="calm">Nothing to pick.</p>
      )}
    </>
  );
}
