import { operators, states, things, verdicts } from "../../../search/query.ts";
import { unaccented } from "../../../search/words.ts";

/** What may follow an operator; authors, areas and tags are those of the board, most frequent first. */
export interface Values {
  author: readonly string[];
  area: readonly string[];
  tag: readonly string[];
}

const mostSuggestions = 12;
const choices: Record<string, readonly string[]> = { verdict: verdicts, is: states, has: things };

/** Whole searches that the typed one may become, by what its last term can go on to. Empty when that is text. */
export function suggestions(text: string, values: Values): string[] {
  const found = /^((?:.*\s)?-?)(?:([a-z]+):)?("?)([^\s"]*)$/is.exec(text);
  if (!found || (text.split('"').length + (found[3] ? 1 : 0)) % 2 === 0) return [];
  const [, head = "", name, , begun = ""] = found;
  if (name === undefined) {
    return begun === ""
      ? []
      : operators.filter((one) => one.startsWith(begun.toLowerCase())).map((one) => `${head}${one}:`);
  }
  const of = name.toLowerCase();
  const all = of === "author" || of === "area" || of === "tag" ? values[of] : (choices[of] ?? []);
  return all
    .filter((one) => plain(one).includes(plain(begun)) && !one.includes('"'))
    .slice(0, mostSuggestions)
    .map((one) => `${head}${name}:${/\s/.test(one) ? `"${one}"` : one}`);
}

const plain = (text: string) => unaccented(text).toLowerCase();
