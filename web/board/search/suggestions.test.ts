import { expect, test } from "vitest";
import { suggestions } from "./suggestions.ts";

const values = { author: ["Ada Löwe", "Ben"], area: ["h2", "mux-h2", "dns"], tag: ["BUG/MINOR"] };

test.each<[string, string[]]>([
  ["", []],
  ["timer", []],
  ["timer ", []],
  ["ver", ["verdict:"]],
  ["timer -a", ["timer -author:", "timer -area:"]],
  ["verdict:", ["verdict:no", "verdict:uncertain", "verdict:wait", "verdict:yes"]],
  ["x is:dec", ["x is:decided"]],
  ["author:a", ['author:"Ada Löwe"']],
  ["author:low", ['author:"Ada Löwe"']],
  ['author:"Ad', ['author:"Ada Löwe"']],
  ["-area:h", ["-area:h2", "-area:mux-h2"]],
  ["tag:bug", ["tag:BUG/MINOR"]],
  ["path:src", []],
  ['"an open quote ver', []],
  ['"a phrase" ha', ['"a phrase" has:']],
])("%j may become %j", (text, expected) => expect(suggestions(text, values)).toEqual(expected));
