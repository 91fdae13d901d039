import http from "node:http";
import https from "node:https";
import { Fault, faultOf, socketFault } from "./fault.ts";

/** What limits one request. Times in milliseconds. */
export interface Limits {
  connectMs: number;
  /** From the first byte sent to the last one received. */
  totalMs: number;
  /** Of the answer. */
  bytes: number;
}

/** One request. With a body it is a POST of JSON. */
export interface Call {
  url: string;
  key: string | null;
  body?: unknown;
  limits: Limits;
  signal: AbortSignal;
}

/** An answer of status 200. Read its chunks to the end, or stop: the connection is given up then. */
export interface Reply {
  type: string;
  chunks: AsyncIterable<string>;
}

const refusalBytes = 64_000;
/** What comes behind the last event of a stream. */
const restMs = 1_000;
const socketsPerHost = 256;
// Own agents: Node's global ones follow HTTP_PROXY where NODE_USE_ENV_PROXY is set, and keep no connections of ours.
const agentOptions = { keepAlive: true, maxSockets: socketsPerHost, timeout: 60_000 };
const agents = { "http:": new http.Agent(agentOptions), "https:": new https.Agent(agentOptions) };

/**
 * Sends one request. node:http and not fetch, whose own time-outs end any answer after five minutes without a byte and which knows
 * no time-out for connecting. Redirects are not followed. Throws Fault, or the signal's reason when that aborts.
 */
export async function call({ url, key, body, limits, signal }: Call): Promise<Reply> {
  signal.throwIfAborted();
  // One controller for both ends: AbortSignal.any keeps every request of a run in its signal's books.
  const ending = new AbortController();
  let isLate = false;
  const stop = () => ending.abort();
  const timer = setTimeout(() => {
    isLate = true;
    stop();
  }, limits.totalMs);
  signal.addEventListener("abort", stop, { once: true });
  const end: End = {
    done: () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", stop);
    },
    fault: (error) => {
      signal.throwIfAborted();
      const seconds = Math.round(limits.totalMs / 1_000);
      return isLate ? new Fault("slow", `${url} did not finish within ${seconds} s.`) : socketFault(error, url);
    },
  };
  let answer: http.IncomingMessage;
  try {
    answer = await send(url, key, body, limits.connectMs, ending.signal);
  } catch (error) {
    end.done();
    throw end.fault(error);
  }
  const { statusCode: status = 0, headers } = answer;
  if (status === 200) return { type: headers["content-type"] ?? "", chunks: chunksOf(answer, limits.bytes, url, end) };
  const text = await textOf(chunksOf(answer, refusalBytes, url, end), true);
  const [retryAfter, location] = [headers["retry-after"] ?? null, headers.location ?? null];
  throw faultOf({ status, body: text, retryAfter, location, shown: url, key, now: Date.now() });
}

interface End {
  /** Nothing is to be ended any more. */
  done(): void;
  /** What an error of the connection means. */
  fault(error: unknown): Fault;
}

/** All of an answer. `isPartEnough`: a broken rest does not matter, as what a server refuses with may be long. */
export async function textOf(chunks: AsyncIterable<string>, isPartEnough = false): Promise<string> {
  let text = "";
  try {
    for await (const chunk of chunks) text += chunk;
  } catch (error) {
    if (!isPartEnough || !(error instanceof Fault)) throw error;
  }
  return text;
}

function send(url: string, key: string | null, body: unknown, connectMs: number, signal: AbortSignal) {
  const { protocol } = new URL(url);
  const content = body === undefined ? null : Buffer.from(JSON.stringify(body));
  return new Promise<http.IncomingMessage>((resolve, reject) => {
    const request = (protocol === "https:" ? https : http).request(url, {
      method: content ? "POST" : "GET",
      agent: agents[protocol as keyof typeof agents],
      signal,
      headers: {
        accept: "application/json, text/event-stream",
        ...(content && { "content-type": "application/json", "content-length": content.length }),
        ...(key && { authorization: `Bearer ${key}` }),
      },
    });
    request.on("socket", (socket) => {
      if (!socket.connecting) return;
      const timer = setTimeout(() => {
        request.destroy(Object.assign(new Error("no connection"), { code: "ETIMEDOUT" }));
      }, connectMs);
      for (const event of ["connect", "close"]) socket.once(event, () => clearTimeout(timer));
    });
    let hasAnswer = false;
    request.on("response", (answer) => {
      hasAnswer = true;
      resolve(answer);
    });
    request.on("error", (error: NodeJS.ErrnoException) => {
      // A kept connection may be closed by the server just when it is used again: that is no fault of this request.
      const isStale = request.reusedSocket && error.code === "ECONNRESET" && !hasAnswer;
      if (isStale) resolve(send(url, key, body, connectMs, signal));
      else reject(error);
    });
    request.end(content ?? undefined);
  });
}

async function* chunksOf(
  answer: http.IncomingMessage,
  mostBytes: number,
  url: string,
  end: End,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let bytes = 0;
  try {
    for await (const chunk of answer.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new Fault("broken", `${url} sent more than ${mostBytes} bytes.`);
      yield decoder.decode(chunk, { stream: true });
    }
  } catch (error) {
    answer.destroy();
    throw end.fault(error);
  } finally {
    end.done();
    // Who read enough leaves a connection that is good for the next request, if the rest comes soon.
    if (!answer.readableEnded && !answer.destroyed) {
      answer.on("error", () => {}).resume();
      setTimeout(() => answer.destroy(), restMs).unref();
    }
  }
}
