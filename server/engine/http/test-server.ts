/** A server that behaves as one of four kinds and, where a script says so, badly; only for tests. */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Verdict } from "../../domain.ts";
import { type ChatRequest, type Kind, kinds, type Said, tokenEntry } from "./test-kinds.ts";

/** What happens to one request instead of an answer. A text is what the model writes. */
export type Step =
  | { status: number; body?: unknown; headers?: Record<string, string> }
  | { text: string; finish?: "length" }
  | "hang"
  | "drip"
  | "cut"
  | "reset"
  | "not JSON"
  | "huge"
  | "error in the stream"
  | "good";

export interface TestServerOptions {
  kind?: keyof typeof kinds;
  models?: string[];
  /** In tokens; four characters are one. */
  context?: number;
  key?: string;
  /** Default: any free one. */
  port?: number;
  /** By request, from the first one; then all are answered well. */
  script?: Step[];
  /** Instead of the script: by what was asked, and how many requests are in flight then. */
  step?: (request: ChatRequest, inFlight: number) => Step | undefined;
  /** How long an answer takes when so many are in flight. */
  delayMs?: (inFlight: number) => number;
  /** Instead of the kind's own. */
  refusal?: Kind["refusal"];
}

export interface TestServer extends AsyncDisposable {
  /** The base, ending in /v1. */
  url: string;
  requests: ChatRequest[];
  headers: IncomingMessage["headers"][];
  /** The most requests that were in flight together. */
  most(): number;
  /** Requests whose client left before the end. */
  left(): number;
  /** Connections that were ever opened. */
  sockets(): number;
  close(): Promise<void>;
}

const charactersPerToken = 4;

/** What the server's model writes about a message. */
export function writtenFor(content: string): string {
  const message = content.split(/^-{70}$/m)[1] ?? content;
  const verdict = verdictFor(message);
  const quote = /^ +(.*backport.*)$/im.exec(message)?.[1] ?? "";
  return JSON.stringify({
    reason: `It says "verdict": ${verdict}, in words.`,
    quote,
    verdict,
    oldest: "",
    prerequisites: [],
  });
}

function verdictFor(message: string): Verdict {
  if (/no backport/i.test(message)) return "no";
  if (/observation/i.test(message)) return "wait";
  return /must be backported/i.test(message) ? "yes" : "uncertain";
}

/** Starts one on a free port of this machine. */
export async function serveModel(options: TestServerOptions = {}): Promise<TestServer> {
  const kind = kinds[options.kind ?? "vllm"];
  const models = options.models ?? ["test-model"];
  const context = options.context ?? 8_192;
  const requests: ChatRequest[] = [];
  const headers: IncomingMessage["headers"][] = [];
  let [inFlight, most, left, sockets] = [0, 0, 0, 0];

  const chat = async (request: ChatRequest, response: ServerResponse) => {
    const scripted = options.script?.[requests.length - 1] ?? "good";
    most = Math.max(most, ++inFlight);
    response.once("close", () => {
      inFlight--;
      if (!response.writableFinished) left++;
    });
    const step = options.step?.(request, inFlight) ?? scripted;
    if (options.delayMs) await sleep(options.delayMs(inFlight));
    const promptTokens = Math.ceil(request.messages.map(({ content }) => content).join("").length / charactersPerToken);
    const said = (options.refusal ?? kind.refusal)(request) ?? missing(request, models);
    if (said) return say(response, said);
    if (promptTokens + 1024 > context && kind.overflow) return say(response, kind.overflow(promptTokens, context));
    await play(step, { request, response, kind, readTokens: Math.min(promptTokens, context) });
  };

  const server = createServer((request, response) => {
    void bodyOf(request).then(async (body) => {
      if (options.key && request.headers.authorization !== `Bearer ${options.key}`)
        return say(response, { status: 401, body: kind.unauthorized });
      if (request.url === "/v1/models")
        return say(response, {
          status: 200,
          body: { object: "list", data: models.map((id) => kind.model(id, context)) },
        });
      const beside = kind.beside(context, models[0]!)[request.url!];
      if (beside) return say(response, { status: 200, body: beside });
      if (request.url !== "/v1/chat/completions") return say(response, { status: 404, body: "404 page not found" });
      requests.push(JSON.parse(body) as ChatRequest);
      headers.push(request.headers);
      return chat(requests.at(-1)!, response);
    });
  });
  server.on("connection", () => sockets++);
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, "127.0.0.1", resolve));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    headers,
    most: () => most,
    left: () => left,
    sockets: () => sockets,
    close,
    [Symbol.asyncDispose]: close,
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

