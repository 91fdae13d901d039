// Loaded when the first diff is shown: lowlight gives a tree, of which React makes elements, and no HTML text.
import { common, createLowlight } from "lowlight";
import type { Hunk } from "./diffLines.ts";

/** A run of text in one colour; null for the plain one. */
export type Token = readonly [text: string, colour: string | null];

type Node = ReturnType<typeof lowlight.highlight>["children"][number];

const lowlight = createLowlight(common);

/** Lines longer than this are data, and what makes them is no language. */
const longestLine = 1_000;

/**
 * The lines of a hunk in runs of colour, without the sign in front; null for a line that stays plain. What was there before
 * and what is there after are read as two texts, because together they are none.
 */
export function colourHunk({ lines }: Hunk, language: string): (readonly Token[] | null)[] {
  if (lines.some((line) => line.text.length > longestLine)) return lines.map(() => null);
  const read = (other: "plus" | "minus") => {
    const text = lines.map(({ kind, text: line }) => (kind === other || kind === "place" ? "" : line.slice(1)));
    return linesOf(lowlight.highlight(language, text.join("\n")).children);
  };
  const [before, after] = [read("plus"), read("minus")];
  return lines.map(({ kind, text }, i) => {
    if (kind === "place" || text.startsWith("\\")) return null;
    return (kind === "minus" ? before : after)[i] ?? null;
  });
}

function linesOf(nodes: readonly Node[]): Token[][] {
  const lines: Token[][] = [[]];
  const walk = (node: Node, colour: string | null) => {
    if (node.type === "element") {
      const names = node.properties["className"];
      const [, name] = /^hljs-(\w+)/.exec(Array.isArray(names) ? String(names[0]) : "") ?? [];
      for (const child of node.children) walk(child, name ?? colour);
    } else if (node.type === "text") {
      for (const [i, part] of node.value.split("\n").entries()) {
        if (i > 0) lines.push([]);
        if (part) lines.at(-1)?.push([part, colour]);
      }
    }
  };
  for (const node of nodes) walk(node, null);
  return lines;
}
