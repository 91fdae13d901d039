import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { takeLease } from "./lease.ts";

const file = join(mkdtempSync(join(tmpdir(), "patchboard-lease-")), "board.db");

it("a second holder is refused and told who holds it, another task is not", () => {
  const first = takeLease(file, "serve");
  if (typeof first === "string") throw new Error(first);
  first.describe("process 1 at http://127.0.0.1:1/");
  expect(takeLease(file, "serve")).toBe("process 1 at http://127.0.0.1:1/");
  const other = takeLease(file, "sync");
  expect(typeof other).toBe("object");
  first.release();
  const again = takeLease(file, "serve");
  expect(typeof again).toBe("object");
});

it("a killed holder leaves nothing behind", async () => {
  const code = `const { takeLease } = await import(${JSON.stringify(new URL("lease.ts", import.meta.url).href)});
    takeLease(${JSON.stringify(file)}, "classify-rules"); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", code], { stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  expect(takeLease(file, "classify-rules")).toBe(`process ${child.pid}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  const lease = takeLease(file, "classify-rules");
  expect(typeof lease).toBe("object");
});
