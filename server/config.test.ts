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
  it("takes several repositories and series from a file, with paths relative to it", async () => {
    const config = file(
      "port: 5000\nrepositories:\n  - path: ../a\n    series:\n      - { name: a-3, upstream: main, base: v3, targets: [2.x, 1.x] }\n  - path: b\n",
    );
    const { port, choices } = await readConfig({ config }, {}, "/");
    expect(port).toBe(5000);
    expect(choices).toEqual([
      { repo: join(folder, "../a"), series: "a-3", upstream: "main", base: "v3", targets: ["2.x", "1.x"] },
      { repo: join(folder, "b"), series: null, upstream: null, base: null, targets: [] },
    ]);
  });

  it("lets flags win over the environment and that over the file", async () => {
    const config = file("user: file\ndb: file.db\n");
    expect((await readConfig({ config }, {}, "/")).user).toBe("file");
    expect((await readConfig({ config }, { PATCHBOARD_USER: "env" }, "/")).user).toBe("env");
    expect((await readConfig({ config, user: "flag" }, { PATCHBOARD_USER: "env" }, "/")).user).toBe("flag");
    expect((await readConfig({ config }, {}, "/")).db).toBe(join(folder, "file.db"));
  });

  it("keeps the database out of the repository", async () => {
    expect((await readConfig({ repo: folder }, {}, "/")).db.startsWith(folder)).toBe(false);
  });

  it.each([
    ["a misspelt key", "prot: 80\n", /:1: prot: is no key that patchboard knows/],
    [
      "a key deep inside",
      "repositories:\n  - path: a\n    series:\n      - name: x\n        upstrem: y\n",
      /:5: repositories\.0\.series\.0\.upstrem: is no key/,
    ],
    [
      "two series of one name",
      "repositories:\n  - path: a\n    series:\n      - name: x\n      - name: y\n      - name: x\n",
      /:6: repositories\.0\.series\.2\.name: another series is called x already\.$/,
    ],
    ["a wrong type", "repositories:\n  - path: 5\n", /:2: repositories\.0\.path: expected string/],
    ["a port out of range", "user: a\nport: 99999\n", /:2: port: /],
    ["broken YAML", "user: a\n  port: [\n", /patchboard\.config\.yaml:\d: /],
  ])("names file, line and key of %s", async (_, text, expected) => {
    await expect(readConfig({ config: file(text) }, {}, "/")).rejects.toThrow(expected);
  });

  it("names a flag with a wrong value", async () => {
    await expect(readConfig({ repo: "/", port: "http" }, {}, "/")).rejects.toThrow(
      "--port http: give a whole number from 0 to 65535.",
    );
  });

  it("names the series there are when another one was asked for", async () => {
    const config = file("repositories:\n  - path: a\n    series: [{ name: a-1 }, { name: a-2 }]\n");
    await expect(readConfig({ config, series: "a-3" }, {}, "/")).rejects.toThrow(
      "--series a-3: the configuration names a-1, a-2.",
    );
  });

  it("names a file that is not there", async () => {
    await expect(readConfig({ config: "none.yaml" }, {}, folder)).rejects.toThrow(/none\.yaml cannot be read/);
  });
});
