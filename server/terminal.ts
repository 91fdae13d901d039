/** What a verb says: lines for people on stderr, one JSON value or plain output on stdout, progress in between. */
export interface Terminal {
  /** A line for a person; on stderr, so that stdout stays for scripts. */
  say(text: string): void;
  /** Output proper, on stdout. */
  print(text: string): void;
  /** A bar on a terminal, a plain line every few seconds elsewhere. `total` 0 means not known yet. */
  progress(label: string, done: number, total: number): void;
}
