import type { Answer, Classification, EngineName, Mark, Quote, Scores, Transcript } from "../domain.ts";
import type { Changes } from "./changes.ts";
import type { Db } from "./open.ts";
import { type EngineKey, type KeyColumns, keyColumns, type Runs } from "./runs.ts";

/** A patch that an engine is to answer. */
export interface Asked {
  patch: number;
  commitId: number;
  message: Buffer;
  encoding: string | null;
  author: string;
}

/** An answer and what it is an answer to. */
export interface Kept {
  patch: Asked;
  answer: Answer;
  ms: number;
}

export interface ClassificationRow {
  id: number;
  patch: number;
  engine: EngineName;
  version: string;
  model: string;
  prompt: string;
  verdict: Classification["verdict"];
  is_explicit: number;
  strength: Classification["strength"];
  reason: string;
  quote: string | null;
  oldest: string | null;
  rest: string;
  rule: string | null;
  ms: number;
  at: number;
  /** JSON, null without a transcript or without scores. */
  scores: string | null;
  /** JSON; null without a transcript. */
  marks: string | null;
}

export interface TranscriptRow {
  /** The prompt with {{commit}} in it; null where none was kept. */
  text: string | null;
  input: string;
  output: string;
  read_tokens: number;
  written_tokens: number;
}

interface Unanswered {
  patch: number;
  rule: string | null;
  isExplicit: number;
}

