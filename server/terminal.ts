import { withEscapes } from "./git/text.ts";

/** What a verb says: lines for people on stderr, one JSON value or plain output on stdout, progress in between. */
export interface Terminal {
  /** A line for a person; on stderr, so that stdout stays for scripts. */
  say(text: string): void;
  /** Output proper, on stdout. */
  print(text: string): void;
  /** A bar on a terminal, a plain line every few seconds elsewhere. `total` 0 means not known yet. */
  progress(label: string, done: number, total: number): void;
}

const barWidth = 24;
const barIntervalMs = 80;
const lineIntervalMs = 5_000;

/**
 * The terminal of this process. Control, bidirectional and invisible characters are shown as escapes: what git, a server or a
 * commit says must neither steer it nor read as something else.
 */
export function openTerminal(): Terminal {
  let shownAt = 0;
  let hasBar = false;
  const clear = () => {
    if (hasBar) process.stderr.write("\r\u001b[K");
    hasBar = false;
  };
  return {
    say(text) {
      clear();
      process.stderr.write(`${withEscapes(text).text}\n`);
    },
    print(text) {
      clear();
      process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
    },
    progress(label, done, total) {
      const now = performance.now();
      const isLast = total > 0 && done >= total;
      const interval = process.stderr.isTTY ? barIntervalMs : lineIntervalMs;
      if (now - shownAt < interval && !(isLast && process.stderr.isTTY)) return;
      shownAt = now;
      if (!process.stderr.isTTY) {
        process.stderr.write(`${label}: ${done}${total ? ` of ${total}` : ""}\n`);
        return;
      }
      const filled = total ? Math.round((done / total) * barWidth) : 0;
      const bar = total ? ` [${"#".repeat(filled)}${" ".repeat(barWidth - filled)}]` : "";
      process.stderr.write(`\r\u001b[K${label}${bar} ${done}${total ? `/${total}` : ""}`);
      hasBar = true;
      if (isLast) {
        process.stderr.write("\n");
        hasBar = false;
      }
    },
  };
}
