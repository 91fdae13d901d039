import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getLlama, type Llama } from "node-llama-cpp";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endOfThoughts, frameOf } from "./frame.ts";
import { chatMl, shapes, writeRandomModel } from "./test-llama.ts";

/** The ways in which templates of model families write a turn, without what they do for tools and pictures. */
const templates = {
  "as ChatML": chatMl,
  "as Llama 3":
    "{% for message in messages %}{% set content = '<|start_header_id|>' + message['role'] + '<|end_header_id|>\n\n' + message['content'] | trim + '<|eot_id|>' %}" +
    "{% if loop.index0 == 0 %}{% set content = bos_token + content %}{% endif %}{{ content }}{% endfor %}" +
    "{% if add_generation_prompt %}{{ '<|start_header_id|>assistant<|end_header_id|>\n\n' }}{% endif %}",
  "as Mistral, with turns that must alternate":
    "{{ bos_token }}{% for message in messages %}{% if (message['role'] == 'user') != (loop.index0 % 2 == 0) %}{{ raise_exception('turns alternate') }}{% endif %}" +
    "{% if message['role'] == 'user' %}{{ '[INST] ' + message['content'] + ' [/INST]' }}{% else %}{{ message['content'] + eos_token }}{% endif %}{% endfor %}",
  "as Gemma, without a system's turn":
    "{{ bos_token }}{% if messages[0]['role'] == 'system' %}{{ raise_exception('no system') }}{% endif %}{% for message in messages %}" +
    "{% set role = 'model' if message['role'] == 'assistant' else message['role'] %}" +
    "{{ '<start_of_turn>' + role + '\n' + message['content'] | trim + '<end_of_turn>\n' }}{% endfor %}{% if add_generation_prompt %}{{ '<start_of_turn>model\n' }}{% endif %}",
  "with a system's turn that the template brings, and a date":
    "{{ bos_token }}{{ '<|system|>Today is ' + (date_string if date_string is defined else strftime_now('%d %b %Y')) + '<|end|>' }}{% for message in messages %}" +
    "{{ '<|' + message['role'] + '|>' + message['content'] + '<|end|>' }}{% endfor %}{% if add_generation_prompt %}{{ '<|assistant|>' }}{% endif %}",
};
const before = "You judge.\n- One rule.\n\n------\n";
const after = "\n------\nJudge now.";

let folder: string;
let llama: Llama;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "patchboard-frame-"));
  llama = await getLlama({ gpu: false, build: "never", skipDownload: true, progressLogs: false });
});
afterAll(async () => {
  await llama.dispose();
  rmSync(folder, { recursive: true });
});

/** What stands before and behind the message in the words of a model with this template. */
async function framed(template: string) {
  const file = join(folder, "model.gguf");
  writeRandomModel(file, shapes.tiny, { more: { "tokenizer.chat_template": { text: template } } });
  const model = await llama.loadModel({ modelPath: file });
  const { prefix, tail } = frameOf(model, { key: "", before, after }, 4096, 64);
  const starts = prefix.filter((token) => token === model.tokens.bos).length;
  const texts = { prefix: model.detokenize(prefix, true), tail: model.detokenize(tail, true) };
  await model.dispose();
  return { ...texts, starts };
}

describe("a prompt in a chat template", () => {
  it.each([
    ["as ChatML", "<s><|im_start|>user\n", "<|im_end|>\n<|im_start|>assistant\n"],
    [
      "as Llama 3",
      "<s><|start_header_id|>user<|end_header_id|>\n\n",
      "<|eot_id|><|start_header_id|>assistant<|end_header_id|>\n\n",
    ],
    ["as Mistral, with turns that must alternate", "<s>[INST] ", " [/INST]"],
    ["as Gemma, without a system's turn", "<s><start_of_turn>user\n", "<end_of_turn>\n<start_of_turn>model\n"],
    [
      "with a system's turn that the template brings, and a date",
      "<s><|system|>Today is 26 Jul 2024<|end|><|user|>",
      "<|end|><|assistant|>",
    ],
  ] as const)("%s stands whole before and behind the message, and begins once", async (name, first, last) => {
    expect(await framed(templates[name])).toEqual({ prefix: first + before, tail: after + last, starts: 1 });
  });

  it.each([
    ["<|assistant|>\n<think>", "\n</think>\n\n"],
    ["<|assistant|>\n<think>\n", "\n</think>\n\n"],
    ["<|assistant|>\n<think>\n\n</think>\n\n", ""],
    ["I <think> so.<|assistant|>", ""],
  ])("closes thoughts that it opens: %j", (tail, end) => expect(endOfThoughts(tail)).toBe(end));
});
