import { createHash } from "node:crypto";
import { globSync, readFileSync, statSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { extname, join } from "node:path";
import { pathOf } from "./guard.ts";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/**
 * Reads the built page once, and gives a function that sends a file of it; false where there is none of that path. A server that
 * goes on while the package is built or upgraded beneath it stays of one version: a page finds the scripts that it names.
 */
export function makeBuilt(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const paths = globSync("**/*", { cwd: folder }).filter((path) => statSync(join(folder, path)).isFile());
  const files = new Map(paths.map((path) => [`/${path.replaceAll("\\", "/")}`, fileAt(folder, path)]));
  return (request, response) => {
    const file = files.get(pathOf(request));
    if (!file) return false;
    const { body, headers } = file;
    if (request.headers["if-none-match"] === headers.etag) response.writeHead(304, headers).end();
    else response.writeHead(200, { ...headers, "content-length": body.length }).end(body); // of a HEAD Node sends no body
    return true;
  };
}

function fileAt(folder: string, path: string) {
  const body = readFileSync(join(folder, path));
  const headers = {
    "content-type": types[extname(path)] ?? "application/octet-stream",
    "cache-control": path.startsWith("assets") ? "public, max-age=31536000, immutable" : "no-cache",
    etag: `"${createHash("sha256").update(body).digest("base64url")}"`,
  };
  return { body, headers };
}
