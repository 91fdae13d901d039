import { readFileSync } from "node:fs";
import type { Server as HttpServer } from "node:http";
import type { Duplex } from "node:stream";
import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, validate } from "graphql";
import { useServer } from "graphql-ws/use/ws";
import { createSchema, createYoga, isAsyncIterable, type Plugin } from "graphql-yoga";
import { WebSocketServer } from "ws";
import { UserMistake } from "../domain.ts";
import type { Context } from "./context.ts";
import { bodyLimit, refuseUpgrade } from "./guard.ts";
import { maxTokens, rules } from "./limits.ts";
import { resolvers } from "./resolvers.ts";

const frameLimit = 64 * 1024;
const socketLimit = 2_000;
const subscriptionsPerSocket = 10;
const bufferLimit = 8 * 1024 * 1024;

/** The schema with its resolvers. */
export function makeSchema() {
  const typeDefs = readFileSync(new URL("../../schema.graphql", import.meta.url), "utf8");
  const schema = createSchema<Context>({ typeDefs, resolvers });
  for (const field of Object.values(schema.getMutationType()!.getFields())) {
    const resolve = field.resolve!;
    field.resolve = (source, args, context: Context, info) => {
      try {
        return resolve(source, args, context, info);
      } catch (error) {
        // What a person can do something about is said in a sentence; anything else stays masked.
        const explained = context.store.explain(error);
        throw explained instanceof UserMistake ? new GraphQLError(explained.message) : error;
      }
    };
  }
  return schema;
}

/** GraphQL over HTTP: JSON by POST, no CORS, no pages of its own, errors masked unless they are for people. */
export function makeYoga(schema: ReturnType<typeof makeSchema>) {
  return createYoga<Context>({
    schema,
    cors: false,
    graphiql: false,
    landingPage: false,
    batching: false,
    multipart: false,
    maskedErrors: true,
    maxRequestBodySize: bodyLimit,
    logging: "error",
    plugins: [useSameLimits(), usePlaceInLog()],
  });
}

function useSameLimits(): Plugin {
  return {
    onParse: ({ setParseFn }) =>
      setParseFn((source: string, options?: object) => parse(source, { ...options, maxTokens })),
    onValidate: ({ setValidationFn }) =>
      setValidationFn((schema: GraphQLSchema, document: DocumentNode) => validate(schema, document, rules)),
  };
}

/**
 * Every answer says where the change log stood when its making began (`extensions.seq`): whoever follows the changes too knows
 * by that which of them are newer.
 */
function usePlaceInLog(): Plugin<Context> {
  return {
    onExecute: ({ args }) => {
      const seq = args.contextValue.store.changes.lastSeq();
      return {
        onExecuteDone: ({ result, setResult }) => {
          if (!isAsyncIterable(result)) setResult({ ...result, extensions: { ...result.extensions, seq } });
        },
      };
    },
  };
}

/** GraphQL over WebSocket on the same port, with the same limits; gives a function that closes every socket. */
export function serveSockets(
  server: HttpServer,
  schema: ReturnType<typeof makeSchema>,
  hosts: () => ReadonlySet<string>,
  contextOf: (cookie: string | undefined, user: string | undefined) => Context,
) {
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimit,
  });
  const open = new WeakMap<object, number>();
  const cleanup = useServer(
    {
      schema,
      connectionInitWaitTimeout: 3_000,
      onSubscribe: (ctx, _id, params) => {
        const { socket, request } = ctx.extra;
        const count = (open.get(socket) ?? 0) + 1;
        if (count > subscriptionsPerSocket)
          return [new GraphQLError(`at most ${subscriptionsPerSocket} operations at once on one socket.`)];
        const prepared = prepare(schema, params.query);
        if ("errors" in prepared) return prepared.errors;
        open.set(socket, count);
        return {
          schema,
          document: prepared.document,
          operationName: params.operationName,
          variableValues: params.variables,
          contextValue: contextOf(request.headers.cookie, undefined),
        };
      },
      onComplete: (ctx) => void open.set(ctx.extra.socket, (open.get(ctx.extra.socket) ?? 1) - 1),
    },
    sockets,
    12_000,
  );
  sockets.on("connection", (socket) => {
    // One that does not read is cut: it comes back with its cursor and misses nothing.
    const watch = setInterval(() => socket.bufferedAmount > bufferLimit && socket.terminate(), 5_000);
    socket.on("close", () => clearInterval(watch));
    socket.on("error", () => {});
  });
  server.on("upgrade", (request, stream: Duplex, head) => {
    const refusal = refuseUpgrade(request, hosts());
    if (refusal || sockets.clients.size >= socketLimit) {
      stream.on("error", () => {});
      return stream.end(`HTTP/1.1 ${refusal?.status ?? 503} Refused\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
    }
    sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit("connection", socket, request));
  });
  return async () => {
    for (const socket of sockets.clients) socket.close(1001, "the server stops");
    await cleanup.dispose();
  };
}

/** Parses and checks a document with the limits that HTTP has too. */
function prepare(schema: ReturnType<typeof makeSchema>, query: unknown) {
  try {
    const document = parse(String(query), { maxTokens });
    const errors = validate(schema, document, rules);
    return errors.length ? { errors } : { document };
  } catch (error) {
    return { errors: [error instanceof GraphQLError ? error : new GraphQLError("the document cannot be read.")] };
  }
}
