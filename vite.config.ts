import { dirname, relative, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build, defineConfig, type Plugin, type UserConfig } from "vite";
import { singleFile } from "./scripts/single-file.ts";
import pageQuery from "./web/__generated__/BoardPageQuery.graphql.ts";
import rowsQuery from "./web/__generated__/BoardRowsQuery.graphql.ts";

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
      handler(_html, { bundle }) {
        const chunks = Object.values(bundle ?? {}).filter((one) => one.type === "chunk");
        const main = chunks.find((one) => one.name === "main");
        const linked = new Set(chunks.flatMap((one) => (one.isEntry ? one.imports : [])));
        // With what it imports: a browser would find that only when it has read the script.
        return [main?.fileName, ...(main?.imports ?? [])].flatMap((fileName) =>
          fileName === undefined || linked.has(fileName)
            ? []
            : [
                {
                  tag: "link",
                  attrs: { rel: "modulepreload", crossorigin: true, href: `/${fileName}` },
                  injectTo: "head",
                },
              ],
        );
      },
    },
  };
}

/** Writes beside the page what it asks first: the server answers that before the page can ask. */
function asks(): Plugin {
  return {
    name: "asks",
    apply: "build",
    generateBundle() {
      const source = JSON.stringify({ page: pageQuery.params.text, rows: rowsQuery.params.text });
      this.emitFile({ type: "asset", fileName: "asks.json", source });
    },
  };
}

/** Builds the page that is one file after the one that is served: they share no chunk, so it is a build of its own. */
function alsoSingle(): Plugin {
  return {
    name: "also-single",
    apply: "build",
    async closeBundle() {
      await build({ configFile: resolve(root, "vite.config.ts"), mode: "single", logLevel: "error" });
    },
  };
}

const alias = [{ find: /^react-relay$/, replacement: "react-relay/hooks.js" }];

const single: UserConfig = {
  root: resolve(root, "web"),
  plugins: [relay(), react(), singleFile()],
  build: {
    outDir: resolve(root, "dist/single"),
    target: "es2022",
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { input: resolve(root, "web/single/index.html"), output: { codeSplitting: false } },
  },
  // A file has no diffs: their colours would be a fifth of it.
  resolve: { alias: [...alias, { find: /^\.\/colours\.ts$/, replacement: resolve(root, "web/single/noColours.ts") }] },
};

const served = {
  root: resolve(root, "web"),
  plugins: [relay(), react(), preloadMain(), asks(), alsoSingle()],
  build: {
    outDir: resolve(root, "dist"),
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    cssCodeSplit: false,
  },
  resolve: { alias },
  server: { proxy: { "/graphql": { target: "http://127.0.0.1:4711", ws: true } } },
  ssr: { resolve: { conditions: ["module", "node"] } },
  test: {
    root,
    globalSetup: "scripts/test-scratch.ts",
    include: [
      "picks/**/*.test.ts",
      "search/**/*.test.ts",
      "server/**/*.test.ts",
      "web/**/*.test.{ts,tsx}",
      "scripts/**/*.test.ts",
      "bench/**/*.test.ts",
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
};

export default defineConfig(({ mode }) => (mode === "single" ? single : served));
