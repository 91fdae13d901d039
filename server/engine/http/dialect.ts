import { writtenSchema } from "../written.ts";

/** The servers that differ. `other` speaks what OpenAI documents. */
export type ServerKind = "vllm" | "llama-server" | "ollama" | "nim" | "other";

/** Turns of a conversation, in the API's words. */
export interface Turn {
  role: "user" | "assistant";
  content: string;
}

/** What is asked of a server; weakened step by step where it refuses, and remembered for the endpoint. */
export interface Dialect {
  /**
   * How the form of the answer is forced: the schema; the schema without its lengths, which some grammar engines do not know;
   * NIM's own `nvext.guided_json`; any JSON; not at all.
   */
  form: "schema" | "plain schema" | "guided_json" | "json_object" | "none";
  /** How many candidates per token: OpenAI, vLLM and Ollama allow 20, older vLLM 5. */
  candidates: 20 | 5 | 0;
  isStreamed: boolean;
  /** What is not in OpenAI's reference, or only in newer ones: see `extrasFor`. */
  hasExtras: boolean;
  limitName: "max_tokens" | "max_completion_tokens";
}

/** Enough for the longest answer that the schema allows, in a language of short tokens. */
export const mostWrittenTokens = 1_024;

/** What is tried first. */
export const fullDialect: Dialect = {
  form: "schema",
  candidates: 20,
  isStreamed: true,
  hasExtras: true,
  limitName: "max_tokens",
};

/**
 * The next weaker dialect after a refusal: what `complaint` names, else the extras, the form and the candidates in this order;
 * null when nothing is left to leave out.
 */
export function weakerDialect(dialect: Dialect, kind: ServerKind, complaint: string): Dialect | null {
  const form = weakerForm(dialect.form, kind);
  const steps: [named: RegExp, weaker: Partial<Dialect> | null][] = [
    [/max_completion_tokens/, dialect.limitName === "max_tokens" ? { limitName: "max_completion_tokens" } : null],
    [
      /chat_template_kwargs|cache_prompt|stream_options|reasoning|thinking|seed|unrecognized|unexpected|unknown|extra/i,
      dialect.hasExtras ? { hasExtras: false } : null,
    ],
    [/response_format|json_schema|json_object|schema|grammar|guided|nvext|structured/i, form ? { form } : null],
    [/logprob/i, dialect.candidates ? { candidates: dialect.candidates === 20 ? 5 : 0 } : null],
    [/stream/i, dialect.isStreamed ? { isStreamed: false } : null],
  ];
  const left = steps.filter(([, weaker]) => weaker);
  const named = left.find(([name]) => name.test(complaint));
  // Unless it is asked for, the newer name of the limit helps nobody.
  const [, weaker] = named ?? left.find(([name]) => !name.test("max_completion_tokens")) ?? [];
  return weaker ? { ...dialect, ...weaker } : null;
}

function weakerForm(form: Dialect["form"], kind: ServerKind): Dialect["form"] | null {
  const forms: Dialect["form"][] = ["schema", "plain schema", "json_object", "none"];
  if (kind === "nim") forms.splice(2, 0, "guided_json");
  return forms[forms.indexOf(form) + 1] ?? null;
}

/** The body of a request to chat/completions. */
export function requestBody(dialect: Dialect, kind: ServerKind, model: string, messages: readonly Turn[]): object {
  return {
    model,
    messages,
    temperature: 0,
    [dialect.limitName]: mostWrittenTokens,
    ...formOf(dialect.form),
    ...(dialect.candidates > 0 && { logprobs: true, top_logprobs: dialect.candidates }),
    ...(dialect.isStreamed && { stream: true }),
    ...(dialect.hasExtras && { seed: 1, ...extrasFor(kind), ...(dialect.isStreamed && withUsage) }),
  };
}

const withUsage = { stream_options: { include_usage: true } };

/**
 * llama-server and vLLM let a request turn the model's thinking off, which would spend the answer's tokens and time: names as in
 * the README of llama.cpp's server and in vLLM's page on reasoning outputs; Ollama has `reasoning_effort` for it. Caches
 * are automatic in vLLM; llama-server's is asked for, as older ones have it off.
 */
function extrasFor(kind: ServerKind): object {
  const noThinking = { chat_template_kwargs: { enable_thinking: false } };
  if (kind === "llama-server") return { cache_prompt: true, ...noThinking };
  if (kind === "vllm") return noThinking;
  return kind === "ollama" ? { reasoning_effort: "none" } : {};
}

function formOf(form: Dialect["form"]): object {
  const named = (schema: object) => ({
    response_format: { type: "json_schema", json_schema: { name: "verdict", strict: true, schema } },
  });
  if (form === "schema") return named(writtenSchema);
  if (form === "plain schema") return named(plainSchema);
  if (form === "guided_json") return { nvext: { guided_json: plainSchema } };
  return form === "json_object" ? { response_format: { type: "json_object" } } : {};
}

const lengths = new Set(["maxLength", "maxItems"]);
const plainSchema = JSON.parse(
  JSON.stringify(writtenSchema, (key, value: unknown) => (lengths.has(key) ? undefined : value)),
) as object;
