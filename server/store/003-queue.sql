-- Who looked at what is shown and agreed, and where each person is in a review.

-- A person agreed with the verdict shown for a patch on a target. It holds as long as that verdict is the one shown.
CREATE TABLE seen (
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  who TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('yes', 'no', 'wait', 'uncertain')),
  at INTEGER NOT NULL,
  PRIMARY KEY (patch, target, who)
) STRICT, WITHOUT ROWID;

-- What an action did to `seen`, so that it can be taken back.
CREATE TABLE agreement (
  id INTEGER PRIMARY KEY,
  action INTEGER NOT NULL REFERENCES action,
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  before TEXT,                      -- the verdict agreed with before, null: none
  after TEXT                        -- null: taken back
) STRICT;
CREATE INDEX agreement_by_action ON agreement (action);

-- Calls that carry the same id of their client are one action.
ALTER TABLE action ADD COLUMN client_id TEXT;
-- The undo that this action took back: it can be undone again itself.
ALTER TABLE action ADD COLUMN redoes INTEGER REFERENCES action;
-- The decision that this one took back, by an undo or a redo.
ALTER TABLE decision ADD COLUMN reverts INTEGER REFERENCES decision;
CREATE INDEX action_by_client ON action (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX action_by_person ON action (who, series, id);

-- The patch at which each person was last.
CREATE TABLE place (
  series INTEGER NOT NULL REFERENCES series,
  who TEXT NOT NULL,
  patch INTEGER NOT NULL REFERENCES patch,
  target INTEGER NOT NULL REFERENCES target,
  at INTEGER NOT NULL,
  PRIMARY KEY (series, who)
) STRICT, WITHOUT ROWID;
