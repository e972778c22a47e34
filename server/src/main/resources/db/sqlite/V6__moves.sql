-- From where a move brought everything here (see move/MoveNote); while it has not finished, no server starts.
CREATE TABLE moves (
  source      TEXT    NOT NULL,
  started_at  INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
