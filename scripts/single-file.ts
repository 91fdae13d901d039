import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Plugin } from "vite";
import pageQuery from "../web/__generated__/BoardPageQuery.graphql.ts";
import patchesQuery from "../web/__generated__/asksPatchesQuery.graphql.ts";

const start = readFileSync(new URL("../web/single/start.js", import.meta.url), "utf8");

/**
 * Puts script and style into the page itself, with a policy that lets nothing else in, and writes beside it what the page
 * asks: the server answers that when it makes a file. The script is packed as the content is, which halves it. A package for
 * this is half as long as its documentation, and none knows the hashes.
 */
export function singleFile(): Plugin {
  return {
    name: "single-file",
    // Vite itself still writes into the script at this time, also where a part would be loaded later.
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        let [html, script, style] = ["", "", ""];
        const icons = new Map<string, string>();
        for (const [name, part] of Object.entries(bundle)) {
          if (part.type === "chunk") script += part.code;
          else if (name.endsWith(".html")) html = String(part.source);
          else if (name.endsWith(".css")) style += String(part.source);
          else icons.set(name, Buffer.from(part.source).toString("base64"));
          delete bundle[name];
        }
        for (const [name, icon] of icons) html = html.replace(`/${name}`, `data:image/svg+xml;base64,${icon}`);
        this.emitFile({ type: "asset", fileName: "index.html", source: page(html, script, style) });
        const asks = { page: pageQuery.params.text, patches: patchesQuery.params.text };
        this.emitFile({ type: "asset", fileName: "asks.json", source: JSON.stringify(asks) });
      },
    },
  };
}

function page(html: string, script: string, style: string): string {
  const policy = [
    "default-src 'none'",
    `script-src '${hash(start)}' '${hash(script)}'`,
    `style-src '${hash(style)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy}" />\n    <style>${style}</style>`;
  const bare = html
    .replace(/<script type="module"[^>]*><\/script>\s*/, "")
    .replace(/<link rel="stylesheet"[^>]*>\s*/, "");
  const packed = gzipSync(script, { level: 9 }).toString("base64");
  const program = `<script type="application/octet-stream" id="program">${packed}</script>`;
  // The policy comes before all that it is about; the script last, so that what it reads is there.
  return bare
    .replace(/(<meta charset[^>]*>)/, (charset) => `${charset}\n    ${head}`)
    .replace("</body>", () => `${program}\n    <script type="module">${start}</script>\n  </body>`);
}

const hash = (text: string) => `sha256-${createHash("sha256").update(text).digest("base64")}`;
