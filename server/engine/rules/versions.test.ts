import { expect, test } from "vitest";
import { findVersions, scopeOf } from "./versions.ts";

const found = (text: string, stable: string[], version: string | null) =>
  findVersions(text, scopeOf(stable, version)).map((one) => one.version);

test.each<[string, string[], string | null, string[]]>([
  ["to 3.2, 3.1 and v2.8", ["3.2", "3.1"], "3.3", ["3.2", "3.1", "2.8"]],
  ["to 3.2/3.1, or 2.8-3.0", [], "3.3", ["3.2", "3.1", "2.8", "3.0"]],
  ["until v2.6.0", ["3.2"], "3.3", ["2.6"]],
  ["in 1.9-dev8", [], "3.3", ["1.9"]],
  ["to haproxy-2.8 and branch 3.0", [], "3.3", ["2.8", "3.0"]],
  ["newer than all: 3.9, 4.1", ["3.2"], "3.3", []],
  ["OpenSSL 3.1 and 3.0, TLSv1.3, TLS 1.3, Lua 5.4, gcc-4.2", ["3.2"], "3.3", []],
  ["the Frobnicator 3.1 library", ["3.2"], "3.3", []],
  ["after 2.5 seconds, 3.1MB, 1.5%", ["3.2"], "3.3", []],
  ["#3.1 and section 3.0", ["3.2"], "3.3", []],
  ["in two steps, 2 commits", [], "3.3", []],
  ["backport to v254 and 253", ["254", "253"], "255", ["254", "253"]],
  ["all 254 tests", ["254", "253"], "255", []],
  ["Backpatch to V4_2_STABLE, v4.1.", ["4.6", "4.5"], "4.7", ["4.2", "4.1"]],
  ["to 27.x and 25.0", ["27.x", "26.1", "25.0"], null, ["27.x", "25.0"]],
  ["stable # 6.1.y, 5.10+", ["6.6", "6.1"], null, ["6.1", "5.10"]],
  ["to 23.11 and 22.11", ["23.11", "22.11"], "24.11", ["23.11", "22.11"]],
  ["in 1.10, years ago", ["23.11", "22.11"], "24.11", []],
])("%s", (text, stable, version, expected) => {
  expect(found(text, stable, version)).toEqual(expected);
});
