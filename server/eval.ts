/** Verb: an engine against labels, as a table of agreement. */
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { UserMistake, compareVersions, verdicts, type Verdict } from "./domain.ts";
import type { Engine, Question, SeriesFacts } from "./engine/engine.ts";

/** A labelled commit. `subject` and `body` are the message, `version` the version in development at that time. */
export interface LabelledRow {
  id: string;
  subject: string;
  body: string;
  author: string;
  version: string | null;
  stable: readonly string[];
  label: Verdict;
  /** What a reasonable reader could say as well; always holds the label. */
  acceptable: readonly Verdict[];
  /** Oldest version asked for, "all" for every stable one, null where none is named. */
  oldest: string | null;
}

export interface ClassReport {
  precision: number;
  recall: number;
  f1: number;
  support: number;
}

/** How an engine and the labels agree. Shares are between 0 and 1; a share of nothing is 0. */
export interface Report {
  n: number;
  accuracy: number;
  /** Share of answers that a reasonable reader could give. */
  acceptable: number;
  /** Mean F1 of the verdicts that the labels hold. */
  macroF1: number;
  perClass: Record<Verdict, ClassReport>;
  /** Share of right oldest versions among rows whose label names one; rows with null are left out of it. */
  oldestAccuracy: number;
  oldestRows: number;
  /** Rows whose label names no version, and how many of them got one all the same. */
  oldestNull: { rows: number; named: number };
  /** confusion[label][answer] */
  confusion: Record<Verdict, Record<Verdict, number>>;
  differing: Differing[];
}

export interface Differing {
  id: string;
  expected: Verdict;
  got: Verdict;
  subject: string;
}

const sampleSize = 200;
const largestFile = 512 * 1024 * 1024;

/** Reads labels: one JSON object a line, plain or gzipped. A bad row ends it with a UserMistake that names line and key. */
export async function readLabels(file: string): Promise<LabelledRow[]> {
  const text = await readText(file);
  const rows: LabelledRow[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim()) rows.push(readRow(line, `${file}, line ${at + 1}`));
  }
  if (rows.length === 0) throw new UserMistake(`${file} holds no labelled rows.`);
  return rows;
}

/** What a prompt can say of labelled messages: they belong to no repository that is at hand. */
export function factsOf(rows: readonly LabelledRow[]): SeriesFacts {
  const newest = rows.at(-1);
  return {
    project: "the project",
    upstream: "master",
    version: newest?.version ?? null,
    stable: (newest?.stable ?? []).map((version) => ({ branch: version, version })),
    sample: rows.slice(0, sampleSize).map((row) => `${row.subject}\n\n${row.body}`),
  };
}

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    const why =
      error.code === "ENOENT"
        ? "is not there"
        : error.code === "EISDIR"
          ? "is a folder"
          : `cannot be read (${error.code})`;
    throw new UserMistake(`${file} ${why}: name a file of labels with --labels.`);
  });
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes.toString("utf8");
  const unpacked = await promisify(gunzip)(bytes, { maxOutputLength: largestFile }).catch(() => {
    throw new UserMistake(`${file} cannot be unpacked: it is cut, damaged or larger than ${largestFile >> 20} MiB.`);
  });
  return unpacked.toString("utf8");
}

function readRow(line: string, where: string): LabelledRow {
  const row = parse(line, where);
  const string = (key: string) => {
    if (typeof row[key] === "string") return row[key];
    throw new UserMistake(`${where}: "${key}" is ${row[key] === undefined ? "missing" : "not a text"}.`);
  };
  const nullable = (key: string) => (row[key] === undefined || row[key] === null ? null : string(key));
  const label = readVerdict(row.label, where, "label");
  const acceptable = row.acceptable === undefined ? [label] : row.acceptable;
  if (!Array.isArray(acceptable)) throw new UserMistake(`${where}: "acceptable" is not a list.`);
  const stable = row.stable ?? [];
  if (!Array.isArray(stable) || stable.some((one) => typeof one !== "string")) {
    throw new UserMistake(`${where}: "stable" is not a list of texts.`);
  }
  return {
    id: string("id"),
    subject: string("subject"),
    body: nullable("body") ?? "",
    author: nullable("author") ?? "",
    version: nullable("devVersion"),
    stable: stable as string[],
    label,
    acceptable: [...new Set([label, ...acceptable.map((one) => readVerdict(one, where, "acceptable"))])],
    oldest: nullable("oldest"),
  };
}

function parse(line: string, where: string): Record<string, unknown> {
  try {
    const row: unknown = JSON.parse(line);
    if (typeof row === "object" && row !== null && !Array.isArray(row)) return row as Record<string, unknown>;
  } catch {
    // Said below, as for any other line that is no object.
  }
  throw new UserMistake(`${where}: not a JSON object.`);
}

function readVerdict(value: unknown, where: string, key: string): Verdict {
  const found = verdicts.find((verdict) => verdict === value);
  if (found) return found;
  const shown = JSON.stringify(value)?.slice(0, 60) ?? "missing";
  throw new UserMistake(`${where}: "${key}" is ${shown}, it should be one of ${verdicts.join(", ")}.`);
}

