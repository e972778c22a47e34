-- Words of scripts without spaces, and emoji, are written in another way; the server writes those of all photos anew.
TRUNCATE TABLE photo_search;

CREATE TABLE IF NOT EXISTS person_words (
  word    VARCHAR(80) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  user_id INT NOT NULL,
  PRIMARY KEY (word, user_id),
  KEY person_words_by_person (user_id),
  CONSTRAINT person_words_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
