import { writtenSchema } from "../written.ts";

/** Evaluated and not generated: every explanation begins with it. */
export const formLead = '{"reason":"';

const { properties } = writtenSchema;
const items = properties.prerequisites;

/**
 * The grammar of an explanation after its lead, in GBNF: the form of `writtenSchema` without any freedom in spaces, so that no
 * token is spent on layout; node-llama-cpp's grammar for a schema allows indentation and demands four line feeds behind the end.
 * A control character cannot be written, and neither can a character by its number: a person reads the text as it is.
 */
export function formGrammar(): string {
  const text = (most: number) => `char{0,${most}}`;
  const item = `"\\"" ${text(items.items.maxLength)} "\\""`;
  const verdicts = properties.verdict.enum.map((one) => `"${one}"`).join(" | ");
  return [
    `root ::= char{1,${properties.reason.maxLength}} ${member("quote")} "\\"" ${text(properties.quote.maxLength)} "\\""` +
      ` ${behind("verdict")} "\\"" (${verdicts}) "\\"" ${behind("oldest")} "\\"" ${text(properties.oldest.maxLength)} "\\""` +
      ` ${behind("prerequisites")} "[" (${item} ("," ${item}){0,${items.maxItems - 1}})? "]}"`,
    String.raw`char ::= [^"\\\x00-\x1f\x7f-\x9f] | "\\" ["\\/n]`,
  ].join("\n");
}

/** The reason's closing quote and the next name. */
const member = (name: string) => `"\\",\\"${name}\\":"`;
const behind = (name: string) => `",\\"${name}\\":"`;
