-- Which version of Lumina made a photo's derived sizes; empty for those from before that was written down.
ALTER TABLE photos ADD COLUMN derived_by TEXT NOT NULL DEFAULT '';
-- What others get as its original (see CleanCopy): empty where that was not looked at yet.
ALTER TABLE photos ADD COLUMN clean TEXT NOT NULL DEFAULT '';
-- How far `bin/lumina rederive` has come; one row while it is not finished.
CREATE TABLE rederivation (
  since    TEXT NOT NULL,
  position INTEGER NOT NULL,
  user_id  INTEGER NOT NULL
);
