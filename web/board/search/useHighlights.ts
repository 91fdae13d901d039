import { useEffect } from "react";
import { parseQuery } from "../../../search/query.ts";
import { patternOf } from "../../../search/words.ts";

/** Where words are marked: subjects of rows that can be seen, and the open message and its notes. */
const places = ".subject, .reason, .message, .note-text";
const name = "found";
const paintMs = 60;
const mostRanges = 2_000;

/**
 * Marks the words of a search by the CSS Custom Highlight API: no element is made or changed, so that React, the browser's
 * find and copying know nothing of it. A browser without it (Firefox before 140) shows no marks.
 */
export function useHighlights(text: string): void {
  useEffect(() => {
    const patterns = patternsOf(text);
    if (!patterns.length || !("highlights" in CSS)) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const paint = () => {
      timer = undefined;
      CSS.highlights.set(name, new Highlight(...rangesIn(placesNear(), patterns)));
    };
    paint();
    const observer = new MutationObserver((changes) => {
      if (changes.some(({ target }) => !isFar(target))) timer ??= setTimeout(paint, paintMs);
    });
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      CSS.highlights.delete(name);
    };
  }, [text]);
}

/** Rows off the screen hold nothing that is marked; 20,000 of them are filled and emptied while one types. */
const isFar = (node: Node | null) => node instanceof Element && node.getAttribute("role") === "presentation";

/** The places in chunks of rows that are near the screen: there are six elements for each of 20,000 rows. */
function* placesNear(): Generator<Element> {
  const grid = document.querySelector("[role=grid]");
  for (const chunk of grid?.children ?? []) {
    if (!isFar(chunk.firstElementChild)) yield* chunk.querySelectorAll(places);
  }
}

function patternsOf(text: string): RegExp[] {
  return parseQuery(text).terms.flatMap((term) => {
    const pattern = term.kind === "word" && !term.isNot ? patternOf(term.text, term.isPhrase, "g") : null;
    return pattern ? [pattern] : [];
  });
}

function rangesIn(elements: Iterable<Element>, patterns: readonly RegExp[]): Range[] {
  const ranges: Range[] = [];
  for (const element of elements) {
    // A tag or a link splits what reads as one text: it is searched as one, and found places are mapped back to the nodes.
    const nodes = textNodes(element);
    const whole = nodes.map(({ node }) => node.data).join("");
    for (const pattern of patterns) {
      for (const { index, 0: found } of whole.matchAll(pattern)) {
        const range = rangeOf(nodes, index, index + found.length);
        if (range) ranges.push(range);
        if (ranges.length === mostRanges) return ranges;
      }
    }
  }
  return ranges;
}

interface Placed {
  node: Text;
  from: number;
}

function textNodes(element: Element): Placed[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: Placed[] = [];
  for (let from = 0; walker.nextNode();) {
    const node = walker.currentNode as Text;
    nodes.push({ node, from });
    from += node.data.length;
  }
  return nodes;
}

function rangeOf(nodes: readonly Placed[], start: number, end: number): Range | null {
  const first = nodes.findLast(({ from }) => from <= start);
  const last = nodes.findLast(({ from }) => from < end);
  if (!first || !last) return null;
  const range = new Range();
  range.setStart(first.node, start - first.from);
  range.setEnd(last.node, end - last.from);
  return range;
}
