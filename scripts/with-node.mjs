// Runs its arguments with a Node that the project can use: this one when it is new enough, else the packaged one.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Node's flags for a server: a smaller young generation keeps it under 300 MB while 50 boards load 20,000 patches each (248 MB
 * instead of 365, a tenth slower). It can only be set when Node starts.
 */
export const serverFlags = ["--max-semi-space-size=4"];

const [major, minor] = process.versions.node.split(".").map(Number);

/** Whether the running Node can run the project: it has to know TypeScript. */
export const isNodeFit = major > 22 || (major === 22 && minor >= 18);

/** PATH with the project's tools and, where the running Node is older than 22.18, the Node packaged in node_modules. */
export function environmentWithNode() {
  const paths = [join(root, "node_modules", ".bin")];
  if (!isNodeFit) {
    const packaged = join(root, "node_modules", `node-${process.platform}-${process.arch}`, "bin");
    if (!existsSync(join(packaged, "node"))) {
      console.error(
        `patchboard: Node ${process.versions.node} is too old and none is packaged for ${process.platform}-${process.arch}: install Node 22.18 or later.`,
      );
      process.exit(1);
    }
    paths.unshift(packaged);
  }
  return { ...process.env, PATH: [...paths, process.env.PATH].join(delimiter) };
}

/** Runs a command to its end with that PATH, passing signals on; gives its exit code (128 + n after signal n). */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: "inherit", env: environmentWithNode(), ...options });
    const pass = (signal) => child.kill(signal);
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, pass);
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(code ?? 128 + (signal === "SIGINT" ? 2 : 15)));
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [command, ...args] = process.argv.slice(2);
  process.exit(await run(command, args));
}
