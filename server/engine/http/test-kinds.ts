/** How four servers differ where it matters here, taken from their public documentation; only for tests. */
import type { Verdict } from "../../domain.ts";
import type { ServerKind } from "./dialect.ts";

/** A request to chat/completions as far as the test server reads it. */
export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
  stream?: boolean;
  stream_options?: object;
  response_format?: { type: string; json_schema?: { schema: object } };
  nvext?: { guided_json?: object };
  logprobs?: boolean;
  top_logprobs?: number;
  max_tokens?: number;
  [other: string]: unknown;
}

export interface Said {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

export interface Kind {
  /** One entry of GET /v1/models. */
  model(id: string, context: number): object;
  /** What is answered to GET beside the API. */
  beside(context: number, id: string): Record<string, unknown>;
  unauthorized: unknown;
  /** A request in which something is not taken; null where all is well. */
  refusal(request: ChatRequest): Said | null;
  /** Null: it cuts silently. */
  overflow: ((promptTokens: number, context: number) => Said) | null;
  hasLogprobs: boolean;
  /** Splits an answer as the kind's usual tokenizers do. */
  pieces: RegExp;
}

const error = (status: number, type: string, message: string, more: object = {}): Said => ({
  status,
  body: { error: { message, type, param: null, code: status, ...more } },
});

/** vLLM: "OpenAI-Compatible Server" of its documentation; the wording of its errors as its users report them. */
const vllm: Kind = {
  model: (id, context) => ({ id, object: "model", owned_by: "vllm", root: id, parent: null, max_model_len: context }),
  beside: () => ({ "/version": { version: "0.11.0" } }),
  unauthorized: { error: "Unauthorized" },
  refusal: ({ top_logprobs: top = 0 }) =>
    top > 20
      ? error(400, "BadRequestError", `Requested sample logprobs of ${top}, which is greater than max allowed: 20`)
      : null,
  overflow: (prompt, context) =>
    error(
      400,
      "BadRequestError",
      `This model's maximum context length is ${context} tokens. However, you requested ${prompt + 1024} tokens (${prompt} in the messages, 1024 in the completion). Please reduce the length of the messages or completion.`,
    ),
  hasLogprobs: true,
  pieces: /"?[A-Za-z]+|\s?[^A-Za-z\s]"?|\s/g,
};

/** llama-server: README of llama.cpp's tools/server, and seen at a server of version 0.4.0. */
const llamaServer: Kind = {
  model: (id, context) => ({
    id,
    object: "model",
    owned_by: "llamacpp",
    meta: { n_vocab: 32_000, n_ctx: context, n_ctx_train: 131_072, n_params: 4_000_000_000 },
  }),
  beside: (context) => ({ "/props": { default_generation_settings: { n_ctx: context }, total_slots: 2 } }),
  unauthorized: { error: { message: "Invalid API Key", type: "authentication_error", code: 401 } },
  refusal: () => null,
  overflow: (prompt, context) =>
    error(
      400,
      "exceed_context_size_error",
      `request (${prompt} tokens) exceeds the available context size (${context} tokens), try increasing it`,
      { n_prompt_tokens: prompt, n_ctx: context },
    ),
  hasLogprobs: true,
  pieces: /[a-z]{1,3}|[A-Z]|[^A-Za-z]/g,
};

/** Ollama: "OpenAI compatibility" of its documentation: logprobs are ignored by most versions, a long prompt is cut silently. */
const ollama: Kind = {
  model: (id) => ({ id, object: "model", created: 1_700_000_000, owned_by: "library" }),
  beside: (context, id) => ({
    "/api/version": { version: "0.12.6" },
    "/api/ps": { models: [{ name: id, context_length: context }] },
  }),
  unauthorized: { error: "unauthorized" },
  refusal: () => null,
  overflow: null,
  hasLogprobs: false,
  pieces: /\S+\s*/g,
};

/** NVIDIA NIM 1.x: "Structured generation" of its documentation recommends `nvext.guided_json`; /v1/version tells its release. */
const nim: Kind = {
  model: (id, context) => ({ id, object: "model", owned_by: "system", root: id, max_model_len: context }),
  beside: () => ({ "/v1/version": { release: "1.8.0", api: "1.8.0" } }),
  unauthorized: { detail: "Unauthorized" },
  refusal: (request) =>
    request.response_format?.type === "json_schema"
      ? { status: 422, body: { detail: "response_format: Input should be 'text' or 'json_object'" } }
      : (request.top_logprobs ?? 0) > 5
        ? error(400, "invalid_request_error", "top_logprobs must be between 0 and 5")
        : null,
  overflow: vllm.overflow,
  hasLogprobs: true,
  pieces: /"[a-z]+"|[^"]+|"/g,
};

export const kinds: Record<Exclude<ServerKind, "other">, Kind> = { vllm, "llama-server": llamaServer, ollama, nim };

/** How the model of the test server weighs each verdict that it writes. */
export const writtenWeight = 0.7;
const otherWeight = (1 - writtenWeight) / 4;
const words: Verdict[] = ["no", "uncertain", "wait", "yes"];

/** One token with its candidates; `isVerdict`: the four verdicts compete, each as its tokenizer would begin it. */
export function tokenEntry(token: string, verdict: Verdict | null, top: number) {
  const entry = (token: string, logprob: number | null) => ({ token, logprob, bytes: [...Buffer.from(token)], id: 1 });
  const letters = /[a-z]+/.exec(token)?.[0].length ?? 0;
  const begun = (word: Verdict) => (token.endsWith('"') ? word : word.slice(0, letters));
  const candidates = verdict
    ? words.map((word) =>
        entry(token.replace(/[a-z]+/, begun(word)), Math.log(word === verdict ? writtenWeight : otherWeight)),
      )
    : [entry(token, -0.01), entry("?", -5)];
  // What is left of the distribution are other words; llama-server gives null for what cannot be.
  const rest = [entry("perhaps", Math.log(otherWeight)), entry("\n", null)];
  const all = [...candidates, ...rest].sort((a, b) => (b.logprob ?? -99) - (a.logprob ?? -99)).slice(0, top);
  return { ...all.find((one) => one.token === token)!, top_logprobs: all };
}
