-- Links with which people may sign up. The token is kept as it is, so that its maker can send it
-- again; whoever reads this table reads everything that it opens, too.
-- uses is 0 for any number, expires_at 0 for never.
CREATE TABLE invites (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token      TEXT    NOT NULL UNIQUE,
  uses       INTEGER NOT NULL,
  used       INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX invites_by_user ON invites (user_id, id);
