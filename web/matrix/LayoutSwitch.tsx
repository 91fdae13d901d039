import { changeView } from "../useRoute.ts";
import { wholeMatrix, type MatrixView } from "./view.ts";

/** List or matrix: the same patches, for one stable branch or for all of them. */
export function LayoutSwitch({ matrix }: { matrix: MatrixView | null }) {
  return (
    <span role="group" aria-label="Layout" className="toggles only layout">
      <button type="button" aria-pressed={!matrix} title="Patches with reasons (M)" onClick={() => toLayout(null)}>
        List
      </button>
      <button
        type="button"
        aria-pressed={matrix !== null}
        title="Patches and stable branches: what is missing where (M)"
        onClick={() => toLayout(wholeMatrix)}
      >
        Matrix
      </button>
    </span>
  );
}

const toLayout = (matrix: MatrixView | null) => changeView({ matrix, open: null });
