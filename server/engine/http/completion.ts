import { z } from "zod";
import { withoutKey } from "./address.ts";
import { type Reply, textOf } from "./call.ts";
import { eventsIn } from "./events.ts";
import { Fault, faultOf } from "./fault.ts";

/** One written token with what could have stood in its place. `bytes` is given by most servers: a token may end within a character. */
export interface Token {
  token: string;
  logprob: number;
  bytes?: number[] | null | undefined;
  top_logprobs?: { token: string; logprob: number; bytes?: number[] | null | undefined }[] | null | undefined;
}

/** What a model wrote. */
export interface Completion {
  text: string;
  /** Empty where the server gives none. */
  tokens: Token[];
  /** Of the prompt, those that came from the server's cache not counted; 0 where the server does not say. */
  readTokens: number;
  /** All of the prompt. */
  promptTokens: number;
  writtenTokens: number;
  /** False when the model was stopped for want of room. */
  isEnded: boolean;
}

const mostCharacters = 20_000;

// JSON has no infinity: llama-server sends null for what cannot be.
const candidate = { token: z.string(), logprob: z.number().catch(-Infinity), bytes: z.array(z.number()).nullish() };
const token = z.object({ ...candidate, top_logprobs: z.array(z.object(candidate)).nullish() });
const message = z.object({ content: z.string().nullish() });
const count = z.number().int().min(0);

/** A whole completion has `message`, a piece of a streamed one `delta`; the rest is alike. */
const piece = z.object({
  error: z.unknown().optional(),
  choices: z
    .array(
      z.object({
        message: message.nullish(),
        delta: message.nullish(),
        finish_reason: z.string().nullish(),
        logprobs: z
          .object({ content: z.array(token).nullish() })
          .nullish()
          .catch(null),
      }),
    )
    .nullish(),
  usage: z
    .object({
      prompt_tokens: count.catch(0),
      completion_tokens: count.catch(0),
      prompt_tokens_details: z.object({ cached_tokens: count.nullish() }).nullish().catch(null),
    })
    .nullish()
    .catch(null),
});

/** Reads an answer to chat/completions, streamed or whole. `heard` gets all that was written so far. Throws Fault. */
export async function readCompletion(
  reply: Reply,
  { shown, key, heard }: { shown: string; key: string | null; heard?: ((text: string) => void) | undefined },
): Promise<Completion> {
  const completion = { text: "", tokens: [], readTokens: 0, promptTokens: 0, writtenTokens: 0, isEnded: true };
  let hasFinish = false;
  const take = (json: string) => {
    const finish = addPiece(completion, pieceOf(json, shown, key), shown);
    hasFinish ||= finish !== null;
    if (finish === "length") completion.isEnded = false;
  };
  if (!reply.type.includes("event-stream")) take(await textOf(reply.chunks));
  else
    for await (const data of eventsIn(reply.chunks, shown)) {
      if (data.trim() === "[DONE]") {
        hasFinish = true;
        break;
      }
      take(data);
      if (completion.text) heard?.(withoutKey(completion.text, key));
    }
  if (!hasFinish) throw new Fault("broken", `${shown} stopped in the middle of an answer.`);
  return { ...completion, text: wholeWithoutKey(completion.text, key) };
}

/** At the end of a text the beginning of a key is no secret any more, only letters: what ends there stays. */
function wholeWithoutKey(text: string, key: string | null): string {
  return withoutKey(`${text} `, key).slice(0, -1);
}

function pieceOf(json: string, shown: string, key: string | null): z.infer<typeof piece> {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new Fault("broken", `${shown} sent what is not JSON.`);
  }
  const result = piece.safeParse(value);
  if (!result.success) throw new Fault("broken", `${shown} sent what is no chat completion.`);
  const { error } = result.data;
  if (error === undefined || error === null) return result.data;
  // Once a stream has begun its status is 200 for ever: what went wrong comes inside.
  const code = Number((error as { code?: unknown }).code);
  const status = code >= 400 && code < 600 ? code : 500;
  throw faultOf({ status, body: JSON.stringify({ error }), retryAfter: null, location: null, shown, key, now: 0 });
}

/** Gives the piece's finish_reason. */
function addPiece(into: Completion, from: z.infer<typeof piece>, shown: string): string | null {
  const choice = from.choices?.[0];
  into.text += choice?.message?.content ?? choice?.delta?.content ?? "";
  if (into.text.length > mostCharacters)
    throw new Fault("broken", `${shown} wrote more than ${mostCharacters} characters.`);
  into.tokens.push(...(choice?.logprobs?.content ?? []));
  if (from.usage) {
    const { prompt_tokens: prompt, completion_tokens: written, prompt_tokens_details: details } = from.usage;
    into.promptTokens = prompt;
    into.readTokens = Math.max(prompt - (details?.cached_tokens ?? 0), 0);
    into.writtenTokens = written;
  }
  return choice?.finish_reason ?? null;
}
