-- The names that a guest had before the one in guests: a comment keeps the name under which it was written. used_until is
-- the time of the change.
CREATE TABLE guest_names (
  guest_id   INTEGER NOT NULL REFERENCES guests (guest_id) ON DELETE CASCADE,
  used_until INTEGER NOT NULL,
  name       TEXT    NOT NULL,
  PRIMARY KEY (guest_id, used_until)
) STRICT, WITHOUT ROWID;
