import { basename } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { UserMistake } from "../../domain.ts";
import type { ModelState } from "../engine.ts";
import type { FilledPrompt } from "../prompt.ts";
import { lookAtModel } from "./file.ts";
import { defaultContextSize, defaultLimits, type Limits, type LlamaOptions } from "./options.ts";
import { isChanged, keepPin, type Pin, pinOf } from "./pins.ts";
import { startProcess, type Death, type ModelProcess } from "./process.ts";
import type { FromChild, LoadOrder, ModelFacts, PromptFacts } from "./protocol.ts";
import { makeTurns, type Turns } from "./turns.ts";

/** Raised when answers change for the same model and prompt: what is evaluated, how verdicts are scored, how explanations are written. */
export const engineVersion = "2";
const longestBackOffMs = 30_000;

/** A model in a child that lives. */
export interface Running {
  process: ModelProcess;
  facts: ModelFacts;
  /** SHA-256 of the model file. */
  hash: string;
  /** Ends it without blame: nobody's patch killed it, and whoever asks next gets another. */
  sendAway(): void;
  /** Makes a prompt known to the child. Throws UserMistake when its context is too small for it. */
  prompt(id: string, prompt: FilledPrompt): Promise<PromptFacts>;
}

/** Keeps one child with one model for everybody who asks, as long as somebody does. */
export interface Keeper {
  readonly limits: Limits;
  /** Who asks the child. */
  readonly turns: Turns;
  /** The child, started when there is none. Throws UserMistake when the model cannot be had; asking again tries again. */
  running(): Promise<Running>;
  /** Keeps the child from going for lack of work until the result is called. */
  hold(): () => void;
  /**
   * Tells that the model answered: what died before does not count any more. Throws UserMistake when its file was written to
   * since it was hashed: the answer may come from anything, and the next one to ask gets the file as it is then.
   */
  answered(): Promise<void>;
  /** Deaths in a row. */
  deaths(): number;
  state(): ModelState;
  close(): Promise<void>;
}

export function modelKeeper(options: LlamaOptions): Keeper {
  const limits = { ...defaultLimits, ...options.limits };
  const name = basename(options.file);
  const atRest = `${name} is loaded when there is something to read`;
  let state: ModelState = { state: "ready", words: atRest };
  let starting: Promise<Running> | null = null;
  let process: ModelProcess | null = null;
  let pin: Pin | null = null;
  let holders = 0;
  let deaths = 0;
  let isClosed = false;
  let idle: NodeJS.Timeout | undefined;

  const progress = (what: string) => (share: number) => {
    state = { state: "loading", words: `${what} ${name}: ${Math.floor(share * 100)} %` };
  };

  async function start(): Promise<Running> {
    try {
      await lookAtModel(options.file, options.gpu === "off");
      pin = await pinOf(options.pins, options.file, { progress: progress("computing the SHA-256 of") });
      if (deaths) await pause(Math.min(longestBackOffMs, limits.backOffMs * 2 ** (deaths - 1)));
      if (isClosed) throw new UserMistake(`${name}: the model was closed.`);
      progress("loading")(0);
      const made = startProcess(limits);
      process = made;
      if (!holders) rest();
      const order: LoadOrder = {
        file: options.file,
        hash: pin.sha256,
        engineVersion,
        gpu: options.gpu,
        threads: options.threads,
        layouts: pin.layouts,
        contextSize: options.contextSize ?? defaultContextSize,
        stateFolder: options.cacheFolder,
        mostWrittenTokens: limits.mostWrittenTokens,
        isEachExplained: limits.isEachExplained,
        isPolite: limits.isPolite,
      };
      const facts = await loaded(made, order, progress("loading"));
      if (await isChanged(pin, false)) throw writtenTo();
      await keepPin(options.pins, pin);
      state = { state: "ready", words: name };
      void made.ended.then((death) => ended(made, death));
      return { process: made, facts, hash: pin.sha256, sendAway: () => sendAway(made), prompt: prompter(made) };
    } catch (error) {
      starting = null;
      process?.end("was of no use");
      process = null;
      state = { state: "off", words: error instanceof Error ? error.message : String(error) };
      throw error;
    }
  }

  const writtenTo = () =>
    new UserMistake(
      `${options.file}: this model file was written to while it was in use: what it answers is not kept; try again when it is whole.`,
    );

  function ended(which: ModelProcess, { cause }: Death): void {
    if (process !== which) return;
    process = null;
    starting = null;
    deaths++;
    state = {
      state: "off",
      words: `${name}: the model process ${cause}; it is started again when there is something to read`,
    };
  }

  function sendAway(which: ModelProcess | null): void {
    if (!which) return;
    if (process === which) {
      process = null;
      starting = null;
      state = { state: "ready", words: atRest };
    }
    which.end("was sent away", true);
  }

  function rest(): void {
    clearTimeout(idle);
    idle = setTimeout(() => sendAway(process), limits.idleMs);
    idle.unref();
    process?.setNeeded(false);
  }

  return {
    limits,
    turns: makeTurns((atWork) => process?.setBusy(atWork)),
    running() {
      if (isClosed) return Promise.reject(new UserMistake(`${name}: the model was closed.`));
      return (starting ??= start());
    },
    hold() {
      holders++;
      clearTimeout(idle);
      process?.setNeeded(true);
      let isHeld = true;
      return () => {
        if (!isHeld) return;
        isHeld = false;
        holders--;
        if (!holders) rest();
      };
    },
    async answered() {
      deaths = 0;
      if (!pin || !(await isChanged(pin, true))) return;
      sendAway(process);
      throw writtenTo();
    },
    deaths: () => deaths,
    state: () => state,
    async close() {
      isClosed = true;
      clearTimeout(idle);
      const last = process;
      last?.setNeeded(true);
      sendAway(last);
      await last?.ended;
      state = { state: "off", words: `${name} was closed` };
    },
  };
}

/** Has a child load a model. Throws UserMistake with the cause when it cannot, or dies over it. */
async function loaded(process: ModelProcess, order: LoadOrder, progress: (share: number) => void): Promise<ModelFacts> {
  const answer = reply(process, (message) => {
    if (message.type === "loading") progress(message.share);
    return message.type === "loaded" ? message.facts : null;
  });
  process.send({ type: "load", order });
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof Dead)) throw error;
    const { cause, lastWords } = error.death;
    throw new UserMistake(
      `${order.file}: this model cannot be used: the process that loads it ${cause}${lastWords ? `; ${lastWords}` : ""}.`,
    );
  }
}

function prompter(process: ModelProcess): Running["prompt"] {
  const known = new Map<string, Promise<PromptFacts>>();
  return (id, prompt) => {
    const before = known.get(id);
    if (before) return before;
    const facts = reply(process, (message) =>
      message.type === "prompted" && message.id === id ? message.facts : null,
    );
    known.set(id, facts);
    process.send({ type: "prompt", id, prompt });
    return facts;
  };
}

/** The process ended before it answered. */
export class Dead extends Error {
  readonly death: Death;
  constructor(death: Death) {
    super(`the model process ${death.cause}`);
    this.death = death;
  }
}

/** The first message of a child that `pick` makes something of. Rejects with UserMistake when it refuses, with Dead when it dies. */
export async function reply<T>(process: ModelProcess, pick: (message: FromChild) => T | null): Promise<T> {
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  const stop = process.listen((message) => {
    if (message.type === "refused") return reject(new UserMistake(message.sentence));
    const found = pick(message);
    if (found !== null) resolve(found);
  });
  void process.ended.then((death) => reject(new Dead(death)));
  try {
    return await promise;
  } finally {
    stop();
  }
}
