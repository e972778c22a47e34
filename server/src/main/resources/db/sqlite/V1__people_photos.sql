-- Times are milliseconds since 1970 UTC.

CREATE TABLE users (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  username      TEXT    NOT NULL COLLATE NOCASE UNIQUE,
  email         TEXT    NOT NULL COLLATE NOCASE UNIQUE,
  password_hash TEXT    NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;

-- The cookie is kept only as its SHA-256: whoever reads this table cannot sign in with it.
CREATE TABLE sessions (
  token_hash   TEXT    PRIMARY KEY,
  user_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  created_at   INTEGER NOT NULL,
  last_used_at INTEGER NOT NULL,
  device       TEXT    NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE friend_requests (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  requester_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  receiver_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  status       TEXT    NOT NULL CHECK (status IN ('pending', 'accepted', 'declined')),
  created_at   INTEGER NOT NULL,
  UNIQUE (requester_id, receiver_id)
) STRICT;
CREATE INDEX friend_requests_by_receiver ON friend_requests (receiver_id, status);

-- Both directions of every friendship, so that each question about one is a look-up.
CREATE TABLE friendships (
  user_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  friend_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  since     INTEGER NOT NULL,
  PRIMARY KEY (user_id, friend_id)
) STRICT, WITHOUT ROWID;

-- position orders photos by time for good (see Position): lists, cursors and full-text results all follow it.
CREATE TABLE photos (
  position      INTEGER PRIMARY KEY,
  photo_id      TEXT    NOT NULL UNIQUE,
  user_id       INTEGER NOT NULL REFERENCES users (id),
  topic         TEXT    NOT NULL,
  topic_key     TEXT    NOT NULL,
  caption       TEXT    NOT NULL,
  tags          TEXT    NOT NULL,
  audience      TEXT    NOT NULL CHECK (audience IN ('public', 'friends', 'private')),
  likes         INTEGER NOT NULL DEFAULT 0,
  comment_count INTEGER NOT NULL DEFAULT 0,
  created_at    INTEGER NOT NULL,
  format        TEXT    NOT NULL,
  bytes         INTEGER NOT NULL,
  width         INTEGER NOT NULL,
  height        INTEGER NOT NULL,
  placeholder   TEXT    NOT NULL,
  damaged       INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX photos_by_user  ON photos (user_id, position, audience);
CREATE INDEX photos_by_topic ON photos (topic_key, position, audience, user_id);

CREATE TABLE photo_tags (
  tag      TEXT    NOT NULL,
  position INTEGER NOT NULL REFERENCES photos (position) ON DELETE CASCADE,
  PRIMARY KEY (tag, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX photo_tags_by_photo ON photo_tags (position);

CREATE TABLE photo_likes (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT,
  photo_id TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  liked_at INTEGER NOT NULL,
  UNIQUE (photo_id, user_id)
) STRICT;

CREATE TABLE comments (
  sequence   INTEGER PRIMARY KEY AUTOINCREMENT,
  comment_id TEXT    NOT NULL UNIQUE,
  photo_id   TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  text       TEXT    NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX comments_by_photo ON comments (photo_id, sequence);

-- Photos whose image files may lie in the blob store while no row of photos tells of them (see Unsettled).
CREATE TABLE unsettled_photos (
  photo_id TEXT PRIMARY KEY,
  since    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE photo_search USING fts5 (
  caption, topic, tags, username,
  tokenize = "unicode61 remove_diacritics 2",
  prefix = '2 3'
);
