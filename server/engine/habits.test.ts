import { describe, expect, it } from "vitest";
import { isSilenceNo, promptNameFor } from "./habits.ts";

describe("the prompt", () => {
  it("is chosen by the messages of the project", () => {
    expect(promptNameFor(["BUG/MINOR: a: b", "MINOR: c: d", "tidy"])).toBe("haproxy");
    expect(promptNameFor(['net: fix a leak\n\nFixes: 0123456789ab ("net: add it")', "mm: tidy", "fs: x"])).toBe(
      "linux-stable",
    );
    expect(promptNameFor(["Fix the build", "Add a test"])).toBe("general");
    expect(promptNameFor([])).toBe("general");
  });
});

describe("silence", () => {
  const asked = "BUG/MINOR: h2: keep the window\n\nThis must be backported as far as 2.8.";
  const refused = "BUG/MEDIUM: mux: count the stream\n\nIt came with the present version. No backport needed.";
  const silentFix = "BUG/MINOR: log: close the file\n\nThe file stayed open.";
  const others = ["MINOR: cli: show the uptime", "CLEANUP: pool: drop a cast", "DOC: config: tell of the limit"];

  it.each<[string, string[], boolean]>([
    ["is a no where fixes carry an instruction", [asked, refused, asked, silentFix, ...others], true],
    ["says nothing where authors use the tags alone", [silentFix, silentFix, silentFix, asked, ...others], false],
    ["says nothing while there are too few fixes to tell", [asked, refused, ...others], false],
    [
      "says nothing where the kernel's trailers instruct",
      Array.from({ length: 5 }, () => 'net: fix a leak\n\nFixes: 0123456789ab ("net: add it")\nCc: stable@dpdk.org'),
      false,
    ],
    ["says nothing without tags", ["fix the leak\n\nThis must be backported to 2.8.", "add a test", "tidy"], false],
    ["says nothing where there are no messages", [], false],
  ])("%s", (_, sample, expected) => expect(isSilenceNo(sample)).toBe(expected));
});
