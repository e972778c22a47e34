-- Home shows what was posted, not what was imported, and walks the index of that.
ALTER TABLE photos ADD COLUMN imported INTEGER NOT NULL DEFAULT 0;
CREATE INDEX photos_posted ON photos (user_id, imported, sort_key, audience, trashed_at);

-- Imports from pages. Their files, and their reports, are in the blob store.
CREATE TABLE imports (
  import_id    TEXT NOT NULL PRIMARY KEY,
  user_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  state        TEXT NOT NULL,
  audience     TEXT NOT NULL,
  albums       INTEGER NOT NULL,
  files        INTEGER NOT NULL DEFAULT 0,
  added        INTEGER NOT NULL DEFAULT 0,
  here_already INTEGER NOT NULL DEFAULT 0,
  not_read     INTEGER NOT NULL DEFAULT 0,
  no_file      INTEGER NOT NULL DEFAULT 0,
  created_at   INTEGER NOT NULL,
  updated_at   INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX imports_of_user ON imports (user_id, created_at);
CREATE INDEX imports_by_time ON imports (updated_at);
