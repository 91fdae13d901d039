import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { UserMistake } from "../../domain.ts";
import { shapes, writeRandomModel } from "./test-llama.ts";
import { answersOf, asked, modelPids, openBench, series, zombies, type Bench } from "./test-source.ts";

const no = "CLEANUP: x: y\n\nNo functional change.";
const many = (count: number) => asked(Array.from({ length: count }, (_, at) => `${no}\n\nNumber ${at}.`));
/** The model writes about this one until it may not any more: a parent that is held up still kills it in time. */
const endless = asked(["BUG/MINOR: x: y\n\nIt goes on and on."])[0]!;
const withEndless = (count: number, at: number) =>
  many(count).map((question) => (question.patch === at ? { ...endless, patch: at } : question));
const signal = () => new AbortController().signal;

let bench: Bench;
let slow: string;
beforeAll(() => {
  bench = openBench();
  slow = `${bench.folder}/slow.gguf`;
  writeRandomModel(slow, shapes.slow);
});
afterEach(() => bench.rest());
afterAll(() => bench.close());

/** Kills the child when it begins this patch, so many times at most. */
function killAt(patch: number, how: NodeJS.Signals, times = Number.POSITIVE_INFINITY) {
  const killed: number[] = [];
  const began = (which: number) => {
    if (which !== patch || killed.length >= times) return;
    const [pid] = modelPids();
    killed.push(pid!);
    process.kill(pid!, how);
  };
  return { killed, watch: { began, wrote: () => {} } };
}

describe("a child that dies", () => {
  it.each(["SIGSEGV", "SIGABRT", "SIGKILL"] as const)("by %s once costs no patch its answer", async (how) => {
    const engine = await bench.engine();
    const { killed, watch } = killAt(3, how, 1);
    const answers = await answersOf(engine, many(8), signal(), watch);
    expect(killed).toHaveLength(1);
    expect(answers.map((answer) => answer.verdict)).toEqual(Array.from({ length: 8 }, () => "no"));
  });

  it("twice over one patch leaves that patch aside, with the cause, and no other", async () => {
    const engine = await bench.engine();
    const { killed, watch } = killAt(2, "SIGSEGV");
    const answers = await answersOf(engine, withEndless(6, 2), signal(), watch);
    expect(new Set(killed).size).toBe(2);
    expect(answers[2]).toMatchObject({ verdict: "uncertain", transcript: { marks: ["failed"] } });
    expect(answers[2]!.reason).toBe("Not analysed: the model process was killed by SIGSEGV twice.");
    expect(answers.filter((answer) => answer.verdict === "no")).toHaveLength(5);
  });

  it("twice over a patch of one run costs the run beside it nothing", async () => {
    const source = bench.source();
    const [one, other] = await Promise.all([source.engine(series), source.engine({ ...series, project: "other" })]);
    const { killed, watch } = killAt(2, "SIGSEGV");
    const beside = answersOf(
      other,
      many(12).map((question) => ({ ...question, patch: question.patch + 100 })),
    );
    const answers = await answersOf(one, withEndless(6, 2), signal(), watch);
    expect(new Set(killed).size).toBe(2);
    expect(answers.filter((answer) => answer.transcript?.marks.includes("failed"))).toHaveLength(1);
    expect((await beside).map((answer) => answer.verdict)).toEqual(Array.from({ length: 12 }, () => "no"));
  });

  it("over every patch ends the run with one sentence", async () => {
    const engine = await bench.engine();
    const watch = { began: () => modelPids().forEach((pid) => process.kill(pid, "SIGABRT")), wrote: () => {} };
    const answers = answersOf(engine, many(20), signal(), watch);
    await expect(answers).rejects.toThrow(UserMistake);
    await expect(answers).rejects.toThrow(/died 5 times without an answer; at last it was killed by SIGABRT/);
  });

  it("by hanging is killed by the watchdog and asked again", async () => {
    const engine = await bench.engine({ limits: { silenceMs: 1_500 } });
    const { killed, watch } = killAt(1, "SIGSTOP", 1);
    const answers = await answersOf(engine, many(4), signal(), watch);
    expect(killed).toHaveLength(1);
    expect(answers.map((answer) => answer.verdict)).toEqual(["no", "no", "no", "no"]);
  });

  it("over a patch that takes too long names the limit", async () => {
    const source = bench.source({
      file: slow,
      threads: 1,
      limits: { patchMs: 200, mostDeaths: 10, mostWrittenTokens: 300 },
    });
    const engine = await source.engine(series);
    const long = asked([`MINOR: x: y\n\n${"Something of some length stands here. ".repeat(30)}`], {
      isExplanationAsked: true,
    });
    const [answer] = await answersOf(engine, long);
    expect(answer!.reason).toBe(
      "Not analysed: the model process took more than 0.2 seconds over one patch and was stopped twice.",
    );
  });

  it("leaves no zombie and no listener behind", async () => {
    const before = process.listenerCount("exit");
    const source = bench.source();
    const engine = await source.engine(series);
    const { watch } = killAt(1, "SIGKILL", 1);
    await answersOf(engine, many(4), signal(), watch);
    await source.close();
    expect(modelPids()).toEqual([]);
    expect(zombies()).toEqual([]);
    expect(process.listenerCount("exit")).toBe(before);
  });
});

