-- Words are written so that none is too short or too common for InnoDB's full-text index.
CREATE TABLE IF NOT EXISTS photo_search (
  position BIGINT NOT NULL PRIMARY KEY,
  words    TEXT CHARACTER SET ascii COLLATE ascii_general_ci NOT NULL,
  FULLTEXT KEY photo_search_words (words)
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
