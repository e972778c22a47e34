-- Links with which people may sign up. The token is kept as it is, so that its maker can send it
-- again; whoever reads this table reads everything that it opens, too.
-- uses is 0 for any number, expires_at 0 for never.
CREATE TABLE IF NOT EXISTS invites (
  id         BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  user_id    INT    NOT NULL,
  token      VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
  uses       BIGINT NOT NULL,
  used       BIGINT NOT NULL DEFAULT 0,
  created_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  UNIQUE KEY invites_token (token),
  KEY invites_by_user (user_id, id),
  CONSTRAINT invites_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
