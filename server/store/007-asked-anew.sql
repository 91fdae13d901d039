-- What had been written and done when a note began to ask what it asks: only what comes behind that answers. An edit may ask
-- something after others have written and decided.
ALTER TABLE note ADD COLUMN behind_note INTEGER NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN behind_action INTEGER NOT NULL DEFAULT 0;
UPDATE note SET behind_note = id, behind_action = (SELECT coalesce(max(a.id), 0) FROM action a WHERE a.at < note.at)
WHERE asks IS NOT NULL;
