import "./palette.css";
import { lazy, Suspense, useMemo, useState } from "react";
import { graphql, useFragment } from "react-relay";
import { Dialog } from "../../ui/Dialog.tsx";
import { isFile } from "../../place.ts";
import { useBoard } from "../BoardContext.ts";
import { noteInHand } from "../detail/noteInHand.ts";
import { makeValuesOf, type Filter, type Row } from "../filter.ts";
import type { Act } from "../keys/commands.ts";
import type { Place } from "../queue/Resume.tsx";
import { linesOf } from "./lines.ts";
import type { PaletteDialog_query$key } from "../../__generated__/PaletteDialog_query.graphql.ts";

const Palette = lazy(async () => ({ default: (await import("./Palette.tsx")).Palette }));

interface Props {
  query: PaletteDialog_query$key;
  rows: readonly Row[];
  filter: Filter;
  places: readonly Place[];
  me: string | null;
  onClose: () => void;
  onChosen: (act: Act) => void;
}

/** Finds anything that can be done. What is typed while the list is still on its way goes into the field, and not to the board. */
export function PaletteDialog({ query, rows, filter, places, me, onClose, onChosen }: Props) {
  const { allSeries } = useFragment(
    graphql`
      fragment PaletteDialog_query on Query {
        allSeries {
          name
        }
      }
    `,
    query,
  );
  const { targets, isRunning } = useBoard();
  const [typed, setTyped] = useState("");
  const [isEntered, setEntered] = useState(false);
  const lines = useMemo(() => {
    const rest = { ...filter, area: "", author: "" };
    return linesOf({
      targets,
      series: allSeries.map(({ name }) => name),
      areas: makeValuesOf("area")(rows, rest),
      authors: makeValuesOf("author")(rows, rest),
      isRunning,
      hasNote: noteInHand.get() !== null,
      isFile,
      places: places.flatMap(({ who, patch: { number }, target: { branch } }) =>
        who === me ? [] : [{ who, number, branch }],
      ),
    });
    // Read once, when the palette opens: what arrives meanwhile must not move the lines under a finger.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  return (
    <Dialog title="Find anything" isBare onClose={onClose}>
      <div className="palette">
        <Suspense
          fallback={
            <input
              aria-label="Find"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => event.key === "Enter" && setEntered(true)}
            />
          }
        >
          <Palette lines={lines} typed={typed} isEntered={isEntered} onChosen={onChosen} />
        </Suspense>
      </div>
    </Dialog>
  );
}
