import type { IncomingMessage } from "node:http";

/** Bytes of a request's body; one that does not say its length is cut off there by the GraphQL server. */
export const bodyLimit = 128 * 1024;

/** Why a request is refused: an HTTP status and a sentence; null when it may pass. */
export interface Refusal {
  status: 403 | 405 | 413 | 415 | 421;
  text: string;
}

/**
 * Refuses what a page of another origin can send to a server on this machine: another Host (DNS rebinding), another Origin,
 * a cross-site fetch, anything but JSON by POST on /graphql. `hosts` are the allowed values of Host, port included.
 */
export function refuse(request: IncomingMessage, hosts: ReadonlySet<string>): Refusal | null {
  const stranger = refuseStranger(request, hosts);
  if (stranger) return stranger;
  if (pathOf(request) === "/graphql") {
    if (request.method !== "POST") return { status: 405, text: "/graphql takes POST only." };
    const type = request.headers["content-type"]?.split(";")[0]?.trim().toLowerCase();
    if (type !== "application/json") return { status: 415, text: "/graphql takes application/json only." };
    if (Number(request.headers["content-length"] ?? 0) > bodyLimit)
      return { status: 413, text: `/graphql takes at most ${bodyLimit} bytes.` };
  } else if (request.method !== "GET" && request.method !== "HEAD") {
    return { status: 405, text: "only GET is served here." };
  }
  return null;
}

/** The same for a WebSocket's upgrade, where browsers send no preflight: an Origin is required. */
export function refuseUpgrade(request: IncomingMessage, hosts: ReadonlySet<string>): Refusal | null {
  if (pathOf(request) !== "/graphql") return { status: 403, text: "sockets are served on /graphql only." };
  if (!request.headers.origin) return { status: 403, text: "a socket needs an Origin." };
  return refuseStranger(request, hosts);
}

function refuseStranger({ headers }: IncomingMessage, hosts: ReadonlySet<string>): Refusal | null {
  if (!headers.host || !hosts.has(headers.host))
    return { status: 421, text: "this server does not answer to that Host." };
  const site = headers["sec-fetch-site"];
  // A link on another page may open the board: a navigation reads nothing and writes nothing for its sender.
  const isNavigation = headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document";
  if (site && site !== "same-origin" && site !== "none" && !isNavigation) {
    return { status: 403, text: "requests from other sites are refused." };
  }
  if (headers.origin && !(headers.origin.startsWith("http://") && hosts.has(headers.origin.slice("http://".length)))) {
    return { status: 403, text: "requests from that Origin are refused." };
  }
  return null;
}

export function pathOf(request: IncomingMessage): string {
  return (request.url ?? "/").split("?")[0]!;
}
