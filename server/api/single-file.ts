import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { GraphQLSchema } from "graphql";
import { UserMistake } from "../domain.ts";
import { answer } from "./answer.ts";
import type { Context } from "./context.ts";

const built = new URL("../../dist/single/", import.meta.url);
const slot = 'id="content"></script>';
// A page this large is answered in 50 ms: other boards of this server are answered in between.
const patchesAtOnce = 100;

/** What the built page asks, as GraphQL. */
interface Asks {
  page: string;
  patches: string;
}

interface PatchPage {
  series: { patches: { edges: { node: object }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } } };
}

/** What a file is made of: what the page asks about a series, answered by the resolvers that boards have. */
export interface SingleFile {
  series: string;
  /** The branch that the file opens on; null: the newest. */
  target: string | null;
  at: string;
}

/**
 * The board of a series as one HTML file that needs no server. All that it holds is packed (gzip, base64), so nothing that
 * somebody wrote stands in the page as text. Throws UserMistake when the page is not built.
 */
export async function makeSingleFile(schema: GraphQLSchema, context: Context, file: SingleFile): Promise<string> {
  const [template, asks] = await Promise.all([readBuilt("index.html"), readBuilt("asks.json")]);
  const { page, patches } = JSON.parse(asks) as Asks;
  // No files and no diffs: git would run for each patch, and the file would be ten times as large.
  const repository = { ...context.repository, files: async () => null, diff: async () => null };
  const anybody: Context = { ...context, repository, who: null, suggestedName: null, introduce: null };
  const ask = <T>(text: string, variables: object) => answer<T>(schema, anybody, text, variables);
  const all: object[] = [];
  for (let after: string | null = null; ;) {
    const { series }: PatchPage = await ask<PatchPage>(patches, { name: file.series, first: patchesAtOnce, after });
    for (const { node } of series.patches.edges) all.push(node);
    if (!series.patches.pageInfo.hasNextPage) break;
    after = series.patches.pageInfo.endCursor;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const content = { page: await ask(page, { name: file.series }), patches: all };
  // Only what decisions are about: a run or a sync in between makes no other board of it.
  const about = JSON.stringify([context.store.epoch, file.series, all]);
  const id = createHash("sha256").update(about).digest("hex").slice(0, 32);
  const { series: _, ...made } = file;
  const packed = await promisify(gzip)(JSON.stringify({ id, ...made, ...content }), { level: 9 });
  return template.replace(slot, () => `id="content">${packed.toString("base64")}</script>`);
}

async function readBuilt(name: string): Promise<string> {
  try {
    return await readFile(new URL(name, built), "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    throw new UserMistake("the page is not built: run npm run build first.");
  }
}
