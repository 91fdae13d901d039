/** The messages of the demonstration, all our own words about a daemon that does not exist. Oldest first. */
export interface DemoMessage {
  subject: string;
  body: string;
  /** Stable branches that hold it already; `quietly` without a trailer. */
  picked?: ("2.4" | "2.3")[];
  quietly?: boolean;
}

const areas = ["h2", "dns", "tls", "cache", "log", "stick", "acl", "timer", "conf", "pool", "mux", "stats"] as const;
export const demoAreas: readonly string[] = areas;

interface Told {
  told: string;
  picked: ("2.4" | "2.3")[];
}

/** How the project's authors ask for backports, and where such patches have gone so far. */
const requests: Told[] = [
  { told: "This should be backported to 2.4.", picked: ["2.4"] },
  { told: "This must be backported as far as 2.3.", picked: ["2.4", "2.3"] },
  { told: "This should be backported to all stable versions.", picked: ["2.4", "2.3"] },
  { told: "This can be backported to 2.4 and 2.3.", picked: ["2.4"] },
  { told: "No backport is needed, this only exists in 2.5.", picked: [] },
  { told: "To be backported to 2.4 after some period of observation.", picked: [] },
  { told: "It may be backported to 2.4, but this is not important.", picked: [] },
  { told: "No backport needed unless the patch above is backported too.", picked: [] },
  { told: "This must be backported up to 2.3, along with the previous commit.", picked: ["2.4"] },
  { told: "", picked: [] },
];

const bugs: Record<(typeof areas)[number], [string, string][]> = {
  h2: [
    [
      "BUG/MAJOR: h2: never reuse a stream id after a reset",
      "A peer that resets a stream early made us hand out its id again, and the two\nexchanges were mixed.",
    ],
    [
      "BUG/MINOR: h2: count the padding of DATA frames",
      "The window was credited without the padding, so that it shrank a little with\neach padded frame until nothing moved any more.",
    ],
    [
      "BUG/MEDIUM: h2: wake the sender when the window opens",
      "An update of the connection's window woke nobody up when the stream's own\nwindow had room already.",
    ],
  ],
  dns: [
    [
      "BUG/MEDIUM: dns: keep the last good answer on SERVFAIL",
      "A resolver that fails for a moment emptied the list of servers.",
    ],
    [
      "BUG/MINOR: dns: accept a CNAME behind the address",
      "Some resolvers put the alias last. The answer was dropped as malformed.",
    ],
    [
      "BUG/MINOR: dns: do not count a retry as a query",
      "The counter of queries grew with every retry, see issue #211.",
    ],
  ],
  tls: [
    [
      "BUG/MAJOR: tls: check the length before copying a ticket",
      "A ticket longer than the buffer was copied as a whole. With OpenSSL 3.5 this\nis easy to provoke.\n\nReported in issue #224.",
    ],
    [
      "BUG/MEDIUM: tls: do not mix up certificates of two binds",
      "Two lines that name the same file with other options shared one context.",
    ],
    [
      "BUG/MINOR: tls: say which file could not be read",
      "The message named the directory, and people looked for a wrong permission.",
    ],
  ],
  cache: [
    [
      "BUG/MEDIUM: cache: do not serve what has expired meanwhile",
      "An entry that expires while it is being looked up was served once more.",
    ],
    ["BUG/MINOR: cache: take Vary into account for HEAD", "HEAD found the entry of another language."],
    [
      "BUG/MINOR: cache: release the row when the client leaves",
      "The row stayed locked until the next purge, a minute later.",
    ],
  ],
  log: [
    ["BUG/MINOR: log: escape the quote in captured headers", "A header with a quote broke the readers of JSON logs."],
    ["BUG/MINOR: log: flush the last line at exit", "The line written during a soft stop was lost."],
    [
      "BUG/MEDIUM: log: never block on a full pipe",
      "A dead reader stopped the whole process as soon as the pipe was full.",
    ],
  ],
  stick: [
    [
      "BUG/MEDIUM: stick: lock the table while it is being dumped",
      "A dump during an update could print an entry twice, or crash.",
    ],
    ["BUG/MINOR: stick: expire entries that were only read", "Reading an entry renewed it for ever."],
    ["BUG/MAJOR: stick: fix a use after free when a peer leaves", "The peer's task could still hold the entry."],
  ],
  acl: [
    ["BUG/MINOR: acl: compare host names without their case", "Names in capitals never matched."],
    ["BUG/MINOR: acl: refuse an empty list of patterns", "It matched everything, against what the manual says."],
    [
      "BUG/MEDIUM: acl: keep the pattern alive during a reload",
      "A match that started before the update read freed memory.",
    ],
  ],
  timer: [
    [
      "BUG/MEDIUM: timer: survive a clock that jumps back",
      "All timers fired at once after the clock was set back by an hour.",
    ],
    ["BUG/MINOR: timer: round up, never down", "A timer could fire one tick too early and be queued again in a loop."],
    ["BUG/MINOR: timer: do not forget the first tick after a wrap", "Nothing fired for 49 days minus a little."],
  ],
  conf: [
    ["BUG/MINOR: conf: name the line of a missing brace", "The parser named the last line of the file."],
    ["BUG/MINOR: conf: accept a file without a line feed at its end", "The last directive was ignored without a word."],
    ["BUG/MEDIUM: conf: do not read a directory as a file", "The process waited for ever for its first line."],
  ],
  pool: [
    ["BUG/MEDIUM: pool: give memory back under pressure", "Nothing was ever returned to the system after a peak."],
    ["BUG/MINOR: pool: report the right size in statistics", "The figure left out the spare objects of each thread."],
    [
      "BUG/MAJOR: pool: do not hand out an object twice",
      "Two threads that empty the same shared list at once could get the same object.\nSee commit that introduced the shared list, which arrived in 2.3.",
    ],
  ],
  mux: [
    [
      "BUG/MEDIUM: mux: close idle connections on a soft stop",
      "A soft stop lasted as long as the longest idle time-out.",
    ],
    [
      "BUG/MINOR: mux: do not log a closed connection as an error",
      "Monitoring counted each health check as a failure.",
    ],
    ["BUG/MEDIUM: mux: stop reading when the buffer is full", "Data behind a full buffer were read and dropped."],
  ],
  stats: [
    ["BUG/MINOR: stats: print 64-bit counters as a whole", "Counters above four billion started again at zero."],
    ["BUG/MINOR: stats: escape names in the CSV export", "A name with a comma shifted all columns behind it."],
    ["BUG/MINOR: stats: do not divide by zero at start", "The first refresh within the same second crashed the page."],
  ],
};

