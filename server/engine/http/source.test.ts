import { type AddressInfo, createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { refusalOf, series, sourceAt } from "./test-engine.ts";
import { serveModel } from "./test-server.ts";

const startAt = (...given: Parameters<typeof sourceAt>) => refusalOf(sourceAt(...given).engine(series));

describe("the check at the start", () => {
  it.each([
    ["vllm", "test-model (vllm)"],
    ["llama-server", "test-model (llamacpp)"],
    ["ollama", "test-model (library)"],
    ["nim", "test-model (system)"],
  ] as const)("says which model of %s answers, and how large its context is", async (kind, model) => {
    await using server = await serveModel({ kind, context: 4_096 });
    const source = sourceAt(server.url);
    expect(source.state()).toEqual({ state: "loading", words: `${new URL(server.url).host} was not asked yet` });
    const engine = await source.engine(series);
    const host = new URL(server.url).host;
    expect(source.state()).toEqual({ state: "ready", words: `model test-model at ${host} answers, context 4096` });
    expect(engine).toMatchObject({ name: "http", model, prompt: expect.stringMatching(/^general:[0-9a-f]{12}$/) });
    expect(engine.promptText).toContain("{{commit}}");
    expect(engine.promptText).toContain("3.2-stable");
  });

  it("takes the prompt that fits the project's messages", async () => {
    await using server = await serveModel();
    const sample = ["BUG/MINOR: a: b", "MINOR: c: d"];
    const engine = await sourceAt(server.url, { prompt: null }).engine({ ...series, sample });
    expect(engine.prompt).toMatch(/^haproxy:/);
  });

  it("finds a model that was named, also without its tag", async () => {
    await using server = await serveModel({ kind: "ollama", models: ["other:1b", "qwen3:latest"] });
    expect((await sourceAt(server.url, { model: "qwen3" }).engine(series)).model).toBe("qwen3:latest (library)");
    expect((await sourceAt(server.url, { model: "other:1b" }).engine(series)).model).toBe("other:1b (library)");
  });

  it("names the models there are when the one asked for is not among them", async () => {
    await using server = await serveModel({ models: ["a", "b"] });
    expect(await startAt(server.url, { model: "c" })).toBe(
      `UserMistake: ${server.url} has no model c: it offers a, b.`,
    );
    await using empty = await serveModel({ models: [] });
    expect(await startAt(empty.url)).toBe(`UserMistake: ${empty.url} offers no model: load one there first.`);
  });

  it("tells a wrong key from a missing one", async () => {
    await using server = await serveModel({ key: "right-key-123" });
    const end = "(401): put the right one into PATCHBOARD_API_KEY or the key file.";
    const at = `${server.url}/models`;
    expect(await startAt(server.url, { key: "wrong-key-123" })).toBe(`UserMistake: ${at} refuses the key ${end}`);
    expect(await startAt(server.url)).toBe(`UserMistake: ${at} wants a key ${end}`);
    expect((await sourceAt(server.url, { key: " right-key-123\n" }).engine(series)).model).toBe("test-model (vllm)");
  });

  it("says what is wrong with an address where something else answers", async () => {
    await using server = await serveModel();
    const root = server.url.replace("/v1", "");
    expect(await startAt(root)).toBe(
      `UserMistake: ${root}/models: there is no such path (404); the base URL of an OpenAI-compatible API most often ends in /v1.`,
    );
    const page = createServer((socket) => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\n<html>"));
    const shell = createServer((socket) => socket.end("SSH-2.0-OpenSSH_9.2\r\n"));
    const moved = createServer((socket) =>
      socket.end(
        "HTTP/1.1 302 Found\r\nlocation: https://u:secret@sso.example/login?t=secret\r\ncontent-length: 0\r\n\r\n",
      ),
    );
    const endless = createServer((socket) => {
      socket.on("error", () => {}).write("HTTP/1.1 200 OK\r\n\r\n");
      for (let i = 0; i < 6; i++) socket.write(" ".repeat(1_000_000));
    });
    const urlOf = async (server: typeof page) => {
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
    };
    const urls = await Promise.all([page, shell, moved, endless].map(urlOf));
    expect(await startAt(urls[0]!)).toMatch(
      /^UserMistake: \S+ is no OpenAI-compatible API: \S+\/models gave something else/,
    );
    expect(await startAt(urls[1]!)).toMatch(/does not speak HTTP; is it https, or another service\?$/);
    expect(await startAt(urls[2]!, { key: "a-long-key" })).toMatch(
      /redirects to https:\/\/sso\.example\/login: patchboard does not follow with the key; name the final URL\.$/,
    );
    expect(await startAt(urls[3]!)).toMatch(/sent more than 4000000 bytes\.$/);
    expect(await startAt(urls[0]!.replace("http:", "https:"))).toMatch(
      /does not speak TLS as asked \(\w+\); is it http/,
    );
    for (const server of [page, shell, moved, endless]) server.close();
  });

  it("says that nothing listens, that there is no such host, and that a host does not answer", async () => {
    const closed = await serveModel();
    await closed.close();
    expect(await startAt(closed.url)).toBe(
      `UserMistake: ${closed.url}/models cannot be reached: nothing listens there; start the server or correct the URL.`,
    );
    expect(await startAt("http://no-such-host.invalid/v1")).toMatch(
      /^UserMistake: http:\/\/no-such-host\.invalid\/v1\/models cannot be reached: (?:there is no host of this name|the name could)/,
    );
  });

  it.each([
    ["gpu:8000/v1", "gpu:: a model's endpoint is reached by http or https."],
    ["not a url", "the URL of a model's endpoint is not one: it looks like http://gpu:8000/v1."],
    ["http://ada:secret@gpu/v1", "http://gpu/v1: put the key into a key file or the environment, not into the URL."],
    [
      "http://gpu/v1?api_key=secret",
      "http://gpu/v1: a base URL has nothing behind ? or #. A key belongs into a key file.",
    ],
  ])("refuses the address %s without asking", (url, words) => expect(() => sourceAt(url)).toThrow(words));

  it("refuses a key that cannot be sent, without showing it", () => {
    const words = "http://gpu/v1: its key has spaces or characters that no key has.";
    expect(() => sourceAt("http://gpu/v1", { key: "two\nlines" })).toThrow(new RegExp(`^${words}$`));
  });

  it("takes a path to the API itself for its base", async () => {
    await using server = await serveModel();
    expect((await sourceAt(`${server.url}/chat/completions`).engine(series)).model).toBe("test-model (vllm)");
  });

  it("goes on with those that answer, and tells which do not", async () => {
    await using server = await serveModel();
    const closed = await serveModel();
    await closed.close();
    const source = sourceAt([closed.url, server.url]);
    await source.engine(series);
    expect(source.state().words).toMatch(/^model test-model at \S+ answers, context 8192; \S+ cannot be reached/);
  });

  it("refuses endpoints with different models, as answers are kept under one name", async () => {
    await using one = await serveModel({ models: ["a"] });
    await using other = await serveModel({ models: ["b"] });
    expect(await startAt([one.url, other.url])).toMatch(
      /^UserMistake: the endpoints serve different models \(a \(vllm\), b \(vllm\)\)/,
    );
  });

  it("is off with the reason when it failed, and ready when asking again succeeds", async () => {
    const key = "right-key-123";
    await using server = await serveModel({ key });
    const source = sourceAt(server.url);
    await refusalOf(source.engine(series));
    expect(source.state()).toMatchObject({ state: "off", words: expect.stringContaining("wants a key (401)") });
  });
});