/** Answers of engines, and which are missing. */
export function classificationsPart(db: Db, changes: Changes, runs: Runs) {
  // What a person looks at first: fixes without an instruction and hints; then what rules think is none; last what is settled.
  const unanswered = db.prepare<[string, number, ...KeyColumns, string | null, string | null], Unanswered>(
    `SELECT p.id AS patch, r.rule, coalesce(r.is_explicit, 0) AS isExplicit, CASE WHEN r.is_explicit THEN 2
        WHEN r.verdict = 'no' AND r.rule NOT IN ('bug-without-instruction', 'fix-without-instruction') THEN 1 ELSE 0 END AS rank
     FROM patch p
     LEFT JOIN classification r ON r.patch = p.id AND r.is_current = 1 AND r.engine = 'rules' AND ? <> 'rules'
     WHERE p.series = ? AND p.vanished_at IS NULL AND NOT EXISTS (SELECT 1 FROM classification k WHERE k.patch = p.id
       AND k.commit_id = p.commit_id AND k.engine = ? AND k.version = ? AND k.model = ? AND k.prompt = ?)
       AND (? IS NULL OR p.id IN (SELECT value FROM json_each(?)))
     ORDER BY rank, p.number DESC`,
  );
  const asked = db.prepare<[string], Asked>(
    `SELECT p.id AS patch, c.id AS commitId, c.message, c.encoding, c.author FROM patch p
     JOIN git_commit c ON c.id = p.commit_id WHERE p.id IN (SELECT value FROM json_each(?))`,
  );
  const retire = db.prepare(
    "UPDATE classification SET is_current = 0 WHERE patch = ? AND engine = ? AND is_current = 1",
  );
  const insert = db.prepare<unknown[], { id: number }>(
    `INSERT INTO classification (patch, commit_id, engine, version, model, prompt, verdict, is_explicit, strength,
       reason, quote, oldest, rest, rule, ms, run, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (patch, commit_id, engine, version, model, prompt) DO UPDATE SET is_current = 1, verdict = excluded.verdict,
       is_explicit = excluded.is_explicit, strength = excluded.strength, reason = excluded.reason, quote = excluded.quote,
       oldest = excluded.oldest, rest = excluded.rest, rule = excluded.rule, ms = excluded.ms, run = excluded.run, at = excluded.at
     RETURNING id`,
  );
  const addPrompt = db.prepare("INSERT OR IGNORE INTO prompt (key, text) VALUES (?, ?)");
  const promptId = db.prepare<[string, string], { id: number }>("SELECT id FROM prompt WHERE key = ? AND text = ?");
  const addTranscript = db.prepare(
    `INSERT OR REPLACE INTO transcript (classification, prompt, scores, marks, input, output, read_tokens, written_tokens)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const transcript = db.prepare<[number], TranscriptRow>(
    `SELECT p.text, t.input, t.output, t.read_tokens, t.written_tokens FROM transcript t
     LEFT JOIN prompt p ON p.id = t.prompt WHERE t.classification = ?`,
  );

  const patchOf = db.prepare<[number], { patch: number }>("SELECT patch FROM classification WHERE id = ?");

  function keepTranscript(classification: number, prompt: number | null, one: Transcript) {
    const scores = one.scores && JSON.stringify(one.scores);
    const rest = [one.input, one.output, one.readTokens, one.writtenTokens] as const;
    addTranscript.run(classification, prompt, scores, JSON.stringify(one.marks), ...rest);
  }

  return {
    /**
     * Patches without an answer from this engine, in the order in which people will want them; each with what rules say. `among`:
     * only those of these.
     */
    unanswered(
      series: number,
      engine: EngineKey,
      among: readonly number[] | null = null,
    ): { patch: number; explicit: boolean; rule: string | null }[] {
      const ids = among && JSON.stringify(among);
      const rows = unanswered.all(engine.name, series, ...keyColumns(engine), ids, ids);
      return rows.map(({ patch, rule, isExplicit }) => ({ patch, rule, explicit: isExplicit === 1 }));
    },
    /** What an engine has to know of these patches, in any order. */
    asked: (patches: readonly number[]) => asked.all(JSON.stringify(patches)),

    /** Keeps answers, their traces and the run's progress in one transaction: none is half there after a crash. */
    keepAnswers: db.transaction(
      (run: number, series: number, engine: EngineKey, promptText: string | null, answers: readonly Kept[]) => {
        const now = Date.now();
        const columns = keyColumns(engine);
        let prompt: number | null = null;
        if (promptText !== null && engine.prompt !== null) {
          addPrompt.run(engine.prompt, promptText);
          prompt = promptId.get(engine.prompt, promptText)!.id;
        }
        const sum = { done: 0, failed: 0, readTokens: 0, writtenTokens: 0 };
        for (const { patch, answer: a, ms } of answers) {
          retire.run(patch.patch, engine.name);
          const lists = { targets: a.targets, below: a.below, conditions: a.conditions, links: a.links };
          const said = [
            a.verdict,
            a.explicit ? 1 : 0,
            a.strength,
            a.reason,
            a.quote && JSON.stringify(a.quote),
            a.oldest,
          ];
          const values = [...said, JSON.stringify(lists), a.rule, ms, run, now];
          const { id } = insert.get(patch.patch, patch.commitId, ...columns, ...values)!;
          if (a.transcript) keepTranscript(id, prompt, a.transcript);
          if (a.transcript?.marks.includes("failed")) sum.failed++;
          else sum.done++;
          sum.readTokens += a.transcript?.readTokens ?? 0;
          sum.writtenTokens += a.transcript?.writtenTokens ?? 0;
          changes.append("classify", series, patch.patch, "classified", { engine: engine.name, verdict: a.verdict });
        }
        runs.advance(run, sum);
      },
    ).immediate,

    patchOf: (classification: number) => patchOf.get(classification)?.patch ?? null,
    transcript: (classification: number) => transcript.get(classification) ?? null,
  };
}

type Rest = Pick<Answer, "targets" | "below" | "conditions" | "links">;
const emptyRest: Rest = { targets: [], below: [], conditions: [], links: [] };
const emptyRestText = JSON.stringify(emptyRest);

const noMarks: readonly Mark[] = [];

/** A row with the transcript's scores and marks joined to it, as the domain knows it. */
export function asClassification(row: ClassificationRow): Classification {
  // Most answers are "nothing was asked": not parsing those saves a tenth of the time of a page of rows.
  const rest = row.rest === emptyRestText ? emptyRest : (JSON.parse(row.rest) as Rest);
  return {
    ...rest,
    id: row.id,
    engine: row.engine,
    version: row.version,
    model: row.model || null,
    prompt: row.prompt || null,
    verdict: row.verdict,
    explicit: row.is_explicit === 1,
    strength: row.strength,
    reason: row.reason,
    quote: row.quote ? (JSON.parse(row.quote) as Quote) : null,
    oldest: row.oldest,
    rule: row.rule,
    scores: row.scores ? (JSON.parse(row.scores) as Scores) : null,
    marks: row.marks ? (JSON.parse(row.marks) as Mark[]) : noMarks,
    ms: row.ms,
    at: row.at,
  };
}
