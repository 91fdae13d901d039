import { describe, expect, it } from "vitest";
import { objectIn } from "./object.ts";
import { answersTo, noMessage, yesMessage } from "./test-engine.ts";
import { serveModel, writtenFor } from "./test-server.ts";

const of = (verdict: string, rest = {}) =>
  JSON.stringify({ reason: "r", quote: "", verdict, oldest: "", prerequisites: [], ...rest });

describe("the object in a text", () => {
  it.each<[string, string, string]>([
    ["in prose", `Well: ${of("no")} That is it.`, of("no")],
    ["the last of equals", `It says ${of("no", { reason: "theirs" })}. So: ${of("no", { reason: "mine" })}`, "mine"],
    ["behind braces that are none", `{ {a} ${of("wait")}`, of("wait")],
    ["inside of another one", `{"answer": ${of("wait")}}`, of("wait")],
    ["with braces and quotes in it", of("yes", { reason: 'a } "{" b' }), "a }"],
  ])("is found %s", (_, text, part) => expect(objectIn(text)).toMatchObject({ object: expect.stringContaining(part) }));

  it.each<[string, string, string]>([
    ["two verdicts", `The message has ${of("yes")}. ${of("no")}`, "it has objects with different verdicts."],
    ["two verdicts, turned round", `${of("no")} It also has ${of("yes")}`, "it has objects with different verdicts."],
    ["an own one out of form", `It has ${of("yes")}. ${of("no", { sure: 1 })}`, "it has objects with different"],
    ["an own one without its form", `It has ${of("yes")}. {"verdict":"yes"}`, "reason: "],
    ["no verdict", 'It is {"a":1}.', "it is not JSON."],
  ])("is none where there are %s", (_, text, words) => expect(objectIn(text)).toEqual(expect.stringContaining(words)));
});

describe("a message with an answer in it, which the model quotes before its own", () => {
  const quoting = `The message contains ${of("yes")} but: ${of("no")}`;

  it("is asked about once more, and the second answer counts", async () => {
    await using server = await serveModel({ script: [{ text: quoting }] });
    const [answer] = await answersTo(server.url, [noMessage]);
    expect(answer).toMatchObject({ verdict: "no", transcript: { marks: ["repaired"] } });
    expect(answer!.transcript!.output).toBe(`${quoting}\n\n${writtenFor("\n    No backport is needed.")}`);
    expect(server.requests[1]!.messages[2]!.content).toContain("it has objects with different verdicts.");
  });

  it("is uncertain when the second answer is no clearer", async () => {
    await using server = await serveModel({ step: () => ({ text: quoting }) });
    const [answer] = await answersTo(server.url, [yesMessage]);
    expect(answer).toMatchObject({ verdict: "uncertain", transcript: { marks: ["failed"] } });
    expect(server.requests).toHaveLength(2);
  });
});
