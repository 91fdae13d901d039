import type { View } from "../../route.ts";
import { count } from "../../ui/format.ts";
import { conditionNames, letterNames } from "../filterNames.ts";
import { keyOf } from "../keys/bindings.ts";
import { commands, type Act } from "../keys/commands.ts";

/** One thing that the palette offers. */
export interface Line {
  id: string;
  /** What kind of thing it is. */
  kind: string;
  words: string;
  key: string | null;
  act: Act;
}

/** What there is to offer beside the commands. */
export interface Around {
  targets: readonly { branch: string }[];
  series: readonly string[];
  areas: readonly (readonly [string, number])[];
  authors: readonly (readonly [string, number])[];
  places: readonly { who: string; number: number; branch: string }[];
  /** The engine is reading now. */
  isRunning: boolean;
  /** A note is open that can be saved. */
  hasNote: boolean;
  /** No server stands behind the board: it cannot be asked to do anything. */
  isFile: boolean;
}

const mostLines = 50;

/** Everything that the palette can find, commands first: each key stands beside what it does. */
export function linesOf(around: Around): Line[] {
  const { targets, series, areas, authors, places, isRunning, isFile } = around;
  const run: Line = isRunning
    ? { id: "cancel-run", kind: "board", words: "cancel what the engine reads", key: null, act: { do: "cancelRun" } }
    : { id: "start-run", kind: "board", words: "let the engine read what is left", key: null, act: { do: "startRun" } };
  const note: Line = {
    id: "save-note",
    kind: "decide",
    words: "save the note",
    key: "Ctrl-⏎",
    act: { do: "saveNote" },
  };
  return [
    ...(around.hasNote ? [note] : []),
    ...commands
      .filter(({ id }) => id !== "palette" && id !== "close" && !(isFile && id === "sync"))
      .map(({ id, group, does, act }) => ({
        id,
        kind: group.toLowerCase(),
        words: named(id, does),
        key: keyOf(id),
        act,
      })),
    ...(isFile ? [] : [run]),
    ...targets.map(({ branch }) => view("target", branch, `fill ${branch}`, { target: branch })),
    ...places.map(({ who, number, branch }) => ({
      id: `place ${who}`,
      kind: "place",
      words: `go on where ${who} was: ${number} for ${branch}`,
      key: null,
      act: { do: "place", who } as const,
    })),
    ...series.map((name) => ({
      id: `series ${name}`,
      kind: "series",
      words: `open ${name}`,
      key: null,
      act: { do: "series", name } as const,
    })),
    ...areas.map(([area, n]) => view("area", area, `only area ${area} (${count(n)})`, { area })),
    ...authors.map(([author, n]) => view("author", author, `only author ${author} (${count(n)})`, { author })),
  ];
}

/** The lines in which every word typed begins a word; those that begin with what was typed first. */
export function matching(lines: readonly Line[], typed: string): Line[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const text = words.join(" ");
  const found = lines.filter((line) => {
    const parts = `${line.words} ${line.kind}`.toLowerCase().split(/[\s/(),:“”-]+/);
    return words.every(
      (word) => parts.some((part) => part.startsWith(word)) || line.words.toLowerCase().includes(word),
    );
  });
  const begins = found.filter((line) => line.words.toLowerCase().startsWith(text));
  return [...new Set([...begins, ...found])].slice(0, mostLines);
}

/** Filters in the words that stand on their buttons, so that both are found by the same name. */
function named(id: string, does: string): string {
  const only = Object.entries(conditionNames).find(([condition]) => condition === id);
  if (only) return `${only[1][0]}: ${does}`;
  const shown = Object.values(letterNames).find(([, name]) => id === `show-${name.toLowerCase()}`);
  return shown ? `${does} (${shown[0]})` : does;
}

function view(kind: string, id: string, words: string, change: Partial<View>): Line {
  return { id: `${kind} ${id}`, kind, words, key: null, act: { do: "view", change } };
}
