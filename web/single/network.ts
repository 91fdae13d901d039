import { Network, Observable, type ConcreteRequest, type INetwork } from "relay-runtime";
import { answer, type Source } from "./answer.ts";
import type { Content } from "./content.ts";
import type { FileBoard } from "./fileBoard.ts";
import type { KeptLog } from "./kept.ts";
import { seqOf } from "./log.ts";
import { asNode, mutations } from "./mutations.ts";

const operations = new Map(
  Object.values(
    import.meta.glob<ConcreteRequest>("../__generated__/*{Query,Mutation,Subscription}.graphql.ts", {
      eager: true,
      import: "default",
    }),
  ).map((request) => [request.params.name, request.operation]),
);

/** Relay's network without a server: answers come from what the file holds and from what was decided in it. */
export function fileNetwork(content: Content, board: FileBoard, log: KeptLog): INetwork {
  const take = () => board.follow(log.cell.get().entries);
  take();
  log.follow(take);
  const root = { ...queries(content, board, log), ...mutations(content, board, log) };
  return Network.create(
    ({ name, operationKind }, variables) => {
      const operation = operations.get(name);
      if (!operation) throw new Error(`${name}: this file has no server to ask.`);
      const field = operation.selections.find((one) => one.kind === "LinkedField");
      if (operationKind === "mutation" && !(field && field.name in root))
        throw new Error("This needs a server, and the file has none.");
      const done = { data: answer(operation.selections, root, variables) };
      // Relay shows what a mutation will come to after it has asked: an answer that is there by then would never be seen.
      return operationKind === "mutation" ? Promise.resolve(done) : done;
    },
    ({ name }, variables) => {
      const operation = operations.get(name);
      const isChanges = operation?.selections.some((one) => one.kind === "LinkedField" && one.name === "changes");
      return Observable.create((sink) => {
        // Of all that can be followed only changes happen here: this window's own, and those of another on the same file.
        if (!operation || !isChanges) return;
        return log.follow((shas) =>
          queueMicrotask(() => {
            const patches = shas.flatMap((sha) => board.bySha(sha) ?? []).map((patch) => asNode(board.shown(patch)));
            const changes = {
              seq: seqOf(log.cell.get()),
              isStale: false,
              patches,
              series: seriesOf(content, board, log),
            };
            sink.next({ data: answer(operation.selections, { changes }, variables) });
          }),
        );
      });
    },
  );
}

/** The series as it is in a file: nothing runs, nothing is synced. */
function seriesOf({ page }: Content, board: FileBoard, log: KeptLog): Source {
  const nothing = { isRunning: false, progress: null, trouble: null };
  return {
    ...page.series,
    patches: (args: Record<string, unknown>) => pageOf(board, args),
    search: ({ query }: { query: string }) => ({ ids: board.search(query), took: 0, trouble: null, unread: 0 }),
    pickList: (args: Record<string, unknown>) => board.pickList(args as never),
    seq: () => seqOf(log.cell.get()),
    run: null,
    model: { state: "none", words: "A file has no model." },
    sync: { ...nothing, ...(page.series as { sync?: object }).sync, isRunning: false },
  };
}

function queries(content: Content, board: FileBoard, log: KeptLog): Source {
  const { page } = content;
  const series = seriesOf(content, board, log);
  return {
    viewer: () => ({ name: log.cell.get().who, suggestedName: null }),
    series: ({ name }: { name: string }) => (name === page.series.name ? series : null),
    allSeries: [series],
    node: ({ id }: { id: string }) => {
      const patch = board.byId(id);
      return patch && asNode(board.shown(patch));
    },
  };
}

function pageOf(board: FileBoard, args: Record<string, unknown>) {
  const [first, after, from] = [Number(args["first"]), args["after"], Number(args["from"] ?? 1)];
  const begin = after == null ? board.patches.findIndex((patch) => patch.number >= from) : Number(after) + 1;
  const start = begin < 0 ? board.patches.length : begin;
  const page = board.patches.slice(start, start + first);
  return {
    edges: page.map((patch, i) => ({ node: asNode(board.shown(patch)), cursor: String(start + i) })),
    pageInfo: {
      hasNextPage: start + page.length < board.patches.length,
      hasPreviousPage: start > 0,
      startCursor: page.length ? String(start) : null,
      endCursor: page.length ? String(start + page.length - 1) : null,
    },
  };
}
