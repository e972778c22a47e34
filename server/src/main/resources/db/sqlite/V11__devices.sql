-- Browsers that have signed in to an account before: wrong guesses elsewhere never lock them out.
-- The cookie is kept only as a SHA-256 of it and the account, so that two accounts of one browser
-- cannot be told to be so from here.
CREATE TABLE devices (
  token_hash TEXT    PRIMARY KEY,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  first_at   INTEGER NOT NULL,
  last_at    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX devices_by_user ON devices (user_id, last_at);
