CREATE TABLE IF NOT EXISTS blocks (
  user_id    INT    NOT NULL,
  blocked_id INT    NOT NULL,
  since      BIGINT NOT NULL,
  PRIMARY KEY (user_id, blocked_id),
  KEY blocks_by_blocked (blocked_id, user_id),
  CONSTRAINT blocks_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
  CONSTRAINT blocks_blocked FOREIGN KEY (blocked_id) REFERENCES users (id) ON DELETE CASCADE
) ENGINE = InnoDB DEFAULT CHARSET = utf8mb4 COLLATE = utf8mb4_unicode_520_ci;
