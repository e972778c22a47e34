-- Resumable uploads (docs/decisions/0032), until a day after their photo is there, or until they expire.
CREATE TABLE IF NOT EXISTS uploads (
  upload_id  CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  user_id    INT NOT NULL,
  size       BIGINT NOT NULL,
  received   BIGINT NOT NULL, -- bytes that are durable
  metadata   TEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- as the client sent it
  holder     CHAR(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL, -- the request that may change this upload
  held_until BIGINT NOT NULL,
  photo_id   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin, -- what came of it
  settled    TINYINT NOT NULL, -- whether the photo is in its album, and the bytes are deleted
  expires_at BIGINT NOT NULL,
  KEY uploads_of_user (user_id, expires_at),
  KEY uploads_by_expiry (expires_at),
  KEY uploads_unsettled (settled, photo_id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