describe("a run that is cancelled", () => {
  it("stops within a second while the prompt is still read, and goes on from there later", async () => {
    const engine = await bench.engine({ file: slow, threads: 1, limits: { mostWrittenTokens: 5 } });
    const stop = new AbortController();
    const run = answersOf(engine, many(3), stop.signal);
    await pause(300);
    const from = performance.now();
    stop.abort();
    await run;
    expect(performance.now() - from).toBeLessThan(1_000);
    expect(await answersOf(engine, many(1))).toHaveLength(1);
  });

  it("stops within a second although the child hangs", async () => {
    const engine = await bench.engine();
    const stop = new AbortController();
    const { watch } = killAt(0, "SIGSTOP", 1);
    const run = answersOf(engine, many(3), stop.signal, watch);
    await pause(500);
    const from = performance.now();
    stop.abort();
    await run;
    expect(performance.now() - from).toBeLessThan(1_000);
  });

  it("keeps the answers that it has given, and the next run gives the rest", async () => {
    const engine = await bench.engine();
    const stop = new AbortController();
    const done: number[] = [];
    for await (const [question] of engine.answers(many(10), stop.signal)) {
      done.push(question.patch);
      if (done.length === 4) stop.abort();
    }
    const rest = many(10).filter((question) => !done.includes(question.patch));
    expect(done.length + (await answersOf(engine, rest)).length).toBe(10);
  });

  it("lets go of the child when its reader stops reading", async () => {
    const engine = await bench.engine();
    for await (const _ of engine.answers(many(10), signal())) break;
    expect(await answersOf(engine, many(2))).toHaveLength(2);
  });
});

describe("the child", () => {
  it("goes when it has nothing to do, and comes back", async () => {
    const source = bench.source({ limits: { idleMs: 100 } });
    const engine = await source.engine(series);
    await answersOf(engine, many(2));
    await expect.poll(() => modelPids()).toEqual([]);
    expect(source.state()).toEqual({ state: "ready", words: "oracle.gguf is loaded when there is something to read" });
    expect(await answersOf(engine, many(2))).toHaveLength(2);
  });

  it("dies with a parent that is killed", async () => {
    const script = new URL("./test-parent.ts", import.meta.url);
    const options = JSON.stringify(bench.options());
    const parent = fork(script, [options], {
      execArgv: process.execArgv.filter((flag) => !flag.startsWith("--inspect")),
    });
    await once(parent, "message");
    const pids = modelPids(parent.pid);
    expect(pids).toHaveLength(1);
    parent.kill("SIGKILL");
    await once(parent, "exit");
    await expect.poll(() => isAlive(pids[0]!), { timeout: 5_000 }).toBe(false);
  });

  it("steps back behind everything else when it is told to", async () => {
    const source = bench.source({ limits: { isPolite: true } });
    await source.engine(series);
    const [pid] = modelPids();
    const nice = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ")[16];
    expect(nice).toBe("19");
    expect(readFileSync(`/proc/${pid}/oom_score_adj`, "utf8").trim()).toBe("800");
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
