/** Help texts; a test holds README's command table against them. */
export const verbs = ["serve", "sync", "classify", "export", "import", "eval", "prompt", "model"] as const;
export type Verb = (typeof verbs)[number];

const series = `  --repo PATH        the git repository (default: the current directory)
  --series NAME      name of the series (default: made from the repository and its version)
  --upstream REF     branch that commits come from (default: guessed)
  --base REF         where the series starts (default: newest -dev0 tag, else newest release tag, else merge base)
  --target BRANCH    a stable branch, newest first, may be repeated (default: by pattern)
`;
const common = `  --db FILE          the database (default: one per repository in the user's data folder)
  --config FILE      configuration (default: patchboard.config.yaml in the current directory)
`;
const model = `  --engine NAME      rules, llama or http (default: what a model or a URL means, else rules)
  --model MODEL      llama: a .gguf file, or a pulled model by name or URI; http: the server's name for it
  --url URL          http: an OpenAI-compatible server, https://HOST/v1; may be repeated
  --key-file FILE    http: where its key is (default: PATCHBOARD_API_KEY in the environment)
  --prompt NAME      general, haproxy, linux-stable, or a file (default: by the messages of the series)
  --ask WHICH        unsettled: what neither an instruction settles nor, in a project that follows the written rule
                     "no instruction, no backport", saying nothing at all; all (default: unsettled)
  --gpu KIND         llama: auto, off, cuda, vulkan or metal (default: auto)
  --threads N        llama: CPU threads (default: all; under serve all but one)
`;
const codes = `
Exit codes: 0 done, 1 failed, 2 wrong use, 3 nothing to do.
`;

export const usage: Record<Verb | "all", string> = {
  all: `patchboard: a review board for backports

  patchboard serve      serve the board; sync and classify behind it
  patchboard sync       read new commits and backports from git
  patchboard classify   let an engine read what it has not read
  patchboard export     print cherry-pick lists or the whole ledger
  patchboard import     take in what was decided in a file without a server
  patchboard eval       measure an engine on labelled messages
  patchboard prompt     show what a model sees of a patch
  patchboard model      get, list and measure models

patchboard VERB --help tells more.
${codes}`,
  serve: `patchboard serve [options]: serve the board on this machine; sync and classification run behind it

${series}${common}  --port N           port (default: 4711, or a free one when that is taken; 0: a free one)
  --user NAME        name to propose to who comes without one (default: git's user.name)
  --every MINUTES    sync and classify again that often (default: only at the start)
  rules answer at once; with a model, it reads the rest behind the board:
${model}${codes}`,
  sync: `patchboard sync [options]: read new commits and backports from git

${series}${common}  --json             print { series, upstream, base, targets, patches, added, backports, ms }
${codes}`,
  classify: `patchboard classify [options]: let an engine read what it has not read

${model}${series.split("\n").slice(0, 2).join("\n")}
${common}  --json             print { run, engine, planned, done, failed, ms }
${codes}`,
  export: `patchboard export [options]: print what to pick into one stable branch

  --target BRANCH    the stable branch (default: the newest)
  --format FORMAT    shell, ids, json, csv, markdown, or html: the board as one file (default: shell)
  --from N           first patch number of the lists (default: after the last backport; 1: all)
  --no-guesses       leave out what only a machine guessed
${series.split("\n").slice(0, 2).join("\n")}
${common}${codes}`,
  import: `patchboard import FILE [options]: take in what people decided in a file that export --format html made

What somebody decided on the board since stays, and is listed. A second time changes nothing.

${series.split("\n").slice(0, 2).join("\n")}
${common}  --json             print { series, taken, known, conflicts: [{ patch, target, verdict, by, wanted, who }], strange }
${codes.replace("1 failed", "1 failed, or some were refused")}`,
  eval: `patchboard eval --labels FILE [options]: measure an engine on labelled messages

  --labels FILE      JSON lines, may be gzipped: id, subject, body, devVersion, label, acceptable, oldest
${model}  --config FILE      configuration (default: patchboard.config.yaml in the current directory)
  --json             print { n, accuracy, acceptable, macroF1, perClass, oldestAccuracy, differing }
${codes}`,
  prompt: `patchboard prompt show --patch ID [options]: show what a model sees of a patch

  --patch ID         its number or its commit id
  --prompt NAME      general, haproxy, linux-stable, or a file (default: by the messages of the series)
${series.split("\n").slice(0, 2).join("\n")}
${common}${codes}`,
  model: `patchboard model pull URI | list | check FILE [options]: get, list and measure models that run on this machine

  pull URI           download hf:USER/MODEL:QUANTIZATION, hf:USER/MODEL/FILE.gguf or https://...; goes on where it stopped
  list               models in the user's data folder and all that were checked or used, with their hashes
  check FILE         load a model, measure it, and keep the faster way of using it

  --gpu KIND         auto, off, cuda, vulkan or metal (default: auto)
  --threads N        CPU threads (default: all)
  --patches N        estimate the time for so many (default: 1500)
  --accept           pin a file that changed since it was pinned
  --json             pull: { file, bytes, sha256 }; list: [{ file, bytes, sha256, pinnedAt }]; check: all that it tells
${codes}`,
};
