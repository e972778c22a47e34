-- Links that show photos to people without an account; as in SQLite.
CREATE TABLE IF NOT EXISTS shares (
  share_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  token            VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id          INT NOT NULL,
  album_id         VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin,
  title            VARCHAR(100) NOT NULL,
  password_hash    VARCHAR(255) NOT NULL,
  password_version BIGINT NOT NULL DEFAULT 1,
  comments         BOOLEAN NOT NULL,
  likes            BOOLEAN NOT NULL,
  download         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  expires_at       BIGINT NOT NULL,
  visits           BIGINT NOT NULL DEFAULT 0,
  last_visit_at    BIGINT NOT NULL DEFAULT 0,
  created_at       BIGINT NOT NULL,
  UNIQUE KEY shares_token (token),
  KEY shares_by_user (user_id, share_id),
  CONSTRAINT shares_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS share_photos (
  share_id VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  photo_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (share_id, photo_id),
  KEY share_photos_in_order (share_id, position),
  KEY share_photos_by_photo (photo_id),
  CONSTRAINT share_photos_share FOREIGN KEY (share_id) REFERENCES shares (share_id) ON DELETE CASCADE,
  CONSTRAINT share_photos_photo FOREIGN KEY (photo_id) REFERENCES photos (photo_id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS guests (
  guest_id   INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  share_id   VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  owner_id   INT NOT NULL,
  token_hash VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  name       VARCHAR(50) NOT NULL DEFAULT '',
  unlocked   BIGINT NOT NULL DEFAULT 0,
  written    BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  UNIQUE KEY guests_token (token_hash),
  KEY guests_by_share (share_id),
  KEY guests_by_owner (owner_id),
  CONSTRAINT guests_owner FOREIGN KEY (owner_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
