/** What Relay's artifacts and operations say of a request. */
interface Operation {
  readonly name: string;
  readonly text: string | null | undefined;
}

/** What came back of a request. `body` is null when it is no JSON, or broke off. */
interface Reply {
  status: number;
  statusText: string;
  body: unknown;
}

// A page left open must not take for new what was asked when it opened.
const earlyMs = 10_000;
const early = new Map<string, Promise<Reply>>();

/** The body of a GraphQL request; the same for the same variables in another order. */
export function bodyOf({ name, text }: Operation, variables: object): string {
  const ordered = Object.fromEntries(Object.entries(variables).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ query: text, operationName: name, variables: ordered });
}

/**
 * Asks the server; a request that was begun early is not sent again. Its reply is read already when it is there: who renders
 * with it then does so before the next paint, and not one frame and 30 ms of an empty board later.
 */
export function ask(body: string): Promise<Reply> {
  const begun = early.get(body);
  early.delete(body);
  return begun ?? send(body);
}

/** Keeps an answer that came without a request, for whoever is about to send it. */
export function hear(operation: Operation, variables: object, answer: object): void {
  void keep(bodyOf(operation, variables), Promise.resolve({ status: 200, statusText: "OK", body: answer }));
}

/** Asks for what will be asked for in a moment, and gives what the answer holds; null when it holds nothing. */
export async function askEarly<T>(operation: Operation, variables: object): Promise<T | null> {
  const body = bodyOf(operation, variables);
  const answer = early.get(body) ?? keep(body, send(body));
  // Who asks in earnest hears of trouble, and asks again.
  const reply = await answer.catch(() => null);
  return (reply?.body as { data?: T } | null | undefined)?.data ?? null;
}

function keep(body: string, answer: Promise<Reply>): Promise<Reply> {
  early.set(body, answer);
  setTimeout(() => early.delete(body), earlyMs);
  return answer;
}

async function send(body: string): Promise<Reply> {
  const response = await fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body,
  });
  const { status, statusText } = response;
  return { status, statusText, body: await response.json().catch(() => null) };
}
