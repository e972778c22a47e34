-- Resumable uploads (docs/decisions/0032), until a day after their photo is there, or until they expire.
CREATE TABLE uploads (
  upload_id  TEXT    PRIMARY KEY,
  user_id    INTEGER NOT NULL,
  size       INTEGER NOT NULL,
  received   INTEGER NOT NULL, -- bytes that are durable
  metadata   TEXT    NOT NULL, -- as the client sent it
  holder     TEXT    NOT NULL, -- the request that may change this upload
  held_until INTEGER NOT NULL,
  photo_id   TEXT,             -- what came of it
  settled    INTEGER NOT NULL, -- whether the photo is in its album, and the bytes are deleted
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX uploads_of_user ON uploads (user_id, expires_at);
CREATE INDEX uploads_by_expiry ON uploads (expires_at);
CREATE INDEX uploads_unsettled ON uploads (settled, photo_id);
