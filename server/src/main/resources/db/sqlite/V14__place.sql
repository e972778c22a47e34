-- To what this database belongs. In the cloud tables and bucket say the same (see backend/Place); here there is one folder.
CREATE TABLE place (
  one      INTEGER PRIMARY KEY,
  place_id TEXT    NOT NULL,
  settled  INTEGER NOT NULL
) STRICT;

-- What a move brought nothing of, because it cannot be kept here (see move/LeftOut).
CREATE TABLE left_out (
  kind    TEXT NOT NULL,
  row_key TEXT NOT NULL,
  reason  TEXT NOT NULL,
  PRIMARY KEY (kind, row_key)
) STRICT, WITHOUT ROWID;

-- What people were called in the application before Lumina, where an adoption had to change it.
ALTER TABLE users ADD COLUMN old_username TEXT;
ALTER TABLE users ADD COLUMN old_email TEXT;
