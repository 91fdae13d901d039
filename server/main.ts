import { existsSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { availableParallelism } from "node:os";
import { compiledIn } from "../scripts/compiled.mjs";
import type { Config } from "./config.ts";
import type { ModelSource } from "./engine/engine.ts";
import type { Values } from "./flags.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";
import type { Verb } from "./usage.ts";

// For those who start this file themselves; only what is imported after this line is cached, so the rest of the imports are
// expressions. The command `patchboard` has done it before.
enableCompileCache(compiledIn);
const [{ readConfig }, { wholeNumber }, { UserMistake, WrongUse }, { readFlags }, { openTerminal }, { usage, verbs }] =
  await Promise.all([
    import("./config.ts"),
    import("./config-number.ts"),
    import("./domain.ts"),
    import("./flags.ts"),
    import("./terminal.ts"),
    import("./usage.ts"),
  ]);

/** Documented exit codes. */
const exit = { done: 0, failed: 1, wrongUse: 2, nothingToDo: 3 } as const;
type Exit = (typeof exit)[keyof typeof exit];

// Verbs are loaded when they run: a second sync of an unchanged repository is mostly start-up time.
const run: Record<Verb, (values: Values, words: readonly string[]) => Promise<Exit>> = {
  serve,
  sync,
  classify,
  export: exportList,
  import: importFile,
  eval: evaluate,
  prompt,
  model,
};

const terminal = openTerminal();
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupt.abort());
// Whoever reads our output may stop reading: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  const words = error.message.replace(/^[A-Z]+: /, "").replace(/, \w+$/, "");
  terminal.say(`patchboard: the output cannot be written: ${words}.`);
  process.exit(exit.failed);
});
/** The store of the verb that runs: it knows SQLite's errors, which may come at any write. */
let opened: Store | null = null;
process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<Exit> {
  const verb = verbs.find((one) => one === argv[0]);
  try {
    if (!verb) return help(argv[0]);
    const { values, words } = readFlags(verb, argv.slice(1));
    if (values.help) {
      terminal.print(usage[verb]);
      return exit.done;
    }
    return await run[verb](values, words);
  } catch (error) {
    return failed(opened?.explain(error) ?? error, verb);
  }
}

function help(word: string | undefined): Exit {
  if (word === undefined || word === "--help" || word === "-h" || word === "help") {
    terminal.print(usage.all);
    return word === undefined ? exit.wrongUse : exit.done;
  }
  terminal.say(`patchboard: there is no verb ${word}: it is one of ${verbs.join(", ")}.`);
  return exit.wrongUse;
}

function failed(error: unknown, verb: Verb | undefined): Exit {
  if (error instanceof UserMistake) {
    terminal.say(`patchboard: ${error.message}`);
    return error instanceof WrongUse ? exit.wrongUse : exit.failed;
  }
  if (interrupt.signal.aborted && error instanceof Error && error.name === "AbortError") {
    // A server is told to stop; what else is interrupted did not do all that it was asked for.
    if (verb === "serve") return exit.done;
    terminal.say(`patchboard ${verb}: interrupted; what was done stays, the next one goes on from there.`);
    return exit.failed;
  }
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (code.startsWith("ERR_PARSE_ARGS")) {
    terminal.say(
      `patchboard ${verb}: ${(error as Error).message.split(/\.\s/)[0]!.replace(/\.$/, "")}: see patchboard ${verb} --help.`,
    );
    return exit.wrongUse;
  }
  terminal.say(
    `patchboard: an error of patchboard's own, please report it: ${error instanceof Error ? error.stack : String(error)}`,
  );
  return exit.failed;
}

async function serve(values: Values): Promise<Exit> {
  const config = await readConfig(values);
  const [{ serve }, { rulesEngine }] = await Promise.all([import("./serve.ts"), import("./engine/rules.ts")]);
  await serve({
    config,
    isPortFixed: values.port !== undefined,
    engines: { quick: rulesEngine(), model: await modelOf(config, 1), ask: config.engine.ask },
    terminal,
    signal: interrupt.signal,
  });
  return exit.done;
}

