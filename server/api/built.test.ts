import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeBuilt } from "./built.ts";

test("the built page is sent as it was when the server began, also when its files have gone", async () => {
  const folder = mkdtempSync(join(tmpdir(), "patchboard-built-"));
  mkdirSync(join(folder, "assets"));
  writeFileSync(join(folder, "index.html"), "<!doctype html>");
  writeFileSync(join(folder, "assets/main-1.js"), "go();");
  const built = makeBuilt(folder);
  rmSync(folder, { recursive: true });
  const server = createServer((request, response) => void (built(request, response) || response.writeHead(404).end()));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const ask = (path: string, options = {}) =>
    fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, options);

  const script = await ask("/assets/main-1.js?v=2");
  expect([script.status, await script.text()]).toEqual([200, "go();"]);
  expect(script.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(script.headers.get("cache-control")).toContain("immutable");
  const etag = script.headers.get("etag")!;
  expect((await ask("/assets/main-1.js", { headers: { "if-none-match": etag } })).status).toBe(304);
  const page = await ask("/index.html", { method: "HEAD" });
  expect([page.status, page.headers.get("content-length"), page.headers.get("cache-control")]).toEqual([
    200,
    "15",
    "no-cache",
  ]);
  for (const path of ["/assets", "/assets/main-2.js", "/../package.json", "/%2e%2e/package.json", "/"])
    expect((await ask(path)).status).toBe(404);
  await new Promise((resolve) => server.close(resolve));
});
