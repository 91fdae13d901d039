import type { Store } from "../store/store.ts";
import { parseId, type PatchNode, patchNodes } from "./nodes.ts";
import type { ResolversTypes } from "./__generated__/types.ts";

/** A patch by its row id; null when there is none. */
export function patch(store: Store, id: number): PatchNode | null {
  return patchNodes(store, store.board.patches([id]))[0] ?? null;
}

/** Any object by its global id; null when there is none. */
export function nodeOf(store: Store, id: string): ResolversTypes["Node"] | null {
  const parsed = parseId(id);
  switch (parsed?.kind) {
    case "series":
      return store.series.byId(parsed.row);
    case "target":
      return store.series.target(parsed.row);
    case "patch":
      return patch(store, parsed.row);
    case "note":
      return store.notes.note(parsed.row);
    case "run":
      return store.runs.run(parsed.row);
    case "classification":
      return classification(store, parsed.row);
    case "view":
      return store.views.view(parsed.row);
    default:
      return null;
  }
}

/** An answer as long as it is the newest of its engine. */
function classification(store: Store, id: number) {
  const of = store.classifications.patchOf(id);
  const node = of === null ? null : patch(store, of);
  const one = node?.view.classifications.find((kept) => kept.id === id);
  return node && one ? { one, patch: node } : null;
}

/** The type of an object that `nodeOf` gave. */
export function typeNameOf(node: object) {
  if ("one" in node) return "Classification";
  if ("view" in node) return "Patch";
  if ("upstream" in node) return "Series";
  if ("search" in node) return "SavedView";
  if ("branch" in node) return "Target";
  return "planned" in node ? "Run" : "Note";
}
