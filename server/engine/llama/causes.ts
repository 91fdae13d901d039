import { setTimeout as pause } from "node:timers/promises";

/** Native log lines that tell why a model is of no use, and what to say instead. `$1` is what the line names. */
const causes: readonly [line: RegExp, sentence: string][] = [
  [/unknown model architecture: '([^']{1,60})'/, "its architecture, $1, is not known to this version of llama.cpp"],
  [/not within the file bounds|corrupted or incomplete/, "the file is damaged or was not downloaded whole"],
  [
    /failed to read (?:key-value|tensor|magic|header)|invalid magic|bad magic/,
    "the file is damaged: its header cannot be read",
  ],
  [
    /wrong number of tensors|missing tensor|tensor '[^']{1,80}' (?:not found|has wrong shape)/,
    "the file does not hold all of the model",
  ],
  [
    /(?:error loading|cannot find|unknown) (?:model )?(?:vocab|tokenizer|pre-tokenizer)/,
    "its vocabulary cannot be read",
  ],
  [
    /unable to allocate|failed to allocate|out of memory|cannot allocate|ErrorOutOfDeviceMemory|bad_alloc/i,
    "there is not enough memory for it",
  ],
  [/key not found in model: ([\w.]{1,80})/, "the file does not say its $1"],
];

/** Lines of native code come a little later than its failure; of some failures none come. */
const patienceMs = 1_000;
const pollMs = 20;
const mostLines = 40;
const mostLineCharacters = 300;

/** The last lines that native code wrote: all that it tells about a failure. */
export interface LastLines {
  add(text: string): void;
  /** The cause in words of ours, without a full stop; else the last line that tells anything; null when nothing was written. */
  cause(): string | null;
  /** Resolves when there is a cause, or none that is worth waiting for. */
  told(): Promise<void>;
}

export function lastLines(): LastLines {
  const lines: string[] = [];
  const kept: LastLines = {
    add(text) {
      for (const line of text.split("\n")) {
        if (line.trim()) lines.push(line.trim().slice(0, mostLineCharacters));
      }
      lines.splice(0, lines.length - mostLines);
    },
    cause() {
      for (const [pattern, sentence] of causes) {
        const found = lines.map((line) => pattern.exec(line)).find((one) => one !== null);
        if (found) return sentence.replace("$1", found[1] ?? "");
      }
      const told = lines.findLast((line) => /error|fail|assert|abort/i.test(line));
      return told ? `llama.cpp says: ${told.replace(/\.$/, "")}` : null;
    },
    async told() {
      for (let waited = 0; waited < patienceMs && kept.cause() === null; waited += pollMs) await pause(pollMs);
    },
  };
  return kept;
}
