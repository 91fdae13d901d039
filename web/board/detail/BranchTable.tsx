import { graphql, useFragment } from "react-relay";
import { clock, day } from "../../ui/format.ts";
import { urlFor } from "../../ui/links.ts";
import { useBoard, verdictNames } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { Key } from "../keys/Key.tsx";
import { WaitMark } from "../wait/WaitMark.tsx";
import { isBackported, isSeenBy } from "../filter.ts";
import type { BranchTable_patch$data, BranchTable_patch$key } from "../../__generated__/BranchTable_patch.graphql.ts";

/** The patch on each stable branch: verdict, by whom, why, and the backport that was found. */
export function BranchTable({ patch: key, row }: { patch: BranchTable_patch$key; row: PatchRow }) {
  const { branches } = useFragment(
    graphql`
      fragment BranchTable_patch on Patch {
        branches {
          target {
            id
          }
          by
          at
          engine
          reason
          backport {
            sha
            evidence
            detail
            at
          }
        }
      }
    `,
    key,
  );
  const { target, targets } = useBoard();
  // The row and the details are read at different times, and a new branch moves the others: what belongs to a branch is found by it.
  const found = targets.map((one) => branches.find((branch) => branch.target.id === one.id) ?? null);
  return (
    <section aria-label="Stable branches">
      <h2>Stable branches</h2>
      <table className="branch-table">
        <thead>
          <tr>
            <th scope="col">branch</th>
            <th scope="col">verdict</th>
            <th scope="col">why</th>
          </tr>
        </thead>
        <tbody>
          {targets.map(({ id, branch }, i) => (
            <tr key={id} data-current={i === target}>
              <th scope="row">{branch}</th>
              <td>
                <Choice row={row} target={i} branch={branch} />
              </td>
              <td>
                <WaitMark row={row} target={i} />
                <Why branch={found[i] ?? null} before={found[i - 1] ?? null} by={row.deciders[i] ?? null} />
                <Agreed names={row.agreed?.[i] ?? []} />
                {found[i]?.backport && <Found backport={found[i].backport} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The row's verdict for one branch; it is the row that knows an optimistic one. Empty withdraws a person's. */
function Choice({ row, target, branch }: { row: PatchRow; target: number; branch: string }) {
  const { decide, agree, me, target: shown } = useBoard();
  const by = row.deciders[target];
  return (
    <span className="choice">
      <select
        aria-label={`Verdict for ${branch}`}
        value={row.verdicts[target]}
        data-verdict={row.verdicts[target]?.[0]}
        data-by={by ? "person" : "machine"}
        onChange={(event) => {
          const chosen = verdictNames.find(([value]) => value === event.target.value);
          if (chosen) decide(row, [target], chosen[0]);
        }}
      >
        {verdictNames.map(([value, , name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      {!isSeenBy(row, target, me) && !isBackported(row, target) && (
        <button
          type="button"
          className="quiet"
          title="Seen, and agreed with this verdict"
          onClick={() => agree(row, target)}
        >
          agree {target === shown && <Key of="agree" />}
        </button>
      )}
      {by && (
        <button
          type="button"
          className="quiet"
          title="Withdraw the decision: the machine's verdict shows again"
          onClick={() => decide(row, [target], null)}
        >
          withdraw
        </button>
      )}
    </span>
  );
}

type Branch = BranchTable_patch$data["branches"][number];

function Why({ branch, before, by }: { branch: Branch | null; before: Branch | null; by: string | null }) {
  if (by) {
    return (
      <>
        by <bdi>{by}</bdi>
        {branch?.at && <span className="muted"> {clock(branch.at)}</span>}
      </>
    );
  }
  if (!branch) return null;
  if (before && !before.by && before.engine === branch.engine && before.reason === branch.reason) {
    return <span className="muted">as above</span>;
  }
  return (
    <>
      {branch.engine && <span className="muted">{branch.engine.toLowerCase()}: </span>}
      <bdi dir="auto">{branch.reason}</bdi>
    </>
  );
}

function Agreed({ names }: { names: readonly string[] }) {
  if (!names.length) return null;
  return (
    <p className="agreed">
      ✓ seen and agreed: <bdi>{names.join(", ")}</bdi>
    </p>
  );
}

function Found({ backport }: { backport: NonNullable<Branch["backport"]> }) {
  const { forge } = useBoard();
  const url = urlFor(forge.commitUrl, backport.sha);
  const id = backport.sha.slice(0, 12);
  return (
    <p className="found">
      {backport.evidence === "CLAIMED" ? "≈ claimed" : "✓ there"} as{" "}
      <code title={backport.sha}>
        {url ? (
          <a href={url} target="_blank" rel="noreferrer">
            {id}
          </a>
        ) : (
          id
        )}
      </code>{" "}
      since {day(backport.at)}. <span className="muted">{backport.detail}</span>
    </p>
  );
}
