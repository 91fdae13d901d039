/** What Relay's artifacts and operations say of a request. */
interface Operation {
  readonly name: string;
  readonly text: string | null | undefined;
}

// A page left open must not take for new what was asked when it opened.
const earlyMs = 10_000;
const early = new Map<string, Promise<Response>>();

/** The body of a GraphQL request; the same for the same variables in another order. */
export function bodyOf({ name, text }: Operation, variables: object): string {
  const ordered = Object.fromEntries(Object.entries(variables).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return JSON.stringify({ query: text, operationName: name, variables: ordered });
}

/** Asks the server; a request that was begun early is not sent again. */
export function ask(body: string): Promise<Response> {
  const begun = early.get(body);
  early.delete(body);
  return begun ?? send(body);
}

/** Asks for what will be asked for in a moment, and gives what the answer holds; null when it holds nothing. */
export async function askEarly<T>(operation: Operation, variables: object): Promise<T | null> {
  const body = bodyOf(operation, variables);
  const answer = send(body);
  early.set(body, answer);
  setTimeout(() => early.delete(body), earlyMs);
  // Who asks in earnest hears of trouble, and asks again.
  const copy = await answer.then((response) => response.clone().json() as Promise<{ data?: T }>).catch(() => null);
  return copy?.data ?? null;
}

function send(body: string): Promise<Response> {
  return fetch("/graphql", {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body,
  });
}
