import { withoutKey } from "./address.ts";

/**
 * What went wrong between patchboard and a server.
 * `unreachable`: no connection. `wrong`: it is not to be used as configured (key, path, model, certificate, redirect).
 * `busy`: it asks to wait. `slow`, `broken`: it began and failed, or failed inside. `unwelcome`: it refuses what the
 * request asks for. `overflow`: the request does not fit into the model's context.
 */
export type FaultKind = "unreachable" | "wrong" | "busy" | "slow" | "broken" | "unwelcome" | "overflow";

interface Details {
  /** How long the server asks to wait. */
  waitMs?: number;
  /** Of an overflow, where the server says so: tokens of the prompt, and those that there is room for. */
  promptTokens?: number;
  contextTokens?: number;
}

/** `message` is one sentence that names the server's URL; it never holds the key. */
export class Fault extends Error {
  readonly kind: FaultKind;
  readonly details: Details;
  constructor(kind: FaultKind, message: string, details: Details = {}) {
    super(message);
    this.kind = kind;
    this.details = details;
  }
}

/** An answer that is not 200. `shown` is the URL that was asked. */
export interface Refusal {
  status: number;
  body: string;
  retryAfter: string | null;
  location: string | null;
  shown: string;
  key: string | null;
  now: number;
}

const excerptCharacters = 200;
const mostWaitMs = 300_000;

/** Reads what a server refused with. */
export function faultOf({ status, body, retryAfter, location, shown, key, now }: Refusal): Fault {
  const said = withoutKey(saidIn(withoutKey(body, key)), key);
  if (status >= 300 && status < 400) {
    const to =
      location && URL.canParse(location, shown) ? ` to ${withoutKey(originOf(new URL(location, shown)), key)}` : "";
    return new Fault("wrong", `${shown} redirects${to}: patchboard does not follow with the key; name the final URL.`);
  }
  if (status === 401 || status === 403) {
    const how = key ? "refuses the key" : "wants a key";
    return new Fault(
      "wrong",
      `${shown} ${how} (${status}): put the right one into PATCHBOARD_API_KEY or the key file.`,
    );
  }
  const overflow = overflowIn(body) ?? (status === 413 ? {} : null);
  if (overflow && [400, 413, 422, 500].includes(status))
    return new Fault("overflow", `${shown}: the message does not fit into the model's context.`, overflow);
  if (status === 404 || status === 405) return new Fault("wrong", missingWords(status, said, shown));
  if (status === 429 || status === 503 || status === 529) {
    const waitMs = waitOf(retryAfter, now);
    const details = waitMs === null ? {} : { waitMs };
    return new Fault("busy", `${shown} is too busy (${status}${said}).`, details);
  }
  if (status === 408 || status === 504) return new Fault("slow", `${shown} gave up waiting (${status}${said}).`);
  if (status >= 500 && status !== 501) return new Fault("broken", `${shown} failed inside (${status}${said}).`);
  return new Fault("unwelcome", `${shown} refuses the request (${status}${said}).`);
}

function missingWords(status: number, said: string, shown: string): string {
  return /model/i.test(said)
    ? `${shown} does not have the model (${status}${said}).`
    : `${shown}: there is no such path (${status}); the base URL of an OpenAI-compatible API most often ends in /v1.`;
}

/** Servers put the sentence at several places; a page is not quoted. */
function saidIn(body: string): string {
  const line = sentenceIn(body).replace(/\s+/g, " ").trim().replace(/\.$/, "").slice(0, excerptCharacters);
  return line ? `: ${line}` : "";
}

function sentenceIn(body: string): string {
  if (body.trimStart().startsWith("<")) return "";
  try {
    const value = JSON.parse(body) as { error?: { message?: unknown }; message?: unknown; detail?: unknown } | null;
    const places = [value?.error?.message, value?.error, value?.message, value?.detail];
    return places.find((place) => typeof place === "string") ?? body;
  } catch {
    return body;
  }
}

/**
 * Wordings of an overflow: llama-server's exceed_context_size_error with n_prompt_tokens and n_ctx, vLLM's and NIM's "maximum
 * context length is N tokens ... (N in the messages", Ollama's "input length exceeds maximum context length" and
 * "prompt too long; exceeded max context length".
 */
const overflowWords =
  /exceed_context_size|exceeds the available context|maximum context length|max(?:imum)?_model_len|exceed(?:s|ed) (?:the |max(?:imum)? |model'?s? )*context|context[_ ]length[_ ]exceeded|longer than the (?:maximum )?model length|prompt (?:is )?too long|max_tokens must be at least 1, got -/i;

function overflowIn(body: string): Details | null {
  if (!overflowWords.test(body)) return null;
  const number = (...patterns: RegExp[]) => {
    const found = patterns.map((pattern) => pattern.exec(body)?.[1]).find(Boolean);
    return found ? Number(found) : undefined;
  };
  const promptTokens = number(
    /"n_prompt_tokens":\s*(\d+)/,
    /\((\d+) in the messages/,
    /request \((\d+) tokens\)/,
    /(?:has|contains) (\d+) input tokens/,
  );
  const contextTokens = number(
    /"n_ctx":\s*(\d+)/,
    /context (?:length|size)(?: is|:)? (?:only )?\(?(\d+)/,
    /context size \((\d+)/,
  );
  return { ...(promptTokens && { promptTokens }), ...(contextTokens && { contextTokens }) };
}

/** Retry-After has seconds or a date with the name of its month. */
function waitOf(retryAfter: string | null, now: number): number | null {
  if (!retryAfter) return null;
  const isSeconds = /^\d+(?:\.\d+)?$/.test(retryAfter.trim());
  if (!isSeconds && !/[A-Z][a-z]{2}/.test(retryAfter)) return null;
  const waitMs = isSeconds ? Number(retryAfter) * 1_000 : Date.parse(retryAfter) - now;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), mostWaitMs) : null;
}

function originOf(url: URL): string {
  return url.origin + url.pathname;
}

/** Codes of Node's sockets that mean: nothing was ever connected. */
const unreachable: Record<string, string> = {
  ECONNREFUSED: "nothing listens there; start the server or correct the URL",
  ENOTFOUND: "there is no host of this name; correct the URL",
  EAI_AGAIN: "the name could not be looked up; is there a network?",
  EHOSTUNREACH: "the host cannot be reached from here",
  ENETUNREACH: "there is no network to it",
  ETIMEDOUT: "the host does not answer",
};

/** What a socket failed with, as a fault. `hadAnswer`: the server had begun to answer. */
export function socketFault(error: unknown, shown: string): Fault {
  if (error instanceof Fault) return error;
  const { code = "", message } = error as NodeJS.ErrnoException;
  const why = unreachable[code];
  if (why) return new Fault("unreachable", `${shown} cannot be reached: ${why}.`);
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code))
    return new Fault(
      "wrong",
      `${shown}: its certificate is not trusted (${code}); give Node the authority by NODE_EXTRA_CA_CERTS.`,
    );
  if (/SSL|TLS|EPROTO/.test(code))
    return new Fault("wrong", `${shown} does not speak TLS as asked (${code}); is it http instead of https?`);
  if (code.startsWith("HPE_"))
    return new Fault("wrong", `${shown} does not speak HTTP; is it https, or another service?`);
  return new Fault("broken", `${shown} broke the connection (${code || message}).`);
}