async function sync(values: Values): Promise<Exit> {
  const config = await readConfig(values);
  const [{ sync, synced }, { takeLease }, store] = await Promise.all([
    import("./sync.ts"),
    import("./store/lease.ts"),
    open(config.db, true),
  ]);
  const lease = takeLease(config.db, "sync");
  if (typeof lease === "string") return alreadyRunning("sync", config.db, lease);
  const [{ progress, say }, { signal }] = [terminal, interrupt];
  let end: Exit = exit.nothingToDo;
  for (const choice of config.choices) {
    const seq = store.changes.lastSeq();
    try {
      const report = await sync({ ...choice, store, signal, progress, say });
      if (store.changes.lastSeq() !== seq && end !== exit.failed) end = exit.done;
      if (values.json) terminal.print(JSON.stringify(report));
      else say(synced(report));
    } catch (error) {
      // A repository that is gone does not keep the others from being read.
      if (!(error instanceof UserMistake)) throw error;
      end = failed(error, "sync");
    }
  }
  store.close();
  lease.release();
  return end;
}

async function classify(values: Values): Promise<Exit> {
  const config = await readConfig(values);
  const [{ classify }, { seriesFacts }, { takeLease }, { rulesEngine }, store] = await Promise.all([
    import("./classify.ts"),
    import("./classify/facts.ts"),
    import("./store/lease.ts"),
    import("./engine/rules.ts"),
    open(config.db),
  ]);
  const model = await modelOf(config, 0);
  const name = model?.name ?? "rules";
  const lease = takeLease(config.db, `classify-${name}`);
  if (typeof lease === "string") return alreadyRunning("classify", config.db, lease);
  let planned = 0;
  try {
    for (const series of seriesOf(store, values.series)) {
      // What rules settle, a model is not asked: they go first, and take a second.
      if (model) await classify(store, rulesEngine(), series, interrupt.signal);
      const engine = model ? await model.engine(seriesFacts(store, series)) : rulesEngine();
      const onProgress = (done: number, all: number) => terminal.progress(`${series.name}: ${name}`, done, all);
      const ask = model ? config.engine.ask : "all";
      const report = await classify(store, engine, series, interrupt.signal, { ask, onProgress });
      planned += report.planned;
      if (values.json) terminal.print(JSON.stringify(report));
      else
        terminal.say(
          `${series.name}: ${report.done} of ${report.planned} patches read by ${name} in ${report.ms} ms` +
            (report.failed ? `, ${report.failed} could not be analysed` : ""),
        );
      interrupt.signal.throwIfAborted();
    }
  } finally {
    await model?.close();
    store.close();
    lease.release();
  }
  return planned ? exit.done : exit.nothingToDo;
}

async function exportList(values: Values): Promise<Exit> {
  const { exported, formats } = await import("./export.ts");
  const format = formats.find((one) => one === (values.format ?? "shell"));
  if (!format) throw new WrongUse(`--format ${values.format}: it is one of ${formats.join(", ")}.`);
  const from = values.from === undefined ? null : wholeNumber("--from", values.from, 1, 1e9);
  const target = values.target?.[0] ?? null;
  const store = await open((await readConfig({ ...values, target: undefined })).db);
  const series = oneSeriesOf(store, values.series);
  const say = (sentence: string) => terminal.say(`patchboard: ${sentence}`);
  const text = await exported(store, series, { target, format, from, withGuesses: !values["no-guesses"], say });
  if (text) terminal.print(text);
  else terminal.say(`${series.name}: nothing to pick.`);
  store.close();
  return text ? exit.done : exit.nothingToDo;
}

async function importFile(values: Values, [file, ...others]: readonly string[]): Promise<Exit> {
  if (file === undefined || others.length) throw new WrongUse("import needs one FILE, as Save decisions gives it.");
  const { importDecisions, imported, readDecisions } = await import("./import.ts");
  const decisions = await readDecisions(file);
  const store = await open((await readConfig(values)).db);
  const [series] = seriesOf(store, values.series ?? decisions.series);
  const report = importDecisions(store, series!, decisions);
  store.close();
  if (values.json) terminal.print(JSON.stringify(report));
  else terminal.say(imported(report));
  if (report.conflicts.length || report.strange.length) return exit.failed;
  return report.taken ? exit.done : exit.nothingToDo;
}

