import type { NoteRow } from "../store/notes.ts";
import type { Store } from "../store/store.ts";
import { type MentionNode, patchNodes } from "./nodes.ts";

const mostMentions = 20;
/** A word of hex digits with a digit and a letter: 2026112 is a number and defaced a word. */
const id = /(?<![\w-])(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}(?![\w-])/g;

/** The commit ids in a note that are patches of the series it belongs to, each once, in the order of the text. */
export function mentions(store: Store, note: NoteRow): MentionNode[] {
  const texts = [...new Set(note.text.match(id) ?? [])].slice(0, mostMentions);
  const [on] = texts.length ? store.board.patches([note.patch]) : [];
  if (!on) return [];
  return texts.flatMap((text) => {
    const patch = store.board.resolve(on.series, text);
    const [node] = patch === null ? [] : patchNodes(store, store.board.patches([patch]));
    return node ? [{ text, patch: node }] : [];
  });
}
