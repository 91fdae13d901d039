import type { LedgerRow } from "./ledger.ts";

const columns = [
  "number",
  "id",
  "date",
  "author",
  "subject",
  "verdict",
  "by",
  "engine",
  "reason",
  "quote",
  "oldest",
] as const;

/** The ledger as CSV (RFC 4180), a line per patch, then per branch its verdict and backport. */
export function csv(rows: readonly LedgerRow[]): string {
  const branches = rows[0]?.branches.map((one) => one.target) ?? [];
  const head = [...columns, "notes", ...branches.flatMap((name) => [`${name} verdict`, `${name} backport`])];
  const lines = rows.map((row) => [
    ...columns.map((column) => row[column]),
    row.notes.map((note) => `${note.who}: ${note.text}`).join("\n"),
    ...row.branches.flatMap((one) => [
      one.verdict,
      one.backport ? `${one.backport.id} ${one.backport.evidence}` : null,
    ]),
  ]);
  return `${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** A spreadsheet must not take text for a formula: such cells get an apostrophe in front. */
function cell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const headings = { yes: "To pick", wait: "Wait", uncertain: "Uncertain", no: "Not to pick" } as const;

/** A list for people: what is to be picked into the target first, with reasons and notes. */
export function markdown(rows: readonly LedgerRow[], target: string): string {
  const open = rows.filter((row) => !isIn(row, target));
  const parts = (["yes", "wait", "uncertain", "no"] as const).map((verdict) => {
    const of = open.filter((row) => row.verdict === verdict);
    return of.length ? `## ${headings[verdict]} (${of.length})\n\n${of.map(item).join("\n")}\n` : "";
  });
  const there = rows.length - open.length;
  return [`# ${plain(target)}\n`, ...parts.filter(Boolean), there ? `${there} patches are there already.\n` : ""]
    .filter(Boolean)
    .join("\n");
}

function isIn(row: LedgerRow, target: string): boolean {
  const found = row.branches.find((one) => one.target === target)?.backport;
  return Boolean(found && found.evidence !== "claimed");
}

function item(row: LedgerRow): string {
  const who = row.by
    ? `decided by ${plain(row.by)}`
    : row.engine
      ? `${row.engine}: ${plain(row.reason)}`
      : "not read yet";
  const notes = row.notes.map((note) => `\n  - ${plain(note.who)}: ${plain(note.text)}`).join("");
  return `- \`${row.id.slice(0, 12)}\` ${plain(row.subject)} (${plain(row.author)}); ${who}${notes}`;
}

/** Text of others in Markdown: every character that could mean something is escaped. */
function plain(text: string): string {
  return text.replace(/[\\`*_[\]<>|~]/g, "\\$&").replace(/\s+/g, " ");
}
