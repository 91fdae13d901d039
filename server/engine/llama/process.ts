import { fork, type ChildProcess } from "node:child_process";
import { execArgv } from "node:process";
import { lastLines } from "./causes.ts";
import type { Limits } from "./options.ts";
import type { FromChild, ToChild } from "./protocol.ts";

const entry = new URL("./child.ts", import.meta.url);
const watchMs = 250;

/** How a child ended: why, as half a sentence, "was killed by SIGSEGV". */
export interface Death {
  cause: string;
  /** What native code said last, when that tells anything. */
  lastWords: string | null;
  /** It was sent away and did nothing wrong. */
  isWanted: boolean;
}

/** A child that holds a model, as its parent sees it. */
export interface ModelProcess {
  readonly pid: number;
  send(message: ToChild): void;
  /** Hears every message but beats; call the result to hear no more. */
  listen(listener: (message: FromChild) => void): () => void;
  /** Settles when the process is gone, however that came. */
  readonly ended: Promise<Death>;
  /** Tells the watchdog what is at work: it must make progress then. */
  setBusy(patches: number): void;
  /** Ends it now. `cause` is told as the cause of its death; `isWanted` when nothing is to blame for it. */
  end(cause: string, isWanted?: boolean): void;
  /** Whether the parent stays alive for it. */
  setNeeded(isNeeded: boolean): void;
}

/** Starts a child and watches it: one that hangs is killed. */
export function startProcess(limits: Limits): ModelProcess {
  // The parent's own flags: what lets it run this source lets the child too. A debugger's port cannot be had twice.
  const flags = execArgv.filter((flag) => !flag.startsWith("--inspect"));
  const child = fork(entry, [], {
    execArgv: flags,
    stdio: ["ignore", "ignore", "pipe", "ipc"],
    serialization: "advanced",
  });
  const lines = lastLines();
  const listeners = new Set<(message: FromChild) => void>();
  let cause: string | null = null;
  let isWanted = false;
  child.stderr!.setEncoding("utf8").on("data", (text: string) => lines.add(text));
  // A message to a child that is just dying: how it ended says more.
  child.on("error", () => {});

  const end = (why: string, wanted = false) => {
    if (cause === null) isWanted = wanted;
    cause ??= why;
    child.kill("SIGKILL");
  };
  const watchdog = watch(limits, end);
  child.on("message", (message: FromChild) => {
    watchdog.heard(message);
    if (message.type !== "beat") for (const listener of listeners) listener(message);
  });
  const stop = () => child.kill("SIGKILL");
  process.once("exit", stop);
  const ended = new Promise<Death>((resolve) => {
    child.once("close", (code, signal) => {
      watchdog.stop();
      process.off("exit", stop);
      listeners.clear();
      const how = signal ? `was killed by ${signal}` : `ended with exit code ${code}`;
      resolve({ cause: cause ?? how, lastWords: lines.cause(), isWanted });
    });
  });
  return {
    pid: child.pid!,
    send: (message) => {
      if (child.connected) child.send(message, () => {});
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ended,
    setBusy: watchdog.setBusy,
    end,
    setNeeded: (isNeeded) => setNeeded(child, isNeeded),
  };
}

/** Ends a child that is silent, or that has work and makes no step. */
function watch(limits: Limits, end: (why: string) => void) {
  let heardAt = performance.now();
  let steppedAt = heardAt;
  let steps = 0;
  let busy = 0;
  let lookedAt = heardAt;
  const timer = setInterval(() => {
    const now = performance.now();
    // A parent that was itself held up has not listened.
    if (now - lookedAt > 4 * watchMs) heardAt = steppedAt = now;
    lookedAt = now;
    if (now - heardAt > limits.silenceMs) end(`hung: it said nothing for ${seconds(limits.silenceMs)}`);
    else if (busy && now - steppedAt > limits.stepMs) end(`hung: it made no step for ${seconds(limits.stepMs)}`);
  }, watchMs);
  timer.unref();
  return {
    heard(message: FromChild) {
      heardAt = performance.now();
      if (message.type === "beat" && message.steps === steps) return;
      steppedAt = heardAt;
      if (message.type === "beat") steps = message.steps;
    },
    setBusy(patches: number) {
      if (!busy) steppedAt = performance.now();
      busy = patches;
    },
    stop: () => clearInterval(timer),
  };
}

function setNeeded(child: ChildProcess, isNeeded: boolean): void {
  for (const held of [child, child.channel, child.stderr as unknown as { ref(): void; unref(): void }]) {
    if (isNeeded) held?.ref();
    else held?.unref();
  }
}

/** "30 seconds", "0.5 seconds". */
export function seconds(ms: number): string {
  return `${Math.round(ms / 100) / 10} seconds`;
}
