import type { Question, Watch } from "../engine.ts";
import type { FilledPrompt } from "../prompt.ts";
import type { Keeper, Running } from "./keeper.ts";
import { seconds, type Death } from "./process.ts";
import type { FromChild } from "./protocol.ts";

/** A patch that is asked: how often the model died over it, and since when it is read. */
export interface Asked {
  question: Question;
  input: string;
  deaths: number;
  /** Null while it waits for a slot. */
  beganAt: number | null;
}

/** What a child that is asked comes back with. */
export type Event = Extract<FromChild, { type: "replied" | "failed" }> | { type: "died"; death: Death };

/** Whoever cancels waits no longer than that for the present step to end; then the child goes. */
const cancelMs = 700;
const lookMs = 1_000;
/** Ids are the process's own: several runs may ask the same child. */
let lastId = 0;

/** The connection of one run to a child: it ends with the child. */
export interface Line {
  slots: number;
  ask(asked: Asked): void;
  /** What happened since the last call; waits for something. Empty when woken, and when the signal aborted. */
  events(signal: AbortSignal): Promise<Event[]>;
  /** Makes `events` return at once: there may be something to ask now. */
  wake(): void;
  /** Takes back what is at work, within a second, whatever the child does. */
  leave(): Promise<void>;
  close(): void;
}

/** Connects to the keeper's child. What is asked is put into `atWork` by its id, and taken out by who hears of its end. */
export async function openLine(
  keeper: Keeper,
  promptId: string,
  prompt: FilledPrompt,
  atWork: Map<number, Asked>,
  watch?: Watch,
): Promise<Line> {
  const running = await keeper.running();
  await running.prompt(promptId, prompt);
  const { process, facts } = running;
  const queue: Event[] = [];
  let wake = () => {};
  let isWoken = false;
  const push = (event: Event) => {
    queue.push(event);
    wake();
  };
  const stop = process.listen((message) => {
    if (message.type === "replied" || message.type === "failed") return push(message);
    if (message.type !== "began" && message.type !== "wrote") return;
    const asked = atWork.get(message.id);
    if (!asked) return;
    if (message.type === "wrote") return watch?.wrote(asked.question.patch, message.text);
    asked.beganAt = performance.now();
    watch?.began(asked.question.patch);
  });
  void process.ended.then((death) => push({ type: "died", death }));
  // Patches whose sequences share a context take their turns.
  const patchMs = keeper.limits.patchMs * facts.layout.sequences;
  const overdue = setInterval(() => endOverdue(running, atWork, patchMs), Math.min(lookMs, patchMs / 4));
  const close = () => {
    stop();
    clearInterval(overdue);
  };
  return {
    slots: facts.slots,
    ask(asked) {
      const id = ++lastId;
      asked.beganAt = null;
      atWork.set(id, asked);
      const isExplanationAsked = asked.question.isExplanationAsked ?? false;
      process.send({ type: "ask", ask: { id, prompt: promptId, input: asked.input, isExplanationAsked } });
    },
    async events(signal) {
      if (!queue.length && !isWoken && !signal.aborted) {
        const { promise, resolve } = Promise.withResolvers<void>();
        wake = resolve;
        signal.addEventListener("abort", wake, { once: true });
        await promise;
        signal.removeEventListener("abort", wake);
      }
      isWoken = false;
      return signal.aborted ? [] : queue.splice(0);
    },
    wake() {
      isWoken = true;
      wake();
    },
    async leave() {
      const ids = [...atWork.keys()];
      if (ids.length) {
        const timer = setTimeout(() => running.sendAway(), cancelMs);
        await takenBack(running, new Set(ids));
        clearTimeout(timer);
      }
      close();
    },
    close,
  };
}

function endOverdue({ process }: Running, atWork: ReadonlyMap<number, Asked>, patchMs: number): void {
  const isOverdue = [...atWork.values()].some(
    ({ beganAt }) => beganAt !== null && performance.now() - beganAt > patchMs,
  );
  if (isOverdue) process.end(`took more than ${seconds(patchMs)} over one patch and was stopped`);
}

/** Settles when the child has let go of these patches, answered them, or is gone. */
async function takenBack({ process }: Running, ids: Set<number>): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = process.listen((message) => {
    if (message.type === "cancelled") for (const id of message.ids) ids.delete(id);
    else if (message.type === "replied") ids.delete(message.reply.id);
    else if (message.type === "failed") ids.delete(message.id);
    if (!ids.size) resolve();
  });
  void process.ended.then(() => resolve());
  process.send({ type: "cancel", ids: [...ids] });
  await promise;
  stop();
}
