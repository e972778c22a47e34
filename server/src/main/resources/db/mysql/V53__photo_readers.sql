-- Who may see a photo because a message of its owner shows it to them, as long as that message exists.
CREATE TABLE IF NOT EXISTS photo_readers (
  message_id VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  photo_id   VARCHAR(64) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
  user_id    INT NOT NULL,
  PRIMARY KEY (message_id),
  KEY photo_readers_of_photo (photo_id, user_id),
  KEY photo_readers_of_user (user_id),
  CONSTRAINT photo_readers_photo FOREIGN KEY (photo_id) REFERENCES photos (photo_id) ON DELETE CASCADE,
  CONSTRAINT photo_readers_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