const others: [string, string][] = [
  ["CLEANUP: %: remove a variable that nothing reads", "It was left behind by an earlier change."],
  ["MINOR: %: count what is refused", "Operators ask how often it happens. The counter shows in the statistics."],
  ["DOC: %: explain the time-out with an example", "The question comes up every month."],
  ["OPTIM: %: look up the common case first", "Saves about two percent under load."],
  ["MEDIUM: %: move the decision to one place", "Three places decided the same, each a little differently."],
  ["REGTESTS: %: cover the empty list", "It would have shown the last bug at once."],
  ["MINOR: %: name the file in the message", "Somebody has to find it."],
];

/** About 150 messages: 36 bug fixes with all kinds of instructions, and what else a project does. */
export function demoMessages(): DemoMessage[] {
  const messages: DemoMessage[] = [];
  let fix = 0;
  for (let round = 0; round < 12; round++) {
    for (const [i, area] of areas.entries()) {
      if ((i + round) % 4 === 0) messages.push(bugFix(area, Math.floor(round / 4), fix++));
      else {
        const [subject, body] = others[(round * 3 + i) % others.length]!;
        messages.push({ subject: subject.replace("%", `${area}${round ? `/${steps[round - 1]}` : ""}`), body });
      }
    }
  }
  return messages;
}

const steps = [
  "io",
  "init",
  "close",
  "retry",
  "limits",
  "peers",
  "threads",
  "reload",
  "names",
  "sizes",
  "exit",
] as const;

function bugFix(area: (typeof areas)[number], nth: number, index: number): DemoMessage {
  const [subject, body] = bugs[area][nth]!;
  const { told, picked } = requests[index % requests.length]!;
  // The older half has been picked already; what came since waits for its review.
  return {
    subject,
    body: told ? `${body}\n\n${told}` : body,
    picked: index < 18 ? picked : [],
    quietly: index === 10,
  };
}
