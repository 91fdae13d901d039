import { Cell } from "../../ui/cell.ts";
import { keptText } from "../../ui/kept.ts";
import { commands, type Act, type Command } from "./commands.ts";

/** The part of a keyboard event that matters. */
export interface Stroke {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** The keys that a person changed, by command; null for one that was taken away. */
export type Bindings = Readonly<Record<string, string | null>>;

const isMac = typeof navigator !== "undefined" && /Mac|iPhone|iPad/.test(navigator.platform);
const names: Record<string, string> = {
  Escape: "Esc",
  ArrowDown: "↓",
  ArrowUp: "↑",
  Enter: "⏎",
  "Mod+k": isMac ? "⌘K" : "Ctrl-K",
};

// What moves through a page, presses a button or leaves a place.
const reserved = new Set(["Tab", "Enter", " ", "Escape", "ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Mod+k"]);

const kept = keptText("patchboard.keys");

/** This person's keys, kept in this browser. */
export const bindings = new Cell<Bindings>(parsed(kept.read()));
bindings.follow(() => kept.write(JSON.stringify(bindings.get())));

/** The key of a command, as it is now; null for none. */
export function keyOf(id: string, own: Bindings = bindings.get()): string | null {
  const changed = own[id];
  return changed === undefined ? (commands.find((one) => one.id === id)?.key ?? null) : changed;
}

/**
 * The name of a stroke: the character it gives, or the key's own name (ArrowDown). Null for what is the browser's: all that
 * comes with Ctrl, Meta or Alt, but the palette's.
 */
export function strokeName(stroke: Stroke): string | null {
  const { key } = stroke;
  if (stroke.altKey) return null;
  if (stroke.ctrlKey || stroke.metaKey) return key.toLowerCase() === "k" && !stroke.shiftKey ? "Mod+k" : null;
  // Caps lock gives capitals without shift: a wider decision is only made on purpose.
  return key.length === 1 ? (stroke.shiftKey ? key.toUpperCase() : key.toLowerCase()) : key;
}

/** What a stroke means after the one before it (for g g); null when the board has nothing to do with it. */
export function actOf(name: string, before: string | null, own: Bindings = bindings.get()): Act | null {
  const both = before === null ? null : `${before} ${name}`;
  const found =
    commands.find((one) => both !== null && keyOf(one.id, own) === both) ??
    commands.find((one) => keyOf(one.id, own) === name || one.also?.includes(name));
  return found?.act ?? null;
}

/** True when a key of two strokes begins with this one. */
export function isBeginning(name: string, own: Bindings = bindings.get()): boolean {
  return commands.some((one) => keyOf(one.id, own)?.startsWith(`${name} `));
}

/** Why a command cannot have a key, in a sentence; null when it can. */
export function refusal(id: string, key: string, own: Bindings = bindings.get()): string | null {
  if (reserved.has(key)) return `${shownKey(key)} has a meaning of its own everywhere: choose another key.`;
  const other = commands.find((one) => one.id !== id && isTaken(one, key, own));
  return other ? `${shownKey(key)} is the key for “${other.does}”: change that one first.` : null;
}

/** Gives a command another key, or none; what it gives back says why it was refused. */
export function rebind(id: string, key: string | null): string | null {
  const why = key === null ? null : refusal(id, key);
  if (why !== null) return why;
  const { [id]: _, ...others } = bindings.get();
  const own = commands.find((one) => one.id === id)?.key;
  bindings.set(key === own ? others : { ...others, [id]: key });
  return null;
}

/** A key as people read it. */
export function shownKey(key: string): string {
  return key
    .split(" ")
    .map((one) => names[one] ?? one)
    .join(" ");
}

/** A title with the command's key behind it. */
export function withKey(title: string, id: string): string {
  const key = keyOf(id);
  return key === null ? title : `${title} (${shownKey(key)})`;
}

function isTaken(command: Command, key: string, own: Bindings): boolean {
  const theirs = keyOf(command.id, own);
  if (command.also?.includes(key)) return true;
  // A key that begins another one would have to wait for what comes next.
  return theirs !== null && (theirs === key || theirs.startsWith(`${key} `) || key.startsWith(`${theirs} `));
}

/** What was kept, without what nobody could have set: a file of another version, or one that was edited. */
function parsed(text: string | null): Bindings {
  let said: unknown;
  try {
    said = JSON.parse(text ?? "{}");
  } catch {
    return {};
  }
  let own: Bindings = {};
  if (typeof said !== "object" || said === null) return own;
  for (const [id, key] of Object.entries(said)) {
    const isKnown = commands.some((one) => one.id === id);
    if (isKnown && (key === null || (typeof key === "string" && refusal(id, key, own) === null)))
      own = { ...own, [id]: key };
  }
  return own;
}
