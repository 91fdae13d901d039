import { useRef } from "react";
import { isFile } from "../../place.ts";
import { SaveDecisions } from "../../single/SaveDecisions.tsx";
import { useBoard } from "../BoardContext.ts";
import { useTakeIn } from "../takeIn/useTakeIn.ts";

interface Props {
  series: { id: string; name: string };
}

/** The board as a file without a server, and the way back of what was decided there. */
export function FileParts({ series }: Props) {
  return (
    <section className="file-parts" aria-label="File">
      <h3>Without a server</h3>
      {isFile ? <InFile /> : <OnServer series={series} />}
    </section>
  );
}

function InFile() {
  return (
    <>
      <p className="muted">
        What you decide and note here stays in this browser. Save it as a file, and let somebody drop that on the board,
        or run <code>patchboard import</code>: nothing is overwritten that was decided there since.
      </p>
      <footer>
        <SaveDecisions />
      </footer>
    </>
  );
}

function OnServer({ series }: Props) {
  const { targets, target } = useBoard();
  const takeIn = useTakeIn(series);
  const field = useRef<HTMLInputElement>(null);
  const branch = targets[target]?.branch;
  const query = branch === undefined ? "" : `?${new URLSearchParams({ target: branch }).toString()}`;
  return (
    <>
      <p className="muted">
        One HTML file holds this board, to read and decide anywhere. What was decided there comes back as a file: drop
        it on the board.
      </p>
      <footer>
        <a className="button" href={`/file/${encodeURIComponent(series.name)}.html${query}`} download>
          Board as one file
        </a>
        <button type="button" onClick={() => field.current?.click()}>
          Take decisions in…
        </button>
        <input
          ref={field}
          type="file"
          accept=".json,application/json"
          aria-label="Decisions file"
          hidden
          onChange={({ target: { files } }) => {
            const [file] = files ?? [];
            if (file) void takeIn(file);
            if (field.current) field.current.value = ""; // the same file may be chosen again
          }}
        />
      </footer>
    </>
  );
}
