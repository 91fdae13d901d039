import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import envPaths from "env-paths";
import type { Flags } from "./config.ts";
import type { Engine } from "./engine/engine.ts";
import type { SeriesRow } from "./store/series.ts";
import type { Store } from "./store/store.ts";
import type { Verb } from "./usage.ts";

// Reading and compiling the sources is half of a short command. The folder is the user's own: what a shared one holds would
// be run. Only what is imported after this line is cached, so the rest of the imports are expressions.
enableCompileCache(join(envPaths("patchboard", { suffix: "" }).cache, "compiled"));
const [{ readConfig, wholeNumber }, { UserMistake, WrongUse }, { openTerminal }, { usage, verbs }] = await Promise.all([
  import("./config.ts"),
  import("./domain.ts"),
  import("./terminal.ts"),
  import("./usage.ts"),
]);

/** Documented exit codes. */
const exit = { done: 0, failed: 1, wrongUse: 2, nothingToDo: 3 } as const;
type Exit = (typeof exit)[keyof typeof exit];

const text = { type: "string" } as const;
const flag = { type: "boolean" } as const;
const where = { repo: text, series: text, db: text, config: text } as const;
const what = { ...where, upstream: text, base: text, target: { type: "string", multiple: true } } as const;
const options = {
  serve: { ...what, port: text, user: text, every: text },
  sync: { ...what, json: flag },
  classify: { ...where, engine: text, json: flag },
  export: { ...where, target: { type: "string", multiple: true }, format: text, from: text, "no-guesses": flag },
  import: { ...where, json: flag },
  eval: { labels: text, engine: text, json: flag },
} as const;

type Values = Flags & {
  json?: boolean;
  engine?: string;
  format?: string;
  from?: string;
  labels?: string;
  "no-guesses"?: boolean;
};

// Verbs are loaded when they run: a second sync of an unchanged repository is mostly start-up time.
const run: Record<Verb, (values: Values, files: string[]) => Promise<Exit>> = {
  serve,
  sync,
  classify,
  export: exportList,
  import: importFile,
  eval: evaluate,
};

const terminal = openTerminal();
const interrupt = new AbortController();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => interrupt.abort());
// Whoever reads our output may stop reading: that is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
process.exitCode = await main(process.argv.slice(2));

async function main(argv: string[]): Promise<Exit> {
  const verb = verbs.find((one) => one === argv[0]);
  try {
    if (!verb) return help(argv[0]);
    const { values, positionals } = parseArgs({
      args: argv.slice(1),
      options: { ...options[verb], help: { type: "boolean", short: "h" } },
      strict: true,
      allowPositionals: verb === "import",
    });
    if (values.help) {
      terminal.print(usage[verb]);
      return exit.done;
    }
    return await run[verb](values as never, positionals);
  } catch (error) {
    return failed(error, verb);
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
    engines: { quick: rulesEngine(), model: null, ask: "unsettled" },
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
    open(config.db),
  ]);
  const lease = takeLease(config.db, "sync");
  if (typeof lease === "string") return alreadyRunning("sync", config.db, lease);
  let isUnchanged = true;
  for (const choice of config.choices) {
    const seq = store.changes.lastSeq();
    const report = await sync({
      ...choice,
      store,
      signal: interrupt.signal,
      progress: terminal.progress,
      say: terminal.say,
    });
    if (store.changes.lastSeq() !== seq) isUnchanged = false;
    if (values.json) terminal.print(JSON.stringify(report));
    else terminal.say(synced(report));
  }
  store.close();
  lease.release();
  return isUnchanged ? exit.nothingToDo : exit.done;
}

async function classify(values: Values): Promise<Exit> {
  const config = await readConfig(values);
  const [{ classify }, { takeLease }, store, engine] = await Promise.all([
    import("./classify.ts"),
    import("./store/lease.ts"),
    open(config.db),
    engineOf(values),
  ]);
  const lease = takeLease(config.db, `classify-${engine.name}`);
  if (typeof lease === "string") return alreadyRunning("classify", config.db, lease);
  let planned = 0;
  for (const series of seriesOf(store, values.series)) {
    const progress = (done: number, all: number) => terminal.progress(`${series.name}: ${engine.name}`, done, all);
    const report = await classify(store, engine, series, interrupt.signal, { onProgress: progress });
    planned += report.planned;
    if (values.json) terminal.print(JSON.stringify(report));
    else
      terminal.say(
        `${series.name}: ${report.done} of ${report.planned} patches read by ${engine.name} in ${report.ms} ms`,
      );
  }
  store.close();
  lease.release();
  return planned ? exit.done : exit.nothingToDo;
}

async function exportList(values: Values): Promise<Exit> {
  const { exported, formats } = await import("./export.ts");
  const format = formats.find((one) => one === (values.format ?? "shell"));
  if (!format) throw new WrongUse(`--format ${values.format}: it is one of ${formats.join(", ")}.`);
  const from = values.from === undefined ? null : wholeNumber("--from", values.from, 1, 1e9);
  const target = values.target?.[0] ?? null;
  const store = await open((await readConfig({ ...values, target: undefined })).db);
  const [series, other] = seriesOf(store, values.series);
  if (!series || other) throw new WrongUse("there are several series: name one with --series.");
  const text = await exported(store, series, { target, format, from, withGuesses: !values["no-guesses"] });
  if (text) terminal.print(text);
  else terminal.say(`${series.name}: nothing to pick.`);
  store.close();
  return text ? exit.done : exit.nothingToDo;
}

async function importFile(values: Values, [file, ...others]: string[]): Promise<Exit> {
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
  const [{ evaluate, printReport, readLabels }, engine] = await Promise.all([import("./eval.ts"), engineOf(values)]);
  const report = await evaluate(engine, await readLabels(values.labels), interrupt.signal);
  terminal.print(values.json ? JSON.stringify(report) : printReport(report));
  return exit.done;
}

async function open(db: string): Promise<Store> {
  const { openStore } = await import("./store/store.ts");
  return openStore(db);
}

async function engineOf({ engine = "rules" }: Values): Promise<Engine> {
  if (engine !== "rules") throw new WrongUse(`--engine ${engine}: there is rules.`);
  const { rulesEngine } = await import("./engine/rules.ts");
  return rulesEngine();
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

function alreadyRunning(verb: string, db: string, holder: string): Exit {
  terminal.say(`patchboard: ${verb} is running on ${db} already, by ${holder}.`);
  return exit.nothingToDo;
}
