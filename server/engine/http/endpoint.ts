import { z } from "zod";
import { type Address, readAddress, readKey, withoutKey } from "./address.ts";
import { call, textOf } from "./call.ts";
import { type Dialect, fullDialect, type ServerKind } from "./dialect.ts";
import { Fault } from "./fault.ts";
import { openWindow, type Window } from "./window.ts";

/** How an endpoint is configured. */
export interface EndpointOptions {
  /** The base, like http://gpu:8000/v1. */
  url: string;
  /** Null: the first one that the server offers. */
  model: string | null;
  key: string | null;
}

/** What a server says of itself. */
export interface Facts {
  /** As requests name it. */
  name: string;
  /** As answers are kept: the name, and who owns it where the server says so. */
  model: string;
  kind: ServerKind;
  /** Tokens that a request and its answer may have together; null where the server does not say. */
  context: number | null;
}

/** A server, and what was learned about it. Lives as long as the source. */
export interface Endpoint {
  readonly address: Address;
  readonly key: string | null;
  readonly wanted: string | null;
  facts: Facts | null;
  dialect: Dialect;
  window: Window;
  /** The most characters that one token of a short prompt stood for so far; 0 before the first answer. */
  density: number;
}

/** Checks how an endpoint is configured, without asking it. Throws WrongUse. */
export function openEndpoint({ url, model, key }: EndpointOptions, mostInFlight: number): Endpoint {
  const address = readAddress(url);
  return {
    address,
    key: readKey(key, address),
    wanted: model,
    facts: null,
    dialect: fullDialect,
    window: openWindow(mostInFlight),
    density: 0,
  };
}

/** One sentence for the board: who answers. */
export function factsWords({ address }: Endpoint, { name, context }: Facts): string {
  return `model ${name} at ${address.host} answers, context ${context ?? "not said"}`;
}

const checkBytes = 4_000_000;
const shownModels = 8;

const modelList = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      owned_by: z.string().nullish().catch(null),
      max_model_len: z.number().nullish().catch(null),
      meta: z.object({ n_ctx: z.number().nullish(), n_ctx_train: z.number().nullish() }).nullish().catch(null),
    }),
  ),
});
type Model = z.infer<typeof modelList>["data"][number];

/** Asks a server what it has. Throws Fault with the sentence that tells what to change. */
export async function readFacts(endpoint: Endpoint, connectMs: number, signal: AbortSignal): Promise<Facts> {
  const { address, wanted, key } = endpoint;
  const limits = { connectMs, totalMs: connectMs * 2, bytes: checkBytes };
  const get = async (url: string) => textOf((await call({ url, key, limits, signal })).chunks);
  const models = modelsIn(await get(`${address.base}/models`), address);
  const model = wanted === null ? models[0] : models.find(({ id }) => id === wanted || id === `${wanted}:latest`);
  if (!model) {
    const names = models.slice(0, shownModels).map(({ id }) => id);
    const offered = names.join(", ") + (models.length > shownModels ? ", ..." : "");
    throw new Fault(
      "wrong",
      withoutKey(
        models.length
          ? `${address.shown} has no model ${wanted}: it offers ${offered}.`
          : `${address.shown} offers no model: load one there first.`,
        key,
      ),
    );
  }
  // What is beside the API is asked in passing: a server that does not know the path is another one.
  const beside = async <T>(url: string, form: z.ZodType<T>): Promise<T | null> => {
    try {
      return form.safeParse(JSON.parse(await get(url))).data ?? null;
    } catch {
      signal.throwIfAborted();
      return null;
    }
  };
  const kind = await kindOf(model, address, beside);
  const context = await contextOf(model, kind, address, beside);
  const owner = model.owned_by ? ` (${model.owned_by})` : "";
  const name = withoutKey(model.id, key);
  return { name, model: withoutKey(`${name}${owner}`, key), kind, context };
}

function modelsIn(body: string, { shown }: Address): Model[] {
  try {
    return modelList.parse(JSON.parse(body)).data;
  } catch {
    throw new Fault(
      "wrong",
      `${shown} is no OpenAI-compatible API: ${shown}/models gave something else than a list of models; the base most often ends in /v1.`,
    );
  }
}

type Beside = <T>(url: string, form: z.ZodType<T>) => Promise<T | null>;

/** vLLM and llama-server own their models; Ollama and NIM tell their versions, each at its own place. */
async function kindOf({ owned_by: owner }: Model, { base, root }: Address, beside: Beside): Promise<ServerKind> {
  if (owner === "llamacpp") return "llama-server";
  if (await beside(`${base}/version`, z.object({ release: z.string() }))) return "nim";
  if (owner === "vllm") return "vllm";
  return (await beside(`${root}/api/version`, z.object({ version: z.string() }))) ? "ollama" : "other";
}

const props = z.object({ default_generation_settings: z.object({ n_ctx: z.number() }) });
const running = z.object({ models: z.array(z.object({ name: z.string(), context_length: z.number().optional() })) });

/** vLLM and NIM: max_model_len. llama-server: that of one slot, not the one that the model was trained with. Ollama: of a loaded model. */
async function contextOf(model: Model, kind: ServerKind, { root }: Address, beside: Beside): Promise<number | null> {
  const said = model.max_model_len ?? model.meta?.n_ctx;
  if (said) return said;
  if (kind === "llama-server")
    return (await beside(`${root}/props`, props))?.default_generation_settings.n_ctx ?? model.meta?.n_ctx_train ?? null;
  if (kind !== "ollama") return null;
  const loaded = await beside(`${root}/api/ps`, running);
  return loaded?.models.find(({ name }) => name === model.id)?.context_length ?? null;
}
