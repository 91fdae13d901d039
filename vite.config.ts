import { dirname, relative, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const root = import.meta.dirname;
const tag = /(?<![\w./$])graphql`\s*([\s\S]*?)`/g;

/** Replaces each graphql tag by an import of the artifact that relay-compiler wrote for it; lines stay where they were. */
function relay(): Plugin {
  return {
    name: "relay",
    enforce: "pre",
    transform: {
      filter: { id: { include: /\/web\/.*\.tsx?$/, exclude: [/node_modules/, /__generated__/] }, code: "graphql`" },
      handler(code, id) {
        const imports: string[] = [];
        const out = code.replace(tag, (whole: string, text: string) => {
          const name = /^(?:query|mutation|subscription|fragment)\s+(\w+)/.exec(text.trim())?.[1];
          if (!name) throw new Error(`${relative(root, id)}: a graphql tag without a name`);
          const path = relative(dirname(id), resolve(root, "web/__generated__", `${name}.graphql.ts`));
          imports.push(`import ${name}Node from ${JSON.stringify(path.startsWith(".") ? path : `./${path}`)};`);
          return `${name}Node` + "\n".repeat(whole.split("\n").length - 1);
        });
        return { code: `${out}\n${imports.join("\n")}\n`, map: null };
      },
    },
  };
}

/** Lets the browser fetch the application beside the small entry that asks for its data, and not after it. */
function preloadMain(): Plugin {
  return {
    name: "preload-main",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle, chunk: entry }) =>
        Object.values(bundle ?? {})
          .filter((chunk) => chunk.type === "chunk" && chunk.name === "main")
          // What it shares with parts that are loaded later is in files of their own.
          .flatMap((chunk) => (chunk.type === "chunk" ? [chunk.fileName, ...chunk.imports] : []))
          .filter((fileName) => !entry?.imports.includes(fileName))
          .map((fileName) => ({
            tag: "link",
            attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
            injectTo: "head" as const,
          })),
    },
  };
}

export default defineConfig({
  root: resolve(root, "web"),
  plugins: [relay(), react(), preloadMain()],
  build: {
    outDir: resolve(root, "dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
  },
  resolve: { alias: [{ find: /^react-relay$/, replacement: "react-relay/hooks.js" }] },
  server: { proxy: { "/graphql": { target: "http://127.0.0.1:4711", ws: true } } },
  ssr: { resolve: { conditions: ["module", "node"] } },
  test: {
    root,
    include: ["server/**/*.test.ts", "web/**/*.test.{ts,tsx}", "scripts/**/*.test.ts", "bench/**/*.test.ts"],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
} as Parameters<typeof defineConfig>[0]);
