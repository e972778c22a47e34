-- Albums, as in SQLite.
CREATE TABLE IF NOT EXISTS albums (
  album_id    VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL PRIMARY KEY, -- may be asked for by any text
  user_id     INT NOT NULL,
  title       VARCHAR(100) NOT NULL,
  description VARCHAR(2000) NOT NULL,
  audience    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  contribute  VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  cover       VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
  created_at  BIGINT NOT NULL,
  updated_at  BIGINT NOT NULL,
  numbering   BIGINT NOT NULL DEFAULT 0,
  KEY albums_of_user (user_id, album_id),
  CONSTRAINT albums_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS album_photos (
  album_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  photo_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  user_id  INT NOT NULL,
  position BIGINT NOT NULL,
  added_at BIGINT NOT NULL,
  PRIMARY KEY (album_id, photo_id),
  KEY album_photos_in_order (album_id, position),
  KEY album_photos_of_photo (photo_id, album_id),
  KEY album_photos_of_user (user_id, album_id),
  KEY album_photos_by_time (album_id, added_at),
  CONSTRAINT album_photos_album FOREIGN KEY (album_id) REFERENCES albums (album_id) ON DELETE CASCADE,
  CONSTRAINT album_photos_photo FOREIGN KEY (photo_id) REFERENCES photos (photo_id) ON DELETE CASCADE,
  CONSTRAINT album_photos_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS album_members (
  album_id  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  user_id   INT NOT NULL,
  joined_at BIGINT NOT NULL,
  PRIMARY KEY (album_id, user_id),
  KEY album_members_of_user (user_id, album_id),
  CONSTRAINT album_members_album FOREIGN KEY (album_id) REFERENCES albums (album_id) ON DELETE CASCADE,
  CONSTRAINT album_members_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
