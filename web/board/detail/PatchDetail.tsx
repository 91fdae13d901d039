import "./detail.css";
import { Suspense, useEffect, useRef } from "react";
import { createOperationDescriptor, fetchQuery, getRequest, type Subscription } from "relay-runtime";
import {
  graphql,
  useFragment,
  usePreloadedQuery,
  useQueryLoader,
  useRelayEnvironment,
  type PreloadedQuery,
} from "react-relay";
import { isFile } from "../../place.ts";
import { Boundary } from "../../ui/Boundary.tsx";
import { useCell } from "../../ui/cell.ts";
import { useBoard } from "../BoardContext.ts";
import type { PatchRow } from "../BoardRows.ts";
import { Answers } from "./Answers.tsx";
import { BranchTable } from "./BranchTable.tsx";
import { Diff } from "./diff/Diff.tsx";
import { Facts } from "./Facts.tsx";
import { Files } from "./Files.tsx";
import { History } from "./History.tsx";
import { Message } from "./Message.tsx";
import { Notes } from "./Notes.tsx";
import { giveUpNote } from "./noteWanted.ts";
import { ReadingTools } from "./ReadingTools.tsx";
import { SameFiles } from "./SameFiles.tsx";
import { touched } from "./touched.ts";
import { Unread } from "./Unread.tsx";
import type { PatchDetail_patch$key } from "../../__generated__/PatchDetail_patch.graphql.ts";
import type { PatchDetailQuery } from "../../__generated__/PatchDetailQuery.graphql.ts";

const detailQuery = graphql`
  query PatchDetailQuery($id: ID!) {
    node(id: $id) {
      ...PatchDetail_patch @alias(as: "patch")
    }
  }
`;

/** Everything about one patch, in place below its row; read when it is opened. */
export function PatchDetail({ row }: { row: PatchRow }) {
  const [query, load] = useQueryLoader<PatchDetailQuery>(detailQuery);
  const environment = useRelayEnvironment();
  const again = () => load({ id: row.id }, { fetchPolicy: "store-and-network" });
  const read = () => fetchQuery<PatchDetailQuery>(environment, detailQuery, { id: row.id }).toPromise();
  useEffect(() => load({ id: row.id }, { fetchPolicy: "store-and-network" }), [load, row.id]);
  useFresh(row.id);
  useEffect(() => () => giveUpNote(row.id), [row.id]);
  const wait = <p className="calm wait">reading {row.sha.slice(0, 8)}…</p>;
  return (
    <section className="detail" aria-label={`Details of ${row.sha.slice(0, 8)}`}>
      <Boundary
        onRetry={again}
        renderFailure={(sentence, retry) => <Unread id={row.id} sentence={sentence} read={read} retry={retry} />}
      >
        <Suspense fallback={wait}>{query ? <Loaded query={query} row={row} /> : wait}</Suspense>
      </Boundary>
    </section>
  );
}

/** Reads the open patch again when somebody changed it, or the series has other branches; what is on screen stays meanwhile. */
function useFresh(id: string) {
  const environment = useRelayEnvironment();
  const readings = useRef(new Set<Subscription>());
  const changed = useCell(touched);
  const { targets } = useBoard();
  const branches = targets.map((one) => one.id).join();
  const read = useRef({ changed, branches });
  useEffect(() => {
    const last = read.current;
    read.current = { changed, branches };
    if (branches === last.branches && (changed === last.changed || !changed.includes(id))) return;
    // A reading that is on its way may have been answered before the change: it comes first, so that it is not the last.
    const operation = createOperationDescriptor(getRequest(detailQuery), { id });
    const isUnderway = environment.isRequestActive(operation.request.identifier);
    const after = environment.execute({ operation }).map(() => null);
    const before = fetchQuery<PatchDetailQuery>(environment, detailQuery, { id }).map(() => null);
    const reading = (isUnderway ? before.concat(after) : after).subscribe({
      complete: () => readings.current.delete(reading),
      error: () => readings.current.delete(reading), // the next change tries again
    });
    readings.current.add(reading);
  }, [changed, branches, environment, id]);
  // Until the details close: a change of another patch must not end the reading of this one.
  useEffect(() => {
    const open = readings.current;
    return () => {
      for (const reading of open) reading.unsubscribe();
      open.clear();
    };
  }, []);
}

function Loaded({ query, row }: { query: PreloadedQuery<PatchDetailQuery>; row: PatchRow }) {
  const { node } = usePreloadedQuery<PatchDetailQuery>(detailQuery, query);
  if (!node?.patch) return <p className="calm">This patch is no longer in the database.</p>;
  return <Parts patch={node.patch} row={row} />;
}

function Parts({ patch: key, row }: { patch: PatchDetail_patch$key; row: PatchRow }) {
  const patch = useFragment(
    graphql`
      fragment PatchDetail_patch on Patch {
        ...Message_patch
        ...Facts_patch
        ...Files_patch
        ...BranchTable_patch
        ...Answers_patch
        ...Notes_patch
        ...History_patch
      }
    `,
    key,
  );
  return (
    <>
      <div className="detail-main">
        <ReadingTools row={row} />
        <Message patch={patch} />
        <Notes patch={patch} id={row.id} />
        {isFile ? <p className="muted">Files and diff are not part of this file.</p> : <Files patch={patch} />}
        {!isFile && <Diff id={row.id} />}
        {!isFile && <SameFiles id={row.id} />}
      </div>
      <div className="detail-side">
        <BranchTable patch={patch} row={row} />
        <Answers patch={patch} />
        <Facts patch={patch} />
        <History patch={patch} row={row} />
      </div>
    </>
  );
}
