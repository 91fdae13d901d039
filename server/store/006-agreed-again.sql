-- An agreement that is taken back gives the one before it back with its time: whether a wait came true since depends on that.
ALTER TABLE agreement ADD COLUMN before_at INTEGER;
