-- The index of photos (docs/decisions/0009); what they are lies in DynamoDB. Names as in SQLite: the same conditions ask it.
CREATE TABLE IF NOT EXISTS photos (
  position  BIGINT NOT NULL PRIMARY KEY,
  photo_id  VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL, -- may be asked for by any text
  user_id   INT NOT NULL,
  topic     VARCHAR(60) NOT NULL,
  topic_key VARCHAR(120) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  audience  VARCHAR(7) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  format    VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  UNIQUE KEY photos_by_id (photo_id),
  KEY photos_by_user (user_id, position, audience),
  KEY photos_by_topic (topic_key, position, audience, user_id),
  CONSTRAINT photos_user FOREIGN KEY (user_id) REFERENCES users (id)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;

CREATE TABLE IF NOT EXISTS photo_tags (
  tag      VARCHAR(100) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (tag, position),
  KEY photo_tags_by_photo (position),
  CONSTRAINT photo_tags_photo FOREIGN KEY (position) REFERENCES photos (position) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
