import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import helmet from "helmet";
import { makeBuilt } from "./api/built.ts";
import type { Context } from "./api/context.ts";
import { makeSchema, makeYoga, serveSockets } from "./api/graphql.ts";
import { pathOf, refuse } from "./api/guard.ts";
import { makePresence } from "./api/presence.ts";
import { makeOpening } from "./api/opening.ts";
import { makeSingleFile } from "./api/single-file.ts";
import { type Background, type Engines, startBackground } from "./background.ts";
import { boardRepository, gitUserName } from "./board-repository.ts";
import type { Config } from "./config.ts";
import { UserMistake } from "./domain.ts";
import { type Lease, takeLease } from "./store/lease.ts";
import { openStore, type Store } from "./store/store.ts";
import type { Terminal } from "./terminal.ts";

const host = "127.0.0.1";
const cookieSeconds = 365 * 24 * 3_600;
const built = fileURLToPath(new URL("../dist/", import.meta.url));

export interface ServeOptions {
  config: Config;
  /** True when the port was asked for: then another one will not do. */
  isPortFixed: boolean;
  engines: Engines;
  terminal: Terminal;
  signal: AbortSignal;
}

/** Serves the board until `signal` aborts; sync and classification run behind it. Throws UserMistake when it cannot start. */
export async function serve(options: ServeOptions): Promise<void> {
  const { config } = options;
  if (!existsSync(`${built}index.html`)) throw new UserMistake("the page is not built: run npm run build first.");
  const lease = takeLease(config.db, "serve");
  if (typeof lease === "string") {
    throw new UserMistake(`${config.db} is served already, by ${lease}: open that, or name another file with --db.`);
  }
  const store = openStore(config.db);
  const background = startBackground(store, options.engines, options.terminal);
  let trouble: string | null;
  try {
    trouble = await serveUntilAborted(options, store, background, lease);
  } finally {
    await background.stop();
    store.close();
    lease.release();
  }
  if (trouble !== null) throw new UserMistake(trouble);
}

/** Gives the sentence of what made serving pointless; null when it was told to stop. */
async function serveUntilAborted(
  { config, isPortFixed, terminal, signal }: ServeOptions,
  store: Store,
  background: Background,
  lease: Lease,
): Promise<string | null> {
  const schema = makeSchema();
  const repository = boardRepository(signal);
  const presence = makePresence();
  const suggestedName = config.user ?? (await gitUserName(config.choices[0]?.repo ?? ".", signal));
  const hosts = new Set<string>();
  const contextOf = (cookie: string | undefined, user: string | undefined): Context => ({
    store,
    work: background,
    repository,
    presence,
    who: nameIn(store, cookie) ?? user ?? null,
    suggestedName,
    introduce: null,
  });
  const server = createServer(application(store, schema, hosts, contextOf));
  const closeSockets = serveSockets(server, schema, () => hosts, contextOf);
  const port = await listen(server, config.port, isPortFixed, terminal);
  for (const name of [host, "localhost", "[::1]"]) hosts.add(`${name}:${port}`);
  const address = `http://${host}:${port}/`;
  lease.describe(`process ${process.pid} at ${address}`);
  terminal.print(`patchboard: ${address}`);
  const aborted = new Promise<null>((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener("abort", () => resolve(null), { once: true });
  });
  const trouble = await Promise.race([background.start(config.choices, config.every), aborted]);
  // With a series from earlier the board is of use without its repository; with none there is nothing to serve.
  const isInVain = trouble !== null && !store.series.all().length;
  if (!isInVain) await aborted;
  await closeSockets();
  server.close();
  server.closeAllConnections();
  return isInVain ? trouble : null;
}

