-- The cookie is kept only as its SHA-256: whoever reads this table cannot sign in with it.
CREATE TABLE IF NOT EXISTS sessions (
  token_hash   CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL PRIMARY KEY,
  user_id      INT          NOT NULL,
  created_at   BIGINT       NOT NULL,
  last_used_at BIGINT       NOT NULL,
  device       VARCHAR(200) NOT NULL,
  KEY sessions_by_user (user_id),
  CONSTRAINT sessions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
