import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readConfig } from "./config.ts";

const folder = mkdtempSync(join(tmpdir(), "patchboard-config-"));
const file = (text: string) => {
  const path = join(folder, "patchboard.config.yaml");
  writeFileSync(path, text);
  return path;
};

describe("the configuration", () => {
  it("takes several repositories and series from a file, with paths relative to it", () => {
    const config = file(
      "port: 5000\nrepositories:\n  - path: ../a\n    series:\n      - { name: a-3, upstream: main, base: v3, targets: [2.x, 1.x] }\n  - path: b\n",
    );
    const { port, choices } = readConfig({ config }, {}, "/");
    expect(port).toBe(5000);
    expect(choices).toEqual([
      { repo: join(folder, "../a"), series: "a-3", upstream: "main", base: "v3", targets: ["2.x", "1.x"] },
      { repo: join(folder, "b"), series: null, upstream: null, base: null, targets: [] },
    ]);
  });

  it("lets flags win over the environment and that over the file", () => {
    const config = file("user: file\ndb: file.db\n");
    expect(readConfig({ config }, {}, "/").user).toBe("file");
    expect(readConfig({ config }, { PATCHBOARD_USER: "env" }, "/").user).toBe("env");
    expect(readConfig({ config, user: "flag" }, { PATCHBOARD_USER: "env" }, "/").user).toBe("flag");
    expect(readConfig({ config }, {}, "/").db).toBe(join(folder, "file.db"));
  });

  it("keeps the database out of the repository", () => {
    expect(readConfig({ repo: folder }, {}, "/").db.startsWith(folder)).toBe(false);
  });

  it.each([
    ["a misspelt key", "prot: 80\n", /:1: prot: is no key that patchboard knows/],
    [
      "a key deep inside",
      "repositories:\n  - path: a\n    series:\n      - name: x\n        upstrem: y\n",
      /:5: repositories\.0\.series\.0\.upstrem: is no key/,
    ],
    ["a wrong type", "repositories:\n  - path: 5\n", /:2: repositories\.0\.path: expected string/],
    ["a port out of range", "user: a\nport: 99999\n", /:2: port: /],
    ["broken YAML", "user: a\n  port: [\n", /patchboard\.config\.yaml:\d: /],
  ])("names file, line and key of %s", (_, text, expected) => {
    expect(() => readConfig({ config: file(text) }, {}, "/")).toThrow(expected);
  });

  it("names a flag with a wrong value", () => {
    expect(() => readConfig({ repo: "/", port: "http" }, {}, "/")).toThrow(
      "--port http: give a whole number from 0 to 65535.",
    );
  });

  it("names a file that is not there", () => {
    expect(() => readConfig({ config: "none.yaml" }, {}, folder)).toThrow(/none\.yaml cannot be read/);
  });
});