function say(response: ServerResponse, { status, body, headers = {} }: Said): void {
  const isText = typeof body === "string";
  response.writeHead(status, { "content-type": isText ? "text/html" : "application/json", ...headers });
  response.end(isText ? body : JSON.stringify(body));
}

function missing({ model }: ChatRequest, models: string[]): Said | null {
  if (models.includes(model)) return null;
  return {
    status: 404,
    body: { error: { message: `The model \`${model}\` does not exist.`, type: "NotFoundError", code: 404 } },
  };
}

interface Scene {
  request: ChatRequest;
  response: ServerResponse;
  kind: Kind;
  readTokens: number;
}

async function play(step: Step, scene: Scene): Promise<void> {
  const { request, response } = scene;
  const stream = () => response.writeHead(200, { "content-type": "text/event-stream" });
  if (typeof step === "object")
    return "text" in step ? answer(scene, step.text, step.finish) : say(response, { body: "", ...step });
  switch (step) {
    case "hang":
      return;
    case "reset":
      response.socket?.resetAndDestroy();
      return;
    case "not JSON":
      response.writeHead(200, { "content-type": "application/json" }).end("{'choices': [");
      return;
    case "cut":
      stream().write(`data: {"choices":[{"delta":{"content":"{\\"rea`);
      await sleep(10);
      response.destroy();
      return;
    case "drip":
      for (stream(); !response.destroyed; await sleep(10)) response.write(": still thinking\n\n");
      return;
    case "huge":
      stream();
      for (
        const piece = `data: ${JSON.stringify({ choices: [{ delta: { content: "x".repeat(5_000) } }] })}\n\n`;
        !response.destroyed;
        await sleep(1)
      )
        response.write(piece);
      return;
    case "error in the stream":
      stream().end(
        `data: ${JSON.stringify({ error: { message: "CUDA error: out of memory", type: "server_error", code: 500 } })}\n\n`,
      );
      return;
    default:
      answer(scene, writtenFor(request.messages[0]!.content));
  }
}

function answer({ request, response, kind, readTokens }: Scene, text: string, finish = "stop"): void {
  const verdict = /"verdict":\s*"(\w+)"[^"]*"oldest/.exec(text);
  const valueAt = verdict ? verdict.index + verdict[0].indexOf(verdict[1]!, 9) : -1;
  const tokens: { text: string; entry: object }[] = [];
  for (const { 0: piece, index } of text.matchAll(kind.pieces)) {
    const isVerdict = valueAt >= index && valueAt < index + piece.length;
    tokens.push({
      text: piece,
      entry: tokenEntry(piece, isVerdict ? (verdict![1] as Verdict) : null, request.top_logprobs ?? 0),
    });
  }
  const hasLogprobs = request.logprobs && kind.hasLogprobs;
  const logprobs = (entries: object[]) => (hasLogprobs ? { content: entries } : null);
  const usage = {
    prompt_tokens: readTokens,
    completion_tokens: tokens.length,
    ...(kind !== kinds.ollama && { prompt_tokens_details: { cached_tokens: Math.floor(readTokens / 2) } }),
  };
  if (!request.stream) {
    const message = { role: "assistant", content: text };
    const choice = { index: 0, message, finish_reason: finish, logprobs: logprobs(tokens.map(({ entry }) => entry)) };
    return say(response, { status: 200, body: { object: "chat.completion", choices: [choice], usage } });
  }
  response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
  const send = (data: object) => response.write(`data: ${JSON.stringify(data)}\n\n`);
  send({ choices: [{ index: 0, delta: { role: "assistant", content: null }, finish_reason: null }] });
  for (const { text, entry } of tokens)
    send({ choices: [{ index: 0, delta: { content: text }, finish_reason: null, logprobs: logprobs([entry]) }] });
  send({ choices: [{ index: 0, delta: {}, finish_reason: finish }] });
  if (request.stream_options) send({ choices: [], usage });
  response.end("data: [DONE]\n\n");
}
