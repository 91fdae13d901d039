-- One file, one board. Times are milliseconds since 1970 (UTC); ids of git objects are full, lower-case hex.

CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE series (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  repository TEXT NOT NULL,         -- absolute path of the work tree or bare repository
  upstream TEXT NOT NULL,           -- as a person would name it: master, origin/main
  base TEXT NOT NULL,               -- where review starts, as named: v3.3-dev0, or a full id
  base_sha TEXT,                    -- null: the series starts with the first commit
  head_sha TEXT,                    -- upstream when last read; null: nothing read yet
  version TEXT,                     -- in development: 3.3
  forge TEXT,                       -- JSON { commit, issue } URL templates with {id}, null without a known forge
  guessed TEXT NOT NULL DEFAULT '{}', -- JSON: how upstream, base and targets were found, in words
  synced_at INTEGER,
  trouble TEXT                      -- the sentence of the last failed sync, null after a good one
) STRICT;

CREATE TABLE target (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series,
  branch TEXT NOT NULL,             -- short name: 3.2-stable
  ref TEXT NOT NULL,                -- full name: refs/remotes/origin/3.2-stable
  version TEXT,
  position INTEGER NOT NULL,        -- 0 is the newest
  head_sha TEXT,                    -- when last read
  state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'critical', 'ended', 'gone')),
  UNIQUE (series, branch)
) STRICT;

CREATE TABLE git_commit (
  id INTEGER PRIMARY KEY,
  sha TEXT NOT NULL UNIQUE,
  parents TEXT NOT NULL,            -- full ids, one space between
  author TEXT NOT NULL,
  author_mail TEXT NOT NULL,
  authored_at INTEGER NOT NULL,
  committer TEXT NOT NULL,
  committed_at INTEGER NOT NULL,
  subject TEXT NOT NULL,            -- shown text
  message BLOB NOT NULL,            -- the bytes, as they are in the object
  encoding TEXT,                    -- the header, null means UTF-8
  is_suspicious INTEGER NOT NULL,   -- 1: the message or the author hides characters
  patch_id TEXT                     -- computed when first needed
) STRICT;

CREATE TABLE patch (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series,
  commit_id INTEGER NOT NULL REFERENCES git_commit,
  number INTEGER NOT NULL,          -- 1 is the first after the base, topological order
  vanished_at INTEGER,              -- its commit is no longer on the upstream
  UNIQUE (commit_id, series)
) STRICT;
CREATE INDEX patch_by_number ON patch (series, number);

CREATE TABLE stable_commit (
  id INTEGER PRIMARY KEY,
  target INTEGER NOT NULL REFERENCES target,
  sha TEXT NOT NULL,
  author TEXT NOT NULL,
  authored_at INTEGER NOT NULL,
  committed_at INTEGER NOT NULL,
  subject TEXT NOT NULL,
  claims TEXT NOT NULL,             -- JSON: ids in its final trailer block or upstream lines, as written
  reverts TEXT,                     -- id named by "This reverts commit"
  patch_id TEXT,
  UNIQUE (target, sha)
) STRICT;

CREATE TABLE backport (
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  sha TEXT NOT NULL,                -- the commit on the stable branch
  evidence TEXT NOT NULL CHECK (evidence IN ('trailer', 'patch-id', 'author-and-subject', 'claimed')),
  detail TEXT NOT NULL,             -- the evidence in words
  at INTEGER NOT NULL,              -- commit date on the stable branch
  PRIMARY KEY (patch, target)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series,
  engine TEXT NOT NULL,
  version TEXT NOT NULL,
  model TEXT NOT NULL DEFAULT '',
  prompt TEXT NOT NULL DEFAULT '',
  planned INTEGER NOT NULL,
  done INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  state TEXT NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled', 'failed')),
  trouble TEXT,
  is_cancel_asked INTEGER NOT NULL DEFAULT 0,
  started_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  ended_at INTEGER,
  pid INTEGER NOT NULL
) STRICT;

CREATE TABLE classification (
  id INTEGER PRIMARY KEY,
  patch INTEGER NOT NULL REFERENCES patch,
  commit_id INTEGER NOT NULL REFERENCES git_commit,
  engine TEXT NOT NULL,
  version TEXT NOT NULL,
  model TEXT NOT NULL DEFAULT '',
  prompt TEXT NOT NULL DEFAULT '',
  is_current INTEGER NOT NULL DEFAULT 1, -- the newest of its engine for this patch
  verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'wait', 'uncertain')),
  is_explicit INTEGER NOT NULL,
  strength TEXT CHECK (strength IN ('must', 'should', 'may')),
  reason TEXT NOT NULL,
  quote TEXT,                       -- JSON { text, start, end }
  oldest TEXT,
  rest TEXT NOT NULL,               -- JSON { targets, below, conditions, links }
  rule TEXT,
  ms REAL NOT NULL,
  run INTEGER NOT NULL REFERENCES run,
  at INTEGER NOT NULL,
  UNIQUE (patch, commit_id, engine, version, model, prompt)
) STRICT;
CREATE INDEX classification_shown ON classification (patch) WHERE is_current = 1;

CREATE TABLE override (
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  verdict TEXT CHECK (verdict IN ('yes', 'no', 'wait', 'uncertain')), -- null: withdrawn
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  reason TEXT,
  revision INTEGER NOT NULL,
  PRIMARY KEY (patch, target)
) STRICT, WITHOUT ROWID;

-- What one person did in one go: one decision or many, undone as one.
CREATE TABLE action (
  id INTEGER PRIMARY KEY,
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  series INTEGER NOT NULL REFERENCES series,
  undoes INTEGER REFERENCES action,
  undone_by INTEGER REFERENCES action
) STRICT;

CREATE TABLE decision (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action,
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  before TEXT,                      -- JSON override, null: none
  after TEXT,                       -- verdict, null: withdrawn
  revision INTEGER NOT NULL         -- of the override after it
) STRICT;
CREATE INDEX decision_by_patch ON decision (patch);
CREATE INDEX decision_by_action ON decision (action);

CREATE TABLE note (
  id INTEGER PRIMARY KEY,
  patch INTEGER NOT NULL REFERENCES patch,
  who TEXT NOT NULL,
  at INTEGER NOT NULL,
  text TEXT NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  edited_by TEXT,
  edited_at INTEGER
) STRICT;
CREATE INDEX note_by_patch ON note (patch);

-- Append-only: the live feed, the audit trail and the resume cursor.
CREATE TABLE change (
  seq INTEGER PRIMARY KEY AUTOINCREMENT,
  at INTEGER NOT NULL,
  who TEXT NOT NULL,                -- a person's name, or the verb that wrote: sync, classify
  series INTEGER NOT NULL REFERENCES series,
  patch INTEGER REFERENCES patch,   -- null: the series itself (new patches, a run, its targets)
  what TEXT NOT NULL,
  detail TEXT                       -- JSON, depends on what
) STRICT;
CREATE INDEX change_by_series ON change (series, seq);
CREATE INDEX change_by_patch ON change (patch) WHERE patch IS NOT NULL;
CREATE TRIGGER change_is_never_edited BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;
CREATE TRIGGER change_is_never_deleted BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'the change log is append-only'); END;

CREATE TABLE session (token_hash TEXT PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;

-- The outcome of each mutation by the id its client gave it: a retry after a lost reply gets the first outcome.
CREATE TABLE outcome (client_id TEXT PRIMARY KEY, who TEXT NOT NULL, at INTEGER NOT NULL, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
