import { describe, expect, it } from "vitest";
import { faultOf, socketFault } from "./fault.ts";

describe("an overflow", () => {
  const now = Date.UTC(2026, 0, 1);
  const read = (body: string, status = 400) =>
    faultOf({ status, body, retryAfter: null, location: null, shown: "http://gpu/v1", key: null, now });

  it.each<[string, object]>([
    [
      '{"error":{"code":400,"message":"request (6102 tokens) exceeds the available context size (4096 tokens), try increasing it","type":"exceed_context_size_error","n_prompt_tokens":6102,"n_ctx":4096}}',
      { promptTokens: 6102, contextTokens: 4096 },
    ],
    [
      '{"object":"error","message":"This model\'s maximum context length is 8192 tokens. However, you requested 9100 tokens (8076 in the messages, 1024 in the completion). Please reduce the length of the messages or completion.","type":"BadRequestError","param":null,"code":400}',
      { promptTokens: 8076, contextTokens: 8192 },
    ],
    [
      '{"error":{"message":"This model\'s maximum context length is 8192 tokens. However, your request has 9000 input tokens. Please reduce the length of the input messages."}}',
      { promptTokens: 9000, contextTokens: 8192 },
    ],
    ['{"error":{"message":"max_tokens must be at least 1, got -186."}}', {}],
    ['{"error":{"message":"prompt too long; exceeded max context length by 200 tokens"}}', {}],
    ['{"error":{"message":"input length exceeds the context length"}}', {}],
    ['{"error":{"code":"context_length_exceeded","message":"too much"}}', {}],
  ])("is recognised: %s", (body, details) => expect(read(body)).toMatchObject({ kind: "overflow", details }));

  it.each([
    '{"error":{"message":"response_format is not supported"}}',
    '{"error":{"message":"top_logprobs must be at most 5"}}',
    '{"error":{"message":"rate limit exceeded"}}',
  ])("is not what else is refused: %s", (body) => expect(read(body).kind).toBe("unwelcome"));

  it.each([
    ["7", 7_000],
    ["0.5", 500],
    ["Thu, 01 Jan 2026 00:00:10 GMT", 10_000],
    ["86400", 300_000],
    ["soon", undefined],
    ["-5", undefined],
  ])("Retry-After: %s", (retryAfter, waitMs) => {
    const fault = faultOf({
      status: 429,
      body: "",
      retryAfter,
      location: null,
      shown: "http://gpu/v1",
      key: null,
      now,
    });
    expect(fault).toMatchObject({ kind: "busy" });
    expect(fault.details.waitMs).toBe(waitMs);
  });
});

describe("what a socket fails with", () => {
  it.each([
    ["DEPTH_ZERO_SELF_SIGNED_CERT", "wrong", "its certificate is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT); give Node"],
    ["CERT_HAS_EXPIRED", "wrong", "its certificate is not trusted"],
    ["ERR_TLS_CERT_ALTNAME_INVALID", "wrong", "its certificate is not trusted"],
    ["ERR_SSL_WRONG_VERSION_NUMBER", "wrong", "does not speak TLS as asked"],
    ["EHOSTUNREACH", "unreachable", "the host cannot be reached from here"],
    ["ETIMEDOUT", "unreachable", "the host does not answer"],
    ["EPIPE", "broken", "broke the connection (EPIPE)"],
  ])("%s is %s", (code, kind, words) => {
    const fault = socketFault(Object.assign(new Error("x"), { code }), "https://gpu/v1");
    expect(fault.kind).toBe(kind);
    expect(fault.message).toMatch(/^https:\/\/gpu\/v1[ :]/);
    expect(fault.message).toContain(words);
  });
});