async function evaluate(values: Values): Promise<Exit> {
  if (!values.labels) throw new WrongUse("eval needs --labels FILE: JSON lines with a label each.");
  const config = await readConfig(values);
  const [{ evaluate, factsOf, printReport, readLabels }, { rulesEngine }] = await Promise.all([
    import("./eval.ts"),
    import("./engine/rules.ts"),
  ]);
  const labels = await readLabels(values.labels);
  const model = await modelOf(config, 0);
  try {
    const engine = model ? await model.engine(factsOf(labels)) : rulesEngine();
    const report = await evaluate(engine, labels, interrupt.signal);
    terminal.print(values.json ? JSON.stringify(report) : printReport(report));
    return exit.done;
  } finally {
    await model?.close();
  }
}

/** `patchboard model`: gets, lists and measures models. */
async function model(values: Values, words: readonly string[]): Promise<Exit> {
  const [{ model }, { gpuOf, modelFolders }] = await Promise.all([import("./model.ts"), import("./config-engine.ts")]);
  const cores = availableParallelism();
  const isDone = await model({
    words,
    isJson: values.json ?? false,
    isAccepted: values.accept ?? false,
    gpu: gpuOf(values.gpu) ?? "auto",
    threads: wholeNumber("--threads", values.threads ?? String(cores), 1, 1024),
    patches: wholeNumber("--patches", values.patches ?? "1500", 1, 1e6),
    folders: modelFolders(),
    terminal,
    signal: interrupt.signal,
  });
  return isDone ? exit.done : exit.nothingToDo;
}

/** Only who reads a repository makes a database: a mistyped name is a mistake for all others. */
async function open(db: string, mayBeNew = false): Promise<Store> {
  if (!mayBeNew && !existsSync(db))
    throw new UserMistake(`there is no ${db}: run patchboard sync first, or name another file with --db.`);
  const { openStore } = await import("./store/store.ts");
  return (opened = openStore(db));
}

/** `patchboard prompt show`: what a model sees of one patch. */
async function prompt(values: Values, [word, ...rest]: readonly string[]): Promise<Exit> {
  if (word !== "show" || rest.length) throw new WrongUse("prompt: say patchboard prompt show --patch ID.");
  if (!values.patch) throw new WrongUse("prompt show needs --patch ID: a patch's number or commit id.");
  const config = await readConfig(values);
  const [{ shownPrompt }, store] = await Promise.all([import("./prompt.ts"), open(config.db)]);
  const series = oneSeriesOf(store, values.series);
  terminal.print(shownPrompt(store, series, values.patch, values.prompt ?? null));
  store.close();
  return exit.done;
}

/** The model that is configured, null without one; it gets all cores but `spared`, one at least. */
async function modelOf({ engine }: Config, spared: number): Promise<ModelSource | null> {
  if (!engine.model) return null;
  const { modelSource } = await import("./engine/choose.ts");
  return modelSource(engine.model, Math.max(1, availableParallelism() - spared));
}

/** The series named, or all; a mistake with the names there are when there is none. */
function seriesOf(store: Store, name: string | undefined): SeriesRow[] {
  const all = store.series.all();
  if (!all.length) throw new UserMistake(`${store.file} holds no series yet: run patchboard sync first.`);
  if (name === undefined) return all;
  const found = store.series.byName(name);
  if (!found) throw new WrongUse(`there is no series ${name}: there is ${all.map((one) => one.name).join(", ")}.`);
  return [found];
}

function oneSeriesOf(store: Store, name: string | undefined): SeriesRow {
  const [series, ...others] = seriesOf(store, name);
  if (!others.length) return series!;
  const names = [series!, ...others].map((one) => one.name).join(", ");
  throw new WrongUse(`there are several series, ${names}: name one with --series.`);
}

function alreadyRunning(verb: string, db: string, holder: string): Exit {
  terminal.say(`patchboard: ${verb} is running on ${db} already, by ${holder}.`);
  return exit.nothingToDo;
}
