import { createClient, type Client } from "graphql-ws";
import {
  Environment,
  Network,
  Observable,
  RecordSource,
  Store,
  type FetchFunction,
  type GraphQLResponse,
  type SubscribeFunction,
} from "relay-runtime";
import { ask, bodyOf } from "./ask.ts";
import { ConnectionLost, Outbox } from "./outbox.ts";
import { Cell } from "./ui/cell.ts";

/** live: the server is heard; lost: it was and is not; connecting: not heard yet. */
export const connection = new Cell<"connecting" | "live" | "lost">("connecting");

/** Mutations on their way, in order. */
export const outbox = new Outbox(() => returned(retryMs));

const retryMs = 3_000;
const keepAliveMs = 12_000;
const longestWaitMs = 4_000;

/** The page's one Relay environment: queries and mutations over HTTP, subscriptions over graphql-ws, both at /graphql. */
export function createEnvironment(): Environment {
  const client = connect();
  return new Environment({
    network: Network.create(fetchOperation, (operation, variables) => subscribe(client, operation, variables)),
    store: new Store(new RecordSource(), { gcReleaseBufferSize: 20 }),
  });
}

/** Resolves when the connection is live again, and after `atMost` milliseconds in any case. */
export function returned(atMost: number): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      stop();
      resolve();
    };
    const timer = setTimeout(done, atMost);
    const stop = connection.follow(() => connection.get() === "live" && done());
  });
}

const fetchOperation: FetchFunction = (operation, variables) => {
  const body = bodyOf(operation, variables);
  return operation.operationKind === "mutation" && isWork(variables) ? outbox.send(() => post(body)) : post(body);
};

/** True for what people did, which must not be lost: it carries an id by which a retry is known, and all else does not. */
const isWork = ({ input }: { input?: { clientMutationId?: string } }) => input?.clientMutationId != null;

async function post(body: string): Promise<GraphQLResponse> {
  const response = await ask(body).catch(() => {
    throw new ConnectionLost("The server cannot be reached.");
  });
  if (response.status >= 502 && response.status <= 504) throw new ConnectionLost("The server does not answer.");
  const answer = await response.json().catch(() => null);
  if (answer === null) {
    // A body that breaks off is a lost reply; a whole one that is no JSON is somebody else's page.
    if (response.ok) throw new ConnectionLost("The server's answer broke off.");
    throw new Error(`The server refused with ${response.status} ${response.statusText}.`);
  }
  if (!answer.data)
    throw new Error(sentenceOf(answer.errors) || `The server answered ${response.status} with no data.`);
  return answer as GraphQLResponse;
}

const sentenceOf = (errors: readonly { message: string }[] = []) => errors.map((error) => error.message).join(" ");

function connect(): Client {
  return createClient({
    url: `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/graphql`,
    keepAlive: keepAliveMs,
    retryAttempts: Infinity,
    shouldRetry: () => true,
    retryWait: async (retries) => {
      const wait = Math.min(longestWaitMs, 250 * 2 ** retries) * (0.75 + Math.random() / 2);
      await new Promise((resolve) => setTimeout(resolve, wait));
    },
    on: {
      connected: () => connection.set("live"),
      closed: () => connection.set("lost"),
      error: () => connection.set("lost"),
    },
  });
}

function subscribe(client: Client, operation: Parameters<SubscribeFunction>[0], variables: Record<string, unknown>) {
  return Observable.create<GraphQLResponse>((sink) => {
    // graphql-ws keeps this object and sends it again after a reconnect: moving `after` on is what resumes there.
    const payload = { query: operation.text ?? "", operationName: operation.name, variables: { ...variables } };
    return client.subscribe<Record<string, { seq?: number } | undefined>>(payload, {
      next(result) {
        const seq = result.data?.changes?.seq;
        if (seq !== undefined) payload.variables.after = seq;
        if (result.data) sink.next(result as GraphQLResponse);
        else sink.error(new Error(sentenceOf(result.errors)));
      },
      error: (problem) => sink.error(asError(problem)),
      complete: () => sink.complete(),
    });
  });
}

function asError(problem: unknown): Error {
  if (problem instanceof Error) return problem;
  if (Array.isArray(problem)) return new Error(sentenceOf(problem));
  return new Error("The live connection broke.");
}
