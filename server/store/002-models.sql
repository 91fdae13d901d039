-- What models say, how they came to say it, and how far a run of one is.

-- A prompt with all slots filled but {{commit}}: what an answer's own input stood in.
CREATE TABLE prompt (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,                -- name and hash of the file
  text TEXT NOT NULL,
  UNIQUE (key, text)
) STRICT;

CREATE TABLE transcript (
  classification INTEGER PRIMARY KEY REFERENCES classification,
  prompt INTEGER REFERENCES prompt,
  scores TEXT,                      -- JSON { yes, no, wait, uncertain }, together 1; null where the engine gives none
  marks TEXT NOT NULL,              -- JSON: what is not as it should be
  input TEXT NOT NULL,              -- what stood in the slot
  output TEXT NOT NULL,             -- as written; empty when it was only scored
  read_tokens INTEGER NOT NULL,
  written_tokens INTEGER NOT NULL
) STRICT;

ALTER TABLE run ADD COLUMN read_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN written_tokens INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN reading TEXT NOT NULL DEFAULT '[]'; -- JSON: patches that the engine has in hand
