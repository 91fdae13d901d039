import { createClient, type Client } from "graphql-ws";
import {
  createOperationDescriptor,
  Environment,
  getRequest,
  graphql,
  Network,
  Observable,
  RecordSource,
  Store,
  type GraphQLResponse,
  type RequestParameters,
  type SubscribeFunction,
} from "relay-runtime";
import { ask, bodyOf } from "./ask.ts";
import { LateAnswers } from "./lateAnswers.ts";
import { ConnectionLost, Outbox } from "./outbox.ts";
import { Cell } from "./ui/cell.ts";
import { linesOf, type Letter, type Lookup, type Variables } from "./unsent/letter.ts";
import { openLetterBox } from "./unsent/letterBox.ts";
import { tab } from "./unsent/tabs.ts";
import type { environmentViewerQuery$data } from "./__generated__/environmentViewerQuery.graphql.ts";

/** live: the server is heard; lost: it was and is not; connecting: not heard yet. */
export const connection = new Cell<"connecting" | "live" | "lost">("connecting");

/** What people did and the server has not confirmed, in order. */
export const outbox = new Outbox(openLetterBox(), () => returned(retryMs));

/** The database that letters are for; the board that is open says so. */
export const epoch = new Cell("");

const retryMs = 3_000;
const keepAliveMs = 12_000;
const longestWaitMs = 4_000;

/** The page's one Relay environment: queries and mutations over HTTP, subscriptions over graphql-ws, both at /graphql. */
export function createEnvironment(): Environment {
  const client = connect();
  const late = new LateAnswers();
  const environment = new LiveEnvironment({
    network: Network.create(
      (operation, variables) => inOrder(late, fetchOperation(environment, operation, variables)),
      (operation, variables) => subscribe(client, late, operation, variables),
    ),
    store: new Store(new RecordSource(), { gcReleaseBufferSize: 20 }),
  });
  return environment;
}

/** Remembers what rows show of a mutation before its answer: a letter shows it again when the page was reloaded meanwhile. */
class LiveEnvironment extends Environment {
  readonly shown = new Map<string, object>();

  override executeMutation(config: Parameters<Environment["executeMutation"]>[0]) {
    const { variables } = config.operation.request;
    if (isWork(variables) && config.optimisticResponse)
      this.shown.set(variables.input.clientMutationId, config.optimisticResponse);
    return super.executeMutation(config);
  }
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

function fetchOperation(environment: LiveEnvironment, operation: RequestParameters, variables: object) {
  const body = bodyOf(operation, variables);
  if (operation.operationKind !== "mutation" || !isWork(variables)) return post(body);
  return outbox.send(letterOf(environment, operation.name, variables), () => post(body));
}

/** An answer, and behind it what was told meanwhile and is newer. */
function inOrder(late: LateAnswers, answer: Promise<Answer>) {
  const answered = late.asked();
  return Observable.create<GraphQLResponse>((sink) => {
    answer.then(
      (one) => {
        sink.next(one);
        answered(one.extensions?.seq ?? null);
        sink.complete();
      },
      (problem: Error) => {
        answered(null);
        sink.error(problem);
      },
    );
  });
}

/** True for what people did, which must not be lost: it carries an id by which a retry is known, and all else does not. */
function isWork(variables: object): variables is Variables {
  const { input } = variables as { input?: { clientMutationId?: unknown } };
  return typeof input?.clientMutationId === "string";
}

// Read from the store and never asked: the board's own query has the viewer.
const viewerOperation = createOperationDescriptor(
  getRequest(graphql`
    query environmentViewerQuery {
      viewer {
        name
      }
    }
  `),
  {},
);

function letterOf(environment: LiveEnvironment, name: string, variables: Variables): Letter {
  const { clientMutationId: id } = variables.input;
  const source = environment.getStore().getSource();
  const lookup: Lookup = (of) => source.get(of) ?? {};
  const { viewer } = environment.lookup(viewerOperation.fragment).data as environmentViewerQuery$data;
  const shown = environment.shown.get(id) ?? null;
  environment.shown.delete(id);
  const lines = linesOf(variables, name, lookup);
  return { id, at: Date.now(), tab, epoch: epoch.get(), who: viewer?.name ?? "", name, variables, shown, lines };
}

/** What the server answers. `seq`: where the change log stood when it began to; not there in what the page brought along. */
type Answer = GraphQLResponse & { extensions?: { seq?: number } };

async function post(body: string): Promise<Answer> {
  const {
    status,
    statusText,
    body: answer,
  } = await ask(body).catch(() => {
    throw new ConnectionLost("The server cannot be reached.");
  });
  if (status >= 502 && status <= 504) throw new ConnectionLost("The server does not answer.");
  if (answer === null) {
    // A body that breaks off is a lost reply; a whole one that is no JSON is somebody else's page.
    if (status >= 200 && status < 300) throw new ConnectionLost("The server's answer broke off.");
    throw new Error(`The server refused with ${status} ${statusText}.`);
  }
  const { data, errors } = answer as { data?: unknown; errors?: readonly { message: string }[] };
  if (!data) throw new Error(sentenceOf(errors) || `The server answered ${status} with no data.`);
  return answer as Answer;
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

function subscribe(
  client: Client,
  late: LateAnswers,
  operation: Parameters<SubscribeFunction>[0],
  variables: Record<string, unknown>,
) {
  return Observable.create<GraphQLResponse>((sink) => {
    // graphql-ws keeps this object and sends it again after a reconnect: moving `after` on is what resumes there.
    const payload = { query: operation.text ?? "", operationName: operation.name, variables: { ...variables } };
    return client.subscribe<{ changes?: { seq: number; isStale: boolean } }>(payload, {
      next(result) {
        const { changes } = result.data ?? {};
        if (changes) {
          payload.variables.after = changes.seq;
          // Who did something is announced once.
          const again = { ...result, data: { changes: { ...changes, events: [] } } };
          if (changes.isStale) late.forget();
          else late.told(changes.seq, () => sink.next(again as GraphQLResponse));
        }
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
