-- Links that show photos to people without an account (docs/decisions/0026). The token is kept as it is, so that the owner
-- can send it again. An empty password_hash is a link without a password; expires_at 0 is one without an end.
CREATE TABLE shares (
  share_id         TEXT    PRIMARY KEY,
  token            TEXT    NOT NULL UNIQUE,
  user_id          INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  album_id         TEXT,
  title            TEXT    NOT NULL,
  password_hash    TEXT    NOT NULL,
  password_version INTEGER NOT NULL DEFAULT 1,
  comments         INTEGER NOT NULL,
  likes            INTEGER NOT NULL,
  download         TEXT    NOT NULL,
  expires_at       INTEGER NOT NULL,
  visits           INTEGER NOT NULL DEFAULT 0,
  last_visit_at    INTEGER NOT NULL DEFAULT 0,
  created_at       INTEGER NOT NULL
) STRICT;
CREATE INDEX shares_by_user ON shares (user_id, share_id);

CREATE TABLE share_photos (
  share_id TEXT    NOT NULL REFERENCES shares (share_id) ON DELETE CASCADE,
  photo_id TEXT    NOT NULL REFERENCES photos (photo_id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  PRIMARY KEY (share_id, photo_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX share_photos_in_order ON share_photos (share_id, position);
CREATE INDEX share_photos_by_photo ON share_photos (photo_id);

-- People without an account who have given the password, or written or liked. They outlive their link, as the author of
-- what they wrote: comments, likes and notifications hold the negative guest_id. unlocked is the password_version that
-- they have given; written counts their comments, also deleted ones.
CREATE TABLE guests (
  guest_id   INTEGER PRIMARY KEY AUTOINCREMENT,
  share_id   TEXT    NOT NULL,
  owner_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
  token_hash TEXT    NOT NULL UNIQUE,
  name       TEXT    NOT NULL DEFAULT '',
  unlocked   INTEGER NOT NULL DEFAULT 0,
  written    INTEGER NOT NULL DEFAULT 0,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX guests_by_share ON guests (share_id);
CREATE INDEX guests_by_owner ON guests (owner_id);
