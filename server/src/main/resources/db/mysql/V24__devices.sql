-- Browsers that have signed in to an account before: wrong guesses elsewhere never lock them out.
-- The cookie is kept only as a SHA-256 of it and the account, so that two accounts of one browser
-- cannot be told to be so from here.
CREATE TABLE IF NOT EXISTS devices (
  token_hash CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  user_id    INT    NOT NULL,
  first_at   BIGINT NOT NULL,
  last_at    BIGINT NOT NULL,
  KEY devices_by_user (user_id, last_at),
  CONSTRAINT devices_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
