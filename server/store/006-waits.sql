-- What a wait that came true is compared with: when people last looked, and when its tag came here.

-- An agreement that is taken back gives the one before it back with its time.
ALTER TABLE agreement ADD COLUMN before_at INTEGER;
-- When the tag was first read here; 0: it was there when tags were first read. A tag without a message has its commit's date.
ALTER TABLE tag ADD COLUMN came_at INTEGER NOT NULL DEFAULT 0;
