import { layoutOf, type LayoutName } from "./options.ts";
import type { LoadOrder, Rates } from "./protocol.ts";
import type { Weights } from "./weights.ts";

/** Long enough for the first, slow batches not to count. */
const promptTokens = 256;
const writtenTokens = 24;
const names: readonly LayoutName[] = ["contexts", "sequences"];

/** What each layout reaches here, all its slots at work at once. */
export async function measureLayouts(weights: Weights, order: LoadOrder, step: () => void): Promise<Rates[]> {
  const { model, facts } = weights;
  const text =
    "The pointer was read before the lock was taken, which could crash when the stream is closed early. ".repeat(60);
  const tokens = model.tokenize(text, false).slice(0, Math.min(promptTokens, facts.contextSize - writtenTokens - 8));
  const rates: Rates[] = [];
  for (const layout of names) {
    const slots = await weights.layOut(layoutOf(layout, facts.gpu !== null, order.threads));
    // The first pass reads the weights into memory.
    await slots[0]!.measure(tokens.slice(0, 32), 1);
    step();
    const times = await Promise.all(slots.map((slot) => slot.measure(tokens, writtenTokens)));
    step();
    const longest = (part: "readMs" | "writeMs") => Math.max(...times.map((time) => time[part])) / 1000;
    rates.push({
      layout,
      promptRate: (slots.length * tokens.length) / longest("readMs"),
      writeRate: (slots.length * writtenTokens) / longest("writeMs"),
    });
  }
  return rates;
}
