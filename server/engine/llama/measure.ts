import type { Token } from "node-llama-cpp";
import { layoutNames } from "./options.ts";
import type { Rates } from "./protocol.ts";
import type { Slot } from "./slot.ts";
import type { Weights } from "./weights.ts";

/** Long enough for the first, slow batches not to count. */
const promptTokens = 256;
const writtenTokens = 24;
/** As many as the form begins with. */
const leadTokens = 4;
/** Of what is compared, each slot writes so many more than the one before: batches of every size are tried. */
const moreTokens = 2;

/** What each layout reaches here, all its slots at work at once. */
export async function measureLayouts({ model, facts, layOut }: Weights, step: () => void): Promise<Rates[]> {
  const text =
    "The pointer was read before the lock was taken, which could crash when the stream is closed early. ".repeat(60);
  const tokens = model.tokenize(text, false).slice(0, Math.min(promptTokens, facts.contextSize - writtenTokens - 8));
  const rates: Rates[] = [];
  for (const layout of layoutNames) {
    const { slots, layout: made } = await layOut(layout);
    // This first pass also reads the weights into memory.
    const isSteady = await isSameAlone(slots, tokens.slice(0, 32));
    step();
    const read = await timed(() => Promise.all(slots.map((slot) => slot.fill(tokens))));
    step();
    const written = await timed(() => Promise.all(slots.map((slot) => slot.sample(tokens.slice(0, 1), writtenTokens))));
    step();
    rates.push({
      layout,
      sequences: made.sequences,
      isSteady,
      promptRate: (slots.length * tokens.length) / read,
      writeRate: (slots.length * writtenTokens) / written,
    });
  }
  return rates;
}

/** Whether a slot writes beside all others what it writes alone. */
async function isSameAlone(slots: readonly Slot[], prompt: Token[]): Promise<boolean> {
  const last = slots.at(-1)!;
  const lead = prompt.slice(0, leadTokens);
  await last.fill(prompt);
  const alone = await last.sample(lead, moreTokens * slots.length);
  await Promise.all(slots.map((slot) => slot.fill(prompt)));
  const together = await Promise.all(slots.map((slot, i) => slot.sample(lead, moreTokens * (i + 1))));
  return together.at(-1)!.every((one, i) => one === alone[i]);
}

/** Seconds that the work took. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