/** Asks the engine about every row and compares. Throws when `signal` aborts before the last answer. */
export async function evaluate(engine: Engine, rows: readonly LabelledRow[], signal: AbortSignal): Promise<Report> {
  const confusion = emptyConfusion();
  const differing: Differing[] = [];
  const counts = { answered: 0, acceptable: 0, named: 0, right: 0, unnamed: 0, extra: 0 };
  for await (const [question, answer] of engine.answers(questionsOf(rows), signal)) {
    const row = rows[question.patch]!;
    counts.answered++;
    confusion[row.label][answer.verdict]++;
    if (row.acceptable.includes(answer.verdict)) counts.acceptable++;
    if (row.oldest !== null) {
      counts.named++;
      if (isSameVersion(row.oldest, answer.oldest)) counts.right++;
    } else {
      counts.unnamed++;
      if (answer.oldest !== null) counts.extra++;
    }
    if (answer.verdict !== row.label) {
      differing.push({ id: row.id, expected: row.label, got: answer.verdict, subject: row.subject });
    }
  }
  signal.throwIfAborted();
  if (counts.answered < rows.length)
    throw new Error(`${engine.name} answered ${counts.answered} of ${rows.length} rows`);
  const perClass = Object.fromEntries(verdicts.map((one) => [one, classReport(confusion, one)])) as Report["perClass"];
  const present = verdicts.filter((one) => perClass[one].support > 0);
  return {
    n: rows.length,
    accuracy: share(rows.length - differing.length, rows.length),
    acceptable: share(counts.acceptable, rows.length),
    macroF1: share(
      present.reduce((sum, one) => sum + perClass[one].f1, 0),
      present.length,
    ),
    perClass,
    oldestAccuracy: share(counts.right, counts.named),
    oldestRows: counts.named,
    oldestNull: { rows: counts.unnamed, named: counts.extra },
    confusion,
    differing,
  };
}

function* questionsOf(rows: readonly LabelledRow[]): Iterable<Question> {
  for (const [patch, { subject, body, author, version, stable }] of rows.entries()) {
    yield { patch, message: body ? `${subject}\n\n${body}` : subject, author, version, stable };
  }
}

function isSameVersion(expected: string, got: string | null): boolean {
  if (got === null || expected === "all" || got === "all") return expected === got;
  return compareVersions(expected, got) === 0;
}

function emptyConfusion(): Report["confusion"] {
  const row = () => Object.fromEntries(verdicts.map((one) => [one, 0])) as Record<Verdict, number>;
  return Object.fromEntries(verdicts.map((one) => [one, row()])) as Report["confusion"];
}

function classReport(confusion: Report["confusion"], one: Verdict): ClassReport {
  const support = verdicts.reduce((sum, answer) => sum + confusion[one][answer], 0);
  const given = verdicts.reduce((sum, label) => sum + confusion[label][one], 0);
  const right = confusion[one][one];
  return {
    precision: share(right, given),
    recall: share(right, support),
    f1: share(2 * right, given + support),
    support,
  };
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

/** The report for a person: confusion table, figures per verdict, totals, and the rows that differ. */
export function printReport(report: Report): string {
  const lines = [
    `${"label \\ answer".padEnd(14)}${verdicts.map((one) => one.padStart(11)).join("")}`,
    ...verdicts.map(
      (label) => label.padEnd(14) + verdicts.map((one) => String(report.confusion[label][one]).padStart(11)).join(""),
    ),
    "",
    `${"".padEnd(14)}${["precision", "recall", "F1", "support"].map((one) => one.padStart(11)).join("")}`,
    ...verdicts.map((one) => {
      const { precision, recall, f1, support } = report.perClass[one];
      return (
        one.padEnd(14) +
        [precision, recall, f1].map((figure) => figure.toFixed(3).padStart(11)).join("") +
        String(support).padStart(11)
      );
    }),
    "",
    `accuracy    ${report.accuracy.toFixed(3)}  (${report.n - report.differing.length} of ${report.n})`,
    `acceptable  ${report.acceptable.toFixed(3)}`,
    `macro F1    ${report.macroF1.toFixed(3)}`,
    `oldest      ${report.oldestAccuracy.toFixed(3)}  (of ${report.oldestRows} rows that name one; ${report.oldestNull.named} of ${report.oldestNull.rows} others got one)`,
  ];
  if (report.differing.length > 0) lines.push("", `${report.differing.length} differ (id, expected, got, subject):`);
  for (const { id, expected, got, subject } of report.differing) {
    lines.push(
      `${printable(id).slice(0, 12).padEnd(13)}${expected.padEnd(10)} ${got.padEnd(10)} ${printable(subject).slice(0, 90)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

/** A subject is foreign text: it must not drive the terminal. */
function printable(text: string): string {
  return text.replace(/\p{C}/gu, "?");
}
