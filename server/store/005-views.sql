-- Views that people saved under a name, for everybody on the series.
CREATE TABLE view (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series,
  name TEXT NOT NULL COLLATE NOCASE,
  search TEXT NOT NULL,             -- the query part of the board's URL, without the question mark
  who TEXT NOT NULL,                -- who saved or changed it last
  at INTEGER NOT NULL,
  revision INTEGER NOT NULL DEFAULT 1,
  UNIQUE (series, name)
) STRICT;
