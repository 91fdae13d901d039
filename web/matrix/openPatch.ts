import type { PatchRow } from "../board/BoardRows.ts";
import { openId } from "../board/useBoardActs.ts";
import { viewOf } from "../route.ts";
import { changeView } from "../useRoute.ts";

/** Goes from the matrix to a patch on the list, open, whatever hid it there; "back" returns to the matrix. */
export function openPatch(row: PatchRow): void {
  changeView({
    matrix: null,
    show: viewOf([row]).show,
    only: [],
    start: "all",
    open: openId(row),
  });
}
