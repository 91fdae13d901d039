-- What is searched: words of commits and of notes. A word is a run of letters and digits, found by its beginning.

-- rowid is that of git_commit; the texts themselves are not kept a second time.
CREATE VIRTUAL TABLE commit_text USING fts5 (
  subject, body, author, tag, area,
  content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);

-- rowid is that of git_commit; `path` holds the changed paths as shown text, a line each, empty where they cannot be read.
CREATE VIRTUAL TABLE commit_path USING fts5 (path, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');

CREATE VIRTUAL TABLE note_text USING fts5 (
  text, content = 'note', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
);
INSERT INTO note_text (note_text) VALUES ('rebuild');
CREATE TRIGGER note_is_found AFTER INSERT ON note BEGIN
  INSERT INTO note_text (rowid, text) VALUES (new.id, new.text);
END;
CREATE TRIGGER note_is_found_as_edited AFTER UPDATE OF text ON note BEGIN
  INSERT INTO note_text (note_text, rowid, text) VALUES ('delete', old.id, old.text);
  INSERT INTO note_text (rowid, text) VALUES (new.id, new.text);
END;

-- Commits come in the order of their row ids and never change: one number says how far each index is.
INSERT INTO meta VALUES ('searched text', '0'), ('searched paths', '0');

-- Waits that wake: what a person's wait waits for, and what can make it come true.
ALTER TABLE override ADD COLUMN condition TEXT; -- JSON WaitCondition; null: as the author says, else until somebody decides

CREATE TABLE tag (
  series INTEGER NOT NULL REFERENCES series,
  target INTEGER REFERENCES target, -- null: the tag is on the upstream
  name TEXT NOT NULL,
  at INTEGER NOT NULL
) STRICT;
CREATE INDEX tag_by_series ON tag (series);

-- Waits as last looked at: one that turns ripe is told of once, one that was ripe before anybody waited is not.
CREATE TABLE waiting (
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  is_ripe INTEGER NOT NULL,
  PRIMARY KEY (patch, target)
) STRICT, WITHOUT ROWID;

-- Notes that are deleted stay, so that they can come back; what a note asks parks its patch.
ALTER TABLE note ADD COLUMN deleted_by TEXT;
ALTER TABLE note ADD COLUMN deleted_at INTEGER;
ALTER TABLE note ADD COLUMN asks TEXT;  -- who is asked, or what; null: the note asks nobody
CREATE INDEX note_that_asks ON note (patch) WHERE asks IS NOT NULL;
