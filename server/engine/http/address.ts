import { WrongUse } from "../../domain.ts";

/** Where a server's OpenAI-compatible API is. `shown` is what messages say: without credentials, query and fragment. */
export interface Address {
  /** Without a slash at its end, most often ending in /v1. */
  base: string;
  /** The same without /v1: what servers answer beside the API stands there. */
  root: string;
  host: string;
  shown: string;
}

/** Checks a base URL like http://gpu:8000/v1. Throws WrongUse, never with the credentials that it may hold. */
export function readAddress(url: string): Address {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  if (!parsed) throw new WrongUse("the URL of a model's endpoint is not one: it looks like http://gpu:8000/v1.");
  const path = parsed.pathname.replace(/\/+$/, "").replace(/\/(?:chat\/completions|models)$/, "");
  const shown = parsed.origin === "null" ? parsed.protocol : parsed.origin + path;
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:")
    throw new WrongUse(`${shown}: a model's endpoint is reached by http or https.`);
  if (parsed.username || parsed.password)
    throw new WrongUse(`${shown}: put the key into a key file or the environment, not into the URL.`);
  if (parsed.search || parsed.hash)
    throw new WrongUse(`${shown}: a base URL has nothing behind ? or #. A key belongs into a key file.`);
  return { base: shown, root: shown.replace(/\/v\d+$/, ""), host: parsed.host, shown };
}

/** Shorter keys are placeholders, like the "ollama" that some clients insist on: they are words that texts may hold. */
const fewestSecretCharacters = 8;
const hidden = "[key]";

/**
 * A server's text without the key, should it have sent it back, also where a stream so far ends in the middle of it, and also
 * where it is written with the escapes of JSON or of URLs: who parses the text would have it plain again.
 */
export function withoutKey(text: string, key: string | null): string {
  if (!key || key.length < fewestSecretCharacters) return text;
  let clean = "";
  let done = 0;
  for (let at = 0; at < text.length; at++) {
    const { length, end, isOpen } = keyAt(text, at, key);
    if (length === key.length) {
      clean += text.slice(done, at) + hidden;
      done = end;
      at = end - 1;
    } else if (isOpen && length >= fewestSecretCharacters / 2) return clean + text.slice(done, at);
  }
  return clean + text.slice(done);
}

const escaped = /\\+u00([0-9a-f]{2})|%([0-9a-f]{2})|\\+([^\\])/iy;
const halfEscaped = /(?:\\+(?:u[0-9a-f]{0,3})?|%[0-9a-f]?)?$/iy;

/** How many of the key's characters stand there, and where they end. `isOpen`: the text ends before the next one is whole. */
function keyAt(text: string, from: number, key: string): { length: number; end: number; isOpen: boolean } {
  let end = from;
  for (let length = 0; length < key.length; length++) {
    if (text[end] === key[length]) {
      end++;
      continue;
    }
    escaped.lastIndex = end;
    const [all = "", hex, percent, plain] = escaped.exec(text) ?? [];
    const code = hex ?? percent;
    if (all && (code ? String.fromCharCode(parseInt(code, 16)) : plain) === key[length]) {
      end += all.length;
      continue;
    }
    halfEscaped.lastIndex = end;
    return { length, end, isOpen: length > 0 && halfEscaped.test(text) };
  }
  return { length: key.length, end, isOpen: false };
}

/** Throws WrongUse for a key that cannot stand in a header; null and what is empty are no key. */
export function readKey(key: string | null, { shown }: Address): string | null {
  const trimmed = key?.trim() ?? "";
  if (/[^\x21-\x7e]/.test(trimmed)) throw new WrongUse(`${shown}: its key has spaces or characters that no key has.`);
  return trimmed || null;
}
