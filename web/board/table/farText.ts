import { day } from "../../ui/format.ts";
import { letterOf, type Row } from "../filter.ts";

/** A row as two lines, which the style sheet's tab stops put below the heads of the first three columns. */
export function farText(row: Row & { readonly authoredAt: string }, target: number): string {
  const letter = letterOf(row, target).toUpperCase();
  const reason = (row.quote || row.reason).replace(/\s+/g, " ");
  const [subject, author] = [isolated(row.subject), isolated(row.author)];
  return `${row.number}\t${row.sha.slice(0, 8)}\t${subject}\n${letter}\t${day(row.authoredAt)}\t${isolated(reason)}  ${author}`;
}

// Without its own element, text that runs from right to left would take its neighbours along.
const isolated = (text: string) =>
  /[\u0590-\u08ff\ufb1d-\ufefc]|[\ud802\ud803\ud83a\ud83b]/.test(text) ? `\u2068${text}\u2069` : text;