function application(
  store: Store,
  schema: ReturnType<typeof makeSchema>,
  hosts: ReadonlySet<string>,
  contextOf: (cookie: string | undefined, user: string | undefined) => Context,
) {
  const yoga = makeYoga(schema);
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        requireTrustedTypesFor: ["'script'"],
      },
    },
    referrerPolicy: { policy: "no-referrer" },
    strictTransportSecurity: false,
  });
  const opening = makeOpening(schema, built);
  const sendBuilt = makeBuilt(built);
  return (request: IncomingMessage, response: ServerResponse) => {
    const refusal = refuse(request, hosts);
    if (refusal) {
      // Read and dropped: a client that is still sending would otherwise see a broken connection and not the answer.
      request.resume();
      response
        .writeHead(refusal.status, { "content-type": "text/plain", connection: "close" })
        .end(`${refusal.text}\n`);
      return;
    }
    headers(request, response, () => {
      const path = pathOf(request);
      if (path === "/graphql") {
        const user = request.headers["x-patchboard-user"];
        const name = typeof user === "string" ? headerText(user).slice(0, 80) : undefined;
        const context = contextOf(request.headers.cookie, name);
        context.introduce = (name) => response.setHeader("set-cookie", cookie(store, name));
        return void Promise.resolve(yoga(request, response, context)).catch(() => response.destroy());
      }
      if (path.startsWith("/file/")) {
        const context = contextOf(undefined, undefined);
        return void sendFile(request, response, schema, context).catch(() => response.destroy());
      }
      const names = path === "/" ? store.series.all().map((series) => series.name) : [];
      // The only series there is: the page would ask for the list and go there itself, two round trips later.
      if (names.length === 1) {
        const location = `/s/${encodeURIComponent(names[0]!)}`;
        response.writeHead(302, { location, "cache-control": "no-store" }).end();
        return;
      }
      const series = request.method === "GET" ? seriesIn(path) : null;
      if (series !== null) {
        response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
        response.write(opening.head);
        const said = new URLSearchParams(request.url?.split("?")[1]);
        return void opening
          .rest(contextOf(request.headers.cookie, undefined), series, said)
          .then((rest) => response.end(rest));
      }
      if (path === "/" || path.startsWith("/s/")) request.url = "/index.html";
      if (!sendBuilt(request, response))
        response.writeHead(404, { "content-type": "text/plain" }).end("there is no such page.\n");
    });
  };
}

/** A header's text as UTF-8, which Node gives as latin1; what is no UTF-8 was latin1. */
export function headerText(text: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(text, "latin1"));
  } catch {
    return text;
  }
}

/** Sends the board of the series that the path names as one HTML file to keep. */
async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  schema: ReturnType<typeof makeSchema>,
  context: Context,
) {
  const name = /^\/file\/([^/]+)\.html$/.exec(pathOf(request))?.[1];
  const series = name === undefined ? null : context.store.series.byName(decodedName(name));
  if (!series) {
    response.writeHead(404, { "content-type": "text/plain" }).end("there is no such series.\n");
    return;
  }
  const target = new URLSearchParams(request.url?.split("?")[1]).get("target");
  const text = await makeSingleFile(schema, context, { series: series.name, target, at: new Date().toISOString() });
  response
    .writeHead(200, {
      "content-type": "text/html; charset=utf-8",
      "content-disposition": `attachment; filename="${series.name.replace(/[^\w.-]+/g, "-")}.html"`,
      "cache-control": "no-store",
    })
    .end(text);
}

/** The series whose board a path names. */
function seriesIn(path: string): string | null {
  const name = /^\/s\/([^/]+)\/?$/.exec(path)?.[1];
  return name === undefined ? null : decodedName(name);
}

function decodedName(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a stray % in a hand-written URL
  }
}

/** The cookie carries the database's mark: cookies do not tell ports apart. */
function cookieName(store: Store): string {
  return `patchboard_${store.epoch.slice(0, 8)}`;
}

function cookie(store: Store, name: string): string {
  return `${cookieName(store)}=${store.people.introduce(name)}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Strict`;
}

function nameIn(store: Store, cookies: string | undefined): string | null {
  const token = cookies?.split(/;\s*/).find((one) => one.startsWith(`${cookieName(store)}=`));
  return token ? store.people.nameOf(token.slice(cookieName(store).length + 1)) : null;
}

async function listen(server: Server, port: number, isFixed: boolean, terminal: Terminal): Promise<number> {
  const attempt = (wanted: number) =>
    new Promise<number>((resolve, reject) => {
      server.once("error", reject);
      server.listen(wanted, host, () => {
        server.off("error", reject);
        resolve((server.address() as AddressInfo).port);
      });
    });
  try {
    return await attempt(port);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : "";
    if (code === "EADDRINUSE" && !isFixed) {
      terminal.say(`patchboard: port ${port} is taken, using another one.`);
      return attempt(0);
    }
    if (code === "EADDRINUSE")
      throw new UserMistake(`port ${port} is taken: name another one with --port, or 0 for any.`);
    if (code === "EACCES")
      throw new UserMistake(`port ${port} may not be opened by this user: name one above 1023 with --port.`);
    throw error;
  }
}
