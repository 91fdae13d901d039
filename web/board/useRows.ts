import { useLayoutEffect, useMemo } from "react";
import { useRelayEnvironment } from "react-relay";
import { useCell } from "../ui/cell.ts";
import { BoardRows } from "./BoardRows.ts";
import { openedRowsOf, showOpened } from "./openedRows.ts";

/** The rows of a series and where they come from; read from patch number `from` on first. */
export function useRows(name: string, from: number) {
  const environment = useRelayEnvironment();
  const source = useMemo(() => openedRowsOf(name) ?? new BoardRows(environment, name), [environment, name]);
  useLayoutEffect(() => {
    if (!showOpened(source)) void source.load(from);
    return () => source.dispose();
    // `from` only says where to begin: another start later needs nothing that is not read already.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [source]);
  return [useCell(source.cell), source] as const;
}
